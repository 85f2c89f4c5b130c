import type { ReactNode } from 'react';
import { useMemo } from 'react';
import type { ContactSession, Register } from '#shared/domain/attendance.ts';
import { sessionsOf } from '#shared/domain/attendance-entry.ts';
import {
  attendedHours,
  attendedHoursByModule,
  hoursResult,
  plannedHours,
  plannedModuleHours,
} from '#shared/domain/attendance-hours.ts';
import type { ModuleId } from '#shared/domain/ids.ts';
import { inLanguage } from '#shared/domain/languages.ts';
import type { Enrolment } from '#shared/domain/people.ts';
import type { RuledCohort } from '#shared/domain/programme-rules.ts';
import { rulesOf } from '#shared/domain/programme-rules.ts';
import type { Module, ProgrammeVersion } from '#shared/domain/programmes.ts';
import type { HoursEntry } from '#renderer/db/repositories/cohorts.ts';
import { setAttendance } from '#renderer/db/repositories/cohorts.ts';
import { TextField } from '#renderer/ui/field.tsx';
import { Glyph } from '#renderer/ui/icon.tsx';
import { useText } from '#renderer/ui/text.tsx';
import { useEdits } from '#renderer/ui/use-edits.ts';
import { FormEnd } from './form-end.tsx';
import { readHours } from './hours-text.ts';
import { useSave } from './use-save.ts';

type HoursFormProps = {
  readonly cohort: RuledCohort;
  readonly programme: ProgrammeVersion;
  readonly sessions: readonly ContactSession[];
  readonly enrolment: Enrolment;
  readonly register: Register | undefined;
  readonly name: string;
};

/** Hours planned of a module for this learner: those of the sessions, or of the programme version where none were planned yet. */
const plannedOf = (module: Module, sessions: readonly ContactSession[], site: string | undefined): number => {
  const own = sessionsOf(sessions, module.id, site);
  return own.length === 0 ? plannedModuleHours(module) : own.reduce((sum, { hours }) => sum + hours, 0);
};

const useBase = ({ programme, sessions, enrolment, register }: HoursFormProps): Readonly<Record<ModuleId, string>> => {
  const { formatNumber } = useText();
  return useMemo(() => {
    const hours = attendedHoursByModule(register, sessions);
    const textOf = (module: Module): string => {
      const keyed = sessionsOf(sessions, module.id, enrolment.site).some(
        ({ id }) => register?.sessions[id] !== undefined,
      );
      return keyed ? formatNumber(hours.get(module.id) ?? 0, { useGrouping: false }) : '';
    };
    return Object.fromEntries(programme.modules.map((module) => [module.id, textOf(module)]));
  }, [programme, sessions, enrolment.site, register, formatNumber]);
};

const Total = ({
  cohort,
  programme,
  register,
}: Pick<HoursFormProps, 'cohort' | 'programme' | 'register'>): ReactNode => {
  const { t } = useText();
  const { attended, planned, needed, enough } = hoursResult(
    attendedHours(register),
    plannedHours(programme),
    rulesOf(cohort, programme).minimumHours,
  );
  return (
    <p className={enough ? 'hours-total t-ok' : 'hours-total second'}>
      <Glyph name={enough ? 'pass' : 'half'} />{' '}
      {t(enough ? 'people.hours.enough' : 'people.hours.total', { attended, planned, needed })}
    </p>
  );
};

/** Hours attended, module by module, for a person without a paper register at hand. Saved as one change. */
export const HoursForm = (props: HoursFormProps): ReactNode => {
  const { t, language } = useText();
  const { cohort, programme, sessions, enrolment, register, name } = props;
  const edits = useEdits<ModuleId>(useBase(props));
  const { error, clear, save } = useSave();
  const refusalOf = (module: Module): string | undefined => {
    const typed = edits.changed[module.id];
    const hours = typed === undefined ? null : readHours(typed);
    const planned = plannedOf(module, sessions, enrolment.site);
    return hours === undefined || (hours !== null && hours > planned)
      ? t('people.hours.refused', { planned })
      : undefined;
  };
  const submit = async (): Promise<void> => {
    if (!edits.isChanged || programme.modules.some((module) => refusalOf(module) !== undefined)) return;
    const entries = (Object.entries(edits.changed) as [ModuleId, string][]).map(([moduleId, text]): HoursEntry => ({
      enrolmentId: enrolment.id,
      moduleId,
      hours: readHours(text) ?? null,
    }));
    if (await save(() => setAttendance(enrolment.cohortId, entries), t('people.hours.saved', { name })))
      edits.restore();
  };
  return (
    <form
      className="person-form"
      noValidate
      aria-label={t('people.hours.title')}
      onSubmit={(event) => (event.preventDefault(), void submit())}
    >
      <div className="hours-grid">
        {programme.modules.map((module) => (
          <TextField
            key={module.id}
            label={
              <span title={inLanguage(module.title, language)}>
                {t('people.hours.module', {
                  number: module.number,
                  planned: plannedOf(module, sessions, enrolment.site),
                })}
              </span>
            }
            value={edits.values[module.id] ?? ''}
            onChange={edits.set(module.id)}
            error={refusalOf(module)}
            inputMode="decimal"
            placeholder="–"
            maxLength={7}
            autoComplete="off"
          />
        ))}
      </div>
      <Total cohort={cohort} programme={programme} register={register} />
      <FormEnd changed={edits.isChanged} onRestore={() => (edits.restore(), clear())} error={error} />
    </form>
  );
};

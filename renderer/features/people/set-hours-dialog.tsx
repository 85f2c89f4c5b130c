import type { ReactNode } from 'react';
import { useState } from 'react';
import { attendedHoursByModule, plannedModuleHours } from '#shared/domain/attendance-hours.ts';
import type { ModuleId } from '#shared/domain/ids.ts';
import { inLanguage } from '#shared/domain/languages.ts';
import type { CohortRegister } from '#renderer/db/repositories/cohort-overview.ts';
import { setAttendance } from '#renderer/db/repositories/cohorts.ts';
import { Button } from '#renderer/ui/button.tsx';
import { Dialog } from '#renderer/ui/dialog.tsx';
import { SelectField, TextField } from '#renderer/ui/field.tsx';
import { Note } from '#renderer/ui/note.tsx';
import { useText } from '#renderer/ui/text.tsx';
import { readHours } from './hours-text.ts';
import type { LearnerRow } from './learner-rows.ts';
import { useSave } from './use-save.ts';

type SetHoursProps = {
  readonly content: CohortRegister;
  readonly rows: readonly LearnerRow[];
  readonly onClose: () => void;
};

/** The module whose hours most of these learners still lack. */
const firstLacking = ({ programme, sessions, learners }: CohortRegister): ModuleId | '' => {
  const keyed = new Set(learners.flatMap(({ register }) => Object.keys(register?.sessions ?? {})));
  const open = programme.modules.find(
    (module) => !sessions.some((session) => session.moduleId === module.id && keyed.has(session.id)),
  );
  return (open ?? programme.modules[0])?.id ?? '';
};

const useFacts = (
  { content, rows }: Pick<SetHoursProps, 'content' | 'rows'>,
  moduleId: string,
): { readonly planned: number; readonly replaced: number; readonly number: number } => {
  const module = content.programme.modules.find(({ id }) => id === moduleId);
  const chosen = new Set(rows.map(({ id }) => id));
  const replaced = content.learners.filter(
    ({ enrolment, register }) =>
      chosen.has(enrolment.id) &&
      (attendedHoursByModule(register, content.sessions).get(moduleId as ModuleId) ?? 0) > 0,
  ).length;
  return { planned: module === undefined ? 0 : plannedModuleHours(module), replaced, number: module?.number ?? 0 };
};

/** Hours of one module for many learners at once: all present, or a number of hours. One change, one undo. */
export const SetHoursDialog = ({ content, rows: chosen, onClose }: SetHoursProps): ReactNode => {
  const { t, language, failure, formatNumber } = useText();
  const [moduleId, setModuleId] = useState<string>(() => firstLacking(content));
  const [text, setText] = useState<string>();
  const { error, save } = useSave();
  const rows = chosen.filter(({ current }) => current);
  const left = chosen.length - rows.length;
  const { planned, replaced, number } = useFacts({ content, rows }, moduleId);
  const shown = text ?? formatNumber(planned, { useGrouping: false });
  const hours = readHours(shown);
  const refused = hours === undefined || hours === null || hours > planned;
  const modules = content.programme.modules.map(({ id, number: of, title }) => ({
    value: id,
    label: t('people.moduleTitle', { number: of, title: inLanguage(title, language) }),
  }));
  const submit = async (): Promise<void> => {
    if (refused) return;
    const entries = rows.map(({ enrolment }) => ({ enrolmentId: enrolment.id, moduleId: moduleId as ModuleId, hours }));
    const done = t('people.hours.savedMany', { count: rows.length, number, hours });
    if (await save(() => setAttendance(content.cohort.id, entries), done)) onClose();
  };
  return (
    <Dialog
      open
      size="narrow"
      title={t('people.hours.setTitle', { count: rows.length })}
      onClose={onClose}
      footer={
        <>
          <Button onClick={onClose}>{t('people.cancel')}</Button>
          <Button kind="first" type="submit" form="set-hours">
            {hours === planned ? t('people.hours.allPresent', { number }) : t('people.hours.set')}
          </Button>
        </>
      }
    >
      <form
        id="set-hours"
        className="person-form"
        noValidate
        onSubmit={(event) => (event.preventDefault(), void submit())}
      >
        <SelectField
          label={t('people.hours.moduleField')}
          value={moduleId}
          onChange={(value) => (setModuleId(value), setText(undefined))}
          options={modules}
        />
        <TextField
          label={t('people.hours.hoursField', { planned })}
          value={shown}
          onChange={setText}
          inputMode="decimal"
          maxLength={7}
          error={refused ? t('people.hours.refused', { planned }) : undefined}
          hint={t('people.hours.spread')}
          autoComplete="off"
        />
        {left > 0 && <Note>{t('people.hours.leftOut', { count: left })}</Note>}
        {replaced > 0 && <Note tone="warn">{t('people.hours.replaces', { count: replaced })}</Note>}
        {error !== undefined && <Note tone="bad">{failure(error)}</Note>}
      </form>
    </Dialog>
  );
};

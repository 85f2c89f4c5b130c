import type { ReactNode } from 'react';
import { useState } from 'react';
import { useLocation } from 'wouter';
import { proposeDueDates } from '#shared/domain/cohort-calendar.ts';
import type { Cohort } from '#shared/domain/cohorts.ts';
import type { ProgrammeVersion } from '#shared/domain/programmes.ts';
import type { Failure } from '#shared/lib/result.ts';
import { isIsoDate } from '#shared/lib/dates.ts';
import { createCohort } from '#renderer/db/repositories/cohorts.ts';
import { today } from '#renderer/desktop/clock.ts';
import { Button } from '#renderer/ui/button.tsx';
import { hasBadDay } from '#renderer/ui/day-field.tsx';
import { Dialog } from '#renderer/ui/dialog.tsx';
import { Icon } from '#renderer/ui/icon.tsx';
import { Note } from '#renderer/ui/note.tsx';
import { useNotices } from '#renderer/ui/notices.tsx';
import { useText } from '#renderer/ui/text.tsx';
import type { CohortField, CohortFields } from './cohort-fields.ts';
import { cohortDetails, newCohortFields, withCohortField } from './cohort-fields.ts';
import { CohortForm } from './cohort-form.tsx';

type NewCohortProps = {
  readonly programmes: readonly ProgrammeVersion[];
  readonly cohorts: readonly Cohort[];
  readonly onClose: () => void;
};

const Proposed = ({
  programme,
  starts,
}: {
  readonly programme: ProgrammeVersion | undefined;
  readonly starts: string;
}): ReactNode => {
  const { t, formatDate } = useText();
  if (programme === undefined || !isIsoDate(starts)) return null;
  const days = Object.values(proposeDueDates(programme, starts)).toSorted();
  const [first] = days;
  const last = days.at(-1);
  const sessions = programme.modules.reduce((sum, module) => sum + module.sessions, 0);
  if (first === undefined || last === undefined) return null;
  return (
    <p className="second">
      {t('cohorts.proposed', {
        modules: programme.modules.length,
        first: formatDate(first),
        last: formatDate(last),
        sessions,
      })}
    </p>
  );
};

const NextButtons = ({ cohort }: { readonly cohort: Cohort }): ReactNode => {
  const { t } = useText();
  const [, go] = useLocation();
  return (
    <>
      <Button onClick={() => go(`/cohorts/${cohort.id}/overview`)}>{t('cohorts.openOverview')}</Button>
      <Button kind="first" onClick={() => go(`/cohorts/${cohort.id}/import`)} autoFocus>
        <Icon name="import" /> {t('cohorts.importLearners')}
      </Button>
    </>
  );
};

/** A new cohort: code and dates are proposed, due dates and contact sessions follow from the first day. */
export const NewCohortDialog = ({ programmes, cohorts, onClose }: NewCohortProps): ReactNode => {
  const { t } = useText();
  const { tell } = useNotices();
  const [fields, setFields] = useState<CohortFields>(() => newCohortFields(programmes, cohorts, today()));
  const [touched, setTouched] = useState<ReadonlySet<CohortField>>(new Set());
  const [error, setError] = useState<Failure>();
  const [created, setCreated] = useState<Cohort>();
  const programme = programmes.find(({ id }) => id === fields.programmeId);
  const codes = cohorts.map(({ code }) => code);
  const set = (field: CohortField, value: string): void => {
    setFields((before) => withCohortField(before, field, value, { touched, codes }));
    setTouched((before) => new Set(before).add(field));
  };
  const create = async (form: HTMLFormElement): Promise<void> => {
    if (hasBadDay(form)) return;
    const result = await createCohort({
      ...cohortDetails(fields),
      ...(programme === undefined ? {} : { programmeId: programme.id }),
    });
    if (!result.ok) return setError(result.error);
    setCreated(result.value);
    tell({ tone: 'ok', text: t('cohorts.created', { code: result.value.code }), undo: true });
  };
  // The same dialog with another content: a second one would lose the focus to the page when the first ends.
  if (created !== undefined)
    return (
      <Dialog
        open
        size="narrow"
        title={t('cohorts.createdTitle', { code: created.code })}
        onClose={onClose}
        footer={<NextButtons cohort={created} />}
      >
        <Note tone="ok">{t('cohorts.createdNext')}</Note>
      </Dialog>
    );
  return (
    <Dialog
      open
      size="wide"
      title={t('cohorts.new')}
      onClose={onClose}
      footer={
        <>
          <Button onClick={onClose}>{t('cohorts.cancel')}</Button>
          <Button kind="first" type="submit" form="new-cohort">
            {t('cohorts.create')}
          </Button>
        </>
      }
    >
      <form
        id="new-cohort"
        className="cohort-form-body"
        noValidate
        onSubmit={(event) => (event.preventDefault(), void create(event.currentTarget))}
      >
        <CohortForm fields={fields} set={set} programmes={programmes} error={error} isNew />
        <Proposed programme={programme} starts={fields.starts} />
      </form>
    </Dialog>
  );
};

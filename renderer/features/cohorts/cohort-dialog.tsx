import type { ReactNode } from 'react';
import { useState } from 'react';
import type { Cohort } from '#shared/domain/cohorts.ts';
import type { Failure } from '#shared/lib/result.ts';
import { changeCohort, listProgrammes } from '#renderer/db/repositories/cohorts.ts';
import { useLive } from '#renderer/db/use-live.ts';
import { Button } from '#renderer/ui/button.tsx';
import { hasBadDay } from '#renderer/ui/day-field.tsx';
import { Dialog } from '#renderer/ui/dialog.tsx';
import { useNotices } from '#renderer/ui/notices.tsx';
import { useText } from '#renderer/ui/text.tsx';
import { cohortDetails, cohortFields } from './cohort-fields.ts';
import { CohortForm } from './cohort-form.tsx';

/** Changes what a cohort is called, where it is and its days. Due dates and sessions stay as they are. */
export const CohortDialog = ({
  cohort,
  onClose,
}: {
  readonly cohort: Cohort;
  readonly onClose: () => void;
}): ReactNode => {
  const { t } = useText();
  const { tell } = useNotices();
  const programmes = useLive(listProgrammes, []);
  const [fields, setFields] = useState(() => cohortFields(cohort));
  const [error, setError] = useState<Failure>();
  const save = async (form: HTMLFormElement): Promise<void> => {
    if (hasBadDay(form)) return;
    const result = await changeCohort(cohort.id, cohortDetails(fields));
    if (!result.ok) return setError(result.error);
    if (result.value !== null) tell({ tone: 'ok', text: t('cohorts.saved', { code: fields.code }), undo: true });
    onClose();
  };
  return (
    <Dialog
      open
      size="wide"
      title={t('cohorts.editCohort')}
      onClose={onClose}
      footer={
        <>
          <Button onClick={onClose}>{t('cohorts.cancel')}</Button>
          <Button kind="first" type="submit" form="edit-cohort">
            {t('cohorts.save')}
          </Button>
        </>
      }
    >
      <form
        id="edit-cohort"
        className="cohort-form-body"
        noValidate
        onSubmit={(event) => (event.preventDefault(), void save(event.currentTarget))}
      >
        <CohortForm
          fields={fields}
          set={(field, value) => setFields((before) => ({ ...before, [field]: value }))}
          programmes={programmes ?? []}
          error={error}
          isNew={false}
        />
        <p className="second">{t('cohorts.datesKept')}</p>
      </form>
    </Dialog>
  );
};

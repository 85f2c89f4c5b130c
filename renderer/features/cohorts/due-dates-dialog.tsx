import type { ReactNode } from 'react';
import { useState } from 'react';
import { proposeDueDates } from '#shared/domain/cohort-calendar.ts';
import type { Cohort } from '#shared/domain/cohorts.ts';
import type { AssignmentId } from '#shared/domain/ids.ts';
import { inLanguage } from '#shared/domain/languages.ts';
import type { ProgrammeVersion } from '#shared/domain/programmes.ts';
import type { IsoDate } from '#shared/lib/dates.ts';
import type { Failure } from '#shared/lib/result.ts';
import { setDueDates } from '#renderer/db/repositories/cohorts.ts';
import { Button } from '#renderer/ui/button.tsx';
import { DayField, hasBadDay } from '#renderer/ui/day-field.tsx';
import { Dialog } from '#renderer/ui/dialog.tsx';
import { Note } from '#renderer/ui/note.tsx';
import { useNotices } from '#renderer/ui/notices.tsx';
import { useText } from '#renderer/ui/text.tsx';

type DueDatesProps = { readonly cohort: Cohort; readonly programme: ProgrammeVersion; readonly onClose: () => void };

/** The due day of every assignment. Late days of scripts already marked follow the new day. */
export const DueDatesDialog = ({ cohort, programme, onClose }: DueDatesProps): ReactNode => {
  const { t, language, failure } = useText();
  const { tell } = useNotices();
  const [due, setDue] = useState<Readonly<Record<AssignmentId, IsoDate | ''>>>(cohort.due);
  const [error, setError] = useState<Failure>();
  const save = async (form: HTMLFormElement): Promise<void> => {
    if (hasBadDay(form)) return;
    const result = await setDueDates(
      cohort.id,
      Object.fromEntries(Object.entries(due).filter(([, date]) => date !== '')),
    );
    if (!result.ok) return setError(result.error);
    if (result.value !== null) tell({ tone: 'ok', text: t('cohorts.dueSaved', { code: cohort.code }), undo: true });
    onClose();
  };
  return (
    <Dialog
      open
      size="wide"
      title={t('cohorts.dueTitle', { code: cohort.code })}
      onClose={onClose}
      footer={
        <>
          <Button kind="plain" onClick={() => setDue(proposeDueDates(programme, cohort.starts))}>
            {t('cohorts.proposeDue')}
          </Button>
          <Button onClick={onClose}>{t('cohorts.cancel')}</Button>
          <Button kind="first" type="submit" form="due-dates">
            {t('cohorts.save')}
          </Button>
        </>
      }
    >
      <form
        id="due-dates"
        className="due-form"
        noValidate
        onSubmit={(event) => (event.preventDefault(), void save(event.currentTarget))}
      >
        {programme.modules.map((module) => (
          <fieldset key={module.id}>
            <legend>
              <span className="second">{module.number}</span> {inLanguage(module.title, language)}
            </legend>
            {module.assignments.map(({ id, title }) => (
              <DayField
                key={id}
                label={inLanguage(title, language)}
                value={due[id] ?? ''}
                onChange={(date) => setDue((before) => ({ ...before, [id]: date }))}
              />
            ))}
          </fieldset>
        ))}
        <p className="second whole">{t('cohorts.dueConsequence')}</p>
        {error !== undefined && <Note tone="bad">{failure(error)}</Note>}
      </form>
    </Dialog>
  );
};

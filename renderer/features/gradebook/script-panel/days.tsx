import type { ReactNode } from 'react';
import { DateField, TextField } from '#renderer/ui/field.tsx';
import type { Text } from '#renderer/ui/text.tsx';
import { useText } from '#renderer/ui/text.tsx';
import { lastAttempt } from '#shared/domain/cells.ts';
import type { AttemptDay } from '#shared/domain/script-entry.ts';
import { dayProblem, setOfAttempt, setReceived } from '#shared/domain/script-entry.ts';
import { isIsoDate } from '#shared/lib/dates.ts';
import type { Failure } from '#shared/lib/result.ts';
import { useDraft } from './use-draft.ts';
import type { Script } from './use-script.ts';

/** A failure with its days in the order of the language. */
const inWords = ({ failure, formatDate }: Text, error: Failure | undefined): string | undefined => {
  if (error === undefined) return undefined;
  const details = Object.fromEntries(
    Object.entries(error.details ?? {}).map(([name, value]) => [
      name,
      typeof value === 'string' && isIsoDate(value) ? formatDate(value) : value,
    ]),
  );
  return failure({ code: error.code, details });
};

const Day = ({ script, day }: { readonly script: Script; readonly day: AttemptDay }): ReactNode => {
  const text = useText();
  const { t } = text;
  const saved = lastAttempt(script.cell)?.[day] ?? '';
  const draft = useDraft(saved, (typed) => {
    const date = typed === '' ? undefined : typed;
    if (date !== undefined) {
      const problem = dayProblem(script.cell, day, date, script.marks.context.cohort);
      if (problem !== undefined) return problem;
    }
    script.change(`script.what.${day}`, (cell, marking) =>
      day === 'received' ? setReceived(cell, date, marking) : setOfAttempt(cell, { [day]: date }),
    );
    return undefined;
  });
  return (
    <DateField
      label={t(`script.${day}`)}
      value={draft.value}
      error={inWords(text, draft.failure)}
      disabled={script.target.row.locked}
      onChange={draft.set}
      onBlur={(event) => {
        // A day half typed reads as empty: it is no wish to take the day away.
        if (event.target.validity.badInput) draft.restore();
        else draft.leave();
      }}
      onKeyDown={(event) => {
        if (event.key === 'Escape' && draft.restore()) event.stopPropagation();
        if (event.key === 'Enter') draft.leave();
      }}
    />
  );
};

/** When the script arrived, when it was marked, by whom, and when it was returned, which opens the window of a resubmission. */
export const Days = ({ script }: { readonly script: Script }): ReactNode => {
  const { t } = useText();
  const last = lastAttempt(script.cell);
  const draft = useDraft(last?.marker ?? '', (marker) => {
    script.change('script.what.marker', (cell) => setOfAttempt(cell, { marker }));
    return undefined;
  });
  return (
    <div className="script-days">
      <Day script={script} day="received" />
      <Day script={script} day="marked" />
      {(last?.value !== undefined || last?.returned !== undefined) && <Day script={script} day="returned" />}
      <TextField
        label={t('script.marker')}
        value={draft.value}
        maxLength={120}
        autoComplete="off"
        disabled={script.target.row.locked}
        onChange={draft.set}
        onBlur={() => draft.leave()}
        onKeyDown={(event) => {
          if (event.key === 'Escape' && draft.restore()) event.stopPropagation();
          if (event.key === 'Enter') draft.leave();
        }}
      />
    </div>
  );
};

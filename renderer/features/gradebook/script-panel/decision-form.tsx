import type { FormEvent, ReactNode } from 'react';
import { useEffect, useRef, useState } from 'react';
import { Button } from '#renderer/ui/button.tsx';
import { DayField, hasBadDay } from '#renderer/ui/day-field.tsx';
import { TextField } from '#renderer/ui/field.tsx';
import { useText } from '#renderer/ui/text.tsx';
import { enterOutcome, extendTo } from '#shared/domain/cells.ts';
import type { Cell } from '#shared/domain/marks.ts';
import { acceptLate } from '#shared/domain/script-entry.ts';
import type { Script } from './use-script.ts';

/** What can be decided of a script with a reason. */
export type Decision = 'extend' | 'excuse' | 'hold' | 'accept';

const isReason = (text: string): boolean => /\p{L}{2}/u.test(text);

type Given = { readonly reason: string; readonly date: string; readonly released: boolean };

/** The cell as decided. */
const decided = (cell: Cell | undefined, decision: Decision, { reason, date, released }: Given): Cell => {
  const change = { reason, released };
  if (decision === 'extend') return extendTo(cell, date, change);
  if (decision === 'accept') return acceptLate(cell ?? { attempts: [] }, reason, change);
  return enterOutcome(cell, decision === 'hold' ? 'HOLD' : 'EX', change);
};

type DecisionFormProps = { readonly script: Script; readonly decision: Decision; readonly onDone: () => void };

/** Asks the reason (and the day of an extension) and decides. */
export const DecisionForm = ({ script, decision, onDone }: DecisionFormProps): ReactNode => {
  const { t, failure } = useText();
  const [reason, setReason] = useState('');
  const [date, setDate] = useState('');
  const [asked, setAsked] = useState(false);
  const form = useRef<HTMLFormElement>(null);
  useEffect(() => form.current?.scrollIntoView({ block: 'nearest' }), []);
  const needsDate = decision === 'extend';
  const submit = (event: FormEvent<HTMLFormElement>): void => {
    event.preventDefault();
    setAsked(true);
    if (!isReason(reason) || (needsDate && date === '') || hasBadDay(event.currentTarget)) return;
    script.change(`script.what.${decision}`, (cell, { released }) =>
      decided(cell, decision, { reason: reason.trim(), date, released: released === true }),
    );
    onDone();
  };
  return (
    <form
      ref={form}
      className="decision"
      noValidate
      aria-label={t(`script.decide.${decision}`)}
      onSubmit={submit}
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return;
        event.stopPropagation();
        onDone();
      }}
    >
      {needsDate && (
        <DayField
          label={t('script.extendTo')}
          value={date}
          error={asked && date === '' ? t('script.dateNeeded') : undefined}
          onChange={setDate}
          autoFocus
        />
      )}
      <TextField
        label={t('script.reason')}
        error={asked && !isReason(reason) ? failure({ code: 'reason-missing' }) : undefined}
        value={reason}
        onChange={setReason}
        maxLength={300}
        autoComplete="off"
        autoFocus={!needsDate}
      />
      <div className="decision-end">
        <Button size="small" onClick={onDone}>
          {t('script.leave')}
        </Button>
        <Button size="small" type="submit">
          {t(`script.decide.${decision}`)}
        </Button>
      </div>
    </form>
  );
};

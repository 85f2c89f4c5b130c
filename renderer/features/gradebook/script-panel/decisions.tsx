import type { FormEvent, ReactNode } from 'react';
import { useEffect, useRef, useState } from 'react';
import { Button } from '#renderer/ui/button.tsx';
import { DayField, hasBadDay } from '#renderer/ui/day-field.tsx';
import { TextField } from '#renderer/ui/field.tsx';
import { useText } from '#renderer/ui/text.tsx';
import { enterOutcome, extendTo, lastAttempt, liftOutcome } from '#shared/domain/cells.ts';
import type { Cell } from '#shared/domain/marks.ts';
import { acceptLate, endExtension } from '#shared/domain/script-entry.ts';
import { judged } from './mark-sum.tsx';
import type { Script } from './use-script.ts';

/** What can be decided of a script with a reason. */
type Decision = 'extend' | 'excuse' | 'hold' | 'accept';

const isReason = (text: string): boolean => /\p{L}{2}/u.test(text);

type DecisionFormProps = { readonly script: Script; readonly decision: Decision; readonly onDone: () => void };

/** Asks the reason (and the day of an extension) and decides. */
const DecisionForm = ({ script, decision, onDone }: DecisionFormProps): ReactNode => {
  const { t, failure } = useText();
  const [reason, setReason] = useState('');
  const [date, setDate] = useState('');
  const [asked, setAsked] = useState(false);
  const form = useRef<HTMLFormElement>(null);
  useEffect(() => form.current?.scrollIntoView({ block: 'nearest' }), []);
  const needsDate = decision === 'extend';
  const decide = (cell: Cell | undefined, released: boolean): Cell => {
    const change = { reason: reason.trim(), released };
    if (decision === 'extend') return extendTo(cell, date, change);
    if (decision === 'accept') return acceptLate(cell ?? { attempts: [] }, reason.trim(), change);
    return enterOutcome(cell, decision === 'hold' ? 'HOLD' : 'EX', change);
  };
  const submit = (event: FormEvent<HTMLFormElement>): void => {
    event.preventDefault();
    setAsked(true);
    if (!isReason(reason) || (needsDate && date === '') || hasBadDay(event.currentTarget)) return;
    script.change(`script.what.${decision}`, (cell, { released }) => decide(cell, released === true));
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

type Standing = { readonly words: string; readonly undo: string; readonly onUndo: () => void };

/** What was decided of this script, with its reason and the way back. */
const useStandings = (script: Script): readonly Standing[] => {
  const { t, formatDate } = useText();
  const { cell } = script;
  const last = lastAttempt(cell);
  const found: Standing[] = [];
  const lift =
    (
      what: 'script.what.lift' | 'script.what.endExtension' | 'script.what.refuseLate',
      edit: (now: Cell, released: boolean) => Cell,
    ) =>
    () =>
      script.change(what, (now, { released }) => edit(now ?? { attempts: [] }, released === true));
  const reasoned = (words: string, reason: string | undefined): string =>
    reason === undefined ? words : t('script.because', { words, reason });
  if (cell?.outcome !== undefined && cell.outcome !== 'DEF')
    found.push({
      words: reasoned(t(`script.standing.${cell.outcome}`), cell.reason),
      undo: t('script.lift'),
      onUndo: lift('script.what.lift', (now, released) => liftOutcome(now, { released })),
    });
  const own = (cell?.attempts.length ?? 0) > 1;
  const to = own ? last?.extendedTo : cell?.extendedTo;
  if (to !== undefined)
    found.push({
      words: reasoned(
        t('script.standing.extended', { date: formatDate(to) }),
        own ? last?.extensionReason : cell?.reason,
      ),
      undo: t('script.takeBack'),
      onUndo: lift('script.what.endExtension', (now, released) => endExtension(now, { released })),
    });
  if (last?.lateAccepted !== undefined || cell?.lateOverride === true)
    found.push({
      words: reasoned(t('script.standing.accepted'), last?.lateAccepted ?? cell?.reason),
      undo: t('script.takeBack'),
      onUndo: lift('script.what.refuseLate', (now, released) => acceptLate(now, undefined, { released })),
    });
  return found;
};

/** Extension, excuse, query and the override of the late rule, each with its reason. */
export const Decisions = ({ script }: { readonly script: Script }): ReactNode => {
  const { t } = useText();
  const [open, setOpen] = useState<Decision>();
  const standings = useStandings(script);
  const { attempts } = judged(script);
  const { cell, target } = script;
  const choices: readonly Decision[] = [
    'extend',
    ...(cell?.outcome === 'EX' ? [] : (['excuse'] as const)),
    ...(cell?.outcome === 'HOLD' ? [] : (['hold'] as const)),
    ...(attempts.at(-1)?.tooLate === true ? (['accept'] as const) : []),
  ];
  return (
    <section className="script-part">
      <h3>{t('script.decisions')}</h3>
      {standings.length > 0 && (
        <ul className="standings">
          {standings.map(({ words, undo, onUndo }) => (
            <li key={words}>
              <span>{words}</span>
              <Button size="tiny" disabled={target.row.locked} onClick={onUndo}>
                {undo}
                <span className="vh">: {words}</span>
              </Button>
            </li>
          ))}
        </ul>
      )}
      {open === undefined ? (
        <div className="decision-choices">
          {choices.map((decision) => (
            <Button
              key={decision}
              size="small"
              disabled={target.row.locked}
              data-decision={decision}
              onClick={() => setOpen(decision)}
            >
              {t(`script.open.${decision}`)}
            </Button>
          ))}
          {cell?.outcome !== 'NS' && (
            <Button
              size="small"
              disabled={target.row.locked}
              onClick={() =>
                script.change('script.what.notSubmitted', (now, { released }) =>
                  enterOutcome(now, 'NS', { released: released === true }),
                )
              }
            >
              {t('script.notSubmitted')}
            </Button>
          )}
        </div>
      ) : (
        <DecisionForm key={open} script={script} decision={open} onDone={() => setOpen(undefined)} />
      )}
    </section>
  );
};

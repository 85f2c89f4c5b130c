import type { ReactNode } from 'react';
import { useState } from 'react';
import { Button } from '#renderer/ui/button.tsx';
import { useText } from '#renderer/ui/text.tsx';
import { enterOutcome, lastAttempt, liftOutcome } from '#shared/domain/cells.ts';
import type { Cell } from '#shared/domain/marks.ts';
import { acceptLate, endExtension } from '#shared/domain/script-entry.ts';
import type { Decision } from './decision-form.tsx';
import { DecisionForm } from './decision-form.tsx';
import { judged } from './mark-sum.tsx';
import type { Script } from './use-script.ts';

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

/** What was decided before, each with its way back. */
const Standings = ({ script }: { readonly script: Script }): ReactNode => {
  const standings = useStandings(script);
  if (standings.length === 0) return null;
  return (
    <ul className="standings">
      {standings.map(({ words, undo, onUndo }) => (
        <li key={words}>
          <span>{words}</span>
          <Button size="tiny" disabled={script.target.row.locked} onClick={onUndo}>
            {undo}
            <span className="vh">: {words}</span>
          </Button>
        </li>
      ))}
    </ul>
  );
};

/** Extension, excuse, query and the override of the late rule, each with its reason. */
export const Decisions = ({ script }: { readonly script: Script }): ReactNode => {
  const { t } = useText();
  const [open, setOpen] = useState<Decision>();
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
      <Standings script={script} />
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

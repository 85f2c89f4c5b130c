import type { ReactNode } from 'react';
import { Button } from '#renderer/ui/button.tsx';
import { useText } from '#renderer/ui/text.tsx';
import { beginAttempt } from '#shared/domain/cells.ts';
import { dueDateOf } from '#shared/domain/effective-marks.ts';
import { formatMark } from '#shared/domain/mark-text.ts';
import type { Attempt } from '#shared/domain/marks.ts';
import { ruleOrigins } from '#shared/domain/rules-in-words.ts';
import { addDays } from '#shared/lib/dates.ts';
import { judged } from './mark-sum.tsx';
import type { Script } from './use-script.ts';

const lines = ['by', 'received', 'marked', 'returned', 'given', 'late', 'penalty', 'counts'] as const;

/** The attempts in columns, each with its days, what was taken off, its mark and its feedback. */
const AttemptTable = ({ script }: { readonly script: Script }): ReactNode => {
  const { t, formatDate, language } = useText();
  const { attempts, rules, due, effective } = judged(script);
  const cell = script.cell ?? { attempts: [] };
  const day = (date: string | undefined): string => (date === undefined ? '–' : formatDate(date, 'short'));
  const mark = (value: number | undefined): string => (value === undefined ? '–' : formatMark(value, language));
  const shown = (attempt: Attempt, index: number, line: (typeof lines)[number]): string => {
    const judgement = attempts[index];
    const counted = judgement !== undefined && !judgement.tooLate ? judgement : undefined;
    if (line === 'by') return day(dueDateOf(cell, index, rules, due));
    if (line === 'received' || line === 'marked' || line === 'returned') return day(attempt[line]);
    if (line === 'given') return mark(attempt.value);
    if (line === 'late') return judgement === undefined ? '–' : t('script.days', { count: judgement.lateDays });
    if (line === 'penalty') return counted === undefined || counted.penalty === 0 ? '–' : `−${mark(counted.penalty)}`;
    return judgement?.tooLate === true ? t('domain.cell.text.ns') : mark(counted?.value);
  };
  return (
    <div className="attempts-scroll" tabIndex={0} role="group" aria-label={t('script.attempts')}>
      <table className="attempts">
        <thead>
          <tr>
            <td />
            {cell.attempts.map((_, index) => (
              <th key={index} scope="col">
                {t('script.attempt', { number: index + 1 })}
                {effective.kind === 'mark' && effective.attemptNumber === index + 1 && cell.attempts.length > 1 && (
                  <span className="second"> {t('script.thisCounts')}</span>
                )}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {lines.map((line) => (
            <tr key={line}>
              <th scope="row">{t(`script.line.${line}`)}</th>
              {cell.attempts.map((attempt, index) => (
                <td key={index}>{shown(attempt, index, line)}</td>
              ))}
            </tr>
          ))}
          {cell.attempts.length > 1 && (
            <tr>
              <th scope="row">{t('script.feedback')}</th>
              {cell.attempts.map((attempt, index) => (
                <td key={index} className="words">
                  {attempt.feedback ?? '–'}
                </td>
              ))}
            </tr>
          )}
        </tbody>
      </table>
    </div>
  );
};

/** What stands in the way of the next attempt, or until when it has to be here. */
const NextAttempt = ({ script }: { readonly script: Script }): ReactNode => {
  const { t, say, failure, formatDate } = useText();
  const { rules } = judged(script);
  const cell = script.cell ?? { attempts: [] };
  const last = cell.attempts.at(-1);
  if (last?.value === undefined) return null;
  const next = beginAttempt(cell, rules);
  const origins = ruleOrigins(['maxAttempts', 'resubmissionDays'], script.marks.context).map(say).join(' ');
  if (!next.ok)
    return (
      <p className="script-hint">
        {failure(next.error)} {origins}
      </p>
    );
  const number = cell.attempts.length + 1;
  const values = { number, of: rules.maxAttempts, count: rules.resubmissionDays };
  const words =
    last.returned === undefined
      ? t('script.windowNotOpen', values)
      : t('script.window', { ...values, date: formatDate(addDays(last.returned, rules.resubmissionDays)) });
  return (
    <>
      <p className="script-hint">
        {words} {origins}
      </p>
      <Button
        size="small"
        disabled={script.target.row.locked}
        onClick={() =>
          script.change('script.what.attempt', (now) => {
            const begun = beginAttempt(now ?? cell, rules);
            return begun.ok ? begun.value : (now ?? cell);
          })
        }
      >
        {t('script.begin', { number })}
      </Button>
    </>
  );
};

/** All attempts of the script side by side, and the next one. */
export const Attempts = ({ script }: { readonly script: Script }): ReactNode => {
  const { t } = useText();
  const count = script.cell?.attempts.length ?? 0;
  return (
    <section className="script-part">
      <h3>{t('script.attempts')}</h3>
      {count === 0 ? <p className="script-hint">{t('script.noAttempt')}</p> : <AttemptTable script={script} />}
      <NextAttempt script={script} />
    </section>
  );
};

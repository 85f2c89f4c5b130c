import type { ReactNode } from 'react';
import { Glyph } from '#renderer/ui/icon.tsx';
import { useText } from '#renderer/ui/text.tsx';
import type { JudgedAttempt } from '#shared/domain/effective-marks.ts';
import { effectiveMark, judgeAttempt } from '#shared/domain/effective-marks.ts';
import { formatMark } from '#shared/domain/mark-text.ts';
import type { RuleName } from '#shared/domain/programme-rules.ts';
import { rulesOf } from '#shared/domain/programme-rules.ts';
import { ruleOrigins } from '#shared/domain/rules-in-words.ts';
import type { Script } from './use-script.ts';

/** What a script comes to under the rules of its cohort. */
export const judged = ({ target, cell, marks }: Script) => {
  const { cohort, programme } = marks.context;
  const rules = rulesOf(cohort, programme);
  const due = cohort.due[target.assignment.id];
  const attempts = (cell?.attempts ?? []).map((_, index) =>
    judgeAttempt(cell ?? { attempts: [] }, index, target.assignment, rules, due),
  );
  return { rules, due, attempts, effective: effectiveMark(cell, target.assignment, rules, due) };
};

const appliedRules = (judgement: ReturnType<typeof judged>): readonly RuleName[] => {
  const last = judgement.attempts.at(-1);
  const names = new Set<RuleName>();
  if (last?.tooLate === true) names.add('lastLateDay');
  else if (last !== undefined) {
    if (last.lateDays > 0) names.add('latePenaltyPerDay').add('lastLateDay');
    if (last.capped) names.add('passMark');
  }
  if (judgement.attempts.length > 1) names.add('attemptPolicy');
  return [...names];
};

const LateRow = ({ script, last }: { readonly script: Script; readonly last: JudgedAttempt }): ReactNode => {
  const { t, language } = useText();
  const { rules } = judged(script);
  if (last.lateDays === 0) return null;
  const max = formatMark(script.target.assignment.max, language);
  const rate = rules.latePenaltyPerDay / 100;
  const words = last.tooLate
    ? t('script.tooLate', { count: last.lateDays, last: rules.lastLateDay })
    : t(last.lateDays > rules.lastLateDay ? 'script.lateAccepted' : 'script.late', {
        count: last.lateDays,
        rate,
        max,
        last: rules.lastLateDay,
      });
  return (
    <tr className="late">
      <th scope="row">
        <Glyph name={last.tooLate ? 'ns' : 'late'} /> {words}
      </th>
      <td>{last.tooLate ? '' : `−${formatMark(last.penalty, language)}`}</td>
    </tr>
  );
};

/** What the points come to: less the late penalty, capped, and what of all attempts counts. */
export const MarkSum = ({ script }: { readonly script: Script }): ReactNode => {
  const { t, language } = useText();
  const judgement = judged(script);
  const last = judgement.attempts.at(-1);
  const { max } = script.target.assignment;
  const mark = last !== undefined && !last.tooLate ? last : undefined;
  return (
    <>
      {last !== undefined && <LateRow script={script} last={last} />}
      {mark?.capped === true && (
        <tr className="late">
          <th scope="row">
            <Glyph name="capped" /> {t('script.capped', { passMark: judgement.rules.passMark / 100 })}
          </th>
          <td />
        </tr>
      )}
      <tr className="total">
        <th scope="row">{t('script.mark')}</th>
        <td>
          {t('script.outOf', {
            mark: mark === undefined ? '–' : formatMark(mark.value, language),
            max: formatMark(max, language),
          })}
        </td>
      </tr>
    </>
  );
};

/** Which rules shaped the mark, and what counts where that is not the attempt shown. */
export const MarkRules = ({ script }: { readonly script: Script }): ReactNode => {
  const { t, say, language, formatDate } = useText();
  const judgement = judged(script);
  const { effective } = judgement;
  const { cell } = script;
  const names = appliedRules(judgement);
  const lines: string[] = [];
  if (effective.kind === 'mark' && effective.attemptNumber < (cell?.attempts.length ?? 0))
    lines.push(t('script.counts', { number: effective.attemptNumber, mark: formatMark(effective.value, language) }));
  if (cell?.outcome !== undefined)
    lines.push(
      t(`script.outcome.${cell.outcome}`, { date: cell.extendedTo === undefined ? '–' : formatDate(cell.extendedTo) }),
    );
  if (names.length > 0) lines.push(...ruleOrigins(names, script.marks.context).map(say));
  return lines.length === 0 ? null : <p className="script-hint">{lines.join(' ')}</p>;
};

import type { IsoDate } from '#shared/lib/dates.ts';
import { dueDateOf } from '../effective-marks.ts';
import type { Cell, Hundredths } from '../marks.ts';
import type { CriterionFinding, ItemResult, ModuleResult } from '../module-results.ts';
import type { ProgrammeRules } from '../programmes.ts';

/**
 * What a learner can do about an assignment that is below the pass mark or fails a must-pass criterion (domain.md 3, attempts). `by` is the last
 * day of the window; it is not known before the script was returned. `cap` is the most that the next attempt can count.
 */
export type NextStep =
  | {
      readonly kind: 'resubmit';
      readonly attempt: number;
      readonly by: IsoDate | undefined;
      readonly over: boolean;
      readonly days: number;
      readonly least: Hundredths;
      readonly criteria: readonly CriterionFinding[];
      readonly cap: Hundredths | undefined;
    }
  /** The next attempt is here and waits for its mark. */
  | { readonly kind: 'arrived'; readonly attempt: number }
  | { readonly kind: 'used-up'; readonly attempts: number }
  /** Nothing came in: no script to send again, but somebody to talk to. */
  | { readonly kind: 'talk' };

const isBelow = ({ mark, assignment }: ItemResult, rules: ProgrammeRules): boolean =>
  mark.kind === 'mark' && mark.parts < rules.passMark * assignment.max;

/** The next step for one assignment; undefined where there is nothing to do: it has no mark yet, is passed, or its module is. */
export const nextStep = (
  item: ItemResult,
  result: Pick<ModuleResult, 'verdict' | 'failedCriteria'>,
  cell: Cell | undefined,
  rules: ProgrammeRules,
  today: IsoDate,
): NextStep | undefined => {
  if (result.verdict === 'passed' || result.verdict === 'sign-off') return undefined;
  if (item.mark.kind === 'not-submitted' && !item.mark.tooLate) return { kind: 'talk' };
  const criteria = result.failedCriteria.filter(({ assignment }) => assignment.id === item.assignment.id);
  const failed = item.mark.kind === 'not-submitted' || isBelow(item, rules) || criteria.length > 0;
  if (!failed || cell === undefined) return undefined;
  const open = cell.attempts.findIndex(({ value }) => value === undefined);
  const index = open === -1 ? cell.attempts.length : open;
  if (index === 0) return undefined;
  const waiting = cell.attempts[index];
  if (waiting?.received !== undefined || waiting?.state === 'with-marker')
    return { kind: 'arrived', attempt: index + 1 };
  if (index >= rules.maxAttempts) return { kind: 'used-up', attempts: rules.maxAttempts };
  const by = dueDateOf(cell, index, rules, undefined);
  const least = Math.ceil((rules.passMark * item.assignment.max) / 10_000);
  return {
    kind: 'resubmit',
    attempt: index + 1,
    by,
    over: by !== undefined && by < today,
    days: rules.resubmissionDays,
    least,
    criteria,
    cap: rules.attemptPolicy === 'best-capped' ? least : undefined,
  };
};

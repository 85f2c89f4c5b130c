import type { Hundredths } from './marks.ts';
import type { ModerationRules } from './moderation-rules.ts';
import type { Script } from './moderation-sample.ts';
import type { ModerationRound, SampledScript, SecondMark } from './moderation.ts';

/**
 * Where a script of the sample stands: `gone` it has no mark any more or its learner left, `waiting` for its second mark, `stands` the marks agree and
 * the first stands, `differs` an agreed mark is needed, `agreed`, `changed` the first mark is another than the one compared with.
 */
export type ComparisonState = 'gone' | 'waiting' | 'stands' | 'differs' | 'agreed' | 'changed';

/** A script of the sample with its second mark. `difference` is second − first in hundredths, absent while there is nothing to compare. */
export type Comparison = SampledScript & {
  readonly state: ComparisonState;
  readonly script: Script | undefined;
  readonly second: SecondMark | undefined;
  readonly difference: Hundredths | undefined;
};

/** True where two marks are no further apart than the tolerance: |m₁ − m₂| ≤ 5 % of the maximum, compared in whole numbers. */
export const marksAgree = (
  first: Hundredths,
  second: Hundredths,
  max: Hundredths,
  { tolerance }: Pick<ModerationRules, 'tolerance'>,
): boolean => Math.abs(first - second) * 10_000 <= tolerance * max;

const stateOf = (
  script: Script | undefined,
  second: SecondMark | undefined,
  max: Hundredths,
  rules: ModerationRules,
): ComparisonState => {
  if (script === undefined) return 'gone';
  if (second === undefined) return 'waiting';
  if (script.value !== (second.agreed?.value ?? second.first)) return 'changed';
  if (second.agreed !== undefined) return 'agreed';
  return marksAgree(second.first, second.value, max, rules) ? 'stands' : 'differs';
};

/** Compares the two marks of every script of a sample, in the order of the sample. `scripts` are those that are marked now. */
export const compareSample = (
  round: Pick<ModerationRound, 'sample' | 'seconds'>,
  scripts: readonly Script[],
  max: Hundredths,
  rules: ModerationRules,
): readonly Comparison[] => {
  const scriptById = new Map(scripts.map((script) => [script.enrolmentId, script]));
  return round.sample.map((sampled) => {
    const script = scriptById.get(sampled.enrolmentId);
    const second = round.seconds[sampled.enrolmentId];
    return {
      ...sampled,
      script,
      second,
      state: stateOf(script, second, max, rules),
      difference: second === undefined ? undefined : second.value - second.first,
    };
  });
};

/** What a batch's comparisons come to. `meanDifference` is second − first in hundredths, exact over `compared`; absent where nothing is compared. */
export type BatchFindings = {
  readonly sampled: number;
  readonly compared: number;
  readonly waiting: number;
  readonly differs: number;
  readonly agreed: number;
  readonly changed: number;
  readonly meanDifference: number | undefined;
  /** True where the mean signed difference is over the limit: the batch is to be marked again. */
  readonly flagged: boolean;
  /** True where nothing is left to second-mark or to agree on. */
  readonly finished: boolean;
};

/** Sums up the comparisons of a batch; scripts that are gone count nowhere. */
export const findingsOf = (
  comparisons: readonly Comparison[],
  max: Hundredths,
  { meanLimit }: Pick<ModerationRules, 'meanLimit'>,
): BatchFindings => {
  const here = comparisons.filter(({ state }) => state !== 'gone');
  const count = (wanted: ComparisonState): number => here.filter(({ state }) => state === wanted).length;
  const differences = here.flatMap(({ difference }) => (difference === undefined ? [] : [difference]));
  const sum = differences.reduce((total, one) => total + one, 0);
  const [waiting, differs, agreed, changed] = [count('waiting'), count('differs'), count('agreed'), count('changed')];
  return {
    sampled: here.length,
    compared: differences.length,
    waiting,
    differs,
    agreed,
    changed,
    meanDifference: differences.length === 0 ? undefined : sum / differences.length,
    flagged: Math.abs(sum) * 10_000 > meanLimit * max * differences.length,
    finished: here.length > 0 && waiting + differs + changed === 0,
  };
};

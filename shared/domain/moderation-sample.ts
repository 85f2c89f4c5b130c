import { groupBy } from '#shared/lib/group-by.ts';
import { seededRandom } from '#shared/lib/seeded-random.ts';
import type { SeededRandom } from '#shared/lib/seeded-random.ts';
import { lastAttempt } from './cells.ts';
import type { EnrolmentId } from './ids.ts';
import type { AttemptState, Cell, Hundredths } from './marks.ts';
import type { ModerationRules } from './moderation-rules.ts';
import type { SampledScript, SampleReason } from './moderation.ts';
import { sampleReasons } from './moderation.ts';
import type { Assignment, HundredthsOfPercent } from './programmes.ts';

/** A marked script of a batch: the raw mark of its last attempt, before any late penalty, because a second marker reads the script and not the calendar. */
export type Script = {
  readonly enrolmentId: EnrolmentId;
  readonly value: Hundredths;
  readonly marker: string | undefined;
  readonly state: AttemptState;
  /** True where a criterion that must be passed was keyed below its least mark. */
  readonly missesCriterion: boolean;
};

type Marked = Pick<Assignment, 'max' | 'criteria'>;

/** The script in a cell; undefined where nothing is marked or where an outcome (NS, EX, DEF, HOLD) stands over the mark. */
export const scriptOf = (
  enrolmentId: EnrolmentId,
  cell: Cell | undefined,
  { criteria }: Pick<Assignment, 'criteria'>,
): Script | undefined => {
  const attempt = lastAttempt(cell);
  if (cell === undefined || cell.outcome !== undefined || attempt?.value === undefined) return undefined;
  const keyed = attempt.criteria ?? {};
  return {
    enrolmentId,
    value: attempt.value,
    marker: attempt.marker,
    state: attempt.state,
    missesCriterion: criteria.some(({ id, mustPass }) => {
      const mark = keyed[id];
      return mustPass !== undefined && mark !== undefined && mark < mustPass;
    }),
  };
};

const inOrder = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

const shuffled = <T>(items: readonly T[], random: SeededRandom): readonly T[] => {
  const mixed = [...items];
  for (let last = mixed.length - 1; last > 0; last -= 1) {
    const other = Math.floor(random() * (last + 1));
    const [a, b] = [mixed[last], mixed[other]];
    if (a === undefined || b === undefined) continue;
    mixed[last] = b;
    mixed[other] = a;
  }
  return mixed;
};

/** By lot: `perMarker` scripts of each marker first, then any, until there are ⌈√n⌉. */
const byLot = (
  scripts: readonly Script[],
  perMarker: number,
  random: SeededRandom,
): ReadonlyMap<EnrolmentId, SampleReason> => {
  const drawn = new Map<EnrolmentId, SampleReason>();
  const markers = [...groupBy(scripts, ({ marker }) => marker ?? '')].toSorted(([a], [b]) => inOrder(a, b));
  for (const [, own] of markers)
    for (const { enrolmentId } of shuffled(own, random).slice(0, perMarker)) drawn.set(enrolmentId, 'marker');
  const wanted = Math.ceil(Math.sqrt(scripts.length));
  for (const { enrolmentId } of shuffled(
    scripts.filter((script) => !drawn.has(script.enrolmentId)),
    random,
  )) {
    if (drawn.size >= wanted) break;
    drawn.set(enrolmentId, 'lot');
  }
  return drawn;
};

/** True below the pass mark of the assignment; compared in whole numbers. */
export const isBelowPass = (value: Hundredths, max: Hundredths, passMark: HundredthsOfPercent): boolean =>
  value * 10_000 < passMark * max;

const byMark = (
  script: Script,
  { max }: Marked,
  passMark: HundredthsOfPercent,
  { nearPass }: ModerationRules,
  highest: Hundredths,
): readonly SampleReason[] => {
  const { value, missesCriterion } = script;
  const reasons: SampleReason[] = [];
  if (isBelowPass(value, max, passMark)) reasons.push('below-pass');
  if (missesCriterion) reasons.push('must-pass');
  if (Math.abs(value * 10_000 - passMark * max) <= nearPass * 10_000) reasons.push('near-pass');
  if (value === highest) reasons.push('highest');
  return reasons;
};

/** What a sample is drawn by. The pass mark is in hundredths of a per cent of the assignment's maximum. */
export type SampleDraw = {
  readonly assignment: Marked;
  readonly passMark: HundredthsOfPercent;
  readonly rules: ModerationRules;
  readonly seed: number;
};

/**
 * Draws the sample of a batch (domain.md 4): max(⌈√n⌉, k of each marker) by lot ∪ all fails ∪ all near the pass mark ∪ the highest; the whole batch
 * where it is small. The same scripts and seed give the same sample, in whatever order the scripts come. In the order of the enrolment ids.
 */
export const drawSample = (scripts: readonly Script[], draw: SampleDraw): readonly SampledScript[] => {
  const { assignment, passMark, rules, seed } = draw;
  const sorted = scripts.toSorted((a, b) => inOrder(a.enrolmentId, b.enrolmentId));
  const whole = sorted.length <= rules.wholeUpTo;
  const lot = whole ? new Map<EnrolmentId, SampleReason>() : byLot(sorted, rules.perMarker, seededRandom(seed));
  const highest = sorted.reduce((most, { value }) => Math.max(most, value), 0);
  return sorted.flatMap((script): readonly SampledScript[] => {
    const drawn = lot.get(script.enrolmentId);
    const reasons: ReadonlySet<SampleReason> = new Set([
      ...(whole ? (['whole'] as const) : []),
      ...(drawn === undefined ? [] : [drawn]),
      ...byMark(script, assignment, passMark, rules, highest),
    ]);
    if (reasons.size === 0) return [];
    return [{ enrolmentId: script.enrolmentId, reasons: sampleReasons.filter((reason) => reasons.has(reason)) }];
  });
};

/** How many scripts of a sample are there for each reason; one script may count for several. */
export const countReasons = (sample: readonly SampledScript[]): ReadonlyMap<SampleReason, number> => {
  const counts = new Map<SampleReason, number>();
  for (const name of sampleReasons) {
    const count = sample.filter(({ reasons }) => reasons.includes(name)).length;
    if (count > 0) counts.set(name, count);
  }
  return counts;
};

import type { IsoDate } from '#shared/lib/dates.ts';
import { addDays, daysBetween } from '#shared/lib/dates.ts';
import type { Attempt, AttemptState, Cell, Hundredths } from './marks.ts';
import type { Assignment, Criterion, ProgrammeRules } from './programmes.ts';

/** Hundredths of a mark cut into ten thousand parts: penalties and caps in hundredths of a per cent are whole numbers of these. */
export type MarkParts = number;

/** How many parts a hundredth of a mark has. */
export const partsPerHundredth = 10_000;

/** One attempt that counts with a mark. `value` is rounded for showing; sums use `parts`. */
export type CountedMark = {
  readonly kind: 'mark';
  readonly value: Hundredths;
  readonly parts: MarkParts;
  /** The mark as given, before penalty and cap. */
  readonly raw: Hundredths;
  /** 1 for the first submission. */
  readonly attemptNumber: number;
  readonly attempt: Attempt;
  readonly lateDays: number;
  /** Taken off for lateness, rounded for showing. */
  readonly penalty: Hundredths;
  /** True where the cap at the pass mark took something off. */
  readonly capped: boolean;
  /** A later attempt has arrived and has no mark yet: the final mark may still change. */
  readonly pending: boolean;
  /** The best of the attempts with more marks that do not count because they miss a must-pass criterion that this one does not miss. */
  readonly insteadOf?: { readonly attemptNumber: number; readonly value: Hundredths; readonly criterion: Criterion };
};

/** What an assignment's marks are judged by: its maximum and the criteria of its rubric where it has one. */
type Rubric = Pick<Assignment, 'max'> & Partial<Pick<Assignment, 'criteria'>>;

/**
 * What a cell counts as (domain.md 3). `none`: nothing to count yet. `too-late` says that the late rule, not a person, made it NS.
 * `held` and `extended` hide whatever mark stands below them until they are lifted.
 */
export type EffectiveMark =
  | CountedMark
  | { readonly kind: 'none'; readonly state: Exclude<AttemptState, 'marked' | 'moderated' | 'released'> }
  | { readonly kind: 'not-submitted'; readonly tooLate: boolean; readonly lateDays: number }
  | { readonly kind: 'excused' }
  | { readonly kind: 'held' }
  | { readonly kind: 'extended'; readonly to: IsoDate | undefined };

const later = (a: IsoDate | undefined, b: IsoDate | undefined): IsoDate | undefined =>
  a === undefined || (b !== undefined && b > a) ? b : a;

/**
 * The day by which an attempt (index 0 is the first) must arrive: the assignment's due date for the first, for later ones the end of the
 * window that opens when the one before was returned; an extension to a later day counts instead. Undefined where no day was set.
 */
export const dueDateOf = (
  cell: Pick<Cell, 'attempts' | 'extendedTo'>,
  index: number,
  rules: Pick<ProgrammeRules, 'resubmissionDays'>,
  due: IsoDate | undefined,
): IsoDate | undefined => {
  if (index === 0) return due === undefined ? undefined : later(due, cell.extendedTo);
  const returned = cell.attempts[index - 1]?.returned;
  const granted = cell.attempts[index]?.extendedTo ?? cell.extendedTo;
  return returned === undefined ? undefined : later(addDays(returned, rules.resubmissionDays), granted);
};

/** Days after the due date on which an attempt arrived, by its received date and never by its marked date: couriers are slow. */
export const lateDaysOf = (
  cell: Pick<Cell, 'attempts' | 'extendedTo'>,
  index: number,
  rules: Pick<ProgrammeRules, 'resubmissionDays'>,
  due: IsoDate | undefined,
): number => {
  const received = cell.attempts[index]?.received;
  const by = dueDateOf(cell, index, rules, due);
  return received === undefined || by === undefined || received <= by ? 0 : daysBetween(by, received);
};

/** What one attempt comes to by itself: too late to count, or a mark less its penalty and capped. */
export type JudgedAttempt =
  { readonly tooLate: true; readonly lateDays: number } | (Omit<CountedMark, 'pending'> & { readonly tooLate: false });

/** What the attempt at an index (0 is the first) comes to by itself; undefined where it has no mark. */
export const judgeAttempt = (
  cell: Cell,
  index: number,
  assignment: Pick<Assignment, 'max'>,
  rules: ProgrammeRules,
  due: IsoDate | undefined,
): JudgedAttempt | undefined => {
  const attempt = cell.attempts[index];
  const raw = attempt?.value;
  if (attempt === undefined || raw === undefined) return undefined;
  const lateDays = lateDaysOf(cell, index, rules, due);
  const accepted = cell.lateOverride === true || attempt.lateAccepted !== undefined;
  if (lateDays > rules.lastLateDay && !accepted) return { tooLate: true, lateDays };
  const full = raw * partsPerHundredth;
  const taken = Math.min(full, rules.latePenaltyPerDay * Math.min(lateDays, rules.lastLateDay) * assignment.max);
  const cap = rules.passMark * assignment.max;
  const capped = rules.attemptPolicy === 'best-capped' && index > 0 && full - taken > cap;
  const parts = capped ? cap : full - taken;
  return {
    tooLate: false,
    kind: 'mark',
    value: Math.floor((parts + partsPerHundredth / 2) / partsPerHundredth),
    parts,
    raw,
    attemptNumber: index + 1,
    attempt,
    lateDays,
    penalty: Math.floor((taken + partsPerHundredth / 2) / partsPerHundredth),
    capped,
  };
};

/** The first must-pass criterion that an attempt was given too little for; criteria that nobody keyed are not held against it. */
const missedCriterion = ({ criteria }: Attempt, rubric: Rubric): Criterion | undefined =>
  rubric.criteria?.find(({ id, mustPass }) => {
    const keyed = criteria?.[id];
    return mustPass !== undefined && keyed !== undefined && keyed < mustPass;
  });

type Countable = Extract<JudgedAttempt, { tooLate: false }>;

/** The attempt that counts: the last, or the best of those that miss no must-pass criterion, or the best of all where each misses one. */
const chosenOf = (
  countable: readonly Countable[],
  rubric: Rubric,
  { attemptPolicy }: ProgrammeRules,
): Countable | undefined => {
  if (attemptPolicy === 'last') return countable.at(-1);
  const best = (list: readonly Countable[]): Countable | undefined =>
    list.reduce<Countable | undefined>(
      (found, one) => (found !== undefined && found.parts >= one.parts ? found : one),
      undefined,
    );
  const [most, first] = [
    best(countable),
    best(countable.filter(({ attempt }) => missedCriterion(attempt, rubric) === undefined)),
  ];
  const criterion = most === undefined ? undefined : missedCriterion(most.attempt, rubric);
  if (most === undefined || first === undefined || criterion === undefined || most.parts <= first.parts)
    return first ?? most;
  return { ...first, insteadOf: { attemptNumber: most.attemptNumber, value: most.value, criterion } };
};

const pendingStates: ReadonlySet<AttemptState> = new Set(['received', 'with-marker']);

const isPending = (cell: Cell, counted: number): boolean =>
  cell.attempts.some(
    (attempt, index) => index >= counted && attempt.value === undefined && pendingStates.has(attempt.state),
  );

const withoutMark = (cell: Cell): EffectiveMark => {
  const last = cell.attempts.at(-1);
  if (last?.state === 'with-marker') return { kind: 'none', state: 'with-marker' };
  return { kind: 'none', state: last?.state === 'received' || last?.received !== undefined ? 'received' : 'awaited' };
};

/**
 * What a cell counts as under the rules: outcomes first, then the attempt that the policy chooses, less its late penalty, capped at the pass
 * mark where the policy caps resubmissions. Where the best attempt counts, one that misses no must-pass criterion counts before one that misses any,
 * whatever their marks: else a resubmission that meets it could never take the place of a better first attempt. A penalty takes rate × days × maximum
 * and never more than the mark; after the last late day the attempt counts as not submitted, unless overridden: then the penalty of the last late day
 * stands. A resubmission that came too late leaves the earlier attempts as they are. `due` is the cohort's due date of the assignment.
 */
export const effectiveMark = (
  cell: Cell | undefined,
  assignment: Rubric,
  rules: ProgrammeRules,
  due: IsoDate | undefined,
): EffectiveMark => {
  if (cell === undefined) return { kind: 'none', state: 'awaited' };
  if (cell.outcome === 'NS') return { kind: 'not-submitted', tooLate: false, lateDays: 0 };
  if (cell.outcome === 'EX') return { kind: 'excused' };
  if (cell.outcome === 'HOLD') return { kind: 'held' };
  if (cell.outcome === 'DEF') return { kind: 'extended', to: cell.extendedTo };
  const countable: Countable[] = [];
  let tooLate: number | undefined;
  for (let index = 0; index < cell.attempts.length; index += 1) {
    const judged = judgeAttempt(cell, index, assignment, rules, due);
    if (judged?.tooLate === true) tooLate = judged.lateDays;
    else if (judged !== undefined) countable.push(judged);
  }
  const chosen = countable.length > 1 ? chosenOf(countable, assignment, rules) : countable[0];
  if (chosen !== undefined) {
    const { tooLate: _within, ...mark } = chosen;
    return { ...mark, pending: isPending(cell, chosen.attemptNumber) };
  }
  return tooLate === undefined || isPending(cell, 0)
    ? withoutMark(cell)
    : { kind: 'not-submitted', tooLate: true, lateDays: tooLate };
};

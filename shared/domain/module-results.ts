import type { Cohort } from './cohorts.ts';
import type { EffectiveMark } from './effective-marks.ts';
import { effectiveMark, partsPerHundredth } from './effective-marks.ts';
import type { Fraction } from './fractions.ts';
import { add, divide, fraction, fromDecimal, multiply, toTenths, zero } from './fractions.ts';
import type { MarkSheet } from './marks.ts';
import type { Enrolment } from './people.ts';
import { rulesOf } from './programme-rules.ts';
import type { Assignment, Criterion, Module, ProgrammeRules, ProgrammeVersion } from './programmes.ts';

/** A per cent in tenths, an integer: 67.5 % is 675. */
export type TenthsOfPercent = number;

/** One assignment of a module with what its cell counts as. */
export type ItemResult = { readonly assignment: Assignment; readonly mark: EffectiveMark };

/** A must-pass criterion of an attempt that counts: below its minimum, or never keyed and so not checked. */
export type CriterionFinding = {
  readonly assignment: Assignment;
  readonly criterion: Criterion;
  readonly mark: number | undefined;
};

/**
 * Where a module stands: `open` no final mark yet, `below` the pass mark, `criterion` a must-pass criterion failed, `sign-off` passed in marks
 * but not signed off by the site supervisor, `passed`.
 */
export type Verdict = 'open' | 'below' | 'criterion' | 'sign-off' | 'passed';

/**
 * The computed result of a module. `soFar` and `final` are rounded once, half up, from the exact shares; `final` is absent while anything is
 * awaited, held, extended or a resubmission waits for its mark. The figure shown is the figure that counts: `final` itself is compared with
 * the pass mark, so that 49.95 %, shown as 50.0 %, has passed.
 */
export type ModuleResult = {
  readonly module: Module;
  readonly items: readonly ItemResult[];
  readonly soFar?: TenthsOfPercent;
  readonly final?: TenthsOfPercent;
  readonly exactSoFar?: Fraction;
  readonly exactFinal?: Fraction;
  readonly verdict: Verdict;
  /** Points missing to the pass mark, in hundredths of a per cent; 0 where reached or open. */
  readonly missingPoints: number;
  readonly failedCriteria: readonly CriterionFinding[];
  /** Must-pass criteria that nobody keyed (a total typed or imported): the result stands, and says so. */
  readonly uncheckedCriteria: readonly CriterionFinding[];
};

/** All module results of one learner and the overall from the exact module results; `overall` is absent while any module is open. */
export type LearnerResult = {
  readonly modules: readonly ModuleResult[];
  readonly soFar?: TenthsOfPercent;
  readonly overall?: TenthsOfPercent;
  readonly exactOverall?: Fraction;
};

/** What results are computed from. A learner without a sheet has nothing but awaited cells. */
export type ResultInput = {
  readonly programme: Pick<ProgrammeVersion, 'modules' | 'rules'>;
  readonly cohort: Pick<Cohort, 'due' | 'ruleOverrides'>;
  readonly sheet: Pick<MarkSheet, 'cells'> | undefined;
  readonly enrolment?: Pick<Enrolment, 'signedOff'>;
};

type Weighted = { readonly weight: number; readonly share: Fraction };

/** Σ weight × share ÷ Σ weight, exactly; weights need not sum to 100. Undefined where nothing has weight. */
export const weightedShare = (parts: readonly Weighted[]): Fraction | undefined => {
  let sum = zero;
  let weights = zero;
  for (const part of parts) {
    const weight = fromDecimal(part.weight);
    sum = add(sum, multiply(weight, part.share));
    weights = add(weights, weight);
  }
  return weights.n <= 0n ? undefined : divide(sum, weights);
};

/** The exact share of an item's maximum that its mark is. */
export const shareOf = (item: ItemResult): Fraction =>
  item.mark.kind === 'mark'
    ? fraction(BigInt(item.mark.parts), BigInt(item.assignment.max) * BigInt(partsPerHundredth))
    : zero;

/** True where the item counts in the final mark: it has a mark, or it is NS and counts 0. */
export const countsInFinal = (item: ItemResult): boolean =>
  item.mark.kind === 'mark' || item.mark.kind === 'not-submitted';

/** True where the final mark has to wait for the item. */
export const isOpen = (item: ItemResult): boolean =>
  item.mark.kind === 'none' ||
  item.mark.kind === 'held' ||
  item.mark.kind === 'extended' ||
  (item.mark.kind === 'mark' && item.mark.pending);

const weighted = (items: readonly ItemResult[]): readonly Weighted[] =>
  items.map((item) => ({ weight: item.assignment.weight, share: shareOf(item) }));

const mustPass = (
  items: readonly ItemResult[],
): { readonly failed: CriterionFinding[]; readonly unchecked: CriterionFinding[] } => {
  const found: { readonly failed: CriterionFinding[]; readonly unchecked: CriterionFinding[] } = {
    failed: [],
    unchecked: [],
  };
  for (const { assignment, mark } of items) {
    if (mark.kind !== 'mark') continue;
    for (const criterion of assignment.criteria) {
      if (criterion.mustPass === undefined) continue;
      const keyed = mark.attempt.criteria?.[criterion.id];
      if (keyed === undefined) found.unchecked.push({ assignment, criterion, mark: undefined });
      else if (keyed < criterion.mustPass) found.failed.push({ assignment, criterion, mark: keyed });
    }
  }
  return found;
};

/** So far and final are one sum where nothing is NS; it is then added up only once. */
const finalShare = (items: readonly ItemResult[], exactSoFar: Fraction | undefined): Fraction | undefined =>
  items.some((item) => item.mark.kind === 'not-submitted')
    ? weightedShare(weighted(items.filter(countsInFinal)))
    : exactSoFar;

const missingTo = (final: TenthsOfPercent | undefined, rules: ProgrammeRules): number =>
  final === undefined ? 0 : Math.max(0, rules.passMark - final * 10);

/**
 * The result of a module (domain.md 3). So far: Σ wᵢ·mᵢ/maxᵢ ÷ Σ wᵢ over items with a mark. Final: the same with NS as 0; EX is in neither sum.
 */
export const moduleResult = (
  module: Module,
  input: ResultInput,
  rules: ProgrammeRules = rulesOf(input.cohort, input.programme),
): ModuleResult => {
  const { cohort, sheet, enrolment } = input;
  const items = module.assignments.map((assignment): ItemResult => ({
    assignment,
    mark: effectiveMark(sheet?.cells[assignment.id], assignment, rules, cohort.due[assignment.id]),
  }));
  const exactSoFar = weightedShare(weighted(items.filter((item) => item.mark.kind === 'mark')));
  const exactFinal = items.some(isOpen) ? undefined : finalShare(items, exactSoFar);
  const final = exactFinal === undefined ? undefined : toTenths(exactFinal);
  const criteria = mustPass(items);
  const missingPoints = missingTo(final, rules);
  const verdict = (): Verdict => {
    if (final === undefined) return 'open';
    if (missingPoints > 0) return 'below';
    if (criteria.failed.length > 0) return 'criterion';
    return module.needsSignOff && enrolment?.signedOff?.[module.id] === undefined ? 'sign-off' : 'passed';
  };
  return {
    module,
    items,
    ...(exactSoFar === undefined ? {} : { exactSoFar, soFar: toTenths(exactSoFar) }),
    ...(exactFinal === undefined || final === undefined ? {} : { exactFinal, final }),
    verdict: verdict(),
    missingPoints,
    failedCriteria: criteria.failed,
    uncheckedCriteria: criteria.unchecked,
  };
};

const overModules = (
  modules: readonly ModuleResult[],
  exact: (result: ModuleResult) => Fraction | undefined,
): Fraction | undefined =>
  weightedShare(
    modules.flatMap((result) => {
      const share = exact(result);
      return share === undefined ? [] : [{ weight: result.module.weight, share }];
    }),
  );

/**
 * All results of one learner. The overall is Σ w·final ÷ Σ w over the exact finals of the modules, never over rounded ones, and is rounded once.
 * Pure and cheap: the screens and the jobs compute it anew from the sheet, nothing computed is stored before an award.
 */
export const learnerResult = (input: ResultInput): LearnerResult => {
  const rules = rulesOf(input.cohort, input.programme);
  const modules = input.programme.modules.map((module) => moduleResult(module, input, rules));
  const soFar = overModules(modules, (result) => result.exactSoFar);
  const complete = modules.every((result) => result.exactFinal !== undefined);
  const same = modules.every((result) => result.exactFinal === result.exactSoFar);
  const exactOverall = same ? soFar : overModules(modules, (result) => result.exactFinal);
  return {
    modules,
    ...(soFar === undefined ? {} : { soFar: toTenths(soFar) }),
    ...(exactOverall === undefined || !complete ? {} : { overall: toTenths(exactOverall), exactOverall }),
  };
};

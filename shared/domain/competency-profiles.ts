import { fold } from '#shared/lib/fold.ts';
import type { Competency, CompetencyFramework } from './competencies.ts';
import { effectiveMark } from './effective-marks.ts';
import type { Hundredths, MarkSheet } from './marks.ts';
import type { ResultInput } from './module-results.ts';
import { rulesOf } from './programme-rules.ts';

/**
 * What was reached of one competency: points of the criteria tied to it over their maxima, in hundredths of a mark. `criteria`: how many criterion
 * marks went in; `learners`: of how many learners. `low` and `high`: the lowest and highest share of a learner, where there are several.
 */
export type CompetencyShare = {
  readonly competency: Competency;
  readonly reached: Hundredths;
  readonly max: Hundredths;
  readonly criteria: number;
  readonly learners: number;
  readonly low?: number;
  readonly high?: number;
};

/** The rules and the rubric by which sheets are read. */
export type ProfileInput = Pick<ResultInput, 'programme' | 'cohort'> & {
  readonly framework: Pick<CompetencyFramework, 'competencies'>;
};

type Sum = { readonly reached: Hundredths; readonly max: Hundredths; readonly criteria: number };

const nothing: Sum = { reached: 0, max: 0, criteria: 0 };

/** Per competency code (folded), what one learner reached in the attempts that count. */
const sumsOf = (sheet: Pick<MarkSheet, 'cells'>, { programme, cohort }: ProfileInput): ReadonlyMap<string, Sum> => {
  const rules = rulesOf(cohort, programme);
  const sums = new Map<string, Sum>();
  for (const assignment of programme.modules.flatMap(({ assignments }) => assignments)) {
    if (!assignment.criteria.some(({ competency }) => competency !== undefined)) continue;
    const mark = effectiveMark(sheet.cells[assignment.id], assignment, rules, cohort.due[assignment.id]);
    if (mark.kind !== 'mark') continue;
    for (const { id, max, competency } of assignment.criteria) {
      const value = mark.attempt.criteria?.[id];
      if (competency === undefined || value === undefined) continue;
      const before = sums.get(fold(competency)) ?? nothing;
      sums.set(fold(competency), {
        reached: before.reached + value,
        max: before.max + max,
        criteria: before.criteria + 1,
      });
    }
  }
  return sums;
};

const shareOfSum = ({ reached, max }: Sum): number => (max === 0 ? 0 : reached / max);

/**
 * The competency profile of one or more learners, in the order of the framework: the points reached of those that could be reached, over the criterion
 * marks of the attempts that count, as the marker gave them (no late penalty, no cap). What is not submitted, excused, on hold or not marked by
 * criteria adds to neither.
 */
export const competencyProfile = (
  sheets: readonly Pick<MarkSheet, 'cells'>[],
  input: ProfileInput,
): readonly CompetencyShare[] => {
  const learners = sheets.map((sheet) => sumsOf(sheet, input));
  return input.framework.competencies.map((competency) => {
    const own = learners.flatMap((sums) => sums.get(fold(competency.code)) ?? []);
    const shares = own.map(shareOfSum);
    return {
      competency,
      reached: own.reduce((sum, { reached }) => sum + reached, 0),
      max: own.reduce((sum, { max }) => sum + max, 0),
      criteria: own.reduce((sum, { criteria }) => sum + criteria, 0),
      learners: own.length,
      ...(own.length > 1 ? { low: Math.min(...shares), high: Math.max(...shares) } : {}),
    };
  });
};

/** The share reached in tenths of a per cent, rounded once, half up; undefined where nothing was marked. */
export const shareInTenths = ({ reached, max }: Pick<CompetencyShare, 'reached' | 'max'>): number | undefined =>
  max === 0 ? undefined : Math.floor((reached * 2000 + max) / (2 * max));

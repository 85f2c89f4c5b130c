import { fold } from '#shared/lib/fold.ts';
import { effectiveMark } from './effective-marks.ts';
import { inLanguage } from './languages.ts';
import type { LocalText } from './languages.ts';
import type { Hundredths, MarkSheet } from './marks.ts';
import type { ResultInput } from './module-results.ts';
import { rulesOf } from './programme-rules.ts';

/** What a learner reached of one criterion wherever it was marked: points and their maxima in hundredths of a mark, and the numbers of the modules. */
export type CriterionResult = {
  readonly title: LocalText;
  readonly modules: readonly number[];
  readonly reached: Hundredths;
  readonly max: Hundredths;
};

type Input = Pick<ResultInput, 'programme' | 'cohort'>;

/**
 * The points of each criterion over the attempts that count, as the marker gave them (no late penalty, no cap), in the order of the programme.
 * Criteria of the same title are one. What is not submitted, excused, on hold or not marked by criteria adds nothing.
 */
export const criterionResults = (
  sheet: Pick<MarkSheet, 'cells'>,
  { programme, cohort }: Input,
): readonly CriterionResult[] => {
  const rules = rulesOf(cohort, programme);
  const found = new Map<string, CriterionResult>();
  for (const { number, assignments } of programme.modules)
    for (const assignment of assignments) {
      const mark = effectiveMark(sheet.cells[assignment.id], assignment, rules, cohort.due[assignment.id]);
      if (mark.kind !== 'mark') continue;
      for (const { id, title, max } of assignment.criteria) {
        const value = mark.attempt.criteria?.[id];
        if (value === undefined) continue;
        const key = fold(inLanguage(title, 'en'));
        const before = found.get(key) ?? { title, modules: [], reached: 0, max: 0 };
        found.set(key, {
          title: before.title,
          modules: [...new Set([...before.modules, number])],
          reached: before.reached + value,
          max: before.max + max,
        });
      }
    }
  return [...found.values()];
};

/** The number of the attempt that counts, the highest of a module's assignments, by module number. Modules without a mark have none. */
export const attemptsByModule = (
  sheet: Pick<MarkSheet, 'cells'>,
  { programme, cohort }: Input,
): ReadonlyMap<number, number> => {
  const rules = rulesOf(cohort, programme);
  return new Map(
    programme.modules.flatMap(({ number, assignments }) => {
      const attempts = assignments.flatMap((assignment) => {
        const mark = effectiveMark(sheet.cells[assignment.id], assignment, rules, cohort.due[assignment.id]);
        return mark.kind === 'mark' ? [mark.attemptNumber] : [];
      });
      return attempts.length === 0 ? [] : [[number, Math.max(...attempts)] as const];
    }),
  );
};

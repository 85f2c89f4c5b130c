import type { Failure, Result } from '#shared/lib/result.ts';
import { fail, ok } from '#shared/lib/result.ts';
import type { Hundredths, MarkSheet } from './marks.ts';
import type { Assignment, Criterion } from './programmes.ts';

/** Why criteria cannot be as they were written; each has a message `errors.<code>`. Marks in the details are whole marks, not hundredths. */
export type CriteriaFailure = Failure<
  'criteria-title' | 'criteria-max' | 'criteria-least' | 'criteria-sum' | 'criteria-marks' | 'criteria-used'
>;

type KeyedMark = { readonly criterion: string; readonly value: Hundredths };

const keyedMarks = (assignment: Assignment, sheets: readonly Pick<MarkSheet, 'cells'>[]): readonly KeyedMark[] =>
  sheets.flatMap(({ cells }) =>
    (cells[assignment.id]?.attempts ?? []).flatMap((attempt) =>
      Object.entries(attempt.criteria ?? {}).map(([criterion, value]) => ({ criterion, value })),
    ),
  );

const written = (assignment: Assignment, criteria: readonly Criterion[]): CriteriaFailure | undefined => {
  for (const [index, { title, max, mustPass }] of criteria.entries()) {
    const number = index + 1;
    if (title.en.trim() === '') return { code: 'criteria-title', details: { number } };
    if (!Number.isInteger(max) || max <= 0) return { code: 'criteria-max', details: { number } };
    if (mustPass !== undefined && (!Number.isInteger(mustPass) || mustPass < 0 || mustPass > max))
      return { code: 'criteria-least', details: { number, max: max / 100 } };
  }
  const sum = criteria.reduce((total, { max }) => total + max, 0);
  return criteria.length === 0 || sum === assignment.max
    ? undefined
    : { code: 'criteria-sum', details: { sum: sum / 100, max: assignment.max / 100 } };
};

/**
 * Checks the criteria of an assignment against themselves and against the criterion marks that were keyed: every title and maximum is there, the maxima
 * add up to the assignment's, and no keyed mark is left without its criterion (`criteria-used`), above a new maximum, or short of a criterion that
 * was added beside it (`criteria-marks`). Titles, least marks and ties change freely.
 */
export const changeCriteria = (
  assignment: Assignment,
  criteria: readonly Criterion[],
  sheets: readonly Pick<MarkSheet, 'cells'>[],
): Result<Assignment, CriteriaFailure> => {
  const problem = written(assignment, criteria);
  if (problem !== undefined) return { ok: false, error: problem };
  const marks = keyedMarks(assignment, sheets);
  const maxOf = new Map<string, Hundredths>(criteria.map(({ id, max }) => [id, max]));
  const lost = marks.filter(({ criterion }) => !maxOf.has(criterion)).length;
  if (lost > 0) return fail('criteria-used', { count: lost });
  const above = marks.filter(({ criterion, value }) => value > (maxOf.get(criterion) ?? 0)).length;
  const added = criteria.some(({ id }) => !assignment.criteria.some((before) => before.id === id));
  if (above > 0 || (added && marks.length > 0))
    return fail('criteria-marks', { count: above > 0 ? above : marks.length });
  return ok({ ...assignment, criteria });
};

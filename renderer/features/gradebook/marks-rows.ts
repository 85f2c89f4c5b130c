import type { CohortLearner } from '#renderer/db/repositories/marks.ts';
import type { Risk } from '#shared/domain/at-risk.ts';
import { risksOf } from '#shared/domain/at-risk.ts';
import type { CellLook } from '#shared/domain/cell-looks.ts';
import { lookOf } from '#shared/domain/cell-looks.ts';
import type { AssignmentId } from '#shared/domain/ids.ts';
import type { MarkSheet } from '#shared/domain/marks.ts';
import type { LearnerResult } from '#shared/domain/module-results.ts';
import { learnerResult } from '#shared/domain/module-results.ts';
import type { Enrolment, EnrolmentStatus } from '#shared/domain/people.ts';
import { fullName, isCurrent } from '#shared/domain/people.ts';
import { rulesOf } from '#shared/domain/programme-rules.ts';
import type { MarksContext, MarksRow } from './marks-row.ts';
import type { RowFacts } from './row-facts.ts';
import { factsOf } from './row-facts.ts';

export const makeContext = (parts: Omit<MarksContext, 'rules'>): MarksContext => ({
  ...parts,
  rules: rulesOf(parts.cohort, parts.programme),
});

/** What a row shows, computed once for each state of its sheet. */
export type RowView = { readonly result: LearnerResult; readonly looks: ReadonlyMap<AssignmentId, CellLook> };

const neverBegan: ReadonlySet<EnrolmentStatus> = new Set(['applied', 'waitlisted', 'declined']);

/** Everyone who is or was a learner of the cohort, by name in the order of the language. */
export const orderLearners = (learners: readonly CohortLearner[], language: string): readonly CohortLearner[] => {
  const { compare } = new Intl.Collator(language, { sensitivity: 'base', numeric: true });
  return learners
    .filter(({ enrolment }) => !neverBegan.has(enrolment.status))
    .map((learner) => ({ learner, name: fullName(learner.person) }))
    .sort((a, b) => compare(a.name, b.name) || (a.learner.enrolment.id < b.learner.enrolment.id ? -1 : 1))
    .map(({ learner }) => learner);
};

/** True where nothing may be keyed: the learner left. */
export const isLocked = (enrolment: Pick<Enrolment, 'status'>): boolean => !isCurrent(enrolment.status);

/** A row; the one before is kept where nothing has changed. */
export const makeRow = (
  learner: CohortLearner,
  sheet: MarkSheet | undefined,
  before: MarksRow | undefined,
): MarksRow =>
  before !== undefined && before.learner === learner && before.sheet === sheet
    ? before
    : { id: learner.enrolment.id, learner, name: fullName(learner.person), locked: isLocked(learner.enrolment), sheet };

const viewOf = (row: MarksRow, { cohort, programme, rules, today }: MarksContext): RowView => {
  const result = learnerResult({ programme, cohort, sheet: row.sheet, enrolment: row.learner.enrolment });
  const looks = new Map<AssignmentId, CellLook>();
  for (const module of result.modules) {
    const released = cohort.released[module.module.id] !== undefined;
    for (const { assignment, mark } of module.items) {
      const situation = { assignment, rules, due: cohort.due[assignment.id], today, released };
      looks.set(assignment.id, lookOf(row.sheet?.cells[assignment.id], mark, situation));
    }
  }
  return { result, looks };
};

const risksIn = (row: MarksRow, { cohort, programme, attendance, today, language }: MarksContext): readonly Risk[] =>
  row.locked
    ? []
    : risksOf(
        {
          programme,
          cohort,
          sheet: row.sheet,
          register: attendance.registers.get(row.id),
          sessions: attendance.sessions,
          today,
        },
        language,
      );

/** Views, facts and risks of rows, computed when first asked for and kept as long as the row. */
export type RowCache = {
  readonly view: (row: MarksRow) => RowView;
  readonly facts: (row: MarksRow) => RowFacts;
  readonly risks: (row: MarksRow) => readonly Risk[];
};

const remember = <T>(compute: (row: MarksRow) => T): ((row: MarksRow) => T) => {
  const known = new WeakMap<MarksRow, T>();
  return (row) => {
    const found = known.get(row);
    if (found !== undefined) return found;
    const made = compute(row);
    known.set(row, made);
    return made;
  };
};

export const makeRowCache = (context: MarksContext): RowCache => ({
  view: remember((row) => viewOf(row, context)),
  facts: remember((row) => factsOf(row, context)),
  risks: remember((row) => risksIn(row, context)),
});

import type { CohortFrame, CohortLearner } from '#renderer/db/repositories/marks.ts';
import type { CellLook } from '#shared/domain/cell-looks.ts';
import { lookOf } from '#shared/domain/cell-looks.ts';
import { effectiveMark } from '#shared/domain/effective-marks.ts';
import type { AssignmentId, EnrolmentId, ModuleId } from '#shared/domain/ids.ts';
import type { MarkSheet } from '#shared/domain/marks.ts';
import type { LearnerResult } from '#shared/domain/module-results.ts';
import { learnerResult } from '#shared/domain/module-results.ts';
import type { Enrolment, EnrolmentStatus } from '#shared/domain/people.ts';
import { fullName, isCurrent } from '#shared/domain/people.ts';
import type { IsoDate } from '#shared/lib/dates.ts';

/** One line of the grid. Its identity changes only when something it shows has changed. */
export type MarksRow = {
  readonly id: EnrolmentId;
  readonly learner: CohortLearner;
  readonly name: string;
  readonly locked: boolean;
  readonly sheet: MarkSheet | undefined;
};

/** What the looks and results of all rows depend on. */
export type MarksContext = Pick<CohortFrame, 'cohort' | 'programme'> & { readonly today: IsoDate };

/** What a row shows, computed once for each state of its sheet. */
export type RowView = { readonly result: LearnerResult; readonly looks: ReadonlyMap<AssignmentId, CellLook> };

/** What a row adds to the counts above the grid. Anomalies: a mark without a received date, or of a script that came after the learner had left. */
export type RowCounts = {
  readonly toMark: number;
  readonly missing: number;
  readonly anomalies: readonly { readonly kind: 'left' | 'undated'; readonly assignmentId: AssignmentId }[];
  readonly begun: ReadonlySet<ModuleId>;
  readonly arrived: ReadonlySet<ModuleId>;
};

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

const viewOf = (row: MarksRow, { cohort, programme, today }: MarksContext): RowView => {
  const result = learnerResult({ programme, cohort, sheet: row.sheet, enrolment: row.learner.enrolment });
  const looks = new Map<AssignmentId, CellLook>();
  for (const module of result.modules) {
    const released = cohort.released[module.module.id] !== undefined;
    for (const { assignment, mark } of module.items) {
      const situation = { assignment, rules: programme.rules, due: cohort.due[assignment.id], today, released };
      looks.set(assignment.id, lookOf(row.sheet?.cells[assignment.id], mark, situation));
    }
  }
  return { result, looks };
};

const countsOf = (row: MarksRow, { cohort, programme, today }: MarksContext): RowCounts => {
  let [toMark, missing] = [0, 0];
  const anomalies: RowCounts['anomalies'][number][] = [];
  const leftOn = row.locked ? row.learner.enrolment.statusOn : undefined;
  const [begun, arrived] = [new Set<ModuleId>(), new Set<ModuleId>()];
  for (const module of programme.modules) {
    for (const assignment of module.assignments) {
      const due = cohort.due[assignment.id];
      const mark = effectiveMark(row.sheet?.cells[assignment.id], assignment, programme.rules, due);
      if (mark.kind === 'mark' || mark.kind === 'not-submitted') begun.add(module.id);
      else if (mark.kind === 'none' && mark.state !== 'awaited') arrived.add(module.id);
      if (mark.kind === 'mark') {
        const came = mark.attempt.received ?? mark.attempt.marked;
        if (leftOn !== undefined && came !== undefined && came > leftOn)
          anomalies.push({ kind: 'left', assignmentId: assignment.id });
        else if (mark.attempt.received === undefined) anomalies.push({ kind: 'undated', assignmentId: assignment.id });
      }
      if (row.locked) continue;
      if ((mark.kind === 'none' && mark.state !== 'awaited') || (mark.kind === 'mark' && mark.pending)) toMark += 1;
      if (mark.kind === 'none' && mark.state === 'awaited' && due !== undefined && due < today) missing += 1;
    }
  }
  return { toMark, missing, anomalies, begun, arrived };
};

/** Views and counts of rows, computed when first asked for and kept as long as the row. */
export type RowCache = { readonly view: (row: MarksRow) => RowView; readonly counts: (row: MarksRow) => RowCounts };

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
  counts: remember((row) => countsOf(row, context)),
});

/** Which rows are shown. */
export type RowFilter = {
  readonly toMark: boolean;
  readonly missing: boolean;
  readonly site: string;
  readonly mentorGroup: string;
};

export const noFilter: RowFilter = { toMark: false, missing: false, site: '', mentorGroup: '' };

/** True where a row passes the filters; filters combine. */
export const passes = (row: MarksRow, filter: RowFilter, cache: RowCache): boolean => {
  const { site, mentorGroup } = row.learner.enrolment;
  if (filter.site !== '' && filter.site !== site) return false;
  if (filter.mentorGroup !== '' && filter.mentorGroup !== mentorGroup) return false;
  if (!filter.toMark && !filter.missing) return true;
  const { toMark, missing } = cache.counts(row);
  return (filter.toMark && toMark > 0) || (filter.missing && missing > 0);
};

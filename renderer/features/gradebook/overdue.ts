import { effectiveMark } from '#shared/domain/effective-marks.ts';
import type { Assignment, Module } from '#shared/domain/programmes.ts';
import type { IsoDate } from '#shared/lib/dates.ts';
import type { MarksContext, MarksRow } from './marks-row.ts';
import { isOverdue } from './row-facts.ts';
import type { Target } from './cell-targets.ts';

/** An assignment of which scripts are still awaited after the day by which they were due. */
export type Overdue = {
  readonly module: Module;
  readonly assignment: Assignment;
  readonly due: IsoDate | undefined;
  readonly targets: readonly Target[];
};

/** What is still awaited after its due date (an extension counts) among these rows; learners who left are passed over. */
export const overdueIn = (
  rows: readonly MarksRow[],
  { programme, cohort, rules, today }: MarksContext,
): readonly Overdue[] =>
  programme.modules.flatMap((module) =>
    module.assignments.flatMap((assignment): readonly Overdue[] => {
      const due = cohort.due[assignment.id];
      const targets = rows.flatMap((row): readonly Target[] => {
        const cell = row.sheet?.cells[assignment.id];
        const mark = effectiveMark(cell, assignment, rules, due);
        return !row.locked && isOverdue(cell, mark, rules, due, today) ? [{ row, module, assignment, cell }] : [];
      });
      return targets.length === 0 ? [] : [{ module, assignment, due, targets }];
    }),
  );

import type { IsoDate } from '#shared/lib/dates.ts';
import { plannedModuleHours } from './attendance-hours.ts';
import type { Cohort } from './cohorts.ts';
import { effectiveMark } from './effective-marks.ts';
import type { MarkSheet } from './marks.ts';
import { rulesOf } from './programme-rules.ts';
import type { Module, ProgrammeVersion } from './programmes.ts';

/** What the scripts of a module are, counted one by one: learners × assignments are `expected`, and every one is in exactly one of the others. */
export type ScriptCounts = {
  readonly expected: number;
  readonly marked: number;
  readonly awaited: number;
  readonly received: number;
  readonly withMarker: number;
  readonly notSubmitted: number;
  readonly excused: number;
  /** On hold or extended to a date. */
  readonly open: number;
};

/** Where a module stands in a cohort. `due` are the different due days of its assignments, the first first; hours are those planned. */
export type ModuleStanding = ScriptCounts & {
  readonly module: Module;
  readonly due: readonly IsoDate[];
  readonly released: IsoDate | undefined;
  readonly hours: number;
};

type Count = Exclude<keyof ScriptCounts, 'expected'>;

const countOf = (mark: ReturnType<typeof effectiveMark>): Count => {
  switch (mark.kind) {
    case 'mark':
      return 'marked';
    case 'not-submitted':
      return 'notSubmitted';
    case 'excused':
      return 'excused';
    case 'held':
    case 'extended':
      return 'open';
    case 'none':
      return mark.state === 'with-marker' ? 'withMarker' : mark.state;
  }
};

const nothing: Readonly<Record<Count, number>> = {
  marked: 0,
  awaited: 0,
  received: 0,
  withMarker: 0,
  notSubmitted: 0,
  excused: 0,
  open: 0,
};

/** Where each module stands, over the mark sheets of the learners who count (undefined: a learner without one). */
export const moduleStandings = (
  programme: Pick<ProgrammeVersion, 'modules' | 'rules'>,
  cohort: Pick<Cohort, 'due' | 'released' | 'ruleOverrides'>,
  sheets: readonly (Pick<MarkSheet, 'cells'> | undefined)[],
): readonly ModuleStanding[] => {
  const rules = rulesOf(cohort, programme);
  return programme.modules.map((module) => {
    const counts = { ...nothing };
    for (const sheet of sheets)
      for (const assignment of module.assignments)
        counts[countOf(effectiveMark(sheet?.cells[assignment.id], assignment, rules, cohort.due[assignment.id]))] += 1;
    return {
      ...counts,
      module,
      expected: sheets.length * module.assignments.length,
      due: [...new Set(module.assignments.flatMap(({ id }) => cohort.due[id] ?? []))].toSorted(),
      released: cohort.released[module.id],
      hours: plannedModuleHours(module),
    };
  });
};

/** True where a module can be released: not yet, and every script is marked, not submitted or excused. */
export const isComplete = ({ expected, marked, notSubmitted, excused }: ScriptCounts): boolean =>
  expected > 0 && marked + notSubmitted + excused === expected;

import type { IsoDate } from '#shared/lib/dates.ts';
import { releaseCell } from './cells.ts';
import type { Cohort } from './cohorts.ts';
import { effectiveMark } from './effective-marks.ts';
import type { AssignmentId, EnrolmentId } from './ids.ts';
import type { Cell, MarkSheet } from './marks.ts';
import { compareSample, findingsOf } from './moderation-comparison.ts';
import { moderationRulesOf } from './moderation-rules.ts';
import type { Script } from './moderation-sample.ts';
import { scriptOf } from './moderation-sample.ts';
import type { Moderation } from './moderation.ts';
import type { Assignment, Module, ProgrammeRules } from './programmes.ts';

/**
 * Where the moderation of an assignment stands: `empty` no script is marked, `not-drawn`, `under-way` marks or agreements are missing, `to-decide` only
 * the verdict is, `accepted`, `re-mark` it went back to be marked again.
 */
export type ModerationState = 'empty' | 'not-drawn' | 'under-way' | 'to-decide' | 'accepted' | 're-mark';

type Sheet = Pick<MarkSheet, 'id' | 'cells'>;

/** The marked scripts of an assignment, in the order of the sheets. */
export const scriptsOf = (
  assignment: Pick<Assignment, 'id' | 'criteria'>,
  sheets: readonly Sheet[],
): readonly Script[] => sheets.flatMap(({ id, cells }) => scriptOf(id, cells[assignment.id], assignment) ?? []);

/** The scripts from which a new sample is drawn: all, or after an accepted batch only those marked since. */
export const scriptsToDraw = (scripts: readonly Script[], moderation: Moderation | undefined): readonly Script[] =>
  [moderation, ...(moderation?.earlier ?? [])].some((round) => round?.verdict?.kind === 'accepted')
    ? scripts.filter(({ state }) => state === 'marked')
    : scripts;

/** Where the moderation of an assignment stands with the scripts that are marked now. */
export const moderationState = (
  moderation: Moderation | undefined,
  scripts: readonly Script[],
  assignment: Pick<Assignment, 'max'>,
  rules: ProgrammeRules,
): ModerationState => {
  if (moderation === undefined) return scripts.length === 0 ? 'empty' : 'not-drawn';
  if (moderation.verdict !== undefined) return moderation.verdict.kind;
  const own = moderationRulesOf(rules);
  const comparisons = compareSample(moderation, scripts, assignment.max, own);
  return findingsOf(comparisons, assignment.max, own).finished ? 'to-decide' : 'under-way';
};

/** Why a cell has no mark that could be released. */
export type Unreleased = 'awaited' | 'received' | 'with-marker' | 'resubmission' | 'held' | 'extended';

/** A cell that a release leaves out. */
export type ReleaseGap = {
  readonly enrolmentId: EnrolmentId;
  readonly assignmentId: AssignmentId;
  readonly why: Unreleased;
};

/** What a release of a module would do, and what is missing before it (domain.md 4). */
export type ReleaseCheck = {
  /** Cells with a mark that is not released yet. */
  readonly ready: number;
  readonly gaps: readonly ReleaseGap[];
  /** Assignments whose moderation is not finished. */
  readonly unmoderated: readonly { readonly assignment: Assignment; readonly state: ModerationState }[];
};

/** What a release is checked against; the sheets are those of the current learners, a learner without one has an empty one. */
export type ReleaseInput = {
  readonly cohort: Pick<Cohort, 'due'>;
  readonly rules: ProgrammeRules;
  readonly sheets: readonly Sheet[];
  readonly moderations: ReadonlyMap<AssignmentId, Moderation>;
};

const isReady = ({ outcome, attempts }: Cell): boolean =>
  outcome === undefined && attempts.some(({ value, state }) => value !== undefined && state !== 'released');

const gapOf = (
  cell: Cell | undefined,
  assignment: Assignment,
  { rules, cohort }: ReleaseInput,
): Unreleased | undefined => {
  const mark = effectiveMark(cell, assignment, rules, cohort.due[assignment.id]);
  switch (mark.kind) {
    case 'none':
      return mark.state;
    case 'held':
    case 'extended':
      return mark.kind;
    case 'mark':
      return mark.pending ? 'resubmission' : undefined;
    default:
      return undefined;
  }
};

/** Looks at a module before its marks are released: what is ready, and what is unmarked, on hold, extended or not moderated. */
export const checkRelease = (module: Module, input: ReleaseInput): ReleaseCheck => {
  const { sheets, moderations, rules } = input;
  const cells = module.assignments.flatMap((assignment) =>
    sheets.map(({ id, cells: own }) => ({ id, assignment, cell: own[assignment.id] })),
  );
  return {
    ready: cells.filter(({ cell }) => cell !== undefined && isReady(cell)).length,
    gaps: cells.flatMap(({ id, assignment, cell }) => {
      const why = gapOf(cell, assignment, input);
      return why === undefined ? [] : [{ enrolmentId: id, assignmentId: assignment.id, why }];
    }),
    unmoderated: module.assignments.flatMap((assignment) => {
      const state = moderationState(moderations.get(assignment.id), scriptsOf(assignment, sheets), assignment, rules);
      return state === 'accepted' || state === 'empty' ? [] : [{ assignment, state }];
    }),
  };
};

/** The sheet after a release of a module on a day: its marked attempts are released, whatever was released before stays. */
export const releaseSheet = (sheet: MarkSheet, module: Pick<Module, 'assignments'>, on: IsoDate): MarkSheet => {
  const released = module.assignments.flatMap(({ id }) => {
    const cell = sheet.cells[id];
    return cell === undefined || !isReady(cell) ? [] : [[id, releaseCell(cell, on)] as const];
  });
  return released.length === 0 ? sheet : { ...sheet, cells: { ...sheet.cells, ...Object.fromEntries(released) } };
};

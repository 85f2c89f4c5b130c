import type { Json } from '#shared/lib/json.ts';
import { describeCellChange } from './cell-changes.ts';
import { changesReleased } from './cells.ts';
import type { ChangeSet, FieldPatch, Reason } from './change-sets.ts';
import { stampOf } from './change-sets.ts';
import { clockTime } from './clock.ts';
import type { AssignmentId, CohortId, EnrolmentId, ModuleId } from './ids.ts';
import type { Cell, Hundredths, Outcome } from './marks.ts';
import type { Message } from './message.ts';
import type { Module } from './programmes.ts';

/** What a cell told the learner: its outcome, or the raw mark of its last attempt with a mark; undefined where it told nothing. */
export type Told = { readonly outcome: Outcome } | { readonly mark: Hundredths; readonly attempt: number };

/** One change of a released mark, as the change log has it. `at` is milliseconds since 1970 by the clock of the device. */
export type GradeChange = {
  readonly stamp: string;
  readonly at: number;
  readonly by: string;
  readonly device: string;
  readonly enrolmentId: EnrolmentId;
  readonly assignmentId: AssignmentId;
  readonly from: Told | undefined;
  readonly to: Told | undefined;
  /** The change in words, days and criteria among them. */
  readonly details: readonly Message[];
  /** The reason that the person gave, where there is one. */
  readonly note: string | undefined;
  readonly why: Reason;
  readonly kind: ChangeSet['kind'];
};

const toldBy = (cell: Cell | undefined): Told | undefined => {
  if (cell === undefined) return undefined;
  if (cell.outcome !== undefined) return { outcome: cell.outcome };
  const index = cell.attempts.findLastIndex(({ value }) => value !== undefined);
  const mark = cell.attempts[index]?.value;
  return mark === undefined ? undefined : { mark, attempt: index + 1 };
};

const cellIn = (value: Json | undefined): Cell | undefined => value as unknown as Cell | undefined;

type Released = Set<ModuleId>;

const followRelease = (released: Released, patch: ChangeSet['patches'][number]): void => {
  if ('new' in patch) {
    for (const id of Object.keys((patch.new.released ?? {}) as object)) released.add(id as ModuleId);
  } else if ('set' in patch) {
    for (const { p, a } of patch.set) {
      if (!p.startsWith('released/')) continue;
      const id = p.slice('released/'.length) as ModuleId;
      if (a === undefined) released.delete(id);
      else released.add(id);
    }
  }
};

const assignmentIn = ({ p }: FieldPatch): AssignmentId | undefined =>
  p.startsWith('cells/') ? (p.slice('cells/'.length) as AssignmentId) : undefined;

const reasonIn = (before: Cell | undefined, after: Cell | undefined): string | undefined =>
  after?.reason !== undefined && after.reason !== before?.reason ? after.reason : undefined;

/** What the changes of a cohort are read with. */
export type GradeChangeFrame = {
  readonly cohortId: CohortId;
  readonly enrolmentIds: ReadonlySet<string>;
  readonly modules: readonly Module[];
};

/**
 * Every change of a mark that was released when it was changed (domain.md 3), undo and redo among them, in the order of the change log. `sets` are the
 * change sets of the cohort and its mark sheets, the oldest first: whether a module was released then is read from them.
 */
export const gradeChanges = (
  sets: Iterable<ChangeSet>,
  { cohortId, enrolmentIds, modules }: GradeChangeFrame,
): readonly GradeChange[] => {
  const moduleOf = new Map(modules.flatMap(({ id, assignments }) => assignments.map((one) => [one.id, id] as const)));
  const released: Released = new Set();
  const found: GradeChange[] = [];
  for (const set of sets) {
    const before = new Set(released);
    for (const patch of set.patches) {
      if (patch.t === 'cohorts' && patch.id === cohortId) followRelease(released, patch);
      if (patch.t !== 'sheets' || !('set' in patch) || !enrolmentIds.has(patch.id)) continue;
      for (const field of patch.set) {
        const assignmentId = assignmentIn(field);
        const moduleId = assignmentId === undefined ? undefined : moduleOf.get(assignmentId);
        if (assignmentId === undefined || moduleId === undefined) continue;
        const [was, is] = [cellIn(field.b), cellIn(field.a)];
        if (!changesReleased(was, is ?? { attempts: [] }, before.has(moduleId))) continue;
        found.push({
          stamp: stampOf(set),
          at: clockTime(set.clock),
          by: set.by.name,
          device: set.device,
          enrolmentId: patch.id as EnrolmentId,
          assignmentId,
          from: toldBy(was),
          to: toldBy(is),
          details: describeCellChange(was, is),
          note: set.why.note ?? reasonIn(was, is),
          why: set.why,
          kind: set.kind,
        });
      }
    }
  }
  return found;
};

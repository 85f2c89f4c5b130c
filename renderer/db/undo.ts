import type { ChangeSet, RecordPatch } from '#shared/domain/change-sets.ts';
import { isReversible, reversePatch } from '#shared/domain/undo.ts';
import type { Result } from '#shared/lib/result.ts';
import { fail, ok } from '#shared/lib/result.ts';
import { database } from './database.ts';
import { commitPatches, writesEnded } from './write-path.ts';
import { undoStacks } from './write-state.ts';

type Direction = 'undo' | 'redo';

const reverseLast = async (kind: Direction): Promise<Result<ChangeSet>> => {
  // What is still being saved is the last change, too.
  await writesEnded();
  const target = undoStacks()[kind].at(-1);
  if (target === undefined) return fail(`nothing-to-${kind}`);
  const entry = await database.changes.get(target);
  if (entry === undefined) return fail(`nothing-to-${kind}`);
  const set = JSON.parse(entry.text) as ChangeSet;
  // An undo takes the patches back in the opposite order of their making.
  const inOrder = kind === 'undo' ? set.patches.toReversed() : set.patches;
  return commitPatches({ why: set.why, kind, of: target }, inOrder, (rowOf) => {
    const reversed = inOrder.map((patch): RecordPatch | undefined => {
      const row = rowOf(patch);
      return isReversible(patch, row, kind) ? reversePatch(patch, row, kind) : undefined;
    });
    const whole = reversed.filter((patch) => patch !== undefined);
    return whole.length === reversed.length ? ok(whole) : fail('changed-since');
  });
};

let before: Promise<unknown> = Promise.resolve();

/** One at a time: the key pressed twice takes back two changes. */
const reverse = (kind: Direction): Promise<Result<ChangeSet>> => {
  const run = before.then(() => reverseLast(kind));
  before = run.catch(() => undefined);
  return run;
};

/** Takes back this device's last change set; refused (`changed-since`) where somebody changed the same fields after it. */
export const undo = (): Promise<Result<ChangeSet>> => reverse('undo');

/** Repeats what was undone last. */
export const redo = (): Promise<Result<ChangeSet>> => reverse('redo');

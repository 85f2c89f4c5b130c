import type { Workspace } from '#shared/domain/workspace.ts';
import type { Settings } from '#shared/ipc/settings.ts';
import { readToday } from '#renderer/db/repositories/today.ts';
import { getWorkspace } from '#renderer/db/repositories/workspace.ts';
import { today } from '#renderer/desktop/clock.ts';

/** Reads what the first screen shows before anything is painted: one painting with content comes sooner than an empty one and a second. */
export const readAhead = async ({ person }: Settings): Promise<Workspace | null> => {
  const [workspace] = await Promise.all([getWorkspace(), person === null ? undefined : readToday(today())]);
  return workspace ?? null;
};

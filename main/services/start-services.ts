import path from 'node:path';
import { languageOfLocale } from '#shared/domain/languages.ts';
import type { Job } from '#shared/ipc/contract.ts';
import type { Result } from '#shared/lib/result.ts';
import { ok } from '#shared/lib/result.ts';
import type { Backups } from './backups/backups.ts';
import { openBackups } from './backups/backups.ts';
import type { Journal } from './journal/journal.ts';
import { openJournal } from './journal/journal.ts';
import type { SettingsStore } from './settings/settings.ts';
import { openSettings } from './settings/settings.ts';
import type { WorkspaceFolder } from './workspace/workspace.ts';
import type { RoomGuard } from './workspace/room-guard.ts';
import { openRoomGuard } from './workspace/room-guard.ts';
import { openWorkspace } from './workspace/workspace.ts';

/** Everything that a handler may need. */
export type Services = {
  readonly base: string;
  readonly workspace: WorkspaceFolder;
  readonly room: RoomGuard;
  readonly journal: Journal;
  readonly backups: Backups;
  readonly settings: SettingsStore;
  readonly job: Job | undefined;
};

export type StartError = { readonly code: string; readonly details: Readonly<Record<string, string>> };

/** Opens workspace, settings and journal; an expected failure says why in a code. */
export const startServices = async (
  base: string,
  folder: string,
  job: Job | undefined,
  locale: string,
  clock: () => number,
): Promise<Result<Services, StartError>> => {
  const workspace = await openWorkspace(folder, clock());
  if (!workspace.ok) return workspace;
  try {
    const preset = { language: languageOfLocale(locale) };
    const [settings, journal] = await Promise.all([
      openSettings(folder, preset, clock()),
      openJournal(path.join(folder, 'journal')),
    ]);
    return ok({
      base,
      workspace: workspace.value,
      room: openRoomGuard(folder, clock),
      journal,
      settings,
      backups: openBackups(folder, journal, clock),
      job,
    });
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code === 'ENOSPC' ? 'disk-full' : 'workspace-file-damaged';
    return { ok: false, error: { code, details: { folder } } };
  }
};

import { randomBytes } from 'node:crypto';
import { readFile, realpath, statfs } from 'node:fs/promises';
import { hostname } from 'node:os';
import path from 'node:path';
import { z } from 'zod';
import type { Result } from '#shared/lib/result.ts';
import { ok } from '#shared/lib/result.ts';
import { uuidV7 } from '#shared/lib/uuid-v7.ts';
import { makeFolder } from '../files/make-folder.ts';
import { writeWhole } from '../files/write-whole.ts';

/** Raised when the layout of a workspace folder changes; a folder from a newer version is refused before any write. */
export const workspaceFormat = 1;

const fileSchema = z.object({
  format: z.number().int().positive(),
  id: z.string(),
  device: z.string(),
  place: z.string(),
});

/** Who this folder is: the workspace's id and the device that writes in it. */
export type WorkspaceFolder = {
  readonly folder: string;
  readonly id: string;
  readonly device: string;
  /** True where the folder was copied or restored from elsewhere, so that this device got a new id. */
  readonly moved: boolean;
};

export type WorkspaceError = 'workspace-newer' | 'folder-not-writable' | 'disk-full' | 'workspace-file-damaged';

const warnBytes = 1024 ** 3;
const readOnlyBytes = 200 * 1024 ** 2;

/** How much room the disk has: warn under 1 GB, read-only under 200 MB (trust.md). */
export const diskRoom = async (folder: string): Promise<'enough' | 'low' | 'none'> => {
  const { bavail, bsize } = await statfs(folder);
  const free = bavail * bsize;
  if (free < readOnlyBytes) return 'none';
  return free < warnBytes ? 'low' : 'enough';
};

const newDeviceId = (): string => randomBytes(4).toString('hex');

const readOwn = async (file: string): Promise<z.infer<typeof fileSchema> | undefined> => {
  for (const candidate of [file, `${file}.bak`]) {
    try {
      return fileSchema.parse(JSON.parse(await readFile(candidate, 'utf8')));
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'ENOENT' && candidate === `${file}.bak`) throw error;
    }
  }
  return undefined;
};

const save = async (file: string, content: z.infer<typeof fileSchema>): Promise<void> => {
  const text = `${JSON.stringify(content, null, 2)}\n`;
  await writeWhole(file, text);
  await writeWhole(`${file}.bak`, text);
};

/** Opens or makes a workspace folder. A copied or restored folder gets a new device id, else two devices would count alike (trust.md). */
export const openWorkspace = async (
  folder: string,
  now: number,
): Promise<Result<WorkspaceFolder, { code: WorkspaceError; details: { folder: string } }>> => {
  const details = { folder };
  try {
    makeFolder(folder, 0o700);
    const file = path.join(folder, 'workspace.json');
    const place = `${hostname()}:${await realpath(folder)}`;
    const found = await readOwn(file);
    if (found !== undefined && found.format > workspaceFormat)
      return { ok: false, error: { code: 'workspace-newer', details } };
    const moved = found !== undefined && found.place !== place;
    const own = {
      format: workspaceFormat,
      id: found?.id ?? uuidV7(now, randomBytes(16)),
      device: found === undefined || moved ? newDeviceId() : found.device,
      place,
    };
    if (found === undefined || moved) await save(file, own);
    return ok({ folder, id: own.id, device: own.device, moved });
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code;
    if (code === 'ENOSPC') return { ok: false, error: { code: 'disk-full', details } };
    if (code === undefined) return { ok: false, error: { code: 'workspace-file-damaged', details } };
    return { ok: false, error: { code: 'folder-not-writable', details } };
  }
};

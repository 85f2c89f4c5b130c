import { readFile, rm, stat, writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { BrowserWindow } from 'electron';
import { dialog, shell } from 'electron';
import { fail, ok } from '#shared/lib/result.ts';
import { makeFolder } from '../services/files/make-folder.ts';
import { readTable } from '../services/tables/read-table.ts';
import { addRows, closeLong, openLong, writeText } from '../services/tables/long-tables.ts';
import { writeTable } from '../services/tables/write-table.ts';
import type { Handlers } from './register.ts';

type Own =
  | 'tables:read-table'
  | 'tables:write-table'
  | 'tables:open-long'
  | 'tables:add-rows'
  | 'tables:close-long'
  | 'files:write-text'
  | 'files:choose-open'
  | 'files:choose-save'
  | 'files:choose-folder'
  | 'files:show-file'
  | 'files:read-file'
  | 'files:check-folder';

const largestFile = 64 * 1024 * 1024;

const readCodes: Readonly<Record<string, string>> = {
  ENOENT: 'file-missing',
  EISDIR: 'file-is-folder',
  EACCES: 'file-not-readable',
  EPERM: 'file-not-readable',
};

const checkFolder = async (folder: string): Promise<Awaited<ReturnType<Handlers['files:check-folder']>>> => {
  const probe = path.join(folder, `.fieldcourse-${process.pid}.part`);
  try {
    makeFolder(path.resolve(folder));
    await writeFile(probe, '');
    await rm(probe);
    return ok(null);
  } catch {
    return fail('folder-not-writable', { folder });
  }
};

/** Spreadsheets, dialogs and files that the person chose. */
export const fileHandlers = (window: BrowserWindow): Pick<Handlers, Own> => ({
  'tables:read-table': (request) => readTable(request),
  'tables:write-table': (table) => writeTable(table),
  'tables:open-long': openLong,
  'tables:add-rows': addRows,
  'tables:close-long': closeLong,
  'files:write-text': writeText,
  'files:choose-open': async ({ title, filters }) => {
    const { filePaths } = await dialog.showOpenDialog(window, { title, filters, properties: ['openFile'] });
    return filePaths[0] ?? null;
  },
  'files:choose-save': async ({ title, name, filters }) => {
    const { filePath, canceled } = await dialog.showSaveDialog(window, { title, defaultPath: name, filters });
    return canceled || filePath === '' ? null : filePath;
  },
  'files:choose-folder': async ({ title }) => {
    const { filePaths } = await dialog.showOpenDialog(window, {
      title,
      properties: ['openDirectory', 'createDirectory'],
    });
    return filePaths[0] ?? null;
  },
  'files:show-file': ({ path: file }) => shell.showItemInFolder(file),
  'files:read-file': async ({ path: file }) => {
    try {
      if ((await stat(file)).size > largestFile) return fail('file-too-large', { path: file });
      return ok(new Uint8Array(await readFile(file)));
    } catch (error) {
      return fail(readCodes[(error as NodeJS.ErrnoException).code ?? ''] ?? 'file-not-readable', { path: file });
    }
  },
  'files:check-folder': ({ path: folder }) => checkFolder(folder),
});

import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { readdir } from 'node:fs/promises';
import path from 'node:path';
import { makeFolder } from '../files/make-folder.ts';

const currentFile = (base: string): string => path.join(base, 'current-workspace.txt');

const isName = (name: string): boolean => /^[\p{L}\p{N}][\p{L}\p{N} _-]{0,60}$/u.test(name);

/** The folder of the workspace that was open last; `main` at first. Several live side by side under one base folder. */
export const currentWorkspace = (base: string): string => {
  const file = currentFile(base);
  const name = existsSync(file) ? readFileSync(file, 'utf8').trim() : 'main';
  return path.join(base, isName(name) ? name : 'main');
};

/** Remembers which workspace opens next; makes its folder. */
export const chooseWorkspace = (base: string, name: string): string => {
  if (!isName(name)) throw new Error(`A workspace cannot be called ${name}`);
  const folder = path.join(base, name);
  makeFolder(folder, 0o700);
  writeFileSync(currentFile(base), `${name}\n`);
  return folder;
};

/** Names of the workspaces under the base folder. */
export const listWorkspaces = async (base: string): Promise<string[]> => {
  const entries = await readdir(base, { withFileTypes: true }).catch(() => []);
  return entries
    .filter((entry) => entry.isDirectory() && existsSync(path.join(base, entry.name, 'workspace.json')))
    .map((entry) => entry.name);
};

import { mkdtemp, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { makeFolder } from '#main/services/files/make-folder.ts';

let folder = '';
beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'fieldcourse-folder-'));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

describe('making a folder', () => {
  it('makes those above it too, and none again', async () => {
    const wanted = path.join(folder, 'a', 'b', 'c');
    makeFolder(wanted);
    makeFolder(wanted);
    expect((await stat(wanted)).isDirectory()).toBe(true);
  });

  it('fails where a file stands in the way', async () => {
    const file = path.join(folder, 'file');
    await writeFile(file, '');
    expect(() => makeFolder(file)).toThrow('EEXIST');
    expect(() => makeFolder(path.join(file, 'inside', 'deeper'))).toThrow('ENOTDIR');
  });

  it.runIf(process.platform === 'linux')('ends where the system takes no folder', () => {
    expect(() => makeFolder('/proc/none/inside')).toThrow('ENOENT');
  });
});

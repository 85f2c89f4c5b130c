import { mkdtemp, readFile, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { listSnapshots, makeSnapshot, replay } from '#main/services/backups/make-snapshot.ts';
import { loadSnapshot } from '#main/services/backups/snapshot-file.ts';
import { toThin } from '#main/services/backups/thinning.ts';
import { openJournal } from '#main/services/journal/journal.ts';
import type { ChangeSet } from '#shared/domain/change-sets.ts';
import { clockZero, tick } from '#shared/domain/clock.ts';

let workspace = '';
beforeEach(async () => {
  workspace = await mkdtemp(path.join(tmpdir(), 'fieldcourse-snapshots-'));
});
afterEach(() => rm(workspace, { recursive: true, force: true }));

const change = (n: number, patches: ChangeSet['patches']): string =>
  JSON.stringify({
    v: 1,
    device: 'd1',
    n,
    clock: tick(clockZero, n),
    by: { name: 'Demo', role: 'marker' },
    why: { code: 'marks-keyed' },
    kind: 'do',
    patches,
  } satisfies ChangeSet);

const write = async (...texts: readonly string[]): Promise<void> => {
  const journal = await openJournal(path.join(workspace, 'journal'));
  await journal.append(journal.head(), texts);
  await journal.close();
};

const learner = (id: string, familyName: string): string => change(1, [{ t: 'people', id, new: { familyName } }]);

describe('a snapshot', () => {
  it('holds the state of the journal and is whole when read again', async () => {
    await write(
      learner('p1', 'Mokoena'),
      change(2, [{ t: 'people', id: 'p1', set: [{ p: 'familyName', b: 'Mokoena', a: 'Tšepiso', r: 's' }] }]),
    );
    const made = await makeSnapshot(workspace, 'test', 1000);
    const { header, rows } = await loadSnapshot(made?.file ?? '');
    expect(header.seq).toBe(2);
    expect(rows.get('people')?.get('p1')?.d).toEqual({ familyName: 'Tšepiso' });
  });

  it('is not made again while nothing changed', async () => {
    await write(learner('p1', 'Mokoena'));
    expect(await makeSnapshot(workspace, 'test', 1000)).toBeDefined();
    expect(await makeSnapshot(workspace, 'test', 2000)).toBeUndefined();
  });

  it('goes on from the one before and from what the journal says after it', async () => {
    await write(learner('p1', 'Mokoena'));
    await makeSnapshot(workspace, 'test', 1000);
    await write(learner('p2', 'Đặng'));
    await makeSnapshot(workspace, 'test', 2000);
    const { head, rows } = await replay(workspace);
    expect(head.seq).toBe(2);
    expect([...(rows.get('people')?.keys() ?? [])]).toEqual(['p1', 'p2']);
  });

  it('that was altered anywhere is passed over for the one before', async () => {
    await write(learner('p1', 'Mokoena'));
    await makeSnapshot(workspace, 'test', 1000);
    await write(learner('p2', 'Đặng'));
    const second = await makeSnapshot(workspace, 'test', 2000);
    const bytes = await readFile(second?.file ?? '');
    const middle = Math.floor(bytes.length / 2);
    bytes[middle] = (bytes[middle] ?? 0) ^ 0xff;
    await writeFile(second?.file ?? '', bytes);
    await expect(loadSnapshot(second?.file ?? '')).rejects.toThrow();
    const { rows } = await replay(workspace);
    expect([...(rows.get('people')?.keys() ?? [])]).toEqual(['p1', 'p2']);
  });

  it('leaves no temporary file behind', async () => {
    await write(learner('p1', 'Mokoena'));
    await makeSnapshot(workspace, 'test', 1000);
    expect((await readdir(path.join(workspace, 'snapshots'))).filter((name) => !name.endsWith('.snapshot'))).toEqual(
      [],
    );
    expect(await listSnapshots(path.join(workspace, 'snapshots'))).toHaveLength(1);
  });
});

describe('thinning', () => {
  const day = 86_400_000;
  it('keeps the last ten, one a day for fourteen days and one a week for eight weeks', () => {
    const all = Array.from({ length: 400 }, (_, index) => ({
      file: String(index),
      made: 100 * day + index * (day / 4),
    }));
    const gone = new Set(toThin(all).map(({ file }) => file));
    const kept = all.filter(({ file }) => !gone.has(file));
    const newest = all.at(-1)?.made ?? 0;
    expect(all.slice(-10).every(({ file }) => !gone.has(file))).toBe(true);
    const daysKept = new Set(
      kept.filter(({ made }) => newest - made < 13 * day).map(({ made }) => Math.floor(made / day)),
    );
    expect(daysKept.size).toBeGreaterThanOrEqual(13);
    expect(kept.length).toBeLessThanOrEqual(10 + 14 + 8);
    expect(Math.min(...kept.map(({ made }) => made))).toBeLessThan(newest - 42 * day);
  });

  it('keeps everything while there is little', () => {
    expect(
      toThin([
        { file: 'a', made: 1 },
        { file: 'b', made: 2 },
      ]),
    ).toEqual([]);
  });
});

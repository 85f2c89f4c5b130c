import { cp, mkdtemp, readFile, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { ErasedRecord, FrameAttestation } from '#shared/domain/erased-records.ts';
import { genesisHash } from '#main/services/journal/frame.ts';
import type { Journal } from '#main/services/journal/journal.ts';
import { openJournal } from '#main/services/journal/journal.ts';
import { verifyJournal } from '#main/services/journal/verify-journal.ts';

let folder = '';
beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'fieldcourse-erasure-'));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

let n = 0;
const person = (id: string, name: string): string =>
  JSON.stringify({
    v: 1,
    device: 'a',
    n: (n += 1),
    clock: '',
    by: { name: '', role: 'viewer' },
    why: { code: 'x' },
    kind: 'do',
    patches: [{ t: 'people', id, new: { id, givenNames: name, familyName: name, alternates: [] } }],
  });

const erasure = (records: readonly ErasedRecord[], frames: readonly FrameAttestation[]): string =>
  JSON.stringify({
    v: 1,
    device: 'a',
    n: (n += 1),
    clock: '',
    by: { name: '', role: 'viewer' },
    why: { code: 'person-erased' },
    kind: 'erase',
    erases: { records, frames },
    patches: [],
  });

const append = async (journal: Journal, text: string): Promise<void> =>
  expect((await journal.append(journal.head(), [text])).ok).toBe(true);

const erase = async (journal: Journal, id: string): Promise<void> => {
  const records = [{ t: 'people', id }] as const;
  await append(journal, erasure(records, await journal.planErasure(records)));
};

/** Three segments: two with the person in them, the last one empty. */
const filled = async (): Promise<Journal> => {
  const journal = await openJournal(folder);
  await append(journal, person('p1', 'Secret'));
  await append(journal, person('p2', 'Other'));
  await journal.rotate();
  await append(journal, person('p1', 'Secret again'));
  await append(journal, person('p3', 'Third'));
  return journal;
};

const start = { seq: 0, hash: genesisHash };
const segments = async (): Promise<readonly string[]> =>
  (await readdir(folder)).filter((name) => name.endsWith('.journal')).sort();
const everything = async (): Promise<string> =>
  (await Promise.all((await readdir(folder)).map((name) => readFile(path.join(folder, name), 'utf8')))).join('');

describe('an erasure in the journal', () => {
  it('leaves the chain whole and the texts of others as they were', async () => {
    const journal = await filled();
    const before = await journal.read(start, 1e6);
    await writeFile(path.join(folder, 'x.journal.cut-3'), 'Secret');
    await erase(journal, 'p1');
    expect(await verifyJournal(folder)).toMatchObject({ brokenAt: null, erased: 0, toErase: 2 });
    expect(await journal.carryErasures()).toBe(2);
    expect(await everything()).not.toContain('Secret');
    expect(await verifyJournal(folder)).toMatchObject({ brokenAt: null, frames: 5, erased: 2, toErase: 0 });
    const after = await journal.read(start, 1e6);
    expect(after.map(({ hash }) => hash).slice(0, 4)).toEqual(before.map(({ hash }) => hash));
    expect([after[1]?.text, after[3]?.text]).toEqual([before[1]?.text, before[3]?.text]);
    expect(await journal.carryErasures()).toBe(0);
    await append(journal, person('p4', 'Later'));
    await journal.close();
    const again = await openJournal(folder);
    expect(again.repairs).toEqual([]);
    expect(again.head().seq).toBe(6);
    await again.close();
  });

  it('is carried to its end whichever files were written before the process was killed', async () => {
    const journal = await filled();
    await erase(journal, 'p1');
    await journal.rotate();
    const old = await mkdtemp(path.join(tmpdir(), 'fieldcourse-erasure-old-'));
    await cp(folder, old, { recursive: true });
    await journal.carryErasures();
    await journal.close();
    const done = await everything();
    for (const name of await segments()) {
      // As if this file had not been reached.
      if ((await readFile(path.join(old, name), 'utf8')) === '') continue;
      await cp(path.join(old, name), path.join(folder, name));
      expect((await verifyJournal(folder)).brokenAt).toBeNull();
      const next = await openJournal(folder);
      expect((await next.read(start, 1e6)).length).toBe(5);
      await next.carryErasures();
      await next.close();
      expect(await everything()).toBe(done);
    }
    await rm(old, { recursive: true, force: true });
  });

  it('is found out where the text that was left is altered, or a frame is made to look erased', async () => {
    const journal = await filled();
    await erase(journal, 'p1');
    await journal.carryErasures();
    await journal.close();
    const [first = ''] = await segments();
    const file = path.join(folder, first);
    const whole = await readFile(file, 'utf8');
    await writeFile(file, whole.replace('"code":"x"', '"code":"y"'));
    expect(await verifyJournal(folder)).toMatchObject({ brokenAt: 1 });
    const other = whole.split('\n')[1] ?? '';
    await writeFile(file, whole.replace(other, other.replace('FC1', 'FCE').replace('"Other"', '"Owner"')));
    expect(await verifyJournal(folder)).toMatchObject({ brokenAt: 2 });
    await writeFile(file, whole);
    expect(await verifyJournal(folder)).toMatchObject({ brokenAt: null });
  });

  it('may concern what an earlier erasure wrote: the later one vouches for it', async () => {
    const journal = await openJournal(folder);
    const list = (names: readonly string[]): string =>
      JSON.stringify({
        v: 1,
        device: 'a',
        n: (n += 1),
        clock: '',
        by: { name: '', role: 'viewer' },
        why: { code: 'x' },
        kind: 'do',
        patches: [
          {
            t: 'awardLists',
            id: 'l',
            new: { lines: names.map((confirmedName, index) => ({ personId: `p${index}`, confirmedName })) },
          },
        ],
      });
    await append(journal, list(['First', 'Second']));
    const records = [{ t: 'people', id: 'p0' }] as const;
    const frames = await journal.planErasure(records);
    const patches = [{ t: 'awardLists', id: 'l', new: { lines: [{ personId: 'p1', confirmedName: 'Second' }] } }];
    const carrier = JSON.stringify({ ...(JSON.parse(erasure(records, frames)) as object), patches });
    await append(journal, carrier);
    await journal.carryErasures();
    await erase(journal, 'p1');
    expect((await verifyJournal(folder)).brokenAt).toBeNull();
    await journal.carryErasures();
    expect(await everything()).not.toMatch(/First|Second/);
    expect(await verifyJournal(folder)).toMatchObject({ brokenAt: null, erased: 2, toErase: 0 });
    await journal.close();
  });
});

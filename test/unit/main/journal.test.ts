import { appendFile, mkdtemp, readFile, readdir, rm, truncate, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { genesisHash } from '#main/services/journal/frame.ts';
import { openJournal } from '#main/services/journal/journal.ts';
import { verifyJournal } from '#main/services/journal/verify-journal.ts';

let folder = '';
beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'fieldcourse-journal-'));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

const start = { seq: 0, hash: genesisHash };

const filled = async (texts: readonly string[]): Promise<void> => {
  const journal = await openJournal(folder);
  for (const text of texts) expect((await journal.append(journal.head(), [text])).ok).toBe(true);
  await journal.close();
};

const onlySegment = async (): Promise<string> =>
  path.join(folder, (await readdir(folder)).filter((name) => name.endsWith('.journal'))[0] ?? '');

describe('the journal', () => {
  it('gives back what was appended, in order, after it was closed and opened again', async () => {
    await filled(['{"a":1}', '{"b":"Đặng\\n"}', '{"c":"ሰላም"}']);
    const journal = await openJournal(folder);
    expect((await journal.read(start, 1e6)).map(({ text }) => text)).toEqual([
      '{"a":1}',
      '{"b":"Đặng\\n"}',
      '{"c":"ሰላም"}',
    ]);
    expect(journal.head().seq).toBe(3);
    expect(journal.repairs).toEqual([]);
    await journal.close();
  });

  it('refuses an append that does not follow its head and keeps what it has', async () => {
    await filled(['{"a":1}']);
    const journal = await openJournal(folder);
    const refused = await journal.append(start, ['{"late":true}']);
    expect(refused).toMatchObject({ ok: false, error: { code: 'journal-moved' } });
    expect(journal.head().seq).toBe(1);
    await journal.close();
  });

  it('cuts a torn end off, whatever its length, and keeps every whole frame', async () => {
    await filled(['{"first":1}', '{"second":2}']);
    const file = await onlySegment();
    const whole = await readFile(file);
    const firstLength = whole.indexOf(0x0a) + 1;
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: firstLength + 1, max: whole.length - 1 }), async (length) => {
        await writeFile(file, whole);
        await truncate(file, length);
        const journal = await openJournal(folder);
        expect((await journal.read(start, 1e6)).map(({ text }) => text)).toEqual(['{"first":1}']);
        expect(journal.repairs).toHaveLength(1);
        expect((await journal.append(journal.head(), ['{"after":true}'])).ok).toBe(true);
        await journal.close();
        expect((await verifyJournal(folder)).brokenAt).toBeNull();
      }),
      { numRuns: 25 },
    );
  });

  it('keeps what it cut off as evidence', async () => {
    await filled(['{"first":1}']);
    await appendFile(await onlySegment(), 'FC1 2 half a fra');
    const journal = await openJournal(folder);
    await journal.close();
    const kept = path.join(folder, journal.repairs[0]?.kept ?? '');
    expect(await readFile(kept, 'utf8')).toBe('FC1 2 half a fra');
  });

  it('notices any single altered byte', async () => {
    await filled(['{"mark":2450}', '{"mark":1300}', '{"mark":900}']);
    const file = await onlySegment();
    const whole = await readFile(file);
    await fc.assert(
      fc.asyncProperty(
        fc.integer({ min: 0, max: whole.length - 1 }),
        fc.integer({ min: 1, max: 255 }),
        async (at, change) => {
          const altered = Buffer.from(whole);
          altered[at] = (altered[at] ?? 0) ^ change;
          await writeFile(file, altered);
          expect((await verifyJournal(folder)).brokenAt).not.toBeNull();
        },
      ),
      { numRuns: 60 },
    );
  });

  it('goes on across segments and proves them as one chain', async () => {
    const journal = await openJournal(folder);
    for (const n of [1, 2, 3]) {
      await journal.append(journal.head(), [`{"n":${n}}`]);
      await journal.rotate();
    }
    expect((await journal.read(start, 1e6)).map(({ text }) => text)).toEqual(['{"n":1}', '{"n":2}', '{"n":3}']);
    const second = (await journal.read(start, 1e6))[1];
    expect((await journal.read({ seq: 2, hash: second?.hash ?? '' }, 1e6)).map(({ seq }) => seq)).toEqual([3]);
    await journal.close();
    expect(await verifyJournal(folder)).toMatchObject({ frames: 3, brokenAt: null });
    const reopened = await openJournal(folder);
    expect(reopened.head().seq).toBe(3);
    await reopened.close();
  });

  it('says so when a whole segment is missing', async () => {
    const journal = await openJournal(folder);
    for (const n of [1, 2, 3]) {
      await journal.append(journal.head(), [`{"n":${n}}`]);
      await journal.rotate();
    }
    await journal.close();
    const names = (await readdir(folder)).sort();
    await rm(path.join(folder, names[1] ?? ''));
    expect((await verifyJournal(folder)).brokenAt).toBe(2);
    const reopened = await openJournal(folder);
    await expect(reopened.read(start, 1e6)).rejects.toThrow(/gap/);
    await reopened.close();
  });

  it('does not read on from a hash that is not its own', async () => {
    await filled(['{"a":1}', '{"b":2}']);
    const journal = await openJournal(folder);
    await expect(journal.read({ seq: 1, hash: 'f'.repeat(64) }, 1e6)).rejects.toThrow(/something else/);
    await journal.close();
  });

  it('writes concurrent appends one after the other', async () => {
    const journal = await openJournal(folder);
    const first = journal.append(start, ['{"a":1}']);
    const second = journal.append(start, ['{"b":2}']);
    expect((await first).ok).toBe(true);
    expect(await second).toMatchObject({ ok: false, error: { code: 'journal-moved' } });
    await journal.close();
  });
});

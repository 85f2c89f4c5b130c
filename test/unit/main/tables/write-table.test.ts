import { mkdtemp, readFile, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { text } from 'node:stream/consumers';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import yauzl from 'yauzl';
import { listZip } from '#main/services/tables/zip-listing.ts';
import { readTable } from '#main/services/tables/read-table.ts';
import { writeTable } from '#main/services/tables/write-table.ts';
import { guardText, unguardText } from '#shared/domain/exports/formula-guard.ts';

let folder = '';
beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'fieldcourse-written-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

const columns = [
  { title: 'Name', width: 30 },
  { title: 'Mark', kind: 'number' as const },
  { title: 'Born', kind: 'date' as const },
];
const rows = [
  ['Đặng “Thị” Hương;,\nǃGaoseb', 12.1, '1990-02-28'],
  ['+250 700 000 111', 0, null],
  ['=HYPERLINK("x")', null, '2024-02-29'],
  ['ሰላም', 33.25, ''],
];
const asText = [
  ['Name', 'Mark', 'Born'],
  ['Đặng “Thị” Hương;,\nǃGaoseb', '12.1', '1990-02-28'],
  ['+250 700 000 111', '0', ''],
  ['=HYPERLINK("x")', '', '2024-02-29'],
  ['ሰላም', '33.25', ''],
];

/** A file of a zip archive as text, unpacked by a library that the app does not use. */
const partOf = async (archive: string, name: string): Promise<string> => {
  const zip = await yauzl.openPromise(archive, { lazyEntries: true });
  for await (const entry of zip.eachEntry()) {
    if (entry.fileName === name) return text(await zip.openReadStreamPromise(entry));
  }
  throw new Error(`No ${name}`);
};

const writeAndRead = async (name: string, language: string): Promise<readonly (readonly string[])[]> => {
  const file = path.join(folder, name);
  const written = await writeTable({ path: file, language, sheets: [{ name: 'All: of [it]', columns, rows }] });
  expect(written).toMatchObject({ ok: true, value: { path: file, bytes: (await readFile(file)).length } });
  const table = await readTable({ path: file });
  if (!table.ok) throw new Error(table.error.code);
  return table.value.sheets[0]?.rows ?? [];
};

describe('what is written', () => {
  it('comes back from XLSX with real numbers and dates as they were', async () => {
    const read = await writeAndRead('all.xlsx', 'en');
    expect(read.map((row) => [...row, '', ''].slice(0, 3))).toEqual(asText);
  });

  it('comes back from an English CSV with commas', async () => {
    expect((await writeAndRead('all.csv', 'en')).slice(0, -1)).toEqual(asText);
    expect((await readFile(path.join(folder, 'all.csv'), 'utf8')).startsWith('\ufeffName,Mark,Born\r\n')).toBe(true);
  });

  it('is written for French with semicolons and decimal commas', async () => {
    const read = await writeAndRead('tout.csv', 'fr');
    expect(read[1]).toEqual(['Đặng “Thị” Hương;,\nǃGaoseb', '12,1', '1990-02-28']);
    expect(await readFile(path.join(folder, 'tout.csv'), 'utf8')).toContain('ሰላም;33,25;');
  });

  it('holds no formula in a CSV file', async () => {
    await writeAndRead('guard.csv', 'en');
    const written = await readFile(path.join(folder, 'guard.csv'), 'utf8');
    expect(written).toContain("'+250 700 000 111");
    expect(written).toContain(`"'=HYPERLINK(""x"")"`);
  });

  it('has a bold frozen header in a workbook whose formulas are text', async () => {
    await writeAndRead('look.xlsx', 'en');
    const sheet = await partOf(path.join(folder, 'look.xlsx'), 'xl/worksheets/sheet1.xml');
    expect(sheet).toContain('state="frozen"');
    expect(sheet).not.toContain('<f>');
    expect(await partOf(path.join(folder, 'look.xlsx'), 'xl/styles.xml')).toContain('<b/>');
    expect(listZip(await readFile(path.join(folder, 'look.xlsx')))?.names).toContain('xl/workbook.xml');
  });

  it('is refused in words, and leaves what was there before', async () => {
    const file = path.join(folder, 'kept.csv');
    await writeFile(file, 'before');
    const table = { language: 'en', sheets: [{ name: 'x', columns, rows }] };
    expect(await writeTable({ ...table, path: path.join(folder, 'absent', 'x.csv') })).toMatchObject({
      error: { code: 'folder-missing' },
    });
    expect(await writeTable({ ...table, path: path.join(file, 'x.csv') })).toMatchObject({
      error: { code: 'folder-missing' },
    });
    expect(await writeTable({ ...table, path: path.join(folder, 'x.doc') })).toMatchObject({
      error: { code: 'table-unknown-kind' },
    });
    expect(await readFile(file, 'utf8')).toBe('before');
    expect((await readdir(folder)).filter((name) => name.endsWith('.part'))).toEqual([]);
  });
});

describe('the formula guard', () => {
  it('can always be taken off again, and leaves nothing that starts a formula', () => {
    const texts = fc.string({ unit: fc.constantFrom("'", '=', '+', '-', '@', '\t', '\r', ' ', 'a', '1', '＝') });
    fc.assert(
      fc.property(fc.oneof(texts, fc.string()), (given) => {
        const guarded = guardText(given);
        expect(unguardText(guarded)).toBe(given);
        expect(guarded).not.toMatch(/^\s*[=+\-@＝＋－＠]|^[\t\r\n]/);
      }),
    );
  });

  it('leaves ordinary text alone', () => {
    expect(['O’Brien', "N'Golo", '12.5', 'a=b', "'x'"].map(guardText)).toEqual([
      'O’Brien',
      "N'Golo",
      '12.5',
      'a=b',
      "'x'",
    ]);
  });
});

import { existsSync } from 'node:fs';
import { mkdtemp, readFile, readdir, rm, symlink } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { addRows, closeLong, openLong } from '#main/services/tables/long-tables.ts';
import { readTable } from '#main/services/tables/read-table.ts';

const sheets = [
  {
    name: 'About/this',
    columns: [{ title: 'What' }, { title: 'Words', width: 60 }],
  },
  {
    name: 'Data',
    columns: [{ title: 'Name' }, { title: 'Share', kind: 'number' as const }, { title: 'On', kind: 'date' as const }],
  },
];
const hostile = ['=1+1', 'Tšepiso Ngũgĩ', 'a<b>&"c"', '  kept  ', 'line\nbreak', 'bell\u0007', '@x', ''];
const rows = hostile.map((name, index) => [name, index + 0.5, `2026-01-0${(index % 8) + 1}`]);

let folder = '';
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'long-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

const write = async (name: string, language = 'en', keep = true) => {
  const opened = await openLong({ path: join(folder, name), language, sheets });
  if (!opened.ok) throw new Error(opened.error.code);
  const { id } = opened.value;
  await addRows({ id, sheet: 0, rows: [['Rows', String(rows.length)]] });
  for (const row of rows) await addRows({ id, sheet: 1, rows: [row] });
  return closeLong({ id, keep });
};

describe('long tables', () => {
  it('gives back from XLSX what was written, number by number and text by text', async () => {
    const closed = await write('long.xlsx');
    expect(closed).toMatchObject({ ok: true, value: { path: join(folder, 'long.xlsx') } });
    const read = await readTable({ path: join(folder, 'long.xlsx') });
    if (!read.ok) throw new Error(read.error.code);
    const [first, second, third] = read.value.sheets[1]?.rows.slice(1) ?? [];
    expect(first).toEqual(['=1+1', '0.5', '2026-01-01']);
    expect(second?.[0]).toBe('Tšepiso Ngũgĩ');
    expect(third?.[0]).toBe('a<b>&"c"');
  });

  it('writes the first sheet as CSV with formulas made inert, in French with semicolons and decimal commas', async () => {
    const opened = await openLong({ path: join(folder, 'long.csv'), language: 'fr', sheets: sheets.slice(1) });
    if (!opened.ok) throw new Error(opened.error.code);
    await addRows({ id: opened.value.id, sheet: 0, rows });
    await closeLong({ id: opened.value.id, keep: true });
    const text = await readFile(join(folder, 'long.csv'), 'utf8');
    expect(text.startsWith('\ufeffName;Share;On\r\n')).toBe(true);
    expect(text).toContain("'=1+1;0,5;2026-01-01\r\n");
    expect(text).toContain('"line\nbreak";4,5;2026-01-05');
  });

  it.runIf(existsSync('/dev/full'))('says that the disk is full and leaves nothing behind', async () => {
    for (const name of ['full.csv', 'full.xlsx']) {
      // What is written here goes to a disk without room.
      await symlink('/dev/full', join(folder, `${name}.${process.pid}.part`));
      const opened = await openLong({ path: join(folder, name), language: 'en', sheets });
      const ended = opened.ok ? await closeLong({ id: opened.value.id, keep: true }) : opened;
      expect(ended).toMatchObject({ ok: false, error: { code: 'disk-full' } });
    }
    expect((await readdir(folder)).filter((name) => name.startsWith('full'))).toEqual([]);
  });

  it('leaves nothing behind when it is given up', async () => {
    await write('given-up.xlsx', 'en', false);
    expect((await readdir(folder)).filter((name) => name.startsWith('given-up'))).toEqual([]);
  });

  it('refuses a folder that is not there and a file that is no table', async () => {
    const missing = await openLong({ path: join(folder, 'no', 'x.csv'), language: 'en', sheets });
    expect(missing).toMatchObject({ ok: false, error: { code: 'folder-missing' } });
    const kind = await openLong({ path: join(folder, 'x.ods'), language: 'en', sheets });
    expect(kind).toMatchObject({ ok: false, error: { code: 'table-unknown-kind' } });
    expect(await addRows({ id: 'nobody', sheet: 0, rows: [] })).toMatchObject({ error: { code: 'table-closed' } });
  });

  it('opens in LibreOffice where that is installed', async ({ skip }) => {
    const { execFile } = await import('node:child_process');
    const { promisify } = await import('node:util');
    const run = promisify(execFile);
    const found = await run('soffice', ['--version']).catch(() => undefined);
    if (found === undefined) skip('LibreOffice is not installed');
    await write('office.xlsx');
    const profile = `-env:UserInstallation=file://${join(folder, 'profile')}`;
    const args = [
      profile,
      '--headless',
      '--convert-to',
      'csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,true,false,false,false,2',
    ];
    await run('soffice', [...args, '--outdir', folder, join(folder, 'office.xlsx')]);
    const csv = (await readdir(folder)).find((name) => name.startsWith('office') && name.endsWith('.csv'));
    const text = await readFile(join(folder, csv ?? ''), 'utf8');
    expect(text).toContain('Tšepiso Ngũgĩ,1.5,2026-01-02');
  }, 120_000);
});

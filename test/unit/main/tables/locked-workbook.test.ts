import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { strFromU8, unzipSync } from 'fflate';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readTable } from '#main/services/tables/read-table.ts';
import { writeTable } from '#main/services/tables/write-table.ts';
import type { WrittenTable } from '#shared/ipc/contract.ts';
import { writtenTable } from '#shared/ipc/tables-contract.ts';

const office = ['/usr/bin/soffice', '/usr/local/bin/soffice', '/opt/libreoffice/program/soffice'].find(existsSync);

let folder = '';
let file = '';
const outcomes = ['NS', 'EX', 'HOLD', 'a, "b" & <c>'];
const workbook = (): WrittenTable => ({
  path: file,
  language: 'fr',
  sheets: [
    {
      name: 'M1 Essay',
      above: ['2026-R1 · Module 1', 'Fill in the coloured cells.'],
      frozen: 2,
      protect: true,
      columns: [
        { title: 'Number' },
        { title: 'Name', width: 30 },
        { title: 'Mark', kind: 'number', input: true },
        { title: 'State', input: true },
        { title: 'Received', kind: 'date', input: true },
        { title: 'Feedback', input: true, wrap: true, width: 50 },
        { title: '_id', hidden: true },
      ],
      rows: [
        ['L-001', 'Tšepiso Demo', 12.5, null, '2026-03-02', '=1+1 is no formula', 'id-1'],
        ['L-002', 'José Demo', null, 'NS', null, null, 'id-2'],
        [{ value: 'L-003', locked: false }, 'Locked Demo', { value: null, locked: true }, null, null, null, 'id-3'],
      ],
      validations: [
        {
          column: 2,
          allowed: { kind: 'decimal', min: 0, max: 20 },
          title: 'Note',
          error: 'Une note de 0 à 20 & rien d’autre.',
        },
        { column: 3, allowed: { kind: 'list', values: outcomes }, title: 'État', error: 'NS, EX ou HOLD.' },
        {
          column: 4,
          fromRow: 1,
          toRow: 2,
          allowed: { kind: 'date', from: '2026-02-01', to: '2026-12-31' },
          title: 'Reçu le',
          error: 'Une date.',
          prompt: 'x'.repeat(400),
        },
        { column: 5, allowed: { kind: 'length', max: 2000 }, title: 'Commentaire', error: 'Trop long.' },
      ],
    },
    { name: 'Plain', columns: [{ title: 'A' }], rows: [['b']] },
    { name: '_stamp', hidden: true, columns: [{ title: 'key' }], rows: [['value']] },
  ],
});

const partsOf = async (name: string): Promise<Readonly<Record<string, string>>> =>
  Object.fromEntries(Object.entries(unzipSync(await readFile(name))).map(([part, bytes]) => [part, strFromU8(bytes)]));

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'fieldcourse-locked-'));
  file = path.join(folder, 'locked.xlsx');
  const written = await writeTable(workbook());
  if (!written.ok) throw new Error(written.error.code);
});
afterAll(() => rm(folder, { recursive: true, force: true }));

describe('a workbook with locked structure', () => {
  it('is understood by the contract', () => {
    expect(writtenTable.safeParse(workbook()).error).toBeUndefined();
  });

  it('comes back with its lines above, its hidden sheets marked and every value', async () => {
    const table = await readTable({ path: file });
    if (!table.ok) throw new Error(table.error.code);
    const [sheet, plain, stamp, lists] = table.value.sheets;
    expect(sheet?.rows[0]?.[0]).toBe('2026-R1 · Module 1');
    expect(sheet?.rows[3]).toEqual(['L-001', 'Tšepiso Demo', '12.5', '', '2026-03-02', '=1+1 is no formula', 'id-1']);
    expect([sheet, plain, stamp, lists].map((each) => each?.hidden ?? false)).toEqual([false, false, true, true]);
    expect(lists?.rows.map(([value]) => value)).toEqual(['1', ...outcomes]);
  });

  it('locks the sheets that ask for it and the list of sheets, and nothing else', async () => {
    const parts = await partsOf(file);
    expect(parts['xl/workbook.xml']).toContain('<workbookProtection lockStructure="1"/>');
    expect(parts['xl/worksheets/sheet1.xml']).toContain('<sheetProtection sheet="1"');
    expect(parts['xl/worksheets/sheet2.xml']).not.toContain('<sheetProtection');
    expect(parts['xl/worksheets/sheet1.xml']).toMatch(/<col min="7"[^>]*hidden="1"/);
    expect(parts['xl/worksheets/sheet1.xml']).toMatch(/<pane ySplit="3" xSplit="2"/);
  });

  it('opens the input cells and no other, blank ones too', async () => {
    const parts = await partsOf(file);
    const styles = [...(parts['xl/styles.xml'] ?? '').matchAll(/<xf [^>]*>.*?<\/xf>/gs)].map(([style]) => style);
    const isOpen = (cell: string): boolean => {
      const found = new RegExp(`<c r="${cell}"(?: s="(\\d+)")?`).exec(parts['xl/worksheets/sheet1.xml'] ?? '');
      return styles[Number(found?.[1] ?? 0)]?.includes('<protection locked="0"/>') ?? false;
    };
    expect(['C4', 'C5', 'D4', 'E5', 'F6', 'A6'].map(isOpen)).toEqual([true, true, true, true, true, true]);
    expect(['A3', 'A4', 'B4', 'G4', 'C6', 'C3'].map(isOpen)).toEqual([false, false, false, false, false, false]);
  });

  it('keeps texts to the lengths that Excel bears', async () => {
    const sheet = (await partsOf(file))['xl/worksheets/sheet1.xml'] ?? '';
    expect(/ prompt="([^"]*)"/.exec(sheet)?.[1]).toHaveLength(255);
    expect(sheet).toContain('Une note de 0 à 20 &amp; rien d’autre.');
  });

  it.skipIf(office === undefined)(
    'opens in LibreOffice and keeps limits, lists and locks when it saves',
    async () => {
      const out = path.join(folder, 'saved');
      await promisify(execFile)(
        office ?? '',
        [`-env:UserInstallation=file://${folder}/profile`, '--headless', '--convert-to', 'xlsx', '--outdir', out, file],
        { timeout: 100_000 },
      );
      const saved = path.join(out, 'locked.xlsx');
      const parts = await partsOf(saved);
      const sheet = parts['xl/worksheets/sheet1.xml'] ?? '';
      const validations = [...sheet.matchAll(/<dataValidation .*?<\/dataValidation>/gs)].map(([each]) => each);
      expect(validations).toHaveLength(4);
      const rule = (type: string): string => validations.find((each) => each.includes(`type="${type}"`)) ?? '';
      expect(rule('decimal')).toMatch(/<formula1>0<\/formula1><formula2>20<\/formula2>/);
      expect(rule('decimal')).toMatch(/sqref="C4:C6"/);
      expect(rule('list')).toMatch(/_lists'?!\$A\$2:\$A\$5/);
      expect(rule('date')).toMatch(/<formula1>46054<\/formula1><formula2>46387<\/formula2>/);
      expect(rule('textLength')).toContain('2000');
      expect(sheet).toMatch(/<sheetProtection[^>]*sheet="(?:1|true)"/);
      // LibreOffice keeps the lock on the list of sheets, but not which kind it was.
      expect(parts['xl/workbook.xml']).toContain('<workbookProtection');
      const table = await readTable({ path: saved });
      expect(table).toMatchObject({ ok: true, value: { sheets: [{}, {}, { hidden: true }, { hidden: true }] } });
    },
    120_000,
  );
});

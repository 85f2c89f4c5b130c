import { chmod, mkdir, mkdtemp, rm, truncate, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readTable } from '#main/services/tables/read-table.ts';

let folder = '';
beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'fieldcourse-tables-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

const read = async (
  name: string,
  content: string | Uint8Array,
  choice: { encoding?: string; separator?: string } = {},
) => {
  const file = path.join(folder, name);
  await writeFile(file, content);
  return readTable({ path: file, ...choice });
};

const rowsOf = async (name: string, content: string | Uint8Array): Promise<readonly (readonly string[])[]> => {
  const table = await read(name, content);
  if (!table.ok) throw new Error(table.error.code);
  return table.value.sheets[0]?.rows ?? [];
};

const codeOf = async (name: string, content: string | Uint8Array): Promise<string | undefined> => {
  const table = await read(name, content);
  return table.ok ? undefined : table.error.code;
};

const swapped = (bytes: Buffer): Buffer => Buffer.from(bytes).swap16();

describe('encodings of a CSV file', () => {
  const text = 'Nome;Idade\r\nEsperança João;31\r\n';
  const expected = [['Nome', 'Idade'], ['Esperança João', '31'], ['']];

  it.each([
    ['UTF-8', Buffer.from(text), 'utf-8'],
    ['UTF-8 with a byte order mark', Buffer.from(`\ufeff${text}`), 'utf-8'],
    ['UTF-16 LE with a mark', Buffer.from(`\ufeff${text}`, 'utf16le'), 'utf-16le'],
    ['UTF-16 LE without a mark', Buffer.from(text, 'utf16le'), 'utf-16le'],
    ['UTF-16 BE with a mark', swapped(Buffer.from(`\ufeff${text}`, 'utf16le')), 'utf-16be'],
    ['UTF-16 BE without a mark', swapped(Buffer.from(text, 'utf16le')), 'utf-16be'],
    ['Windows-1252', Buffer.from(text, 'latin1'), 'windows-1252'],
  ])('reads %s', async (_name, bytes, encoding) => {
    const table = await read('names.csv', bytes);
    expect(table).toMatchObject({ ok: true, value: { encoding, separator: ';', sheets: [{ rows: expected }] } });
  });

  it('reads the curly apostrophe and the œ of Windows-1252', async () => {
    expect(await rowsOf('w.csv', Buffer.from([0x4e, 0x92, 0x47, 0x6f, 0x3b, 0x73, 0x9c, 0x75, 0x72, 0x0a]))).toEqual([
      ['N’Go', 'sœur'],
      [''],
    ]);
  });

  it('reads in the encoding that somebody chose', async () => {
    const table = await read('chosen.csv', Buffer.from('é;b\n'), { encoding: 'windows-1252', separator: ';' });
    expect(table).toMatchObject({
      ok: true,
      value: { encoding: 'windows-1252', sheets: [{ rows: [['Ã©', 'b'], ['']] }] },
    });
  });
});

describe('separators', () => {
  it.each([
    ['comma', 'a,b,c\n1,2,3\n', ','],
    ['semicolon beside decimal commas', 'Nom;Note\nA;12,5\nB;9,25\n', ';'],
    ['tab beside commas in names', 'Name\tMark\nBanda, Mary\t12\n', '\t'],
    ['the one that Excel noted', 'sep=;\na,b;c\n', ';'],
  ])('finds the %s', async (_name, text, separator) => {
    expect(await read('s.csv', text)).toMatchObject({ ok: true, value: { separator } });
  });

  it('keeps line breaks and separators inside quotes, and blank lines in their place', async () => {
    expect(await rowsOf('q.csv', 'name,note\n"Banda, Mary","two\nlines"\n\nPhiri,x\n')).toEqual([
      ['name', 'note'],
      ['Banda, Mary', 'two\nlines'],
      [''],
      ['Phiri', 'x'],
      [''],
    ]);
  });

  it('takes off exactly the guard of our own export', async () => {
    expect(await rowsOf('g.csv', "phone,name\n'+250 700 1,'quoted'\n''=x,O'Brien\n")).toEqual([
      ['phone', 'name'],
      ['+250 700 1', "'quoted'"],
      ["'=x", "O'Brien"],
      [''],
    ]);
  });
});

describe('files that are not what they say', () => {
  const ole = Buffer.concat([Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]), Buffer.alloc(600)]);

  it.each([
    ['a CSV file with NUL bytes', 'a.csv', Buffer.from([0x61, 0, 0, 0x62, 0, 0x63, 0x0a]), 'table-not-text'],
    [
      'a picture called .csv',
      'p.csv',
      Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 1, 2, 3]),
      'table-not-text',
    ],
    ['a workbook called .csv', 'x.csv', Buffer.from('PK\u0003\u0004rest', 'latin1'), 'table-is-zip'],
    ['text called .xlsx', 't.xlsx', 'a,b\n1,2\n', 'table-not-xlsx'],
    ['an old workbook', 'o.xls', ole, 'table-old-excel'],
    ['an old workbook called .xlsx', 'o.xlsx', ole, 'table-old-excel'],
    [
      'an encrypted workbook',
      'e.xlsx',
      Buffer.concat([ole, Buffer.from('EncryptedPackage', 'utf16le')]),
      'table-encrypted',
    ],
    ['a PDF called .csv', 'd.csv', '%PDF-1.7\n', 'table-pdf'],
    ['an OpenDocument spreadsheet', 'x.ods', 'PK', 'table-open-document'],
    ['another kind of file', 'x.docx', 'PK', 'table-unknown-kind'],
    ['an empty file', 'n.csv', '', 'table-empty'],
    ['a file of blanks', 'b.csv', ' ,\n , \n', 'table-empty'],
    ['an open quotation mark', 'u.csv', 'a,b\n"x,1\ny,2\n', 'table-quote-open'],
  ])('refuses %s', async (_name, file, content, code) => {
    expect(await codeOf(file, content)).toBe(code);
  });

  it('says that a file is missing, a folder, or too large, with its name', async () => {
    await mkdir(path.join(folder, 'folder.csv'));
    const large = path.join(folder, 'large.csv');
    await writeFile(large, '');
    await truncate(large, 64 * 1024 * 1024 + 1);
    expect(await readTable({ path: path.join(folder, 'absent.csv') })).toMatchObject({
      error: { code: 'file-missing', details: { name: 'absent.csv' } },
    });
    expect(await readTable({ path: path.join(folder, 'folder.csv') })).toMatchObject({
      error: { code: 'file-is-folder' },
    });
    expect(await readTable({ path: large })).toMatchObject({ error: { code: 'file-too-large' } });
    await rm(large);
  });

  it.skipIf(process.getuid?.() === 0)('says that a file may not be read', async () => {
    const file = path.join(folder, 'secret.csv');
    await writeFile(file, 'a');
    await chmod(file, 0);
    expect(await readTable({ path: file })).toMatchObject({ error: { code: 'file-not-readable' } });
  });
});

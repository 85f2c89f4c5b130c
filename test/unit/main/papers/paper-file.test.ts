import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Faces } from '#main/services/certificates/faces.ts';
import { openFaces } from '#main/services/certificates/faces.ts';
import { openPaperFile } from '#main/services/papers/paper-file.ts';
import type { Paper, PaperBlock } from '#shared/domain/paper.ts';
import { codeOn, faultsOf, fontsOf, infoOf, pagesOf, saved, structureOf } from '../certificates/read-pdf.ts';
import { difficultNames } from '../certificates/specimens.ts';
import { everyBlock, fonts, specimenPaper } from './specimens.ts';

let faces: Faces;
let folder: string;
beforeAll(async () => {
  faces = await openFaces(fonts);
  folder = await mkdtemp(path.join(tmpdir(), 'papers-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

const bytesOf = async (papers: readonly Paper[]): Promise<Uint8Array> => {
  const [first] = papers;
  if (!first) throw new Error('No paper');
  const file = openPaperFile(faces, first);
  for (const paper of papers) {
    const added = file.add(paper);
    if (!added.ok) throw new Error(JSON.stringify(added.error));
  }
  return file.end();
};

const written = async (name: string, ...papers: readonly Paper[]): Promise<string> =>
  saved(folder, `${name}.pdf`, await bytesOf(papers));

/** Pages with every run of white space as one space. */
const plainPages = async (file: string): Promise<readonly string[]> =>
  (await pagesOf(file)).map((page) => page.replace(/\s+/g, ' '));

const refusal = (blocks: readonly PaperBlock[]): unknown => {
  const paper = specimenPaper(blocks);
  const added = openPaperFile(faces, paper).add(paper);
  return added.ok ? undefined : added.error;
};

const tableOf = (rows: number, rowHeight?: number): PaperBlock => ({
  kind: 'table',
  caption: 'All learners',
  columns: [
    { title: 'Learner', share: 3 },
    { title: 'Mark', share: 1, align: 'right' },
    { title: 'Remark', share: 3 },
  ],
  rows: Array.from({ length: rows }, (_, index) => [
    `Learner ${index + 1} Mokoena`,
    `${index % 50}.5`,
    index % 3 === 0 ? 'Came back twice and was spoken with at length at the second contact session' : '',
  ]),
  ...(rowHeight === undefined ? {} : { rowHeight }),
});

describe('a paper', () => {
  it('is a sound file with fonts embedded, title shown, language set, and every text in reading order', async () => {
    const file = await written('every', specimenPaper(everyBlock));
    expect(await faultsOf(file)).toBe('');
    for (const { flags } of await fontsOf(file)) expect(flags).toBe('yes yes yes');
    const info = await infoOf(file);
    expect(info).toMatch(/Title: +Sign-off of moderation/);
    expect(info).toMatch(/Tagged: +yes/);
    const [first, second] = await plainPages(file);
    const positions = ['Sign-off of moderation', 'Seed', 'Marks compared', 'Ngũgĩ wa Kamau', 'Mean difference'].map(
      (text) => first?.indexOf(text) ?? -1,
    );
    expect(positions.every((at) => at >= 0)).toBe(true);
    expect([...positions].sort((a, b) => a - b)).toEqual(positions);
    expect(first).toContain('Page 1 of 2');
    expect(second).toContain('Page 2 of 2');
    expect(Buffer.from(await bytesOf([specimenPaper(everyBlock)])).toString('latin1')).toMatch(
      /\/DisplayDocTitle true/,
    );
  });

  it('is tagged: headings, lists, table with header cells, a figure with its words; head and foot are left out', async () => {
    const tree = await structureOf(await written('tagged', specimenPaper(everyBlock)));
    for (const role of [
      'H1',
      'H2',
      'H3',
      'P',
      'L',
      'LI',
      'Lbl',
      'LBody',
      'Table',
      'Caption',
      'TR',
      'TH',
      'TD',
      'Figure',
    ])
      expect(tree).toMatch(new RegExp(`^ +${role}\\b`, 'm'));
    expect(tree).toContain('/Scope /Column');
    expect(tree).toContain('Sect "Sign-off of moderation"');
    expect(tree).not.toContain('Page 1 of');
    expect(Buffer.from(await bytesOf([specimenPaper(everyBlock)])).toString('latin1')).toMatch(/\/Alt \(/);
  });

  it('has the same bytes every time it is drawn', async () => {
    const [one, two] = [await bytesOf([specimenPaper(everyBlock)]), await bytesOf([specimenPaper(everyBlock)])];
    expect(Buffer.compare(one, two)).toBe(0);
    const other = await bytesOf([specimenPaper(everyBlock, { date: '2026-03-29' })]);
    expect(Buffer.compare(one, other)).not.toBe(0);
  });

  it('sets Arabic names joined, from right to left, and lets them be read and searched', async () => {
    const items = ['فاطمة الزهراء حسن', 'Learner محمد علي (LSK-001), Kitwe', 'فاطمة Banda'];
    const file = await written('arabic', specimenPaper([{ kind: 'list', items }]));
    const text = (await plainPages(file)).join(' ').replace(/[\u200e\u200f\u202a-\u202e]/g, '');
    for (const item of items) for (const word of item.split(' ')) expect(text).toContain(word);
    expect((await fontsOf(file)).map(({ name }) => name.replace(/^\w+\+/, ''))).toContain('NotoNaskhArabic-Regular');
    expect(await faultsOf(file)).toBe('');
  });

  it('prints every name, each letter in a font that has it', async () => {
    const names = [...difficultNames, 'Selam ሰላም, Nairobi'];
    const file = await written('names', specimenPaper([{ kind: 'list', items: names }], { title: 'ሰላም ገብረ' }));
    const text = (await plainPages(file)).join('').normalize('NFC');
    for (const name of names) expect(text.replace(/\n/g, ' ')).toContain(name.normalize('NFC'));
    expect((await fontsOf(file)).map(({ name }) => name.replace(/^\w+\+/, ''))).toContain('NotoSerifEthiopic-Regular');
  });

  it('says which text has a character that no font has', () => {
    expect(refusal([{ kind: 'paragraph', text: 'Well done 東 today' }])).toEqual({
      code: 'paper-no-glyph',
      details: { text: 'Well done 東 today', characters: '東', paper: 'Sign-off of moderation' },
    });
  });

  it('can be scanned from a print', async () => {
    const file = await written('code', specimenPaper([{ kind: 'code', text: 'FC:MOD:2026:48213', caption: 'Sheet' }]));
    expect(await codeOn(file, 1, 150)).toBe('FC:MOD:2026:48213');
  });

  it('repeats the head of a table on each of its sixty pages, and cuts no row', async () => {
    const file = await written('long', specimenPaper([tableOf(1850)], { title: 'Register' }));
    const pages = await plainPages(file);
    expect(pages.length).toBeGreaterThanOrEqual(60);
    for (const page of pages) expect(page).toContain('Learner Mark Remark');
    const found = pages.flatMap((page) => page.match(/Learner \d+ Mokoena/g) ?? []);
    expect(found).toEqual(Array.from({ length: 1850 }, (_, index) => `Learner ${index + 1} Mokoena`));
    const cut = pages.filter(
      (page) => (page.match(/Came back/g) ?? []).length !== (page.match(/contact session/g) ?? []).length,
    );
    expect(cut).toEqual([]);
    expect(pages.at(-1)).toContain(`Page ${pages.length} of ${pages.length}`);
    expect(await faultsOf(file)).toBe('');
  });

  it('keeps a heading with what follows it, and a group on one page', async () => {
    const filler = Array.from({ length: 44 }, (_, index): PaperBlock => ({ kind: 'paragraph', text: `Line ${index}` }));
    for (const count of [28, 29, 30, 31, 32, 33, 34, 35]) {
      const blocks: readonly PaperBlock[] = [
        ...filler.slice(0, count),
        { kind: 'heading', level: 2, text: 'Decision' },
        { kind: 'paragraph', text: 'The board agrees.' },
        {
          kind: 'together',
          blocks: [
            { kind: 'paragraph', text: 'Signed below' },
            { kind: 'signatures', dateLabel: 'Date', lines: [{ office: 'Chair' }, { office: 'Director' }] },
          ],
        },
      ];
      const pages = await pagesOf(await written(`keep-${count}`, specimenPaper(blocks)));
      expect(pages.find((page) => page.includes('Decision'))).toContain('The board agrees.');
      expect(pages.find((page) => page.includes('Signed below'))).toContain('Director');
    }
  });

  it('shrinks to one page where that is asked, down to four fifths, and else goes on', async () => {
    const text = 'You put the child first in every step you describe. ';
    const pagesFor = async (times: number, onePage: boolean): Promise<number> => {
      const blocks = Array.from({ length: times }, (): PaperBlock => ({ kind: 'paragraph', text: text.repeat(8) }));
      return (await pagesOf(await written(`fit-${times}`, specimenPaper(blocks, { onePage })))).length;
    };
    expect(await pagesFor(10, false)).toBe(2);
    expect(await pagesFor(10, true)).toBe(1);
    expect(await pagesFor(40, true)).toBeGreaterThan(1);
  });

  it('takes hostile texts: endless words, control characters, line ends, nothing at all', async () => {
    const endless = 'https://example.org/' + 'a'.repeat(400);
    const blocks: readonly PaperBlock[] = [
      { kind: 'paragraph', text: endless },
      { kind: 'paragraph', text: 'one\u0000two\u200bthree\u202efour\r\nfive\ud800' },
      { kind: 'paragraph', text: '' },
      { kind: 'list', items: [] },
      { kind: 'facts', items: [] },
      { kind: 'facts', items: [{ label: 'x'.repeat(300), value: 'y '.repeat(400) }] },
      {
        kind: 'table',
        caption: '',
        columns: [
          { title: '', share: 1 },
          { title: 'Long', share: 0.01 },
        ],
        rows: [[endless, '(\\)'], [], ['z '.repeat(3000), 'end of the row']],
      },
      { kind: 'table', caption: 'Empty', columns: [{ title: 'None', share: 1 }], rows: [] },
      { kind: 'bars', caption: 'None', description: 'None', max: 1, bars: [] },
      {
        kind: 'bars',
        caption: 'Beyond',
        description: 'Beyond',
        max: 1,
        bars: [{ label: 'b', value: 7, text: '7', low: 0, high: 9 }],
      },
      { kind: 'signatures', dateLabel: '', lines: [] },
      { kind: 'blank-lines', label: '', count: 0 },
      { kind: 'together', blocks: [] },
      { kind: 'page-break' },
      { kind: 'page-break' },
    ];
    const file = await written('hostile', specimenPaper(blocks));
    expect(await faultsOf(file)).toBe('');
    const text = (await plainPages(file)).join('');
    expect(text).toContain('onetwothreefour');
    expect(text).toContain('end of the row');
    expect(text.replace(/\s/g, '')).toContain('a'.repeat(60));
  });

  it('merges papers of several languages, each a section with its own page numbers', async () => {
    const french = specimenPaper([{ kind: 'paragraph', text: 'Bonjour' }], { language: 'fr', title: 'Retour' });
    const file = await written('merged', specimenPaper([tableOf(60)]), french);
    const pages = await plainPages(file);
    expect(pages.at(-1)).toContain('Page 1 of 1');
    expect(await structureOf(file)).toContain('Sect "Retour"');
  });

  it.each(['landscape', 'portrait'] as const)('fits Letter and A4, %s', async (orientation) => {
    const file = await written(orientation, specimenPaper([tableOf(3, 12)], { page: { size: 'Letter', orientation } }));
    expect(await infoOf(file)).toMatch(orientation === 'landscape' ? /792 x 612/ : /612 x 792/);
  });
});

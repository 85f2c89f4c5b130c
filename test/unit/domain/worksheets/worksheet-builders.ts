import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { readTable } from '#main/services/tables/read-table.ts';
import { writeTable } from '#main/services/tables/write-table.ts';
import type { ExportSheet, ExportWords } from '#shared/domain/exports/export-table.ts';
import { asId } from '#shared/domain/ids.ts';
import type { Decisions, ImportPlan } from '#shared/domain/import/import-kinds.ts';
import type { Language } from '#shared/domain/languages.ts';
import type { Cell, MarkSheet } from '#shared/domain/marks.ts';
import type { Enrolment, Person } from '#shared/domain/people.ts';
import type { ProgrammeVersion } from '#shared/domain/programmes.ts';
import type { WorksheetScope } from '#shared/domain/worksheets/make-worksheet.ts';
import { worksheetSheets } from '#shared/domain/worksheets/make-worksheet.ts';
import { planWorksheet } from '#shared/domain/worksheets/plan-worksheet.ts';
import { readWorksheet } from '#shared/domain/worksheets/read-worksheet.ts';
import { sayMessage } from '#shared/i18n/make-translator.ts';
import { createTranslator } from '#shared/i18n/translator.ts';
import type { WrittenTable } from '#shared/ipc/contract.ts';
import { cohort, programme, today } from '../import/builders.ts';

/** One assignment out of 20 with two criteria, one out of 50 without. */
export const small: ProgrammeVersion = {
  ...programme,
  modules: programme.modules.slice(0, 1).map((module) => ({
    ...module,
    assignments: [
      {
        id: asId('essay'),
        title: { en: 'Essay', fr: 'Essai' },
        max: 2000,
        weight: 1,
        criteria: [
          { id: asId('care'), title: { en: 'Care', fr: 'Soin' }, max: 1200 },
          { id: asId('form'), title: { en: 'Form', fr: 'Forme' }, max: 800 },
        ],
      },
      { id: asId('log'), title: { en: 'Log: a/b', fr: 'Journal' }, max: 5000, weight: 1, criteria: [] },
    ],
  })),
};

/** Three invented learners. */
export const learners: readonly { readonly person: Person; readonly enrolment: Enrolment }[] = [
  ['001', '=Sum(A1)', 'Tšepiso'],
  ['002', 'José João', 'Demo'],
  ['003', 'Ngũgĩ', 'Demo'],
].map(([number = '', givenNames = '', familyName = '']) => ({
  person: { id: asId(`p${number}`), givenNames, familyName, number, alternates: [] },
  enrolment: {
    id: asId(`e${number}`),
    personId: asId(`p${number}`),
    cohortId: cohort.id,
    status: 'active',
    enrolledOn: '2025-06-01',
    site: number === '003' ? 'Mongu' : 'Kafue',
  },
}));

/** Mark sheets by learner: the cells of the essay and of the log. */
export const sheetsOf = (cells: Readonly<Record<string, { readonly essay?: Cell; readonly log?: Cell }>>) =>
  new Map(
    Object.entries(cells).map(([id, own]): [string, MarkSheet] => [
      id,
      {
        id: asId(id),
        cohortId: cohort.id,
        personId: asId(id.replace('e', 'p')),
        cells: Object.fromEntries(Object.entries(own)),
      },
    ]),
  );

const wordsOf = (language: Language): ExportWords => {
  const translate = createTranslator(language);
  return { language, say: (message) => sayMessage(translate, message) };
};

type Sheets = ReadonlyMap<string, MarkSheet>;

/** A worksheet as its sheets, before it is a file. */
export const made = (sheets: Sheets, scope: WorksheetScope = {}, language: Language = 'en'): readonly ExportSheet[] =>
  worksheetSheets({ cohort, programme: small, learners, sheets, scope, today }, wordsOf(language));

type Texts = readonly { readonly name: string; readonly rows: string[][] }[];

/** The sheets as the reader gives them, without a file between. */
export const asRead = (sheets: readonly ExportSheet[]): Texts =>
  sheets.map(({ name, above = [], columns, rows }) => ({
    name,
    rows: [
      ...above.map((line) => [line]),
      columns.map(({ title }) => title),
      ...rows.map((row) => row.map((cell) => (cell === null ? '' : String(cell)))),
    ],
  }));

/** The sheets through a real file. */
export const throughFile = async (sheets: readonly ExportSheet[], language: Language = 'en'): Promise<Texts> => {
  const folder = await mkdtemp(path.join(tmpdir(), 'fieldcourse-worksheet-'));
  const file = path.join(folder, 'worksheet.xlsx');
  const written = await writeTable({ path: file, language, sheets: sheets as unknown as WrittenTable['sheets'] });
  const table = await readTable({ path: file });
  await rm(folder, { recursive: true, force: true });
  if (!written.ok || !table.ok) throw new Error('The worksheet was not written');
  return table.value.sheets;
};

type Where = Partial<{
  readonly decisions: Decisions;
  readonly programme: ProgrammeVersion;
  readonly cohort: typeof cohort;
  readonly language: Language;
}>;

/** The plan of a worksheet that came back into a workspace with these mark sheets. */
export const planned = (texts: Texts, sheets: Sheets, where: Where = {}): ImportPlan => {
  const worksheet = readWorksheet(texts);
  if (worksheet === undefined) throw new Error('No worksheet');
  return planWorksheet({
    worksheet,
    programme: small,
    cohort,
    learners,
    sheets: [...sheets.values()],
    decisions: {},
    today,
    language: 'en',
    ...where,
  });
};

/** The sheets with one cell typed over: `essay` or `log`, a learner's place and a column's place. */
export const typed = (texts: Texts, sheet: number, learner: number, column: number, text: string): Texts =>
  texts.map((each, place) => {
    if (place !== sheet) return each;
    const header = each.rows.findIndex((row) => row.includes('_id'));
    return {
      ...each,
      rows: each.rows.map((row, line) =>
        line === header + 1 + learner
          ? Array.from({ length: Math.max(row.length, column + 1) }, (_, at) =>
              at === column ? text : (row[at] ?? ''),
            )
          : row,
      ),
    };
  });

/** The mark sheets after a plan. */
export const after = (sheets: Sheets, plan: ImportPlan): Sheets =>
  new Map([
    ...sheets,
    ...plan.changes.flatMap((change) =>
      change.table === 'sheets' ? [[change.id as string, change.next] as const] : [],
    ),
  ]);

import type { Cohort } from '#shared/domain/cohorts.ts';
import { aboutSheet } from '#shared/domain/exports/about-export.ts';
import type { AlumnusExport } from '#shared/domain/exports/alumni-export.ts';
import { agrees, alumniColumns, trainingRecordColumns } from '#shared/domain/exports/alumni-export.ts';
import type { ExportKind, ExportSheet, ExportWords, LongSheet, RowBatch } from '#shared/domain/exports/export-table.ts';
import { columnsOf, rowOf } from '#shared/domain/exports/export-table.ts';
import { followUpColumns, inCallOrder } from '#shared/domain/exports/follow-up-export.ts';
import { codebookSheet, countriesSheet, indicatorsSheet } from '#shared/domain/exports/indicators-export.ts';
import { learnersSheet } from '#shared/domain/exports/learners-export.ts';
import { marksSheet } from '#shared/domain/exports/marks-export.ts';
import { outcomeColumns, outcomeLines, peopleInSmallCells } from '#shared/domain/exports/outcomes-export.ts';
import { registerSheet, resultsSheet } from '#shared/domain/exports/results-export.ts';
import type { Language } from '#shared/domain/languages.ts';
import type { Message } from '#shared/domain/message.ts';
import { message } from '#shared/domain/message.ts';
import { loadTranslator } from '#shared/i18n/load-translator.ts';
import { sayMessage } from '#shared/i18n/make-translator.ts';
import type { WorksheetScope } from '#shared/domain/worksheets/make-worksheet.ts';
import { worksheetSheets } from '#shared/domain/worksheets/make-worksheet.ts';
import type { Result } from '#shared/lib/result.ts';
import { fail, ok } from '#shared/lib/result.ts';
import { desktop } from '#renderer/desktop/bridge.ts';
import { today } from '#renderer/desktop/clock.ts';
import { getRecord, getRecords, listByCohort, listRecords } from '../records.ts';
import { aboutExport, isCsv, writeBeside } from './export-about.ts';
import { alumniLines, followUpLines } from './export-lines.ts';
import { noteExport } from './export-notes.ts';
import type { ExportWatch } from './long-export.ts';
import { asLong, inBatches, writeLong } from './long-export.ts';
import { loadCohortMarks } from './marks.ts';
import { outcomeRows, reportsOfAll } from './outcomes.ts';
import { loadCohortResults } from './results.ts';

/** What is to be exported where. Follow-ups, alumni, training records and outcomes may be of all cohorts, the others need one; the ending of `path` chooses CSV or XLSX. The screen's language is the default. */
export type ExportRequest = {
  readonly kind: ExportKind;
  readonly cohortId?: string;
  readonly path: string;
  readonly language?: Language;
  /** Which learners and assignments a worksheet is about. */
  readonly scope?: WorksheetScope;
};

/** The file written, and how many rows its first sheet has; of a worksheet, all its sheets. */
export type ExportReport = {
  readonly kind: ExportKind;
  readonly path: string;
  readonly bytes: number;
  readonly rows: number;
  readonly named: boolean;
};

type Sheets = readonly ExportSheet[] | undefined;

const learners = async (cohortId: string, words: ExportWords): Promise<Sheets> => {
  const frame = await loadCohortMarks(cohortId);
  return frame && [learnersSheet(frame.learners, words)];
};

const marks = async (cohortId: string, words: ExportWords): Promise<Sheets> => {
  const found = await loadCohortMarks(cohortId);
  return found && [marksSheet({ ...found, sheets: [...found.sheets.values()] }, words)];
};

const results = async (cohortId: string, words: ExportWords): Promise<Sheets> => {
  const found = await loadCohortResults(cohortId, words.language);
  return found && [resultsSheet(found.programme, found.lines, words)];
};

const worksheet = async (cohortId: string, scope: WorksheetScope, words: ExportWords): Promise<Sheets> => {
  const found = await loadCohortMarks(cohortId);
  return found && worksheetSheets({ ...found, scope, today: today() }, words);
};

const register = async (cohortId: string, words: ExportWords): Promise<Sheets> =>
  (await getRecord('cohorts', cohortId)) && [registerSheet(await listByCohort('certificates', cohortId), words)];

/** What a kind of export holds. */
type Content = {
  /** The sheet that a CSV file holds; its rows are counted. */
  readonly data: LongSheet;
  readonly others: readonly ExportSheet[];
  readonly named: boolean;
  readonly rows?: number;
  readonly notes: readonly Message[];
};

const note = (name: string, values?: Message['values']): Message => message(`exports.about.note.${name}`, values);

const cohortsOf = async (cohortId: string | undefined): Promise<readonly Cohort[]> =>
  cohortId === undefined
    ? (await listRecords('cohorts')).toSorted((a, b) => (a.code < b.code ? -1 : 1))
    : getRecords('cohorts', [cohortId]);

const followUp = (cohorts: readonly Cohort[], words: ExportWords): Content => {
  const columns = followUpColumns(words);
  const batches = async function* (): AsyncIterable<RowBatch> {
    const read = (at: number) => {
      const cohort = cohorts[at];
      return cohort === undefined ? Promise.resolve([]) : followUpLines(cohort);
    };
    // The next cohort is read while this one is written.
    let coming = read(0);
    for (const index of cohorts.keys()) {
      const lines = inCallOrder(await coming);
      coming = read(index + 1);
      // Where the writing stops, nobody waits for what was read ahead.
      coming.catch(() => undefined);
      for await (const { rows, share } of inBatches(lines, (line) => rowOf(columns, line)))
        yield { rows, share: (index + share) / cohorts.length };
    }
  };
  const data = { name: words.say(message('exports.sheet.follow-up')), columns: columnsOf(columns, words), batches };
  return { data, others: [], named: true, notes: [note('phones')] };
};

const people = async (
  kind: 'alumni' | 'training-records',
  cohorts: readonly Cohort[],
  words: ExportWords,
): Promise<Content> => {
  const columns = kind === 'alumni' ? alumniColumns() : trainingRecordColumns(words);
  const all: AlumnusExport[] = [];
  for (const cohort of cohorts) all.push(...(await alumniLines(cohort)));
  const lines = all.filter((line) => agrees(line, kind));
  const without = all.length - lines.length;
  const said = note(kind === 'alumni' ? 'consentContacts' : 'consentSharing', { count: without });
  return {
    data: {
      name: words.say(message(`exports.sheet.${kind}`)),
      columns: columnsOf(columns, words),
      batches: () => inBatches(lines, (line) => rowOf(columns, line)),
    },
    others: [],
    named: true,
    rows: lines.length,
    notes: without === 0 ? [] : [said],
  };
};

const outcomeData = async (cohortId: string | undefined, words: ExportWords): Promise<Content> => {
  const all = await outcomeRows();
  const rows = cohortId === undefined ? all : all.filter((row) => row.cohortId === cohortId);
  const lines = outcomeLines(rows);
  const columns = outcomeColumns(words);
  const reports = reportsOfAll(rows);
  const small = peopleInSmallCells(lines);
  return {
    data: {
      name: words.say(message('exports.sheet.outcomes')),
      columns: columnsOf(columns, words),
      batches: () => inBatches(lines, (line) => rowOf(columns, line)),
    },
    others: [indicatorsSheet(reports, words), countriesSheet(reports, words), codebookSheet(words)],
    named: false,
    rows: lines.length,
    notes: [
      small === 0 ? note('noSmallCells') : note('smallCells', { count: small }),
      note('sites'),
      note('suppressed'),
      note('pooled'),
    ],
  };
};

const shortSheets = (request: ExportRequest, cohortId: string, words: ExportWords): Promise<Sheets> => {
  switch (request.kind) {
    case 'learners':
      return learners(cohortId, words);
    case 'marks':
      return marks(cohortId, words);
    case 'results':
      return results(cohortId, words);
    case 'register':
      return register(cohortId, words);
    default:
      return Promise.resolve(undefined);
  }
};

const contentOf = async (request: ExportRequest, words: ExportWords): Promise<Content | undefined> => {
  const { kind, cohortId } = request;
  if (kind === 'outcomes') return outcomeData(cohortId, words);
  if (kind === 'follow-up' || kind === 'alumni' || kind === 'training-records') {
    const cohorts = await cohortsOf(cohortId);
    if (cohortId !== undefined && cohorts.length === 0) return undefined;
    return kind === 'follow-up' ? followUp(cohorts, words) : people(kind, cohorts, words);
  }
  const sheets = cohortId === undefined ? undefined : await shortSheets(request, cohortId, words);
  const [data] = sheets ?? [];
  if (data === undefined) return undefined;
  return { data: asLong(data), others: [], named: true, rows: data.rows.length, notes: [] };
};

type WrittenSheet = Parameters<typeof desktop.tablesWriteTable>[0]['sheets'][number];

/** A sheet as the writer of spreadsheets takes it. */
export const writtenSheet = ({ columns, rows, above, validations, ...sheet }: ExportSheet): WrittenSheet => ({
  ...sheet,
  columns: [...columns],
  rows: rows.map((row) => [...row]),
  ...(above === undefined ? {} : { above: [...above] }),
  ...(validations === undefined
    ? {}
    : {
        validations: validations.map(({ allowed, ...validation }) => ({
          ...validation,
          allowed: allowed.kind === 'list' ? { ...allowed, values: [...allowed.values] } : allowed,
        })),
      }),
});

const worksheetRows = (sheets: readonly ExportSheet[]): number =>
  sheets.filter(({ hidden }) => hidden !== true).reduce((sum, { rows }) => sum + rows.length, 0);

const writeWorksheet = async (
  { cohortId, path, scope = {} }: ExportRequest,
  words: ExportWords,
): Promise<Result<ExportReport>> => {
  if (!/\.xlsx$/i.test(path)) return fail('worksheet-needs-xlsx');
  const sheets = cohortId === undefined ? undefined : await worksheet(cohortId, scope, words);
  if (sheets === undefined) return fail('cohort-missing', { code: cohortId ?? '' });
  if (sheets.length === 0) return fail('worksheet-empty');
  const { language } = words;
  const written = await desktop.tablesWriteTable({ path, language, sheets: sheets.map(writtenSheet) });
  return written.ok
    ? ok({ kind: 'worksheet', ...written.value, rows: worksheetRows(sheets), named: true })
    : fail(written.error.code, written.error.details);
};

const writeContent = async (
  request: ExportRequest,
  words: ExportWords,
  watch: ExportWatch,
): Promise<Result<ExportReport>> => {
  const { kind, path, cohortId } = request;
  const content = await contentOf(request, words);
  if (content === undefined) return fail('cohort-missing', { code: cohortId ?? '' });
  const cohort = cohortId === undefined ? undefined : await getRecord('cohorts', cohortId);
  const about = await aboutExport({ ...content, kind, cohort: cohort?.code });
  // The data come first: that is the sheet which other programs, and our own import, open.
  const whole = [content.data, asLong(aboutSheet(about, words)), ...content.others.map(asLong)];
  const sheets = isCsv(path) ? [content.data] : whole;
  const written = await writeLong({ path, language: words.language, sheets }, watch);
  if (!written.ok) return written;
  if (isCsv(path)) await writeBeside(path, about, words, content.others.at(-1));
  const { bytes, rows } = written.value;
  return ok({ kind, path, bytes, rows: rows[sheets.indexOf(content.data)] ?? 0, named: content.named });
};

/**
 * Writes a spreadsheet in the words of a language and notes it in the history. Outcomes are de-identified; contact lists hold only those who agreed; learners and
 * marks can be imported again and then change nothing. Beside a CSV file lies a text that says what is in it; a workbook has a sheet for that.
 * Expected failures: `cohort-missing`, `export-cancelled`, for a worksheet `worksheet-needs-xlsx` and `worksheet-empty`, and those of writing
 * (`table-unknown-kind`, `disk-full`, `file-not-writable`, `file-in-use`, `folder-missing`).
 */
export const runExport = async (request: ExportRequest, watch: ExportWatch = {}): Promise<Result<ExportReport>> => {
  const language = request.language ?? (await desktop.settingsReadSettings()).language;
  const translate = await loadTranslator(language);
  const words: ExportWords = { language, say: (one) => sayMessage(translate, one) };
  const written =
    request.kind === 'worksheet' ? await writeWorksheet(request, words) : await writeContent(request, words, watch);
  if (!written.ok) return written;
  const cohort = request.cohortId === undefined ? undefined : await getRecord('cohorts', request.cohortId);
  await noteExport({ ...written.value, ...(cohort === undefined ? {} : { cohort: cohort.code }) }, words);
  return written;
};

import type { ExportAbout } from '#shared/domain/exports/about-export.ts';
import { aboutSheet } from '#shared/domain/exports/about-export.ts';
import type { ExportSheet, ExportWords } from '#shared/domain/exports/export-table.ts';
import type { Language } from '#shared/domain/languages.ts';
import type { Paper } from '#shared/domain/paper.ts';
import { loadTranslator } from '#shared/i18n/load-translator.ts';
import { sayMessage } from '#shared/i18n/make-translator.ts';
import type { Result } from '#shared/lib/result.ts';
import { fail, ok } from '#shared/lib/result.ts';
import { desktop } from '#renderer/desktop/bridge.ts';
import type { WrittenPaper } from '#renderer/desktop/write-papers.ts';
import { writePaper } from '#renderer/desktop/write-papers.ts';
import { aboutExport, isCsv, writeBeside } from './export-about.ts';
import { noteExport } from './export-notes.ts';
import { writtenSheet } from './exports.ts';

/** Which file is written: its kind (`exports.about.kinds.<kind>`), where, in which language, and the code of the cohort it is of. */
type NotedFile<Kind extends string> = {
  readonly kind: Kind;
  readonly path: string;
  readonly language: Language;
  readonly cohort?: string;
};

/** The words of a language for sheets and papers. */
export const wordsIn = async (language: Language): Promise<ExportWords & { readonly language: Language }> => {
  const translate = await loadTranslator(language);
  return { language, say: (text) => sayMessage(translate, text) };
};

/**
 * Writes one sheet with names as XLSX or CSV by the ending, says in it (beside a CSV file) what it is, and notes it in the history.
 * Errors: those of writing.
 */
export const writeNotedTable = async (
  { kind, path, language, cohort }: NotedFile<ExportAbout['kind']>,
  sheetIn: (words: ExportWords) => ExportSheet,
): Promise<Result<{ readonly path: string; readonly bytes: number }>> => {
  const words = await wordsIn(language);
  const sheet = sheetIn(words);
  const rows = sheet.rows.length;
  const about = await aboutExport({ kind, cohort, named: true, notes: [], rows });
  const sheets = isCsv(path) ? [sheet] : [sheet, aboutSheet(about, words)];
  const written = await desktop.tablesWriteTable({ path, language, sheets: sheets.map(writtenSheet) });
  if (!written.ok) return fail(written.error.code, written.error.details);
  if (isCsv(path)) await writeBeside(path, about, words);
  await noteExport({ kind, path, rows, named: true, ...(cohort === undefined ? {} : { cohort }) }, words);
  return ok(written.value);
};

/** Papers with names that are noted when they leave. */
type NotedPaperKind = 'award-list' | 'grade-changes' | 'sign-off' | 'feedback' | 'call-sheets';

/** Notes papers that left the workspace; `count` says of how many learners. */
export const notePapers = async (
  { kind, path, language, cohort }: NotedFile<NotedPaperKind>,
  count: number,
): Promise<void> => {
  const of = cohort === undefined ? {} : { cohort };
  await noteExport({ kind, path, rows: count, named: true, ...of }, await wordsIn(language));
};

/** Writes a paper with names as PDF and notes it in the history. Errors: those of writing papers. */
export const writeNotedPaper = async (
  file: Parameters<typeof notePapers>[0],
  paper: Paper,
  count: number,
): Promise<Result<WrittenPaper>> => {
  const written = await writePaper(paper, file.path);
  if (written.ok) await notePapers(file, count);
  return written;
};

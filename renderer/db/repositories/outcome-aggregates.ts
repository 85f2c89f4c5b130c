import type { ExportAbout } from '#shared/domain/exports/about-export.ts';
import { aboutText } from '#shared/domain/exports/about-export.ts';
import { dataValueSet, dataValueSetCsv, dataValueSetJson } from '#shared/domain/exports/dhis2-export.ts';
import type { ExportWords } from '#shared/domain/exports/export-table.ts';
import { jsonStat } from '#shared/domain/exports/json-stat-export.ts';
import type { Language } from '#shared/domain/languages.ts';
import { localeOf } from '#shared/domain/languages.ts';
import type { Message } from '#shared/domain/message.ts';
import { message } from '#shared/domain/message.ts';
import { cyclesOf } from '#shared/domain/outcome-cycles.ts';
import { makeFigures } from '#shared/domain/outcome-figures.ts';
import type { OutcomeRow } from '#shared/domain/outcome-rows.ts';
import { loadTranslator } from '#shared/i18n/load-translator.ts';
import { sayMessage } from '#shared/i18n/make-translator.ts';
import type { Result } from '#shared/lib/result.ts';
import { fail, ok } from '#shared/lib/result.ts';
import { desktop } from '#renderer/desktop/bridge.ts';
import { nowInstant, today } from '#renderer/desktop/clock.ts';
import { getRecord, listRecords } from '../records.ts';
import { writeState } from '../write-state.ts';
import { noteExport } from './export-notes.ts';
import { outcomeRows, reportsOfAll } from './outcomes.ts';

export const aggregateKinds = ['dhis2', 'json-stat'] as const;
export type AggregateKind = (typeof aggregateKinds)[number];

/** A file for another system: DHIS2 data values as JSON or CSV (by the ending of `path`), or one JSON-stat dataset. */
export type AggregateRequest = {
  readonly kind: AggregateKind;
  readonly path: string;
  readonly language: Language;
  readonly cohortId?: string;
};

/** The file written, with how many values it holds. */
export type AggregateReport = {
  readonly kind: AggregateKind;
  readonly path: string;
  readonly bytes: number;
  readonly rows: number;
};

type Made = { readonly text: string; readonly rows: number; readonly notes: readonly Message[] };

const note = (name: string, values?: Message['values']): Message => message(`exports.about.note.${name}`, values);

const makeValues = async (rows: readonly OutcomeRow[], path: string): Promise<Made> => {
  const offsets = [...new Set(cyclesOf(rows).flatMap((cycle) => cycle.offsets))].sort((a, b) => a - b);
  const set = dataValueSet(rows, await listRecords('cohorts'), offsets);
  return {
    text: /\.csv$/i.test(path) ? dataValueSetCsv(set) : dataValueSetJson(set),
    rows: set.values.length,
    notes: [
      note('dhis2'),
      ...(set.suppressed === 0 ? [] : [note('suppressedCells', { count: set.suppressed })]),
      ...(set.withoutPeriod.length === 0 ? [] : [note('withoutPeriod', { cohorts: set.withoutPeriod.join(', ') })]),
    ],
  };
};

const makeDataset = (rows: readonly OutcomeRow[], source: string, words: ExportWords, language: Language): Made => {
  const reports = reportsOfAll(rows);
  const { country } = makeFigures(localeOf(language));
  const text = jsonStat(reports, { at: nowInstant(), source, countryName: country }, words);
  return { text, rows: reports.length, notes: [note('jsonStat')] };
};

/**
 * Writes the indicators for another system, de-identified and with small cells left out, and notes it in the history. Beside it lies a text that says what is in it.
 * Expected failures: `wave-not-open` where there is nothing to count, and those of writing.
 */
export const runAggregate = async ({
  kind,
  path,
  language,
  cohortId,
}: AggregateRequest): Promise<Result<AggregateReport>> => {
  const all = await outcomeRows();
  const rows = cohortId === undefined ? all : all.filter((row) => row.cohortId === cohortId);
  if (!rows.some(({ waves }) => waves.length > 0)) return fail('wave-not-open', { wave: '' });
  const translate = await loadTranslator(language);
  const words: ExportWords = { language, say: (one) => sayMessage(translate, one) };
  const [workspace, cohort] = await Promise.all([
    getRecord('workspace', 'workspace'),
    cohortId === undefined ? undefined : getRecord('cohorts', cohortId),
  ]);
  const source = workspace?.name ?? '';
  const made = kind === 'dhis2' ? await makeValues(rows, path) : makeDataset(rows, source, words, language);
  const written = await desktop.filesWriteText({ path, text: made.text });
  if (!written.ok) return fail(written.error.code, written.error.details);
  const about: ExportAbout = {
    kind: 'aggregate',
    workspace: source,
    demonstration: workspace?.demonstration ?? false,
    on: today(),
    by: writeState().author.name,
    rows: made.rows,
    named: false,
    notes: [...made.notes, note('suppressed'), note('pooled')],
    ...(cohort === undefined ? {} : { cohort: cohort.code }),
  };
  const beside = `${path.replace(/\.[^./\\]+$/, '')}.about.txt`;
  await desktop.filesWriteText({ path: beside, text: aboutText(about, words) });
  const noted = { kind: 'aggregate', path, rows: made.rows, named: false };
  await noteExport({ ...noted, ...(cohort === undefined ? {} : { cohort: cohort.code }) }, words);
  return ok({ kind, path, bytes: written.value.bytes, rows: made.rows });
};

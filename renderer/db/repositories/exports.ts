import type { ExportKind, ExportSheet, ExportWords } from '#shared/domain/exports/export-table.ts';
import type { FollowUpLine } from '#shared/domain/exports/follow-up-export.ts';
import { followUpSheet } from '#shared/domain/exports/follow-up-export.ts';
import { learnersSheet } from '#shared/domain/exports/learners-export.ts';
import { marksSheet } from '#shared/domain/exports/marks-export.ts';
import { indicatorsSheet, outcomeDataSheet } from '#shared/domain/exports/outcomes-export.ts';
import { registerSheet, resultsSheet } from '#shared/domain/exports/results-export.ts';
import { circumstancesOf, waveDates, waveState } from '#shared/domain/follow-up-waves.ts';
import type { Language } from '#shared/domain/languages.ts';
import { cyclesOf, outcomes } from '#shared/domain/outcomes.ts';
import { loadTranslator } from '#shared/i18n/load-translator.ts';
import { sayMessage } from '#shared/i18n/make-translator.ts';
import type { Result } from '#shared/lib/result.ts';
import { fail, ok } from '#shared/lib/result.ts';
import { desktop } from '#renderer/desktop/bridge.ts';
import { today } from '#renderer/desktop/clock.ts';
import { getRecord, getRecords, listByCohort } from '../records.ts';
import { loadCohortMarks } from './marks.ts';
import { outcomeRows } from './outcomes.ts';
import { loadCohortResults } from './results.ts';

/** What is to be exported where. All kinds but `outcomes` need a cohort; the ending of `path` chooses CSV or XLSX. The screen's language is the default. */
export type ExportRequest = {
  readonly kind: ExportKind;
  readonly cohortId?: string;
  readonly path: string;
  readonly language?: Language;
};

/** The file written, and how many rows its first sheet has. */
export type ExportReport = {
  readonly kind: ExportKind;
  readonly path: string;
  readonly bytes: number;
  readonly rows: number;
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

const register = async (cohortId: string, words: ExportWords): Promise<Sheets> =>
  (await getRecord('cohorts', cohortId)) && [registerSheet(await listByCohort('certificates', cohortId), words)];

const followUpLines = async (cohortId: string): Promise<readonly FollowUpLine[] | undefined> => {
  const cohort = await getRecord('cohorts', cohortId);
  const programme = cohort && (await getRecord('programmes', cohort.programmeId));
  if (cohort === undefined || programme === undefined) return undefined;
  const [awards, enrolments, followUps] = await Promise.all([
    listByCohort('awards', cohortId),
    listByCohort('enrolments', cohortId),
    listByCohort('followUps', cohortId),
  ]);
  const people = await getRecords(
    'people',
    awards.map(({ personId }) => personId),
  );
  const [personOf, enrolmentOf] = [
    new Map(people.map((each) => [each.id, each])),
    new Map(enrolments.map((each) => [each.id, each])),
  ];
  const now = today();
  return awards.flatMap((award) => {
    const [person, enrolment] = [personOf.get(award.personId), enrolmentOf.get(award.id)];
    if (person === undefined || enrolment === undefined) return [];
    const own = followUps.filter(({ enrolmentId }) => enrolmentId === award.id);
    return programme.rules.waves.map((wave): FollowUpLine => {
      const followUp = own.find(({ waveId }) => waveId === wave.id);
      const others = own.filter(({ waveId }) => waveId !== wave.id);
      const dates = waveDates(cohort.graduation ?? award.awardedOn, wave, programme.rules);
      return {
        award,
        person,
        enrolment,
        wave,
        followUp,
        state: waveState(dates, followUp, circumstancesOf(enrolment, others), now),
      };
    });
  });
};

const followUp = async (cohortId: string, words: ExportWords): Promise<Sheets> => {
  const lines = await followUpLines(cohortId);
  return lines && [followUpSheet(lines, words)];
};

const outcomeSheets = async (cohortId: string | undefined, words: ExportWords): Promise<Sheets> => {
  const all = await outcomeRows();
  const rows = cohortId === undefined ? all : all.filter((row) => row.cohortId === cohortId);
  const reports = cyclesOf(rows).flatMap(({ cycle, offsets }) =>
    offsets.map((offsetMonths) => outcomes(rows, { cycle, offsetMonths })),
  );
  return [outcomeDataSheet(rows, words), indicatorsSheet(reports, words)];
};

const sheetsOf = (kind: ExportKind, cohortId: string | undefined, words: ExportWords): Promise<Sheets> => {
  if (kind === 'outcomes') return outcomeSheets(cohortId, words);
  if (cohortId === undefined) return Promise.resolve(undefined);
  switch (kind) {
    case 'learners':
      return learners(cohortId, words);
    case 'marks':
      return marks(cohortId, words);
    case 'results':
      return results(cohortId, words);
    case 'register':
      return register(cohortId, words);
    case 'follow-up':
      return followUp(cohortId, words);
  }
};

/**
 * Writes a spreadsheet in the words of a language. Outcomes are de-identified; learners and marks can be imported again and then change nothing.
 * Expected failures: `cohort-missing`, and those of writing (`table-unknown-kind`, `disk-full`, `file-not-writable`, `file-in-use`, `folder-missing`).
 */
export const runExport = async ({ kind, cohortId, path, ...wanted }: ExportRequest): Promise<Result<ExportReport>> => {
  const language = wanted.language ?? (await desktop.settingsReadSettings()).language;
  const translate = await loadTranslator(language);
  const words: ExportWords = { language, say: (message) => sayMessage(translate, message) };
  const sheets = await sheetsOf(kind, cohortId, words);
  if (sheets === undefined) return fail('cohort-missing', { code: cohortId ?? '' });
  const written = await desktop.tablesWriteTable({
    path,
    language,
    sheets: sheets.map(({ name, columns, rows }) => ({
      name,
      columns: [...columns],
      rows: rows.map((row) => [...row]),
    })),
  });
  return written.ok
    ? ok({ kind, ...written.value, rows: sheets[0]?.rows.length ?? 0 })
    : fail(written.error.code, written.error.details);
};

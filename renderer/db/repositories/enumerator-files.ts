import type { EnumeratorInput, EnumeratorLine } from '#shared/domain/enumerator/enumerator-lines.ts';
import { isToInterview } from '#shared/domain/enumerator/enumerator-lines.ts';
import { enumeratorSheets } from '#shared/domain/enumerator/make-workbook.ts';
import { alumniFile, alumniFileName, xlsformSheets } from '#shared/domain/enumerator/make-xlsform.ts';
import { plainCsv } from '#shared/domain/enumerator/plain-csv.ts';
import type { ExportWords } from '#shared/domain/exports/export-table.ts';
import type { FollowUp } from '#shared/domain/follow-ups.ts';
import type { Language } from '#shared/domain/languages.ts';
import type { QuestionnaireLanguage } from '#shared/domain/questionnaire-design.ts';
import { loadTranslator } from '#shared/i18n/load-translator.ts';
import { sayMessage } from '#shared/i18n/make-translator.ts';
import { groupBy } from '#shared/lib/group-by.ts';
import type { Result } from '#shared/lib/result.ts';
import { fail, ok } from '#shared/lib/result.ts';
import { desktop } from '#renderer/desktop/bridge.ts';
import { today } from '#renderer/desktop/clock.ts';
import { getRecord, listByCohort } from '../records.ts';
import { followUpLines } from './export-lines.ts';
import { noteExport } from './export-notes.ts';
import { writtenSheet } from './exports.ts';
import { questionnaireInUse } from './questionnaires.ts';

/** What goes out to enumerators: a sheet to fill in, or a form for their phones. */
export type EnumeratorFileKind = 'enumerator-sheet' | 'phone-form';

/** Which file, of which wave, with the questions in which language; only the alumni of one interviewer where one is named. */
export type EnumeratorFileRequest = {
  readonly kind: EnumeratorFileKind;
  readonly cohortId: string;
  readonly offsetMonths: number;
  readonly questions: QuestionnaireLanguage;
  readonly interviewer?: string;
  readonly path: string;
};

/** The file written, and how many alumni it holds. */
type EnumeratorFileReport = {
  readonly kind: EnumeratorFileKind;
  readonly path: string;
  readonly bytes: number;
  readonly rows: number;
};

/** The newest interview of an alumnus before this wave. */
const lastBefore = (followUps: readonly FollowUp[], waveId: string): FollowUp | undefined =>
  followUps
    .filter((followUp) => followUp.waveId !== waveId && followUp.completedOn !== undefined)
    .toSorted((a, b) => ((a.completedOn ?? '') < (b.completedOn ?? '') ? 1 : -1))[0];

const readInput = async (request: EnumeratorFileRequest): Promise<Result<EnumeratorInput>> => {
  const { cohortId, offsetMonths, questions, interviewer } = request;
  const cohort = await getRecord('cohorts', cohortId);
  const programme = cohort && (await getRecord('programmes', cohort.programmeId));
  if (cohort === undefined || programme === undefined) return fail('cohort-missing', { code: cohortId });
  const wave = programme.rules.waves.find((each) => each.offsetMonths === offsetMonths);
  if (wave === undefined) return fail('enumerator-no-wave', { wave: offsetMonths });
  const [all, plan, followUps, design] = await Promise.all([
    followUpLines(cohort),
    getRecord('callPlans', `${cohort.id}:${wave.id}`),
    listByCohort('followUps', cohort.id),
    questionnaireInUse(),
  ]);
  const own = groupBy(followUps, ({ enrolmentId }) => enrolmentId);
  const { compare } = new Intl.Collator(questions, { numeric: true });
  const lines = all
    .filter((line) => line.wave.id === wave.id && isToInterview(line.state))
    .flatMap(({ award, person, enrolment, state, followUp }): readonly EnumeratorLine[] => {
      const caller = plan?.callers[award.id];
      if (interviewer !== undefined && caller !== interviewer) return [];
      const last = lastBefore(own.get(award.id) ?? [], wave.id);
      return [{ award, person, enrolment, state, followUp, last, ...(caller === undefined ? {} : { caller }) }];
    })
    .toSorted((a, b) => compare(a.award.name, b.award.name));
  if (lines.length === 0) return fail('enumerator-empty');
  const named = interviewer === undefined ? {} : { interviewer };
  return ok({ cohort, wave, design, lines, language: questions, today: today(), ...named });
};

const besides = (path: string): string =>
  path.slice(0, Math.max(path.lastIndexOf('/'), path.lastIndexOf('\\')) + 1) + alumniFileName;

/**
 * Writes a sheet for enumerators (XLSX), or a phone form (XLSForm) with its list of alumni in `alumni.csv` beside it, and notes that data left the
 * workspace. Errors: `cohort-missing`, `enumerator-no-wave`, `enumerator-empty`, `enumerator-needs-xlsx`, and those of writing.
 */
export const writeEnumeratorFile = async (
  request: EnumeratorFileRequest,
  language: Language,
): Promise<Result<EnumeratorFileReport>> => {
  const { kind, path, questions } = request;
  if (!/\.xlsx$/i.test(path)) return fail('enumerator-needs-xlsx');
  const input = await readInput(request);
  if (!input.ok) return input;
  const sheets = kind === 'phone-form' ? xlsformSheets(input.value) : enumeratorSheets(input.value);
  const written = await desktop.tablesWriteTable({ path, language: questions, sheets: sheets.map(writtenSheet) });
  if (!written.ok) return fail(written.error.code, written.error.details);
  if (kind === 'phone-form') {
    const list = await desktop.filesWriteText({ path: besides(path), text: plainCsv(alumniFile(input.value)) });
    if (!list.ok) return fail(list.error.code, list.error.details);
  }
  const translate = await loadTranslator(language);
  const words: ExportWords = { language, say: (message) => sayMessage(translate, message) };
  const rows = input.value.lines.length;
  await noteExport({ kind, path, cohort: input.value.cohort.code, rows, named: true }, words);
  return ok({ kind, ...written.value, rows });
};

import type { ExportKind } from '#shared/domain/exports/export-table.ts';
import { exportKinds } from '#shared/domain/exports/export-table.ts';
import { guessTarget } from '#shared/domain/import/guess-columns.ts';
import type { WorksheetScope } from '#shared/domain/worksheets/make-worksheet.ts';
import type { Failure, Result } from '#shared/lib/result.ts';
import { fail, ok } from '#shared/lib/result.ts';
import { runExport } from '#renderer/db/repositories/exports.ts';
import { findCohort } from '#renderer/db/repositories/results.ts';
import { getRecord } from '#renderer/db/records.ts';
import { runEnumeratorFile } from './enumerator.ts';
import { runExportPerson } from './export-person.ts';
import { runFeedback } from './feedback.ts';
import type { JobContext, RunJob } from './job.ts';
import { outcomeFileOf, runOutcomeFile } from './outcome-files.ts';

const isKind = (text: string): text is ExportKind => exportKinds.some((kind) => kind === text);

/** May be written of all cohorts at once. */
const ofAll: readonly ExportKind[] = ['outcomes', 'follow-up', 'alumni', 'training-records'];

/** An assignment is named as in a heading: `M2 Essay`, `Module 2 Log`, or by its id. */
const scopeOf = async ({ option }: JobContext, programmeId: string): Promise<Result<WorksheetScope, Failure>> => {
  const [assignment, marker, site, mentorGroup] = ['assignment', 'marker', 'site', 'group'].map(option);
  const rest = {
    ...(marker === undefined ? {} : { marker }),
    ...(site === undefined ? {} : { site }),
    ...(mentorGroup === undefined ? {} : { mentorGroup }),
  };
  if (assignment === undefined) return ok(rest);
  const programme = await getRecord('programmes', programmeId);
  const target = programme && guessTarget(assignment, 'marks', programme);
  if (target?.startsWith('mark:') !== true) return fail('worksheet-assignment-missing', { assignment });
  return ok({ ...rest, assignments: [target.slice('mark:'.length)] });
};

/** `run export`: writes a spreadsheet; the ending of the file chooses CSV or XLSX. */
export const runExportJob: RunJob = async (context) => {
  const { job, option, language, progress } = context;
  const kind = job.files[0] ?? '';
  if (kind === 'feedback') return runFeedback(context);
  if (kind === 'person') return runExportPerson(context);
  if (kind === 'enumerator-sheet' || kind === 'phone-form') return runEnumeratorFile(context, kind);
  const outcomeFile = outcomeFileOf(kind);
  if (outcomeFile !== undefined) return runOutcomeFile(outcomeFile)(context);
  if (!isKind(kind)) return fail('export-unknown-kind', { kind });
  const code = option('cohort');
  if (code === undefined && !ofAll.includes(kind)) return fail('cohort-needed', { kind });
  const cohort = code === undefined ? undefined : await findCohort(code);
  if (code !== undefined && cohort === undefined) return fail('cohort-missing', { code });
  const scope = cohort === undefined ? ok({}) : await scopeOf(context, cohort.programmeId);
  if (!scope.ok) return scope;
  const written = await runExport(
    {
      kind,
      path: option('out') ?? '',
      language,
      scope: scope.value,
      ...(cohort === undefined ? {} : { cohortId: cohort.id }),
    },
    ofAll.includes(kind) && cohort === undefined ? { onProgress: progress } : {},
  );
  return written.ok ? ok({ job: 'export', ...written.value }) : written;
};

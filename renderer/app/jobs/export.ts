import type { ExportKind } from '#shared/domain/exports/export-table.ts';
import { exportKinds } from '#shared/domain/exports/export-table.ts';
import { fail, ok } from '#shared/lib/result.ts';
import { runExport } from '#renderer/db/repositories/exports.ts';
import { findCohort } from '#renderer/db/repositories/results.ts';
import type { RunJob } from './job.ts';

const isKind = (text: string): text is ExportKind => exportKinds.some((kind) => kind === text);

/** `run export`: writes a spreadsheet; the ending of the file chooses CSV or XLSX. */
export const runExportJob: RunJob = async ({ job, option, language }) => {
  const kind = job.files[0] ?? '';
  if (!isKind(kind)) return fail('export-unknown-kind', { kind });
  const code = option('cohort');
  if (code === undefined && kind !== 'outcomes') return fail('cohort-needed', { kind });
  const cohort = code === undefined ? undefined : await findCohort(code);
  if (code !== undefined && cohort === undefined) return fail('cohort-missing', { code });
  const written = await runExport({
    kind,
    path: option('out') ?? '',
    language,
    ...(cohort === undefined ? {} : { cohortId: cohort.id }),
  });
  return written.ok ? ok({ job: 'export', ...written.value }) : written;
};

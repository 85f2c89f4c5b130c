import type { Cohort } from '#shared/domain/cohorts.ts';
import type { ColumnMapping, ImportKind, ImportRow } from '#shared/domain/import/import-kinds.ts';
import { importKinds } from '#shared/domain/import/import-kinds.ts';
import { createTranslator } from '#shared/i18n/translator.ts';
import { sayMessage } from '#shared/i18n/make-translator.ts';
import type { Failure, Result } from '#shared/lib/result.ts';
import { fail, ok } from '#shared/lib/result.ts';
import { createCohort } from '#renderer/db/repositories/cohorts.ts';
import { runImport } from '#renderer/db/repositories/imports.ts';
import { findCohort } from '#renderer/db/repositories/results.ts';
import { getWorkspace, startWorkspace } from '#renderer/db/repositories/workspace.ts';
import { writeState } from '#renderer/db/write-state.ts';
import { desktop } from '#renderer/desktop/bridge.ts';
import { today } from '#renderer/desktop/clock.ts';
import type { JobContext, RunJob } from './job.ts';

const isKind = (text: string): text is ImportKind => importKinds.some((kind) => kind === text);

const ensureWorkspace = async ({ boot }: JobContext): Promise<Result<void>> => {
  if ((await getWorkspace()) !== undefined) return ok(undefined);
  return startWorkspace({ kind: 'new', name: boot.workspaceName, author: writeState().author, today: today() });
};

/** Learners may be imported into a cohort that does not exist yet: the file then makes it. */
const cohortFor = async (context: JobContext, kind: ImportKind): Promise<Result<Cohort, Failure>> => {
  const { option, flag } = context;
  const code = option('cohort');
  if (code === undefined) return fail('cohort-needed', { kind });
  const cohort = await findCohort(code);
  if (cohort !== undefined) return ok(cohort);
  if (kind !== 'learners' || flag('dry-run')) return fail('cohort-missing', { code });
  const optional = Object.fromEntries(
    (['country', 'place', 'partner', 'graduation'] as const).flatMap((name) =>
      option(name) === undefined ? [] : [[name, option(name)]],
    ),
  );
  return createCohort({ code, starts: option('starts') ?? today(), ...optional });
};

const mappingFrom = async (path: string | undefined): Promise<Result<ColumnMapping | undefined, Failure>> => {
  if (path === undefined) return ok(undefined);
  const file = await desktop.filesReadFile({ path });
  if (!file.ok) return file;
  try {
    const parsed: unknown = JSON.parse(new TextDecoder().decode(file.value));
    const entries = typeof parsed === 'object' && parsed !== null ? Object.entries(parsed) : [];
    if (entries.length === 0 || entries.some(([, target]) => typeof target !== 'string'))
      return fail('mapping-not-readable', { path });
    return ok(Object.fromEntries(entries) as ColumnMapping);
  } catch {
    return fail('mapping-not-readable', { path });
  }
};

const rowLine = (
  row: ImportRow,
  say: (message: Parameters<typeof sayMessage>[1]) => string,
): Readonly<Record<string, unknown>> => ({
  ...(row.place === undefined ? { line: row.line } : row.place),
  fate: row.fate,
  name: row.name,
  ...(row.reason === undefined ? {} : { reason: say(row.reason) }),
  ...(row.problems.length === 0
    ? {}
    : { problems: row.problems.map(({ reason, ...where }) => ({ ...where, reason: say(reason) })) }),
  ...(row.notes.length === 0 ? {} : { notes: row.notes.map(say) }),
  ...(row.changes.length === 0
    ? {}
    : {
        changes: row.changes.map(({ field, before, after }) => ({
          field: say(field),
          before: before === undefined ? null : say(before),
          after: say(after),
        })),
      }),
  ...(row.clashes === undefined
    ? {}
    : {
        clashes: row.clashes.map(({ field, here, file }) => ({ field: say(field), here: say(here), file: say(file) })),
      }),
  ...(row.candidates.length === 0 ? {} : { candidates: row.candidates }),
});

/** `run import`: the wizard's work without the wizard; every row is printed with its fate. */
export const runImportJob: RunJob = async (context) => {
  const { job, option, flag, language, print } = context;
  const kind = option('as') ?? '';
  if (!isKind(kind)) return fail('import-unknown-kind', { kind });
  const begun = await ensureWorkspace(context);
  if (!begun.ok) return begun;
  const side = option('on-clash');
  const mapping = await mappingFrom(option('mapping'));
  if (!mapping.ok) return mapping;
  // A file that cannot be read makes no cohort.
  const readable = await desktop.tablesReadTable({ path: job.files[0] ?? '' });
  if (!readable.ok) return fail(readable.error.code, readable.error.details);
  const cohort = kind === 'alumni' ? ok(undefined) : await cohortFor(context, kind);
  if (!cohort.ok) return cohort;
  const report = await runImport({
    path: job.files[0] ?? '',
    kind,
    cohortId: cohort.value?.id ?? '',
    dryRun: flag('dry-run'),
    language,
    ...(mapping.value === undefined ? {} : { mapping: mapping.value }),
    ...(side === 'file' || side === 'here' ? { onClash: { as: side } } : {}),
  });
  if (!report.ok) return report;
  const translate = createTranslator(language);
  const { rows, ...rest } = report.value;
  for (const row of rows) await print(rowLine(row, (message) => sayMessage(translate, message)));
  return ok({ job: 'import', ...(cohort.value === undefined ? {} : { cohort: cohort.value.code }), ...rest });
};

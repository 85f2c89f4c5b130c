import type { ContactSession, Register } from '#shared/domain/attendance.ts';
import { changeSetId } from '#shared/domain/change-sets.ts';
import type { Cohort } from '#shared/domain/cohorts.ts';
import type {
  Fate,
  ImportKind,
  ImportPlan,
  ImportRow,
  ColumnMapping,
  DateStyle,
  Decisions,
} from '#shared/domain/import/import-kinds.ts';
import { countFates } from '#shared/domain/import/import-kinds.ts';
import type { Learner } from '#shared/domain/import/match-learners.ts';
import { planGrid } from '#shared/domain/import/plan-grid.ts';
import { planLearners } from '#shared/domain/import/plan-learners.ts';
import { mappingKey } from '#shared/domain/import/source-table.ts';
import type { TableChoice, UnderstoodTable } from '#shared/domain/import/understand-table.ts';
import { checkHeadings, checkMapping, understandTable } from '#shared/domain/import/understand-table.ts';
import type { MarkSheet } from '#shared/domain/marks.ts';
import type { Enrolment, Person } from '#shared/domain/people.ts';
import type { ProgrammeVersion } from '#shared/domain/programmes.ts';
import type { Result } from '#shared/lib/result.ts';
import { fail, ok } from '#shared/lib/result.ts';
import { desktop } from '#renderer/desktop/bridge.ts';
import { today } from '#renderer/desktop/clock.ts';
import { newId } from '../new-id.ts';
import { getRecord, getRecords, listByCohort, listRecords } from '../records.ts';
import { commit } from '../write-path.ts';

/** The records that an import is planned from. For learners everybody in the workspace could be meant, for marks and hours only the cohort. */
export type ImportContent = {
  readonly cohort: Cohort;
  readonly programme: ProgrammeVersion;
  readonly people: readonly Person[];
  readonly enrolments: readonly Enrolment[];
  readonly sheets: readonly MarkSheet[];
  readonly registers: readonly Register[];
  readonly sessions: readonly ContactSession[];
};

/** What is to be imported, by the wizard or by a terminal job. `decisions` are by line. */
export type ImportRequest = TableChoice & {
  readonly path: string;
  readonly kind: ImportKind;
  readonly cohortId: string;
  readonly encoding?: string;
  readonly separator?: string;
  readonly decisions?: Decisions;
  readonly dryRun?: boolean;
  readonly language?: string;
};

/** What became of every row. `applied` is false in a dry run and where nothing was to be changed. */
export type ImportReport = {
  readonly kind: ImportKind;
  readonly file: string;
  readonly encoding: string | null;
  readonly separator: string | null;
  readonly sheet: string;
  /** The line of the headings in the spreadsheet, counted from 1. */
  readonly headerLine: number;
  readonly mapping: ColumnMapping;
  readonly dateStyles: Readonly<Record<string, DateStyle>>;
  readonly counts: Readonly<Record<Fate, number>>;
  readonly rows: readonly ImportRow[];
  readonly applied: boolean;
};

/** What was written: `changeSet` names it, so that it can be undone as long as it is the last; absent where nothing was to be changed. */
export type AppliedImport = {
  readonly rows: readonly ImportRow[];
  readonly applied: boolean;
  readonly changeSet?: string;
};

/** Reads what an import of this kind is planned from; undefined where there is no such cohort. */
export const loadImportContent = async (kind: ImportKind, cohortId: string): Promise<ImportContent | undefined> => {
  const cohort = await getRecord('cohorts', cohortId);
  const programme = cohort && (await getRecord('programmes', cohort.programmeId));
  if (cohort === undefined || programme === undefined) return undefined;
  const enrolments = await listByCohort('enrolments', cohortId);
  const none = { cohort, programme, enrolments, sheets: [], registers: [], sessions: [] };
  if (kind === 'learners') return { ...none, people: await listRecords('people') };
  const [people, sheets, registers, sessions] = await Promise.all([
    getRecords(
      'people',
      enrolments.map(({ personId }) => personId),
    ),
    listByCohort('sheets', cohortId),
    listByCohort('registers', cohortId),
    listByCohort('sessions', cohortId),
  ]);
  return { ...none, people, sheets, registers, sessions };
};

const learnersOf = ({ people, enrolments }: ImportContent): readonly Learner[] => {
  const personOf = new Map(people.map((person) => [person.id, person]));
  return enrolments.flatMap((enrolment) => {
    const person = personOf.get(enrolment.personId);
    return person === undefined ? [] : [{ enrolment, person }];
  });
};

/** Plans an import from what was read: every row with its fate, and the changes. Nothing is written. */
export const planImport = (
  kind: ImportKind,
  content: ImportContent,
  understood: Pick<UnderstoodTable, 'source' | 'mapping' | 'dateStyles'>,
  decisions: Decisions,
  language: string,
): ImportPlan => {
  const { source: table, mapping, dateStyles } = understood;
  const shared = { table, understanding: { mapping, dateStyles, today: today() }, decisions, newId: () => newId() };
  if (kind === 'learners') return planLearners({ ...content, ...shared });
  return planGrid({ ...content, ...shared, learners: learnersOf(content), language });
};

const rememberedFiles = 60;

/** The mapping will be offered again for files with the same headings. The oldest are forgotten. */
const rememberMapping = async (kind: ImportKind, { source, mapping }: UnderstoodTable): Promise<void> => {
  const { mappings } = await desktop.settingsReadSettings();
  const key = mappingKey(kind, source.headings);
  const others = Object.entries(mappings).filter(([each]) => each !== key);
  await desktop.settingsWriteSettings({
    mappings: Object.fromEntries([...others.slice(1 - rememberedFiles), [key, { ...mapping }]]),
  });
};

/** The mappings remembered from earlier imports, by their headings. */
export const rememberedMappings = async (): Promise<Readonly<Record<string, ColumnMapping>>> =>
  (await desktop.settingsReadSettings()).mappings;

/**
 * Writes what is to be imported: takes a snapshot, plans again from the records as they are then, and commits all rows as one change set that one undo
 * takes back.
 */
export const applyImport = async (
  kind: ImportKind,
  cohortId: string,
  file: string,
  understood: UnderstoodTable,
  decisions: Decisions,
  language: string,
): Promise<Result<AppliedImport>> => {
  const before = await loadImportContent(kind, cohortId);
  if (before === undefined) return fail('cohort-missing', { code: cohortId });
  const expected = planImport(kind, before, understood, decisions, language);
  if (expected.changes.length === 0) return ok({ rows: expected.rows, applied: false });
  const snapshot = await desktop.snapshotsMakeSnapshot({ reason: 'before-import' });
  if (!snapshot.ok) return fail(snapshot.error.code, snapshot.error.details);
  let plan = expected;
  const counts = countFates(expected.rows);
  const reason = { code: `${kind}-imported`, values: { count: counts.new + counts.changed, file } };
  const written = await commit(reason, async () => {
    const content = await loadImportContent(kind, cohortId);
    if (content !== undefined) plan = planImport(kind, content, understood, decisions, language);
    return plan.changes;
  });
  if (!written.ok) return written;
  await rememberMapping(kind, understood);
  return ok({
    rows: plan.rows,
    ...(written.value === null ? { applied: false } : { applied: true, changeSet: changeSetId(written.value) }),
  });
};

/**
 * Imports a file into a cohort: reads and understands it, plans the fate of every row and, unless it is a dry run, writes. Unsure rows without a
 * decision do not go in. Expected failures: those of reading (`file-…`, `table-…`), `cohort-missing`, `import-…` and `mapping-…` where the columns
 * needed are not there, and those of writing.
 */
export const runImport = async (request: ImportRequest): Promise<Result<ImportReport>> => {
  const { path, kind, cohortId, encoding, separator, decisions = {}, dryRun = false, language = 'en' } = request;
  const read = await desktop.tablesReadTable({ path, encoding, separator });
  if (!read.ok) return fail(read.error.code, read.error.details);
  const content = await loadImportContent(kind, cohortId);
  if (content === undefined) return fail('cohort-missing', { code: cohortId });
  const understood = understandTable(read.value, kind, content.programme, await rememberedMappings(), request);
  const headings = checkHeadings(request.mapping ?? {}, understood.source);
  if (!headings.ok) return headings;
  const checked = checkMapping(understood, kind, content.programme);
  if (!checked.ok) return checked;
  const done = dryRun
    ? ok({ rows: planImport(kind, content, understood, decisions, language).rows, applied: false })
    : await applyImport(kind, cohortId, read.value.name, understood, decisions, language);
  if (!done.ok) return done;
  return ok({
    kind,
    file: read.value.name,
    encoding: read.value.encoding,
    separator: read.value.separator,
    sheet: read.value.sheets[understood.sheet]?.name ?? '',
    headerLine: understood.headerRow + 1,
    mapping: understood.mapping,
    dateStyles: understood.dateStyles,
    counts: countFates(done.value.rows),
    rows: done.value.rows,
    applied: done.value.applied,
  });
};

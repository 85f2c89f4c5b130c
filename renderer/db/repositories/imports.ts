import { planAlumni } from '#shared/domain/import/alumni.ts';
import { planFollowUp } from '#shared/domain/import/follow-up.ts';
import { questionnaireLanguages } from '#shared/domain/questionnaire-design.ts';
import { changeSetId } from '#shared/domain/change-sets.ts';
import type {
  Fate,
  ImportKind,
  ImportPlan,
  ImportRow,
  ColumnMapping,
  DateStyle,
  Decision,
  Decisions,
} from '#shared/domain/import/import-kinds.ts';
import { countFates } from '#shared/domain/import/import-kinds.ts';
import { planGrid } from '#shared/domain/import/plan-grid.ts';
import { planLearners } from '#shared/domain/import/plan-learners.ts';
import { planWorksheet } from '#shared/domain/worksheets/plan-worksheet.ts';
import { mappingKey } from '#shared/domain/import/source-table.ts';
import type { TableChoice, UnderstoodTable } from '#shared/domain/import/understand-table.ts';
import { checkHeadings, checkMapping, recogniseKind, understandTable } from '#shared/domain/import/understand-table.ts';
import type { Result } from '#shared/lib/result.ts';
import { fail, ok } from '#shared/lib/result.ts';
import { desktop } from '#renderer/desktop/bridge.ts';
import { today } from '#renderer/desktop/clock.ts';
import { newId } from '../new-id.ts';
import { commit } from '../write-path.ts';
import { writeState } from '../write-state.ts';
import type { ImportContent } from './import-content.ts';
import { learnersOf, loadImportContent } from './import-content.ts';

/** What is to be imported, by the wizard or by a terminal job. `decisions` are by line. */
export type ImportRequest = TableChoice & {
  readonly path: string;
  readonly kind: ImportKind;
  readonly cohortId: string;
  readonly encoding?: string;
  readonly separator?: string;
  readonly decisions?: Decisions;
  /** What is done with every row of a worksheet that clashes and has no decision of its own. */
  readonly onClash?: Decision;
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

/** Plans an import from what was read: every row with its fate, and the changes. Nothing is written. */
export const planImport = (
  kind: ImportKind,
  content: ImportContent,
  understood: Pick<UnderstoodTable, 'source' | 'mapping' | 'dateStyles' | 'moodle' | 'worksheet'>,
  decisions: Decisions,
  language: string,
): ImportPlan => {
  const { source: table, mapping, dateStyles, moodle, worksheet } = understood;
  const shared = { table, understanding: { mapping, dateStyles, today: today() }, decisions, newId: () => newId() };
  if (content.cohort === undefined) return planAlumni({ ...content, ...shared });
  if (kind === 'worksheet') {
    const learners = learnersOf(content);
    return worksheet === undefined
      ? { rows: [], changes: [] }
      : planWorksheet({ ...content, worksheet, learners, decisions, language, today: today() });
  }
  if (kind === 'follow-up')
    return planFollowUp({
      ...content,
      ...shared,
      learners: learnersOf(content),
      author: writeState().author.name,
      language: questionnaireLanguages.find((each) => each === language) ?? 'en',
    });
  if (kind === 'learners') return planLearners({ ...content, ...shared });
  return planGrid({
    ...content,
    ...shared,
    learners: learnersOf(content),
    language,
    confirmNames: moodle !== undefined,
  });
};

/** The decisions, and one for every row that clashes without having its own. */
const withClashes = (decisions: Decisions, rows: readonly ImportRow[], onClash: Decision | undefined): Decisions => {
  const open = onClash === undefined ? [] : rows.filter(({ clashes, decided }) => clashes !== undefined && !decided);
  return { ...decisions, ...Object.fromEntries(open.map(({ line }) => [line, onClash])) };
};

const rememberedFiles = 60;

/** The mapping will be offered again for files with the same headings. The oldest are forgotten. */
const rememberMapping = async (kind: ImportKind, { source, mapping }: UnderstoodTable): Promise<void> => {
  if (kind === 'worksheet') return;
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
  const cells = understood.source.rows.map((row) => row.cells);
  const before = await loadImportContent(kind, cohortId, cells);
  if (before === undefined) return fail('cohort-missing', { code: cohortId });
  const expected = planImport(kind, before, understood, decisions, language);
  if (expected.changes.length === 0) return ok({ rows: expected.rows, applied: false });
  const snapshot = await desktop.snapshotsMakeSnapshot({ reason: 'before-import' });
  if (!snapshot.ok) return fail(snapshot.error.code, snapshot.error.details);
  let plan = expected;
  const counts = countFates(expected.rows);
  const reason = { code: `${kind}-imported`, values: { count: counts.new + counts.changed, file } };
  const written = await commit(reason, async () => {
    const content = await loadImportContent(kind, cohortId, cells);
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
  const { path, cohortId, encoding, separator, decisions = {}, dryRun = false, language = 'en' } = request;
  const read = await desktop.tablesReadTable({ path, encoding, separator });
  if (!read.ok) return fail(read.error.code, read.error.details);
  // Whoever says marks may mean a worksheet, which says so itself.
  const isWorksheet = request.kind === 'marks' && recogniseKind(read.value) === 'worksheet';
  const kind = isWorksheet ? 'worksheet' : request.kind;
  const rows = read.value.sheets.flatMap((sheet) => sheet.rows);
  const content = await loadImportContent(kind, cohortId, rows);
  if (content === undefined) return fail('cohort-missing', { code: cohortId });
  const understood = understandTable(read.value, kind, content.programme, await rememberedMappings(), request);
  const headings = checkHeadings(request.mapping ?? {}, understood.source);
  if (!headings.ok) return headings;
  const checked = checkMapping(understood, kind, content.programme);
  if (!checked.ok) return checked;
  const planned = (given: Decisions): readonly ImportRow[] =>
    planImport(kind, content, understood, given, language).rows;
  const settled = withClashes(decisions, request.onClash === undefined ? [] : planned(decisions), request.onClash);
  const done = dryRun
    ? ok({ rows: planned(settled), applied: false })
    : await applyImport(kind, cohortId, read.value.name, understood, settled, language);
  if (!done.ok) return done;
  return ok({
    kind,
    file: read.value.name,
    encoding: read.value.encoding,
    separator: read.value.separator,
    sheet:
      understood.worksheet?.sheets.map(({ name }) => name).join(', ') ??
      read.value.sheets[understood.sheet]?.name ??
      '',
    headerLine: understood.headerRow + 1,
    mapping: understood.mapping,
    dateStyles: understood.dateStyles,
    counts: countFates(done.value.rows),
    rows: done.value.rows,
    applied: done.value.applied,
  });
};

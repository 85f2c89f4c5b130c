import { useMemo, useState } from 'react';
import type { Decision, Decisions, ImportKind, ImportRow } from '#shared/domain/import/import-kinds.ts';
import type { TableChoice, UnderstoodTable } from '#shared/domain/import/understand-table.ts';
import { checkMapping, recogniseKind, understandTable } from '#shared/domain/import/understand-table.ts';
import type { ReadTable } from '#shared/ipc/contract.ts';
import type { Failure } from '#shared/lib/result.ts';
import type { ImportContent } from '#renderer/db/repositories/import-content.ts';
import { loadImportContent } from '#renderer/db/repositories/import-content.ts';
import { applyImport, planImport, rememberedMappings } from '#renderer/db/repositories/imports.ts';
import { undo } from '#renderer/db/undo.ts';
import { undoStacks } from '#renderer/db/write-state.ts';
import { desktop } from '#renderer/desktop/bridge.ts';
import { useText } from '#renderer/ui/text.tsx';

/** A file that was read, with what it is planned from. */
type Opened = {
  readonly path: string;
  readonly table: ReadTable;
  readonly content: ImportContent;
  readonly mappings: Awaited<ReturnType<typeof rememberedMappings>>;
};

/** How to read a CSV file where the guess was wrong. */
export type CsvChoice = { readonly encoding?: string; readonly separator?: string };

export type ImportPhase = 'choose' | 'reading' | 'ready' | 'writing' | 'done' | 'undone';

type Done = { readonly rows: readonly ImportRow[]; readonly changeSet?: string };

/** The state of the wizard. A plan is made anew with every choice; nothing is written before `write`. */
export type Import = {
  readonly kind: ImportKind;
  readonly phase: ImportPhase;
  readonly opened: Opened | undefined;
  readonly understood: UnderstoodTable | undefined;
  readonly rows: readonly ImportRow[];
  /** Why the file cannot be read or imported. */
  readonly error: Failure | undefined;
  /** Why the columns are not enough yet. */
  readonly mappingError: Failure | undefined;
  readonly open: (path: string, csv?: CsvChoice) => Promise<void>;
  readonly choose: (choice: TableChoice) => void;
  readonly decide: (lines: readonly number[], decisionOf: (row: ImportRow) => Decision | undefined) => void;
  readonly write: () => Promise<void>;
  readonly takeBack: () => Promise<void>;
  readonly reset: () => void;
};

/** How many learners would be imported. */
export const importedCount = (rows: readonly ImportRow[]): number =>
  rows.filter(({ fate }) => fate === 'new' || fate === 'changed').length;

/** Another sheet or another line of headings has other columns: what was chosen for them goes. */
const nextChoice = (choice: TableChoice, next: TableChoice): TableChoice => {
  const sameColumns = next.sheet === undefined && next.headerRow === undefined;
  return { ...(sameColumns ? choice : choice.sheet === undefined ? {} : { sheet: choice.sheet }), ...next };
};

const nextDecisions = (
  decisions: Decisions,
  rows: readonly ImportRow[],
  lines: readonly number[],
  decisionOf: (row: ImportRow) => Decision | undefined,
): Decisions => {
  const next = new Map(Object.entries(decisions));
  for (const row of rows) {
    if (!lines.includes(row.line)) continue;
    const decision = decisionOf(row);
    if (decision === undefined) next.delete(String(row.line));
    else next.set(String(row.line), decision);
  }
  return Object.fromEntries(next);
};

/** What the file means and what would become of its rows, made anew only when a choice changes. */
const usePlan = (opened: Opened | undefined, kind: ImportKind, choice: TableChoice, decisions: Decisions) => {
  const { language } = useText();
  const understood = useMemo(
    () => opened && understandTable(opened.table, kind, opened.content.programme, opened.mappings, choice),
    [opened, kind, choice],
  );
  const checked = useMemo(
    () => understood && opened && checkMapping(understood, kind, opened.content.programme),
    [understood, opened, kind],
  );
  const planned = useMemo(
    () =>
      understood !== undefined && opened !== undefined && checked?.ok === true
        ? planImport(kind, opened.content, understood, decisions, language).rows
        : [],
    [understood, opened, checked, kind, decisions, language],
  );
  return { understood, checked, planned };
};

/**
 * The wizard's state for one kind of import. A file that says itself that it is of another kind is handed on: a worksheet always, another program's marks
 * only where nobody `picked` a kind.
 */
export const useImport = (
  cohortId: string,
  { kind, picked }: { readonly kind: ImportKind; readonly picked: boolean },
  onOtherKind: (kind: ImportKind, path: string) => void,
): Import => {
  const { language } = useText();
  const [phase, setPhase] = useState<ImportPhase>('choose');
  const [opened, setOpened] = useState<Opened>();
  const [choice, setChoice] = useState<TableChoice>({});
  const [decisions, setDecisions] = useState<Decisions>({});
  const [error, setError] = useState<Failure>();
  const [done, setDone] = useState<Done>();

  const { understood, checked, planned } = usePlan(opened, kind, choice, decisions);

  const open = async (path: string, csv: CsvChoice = {}): Promise<void> => {
    setPhase('reading');
    setError(undefined);
    const [read, mappings] = await Promise.all([desktop.tablesReadTable({ path, ...csv }), rememberedMappings()]);
    const recognised = read.ok ? recogniseKind(read.value) : undefined;
    if (recognised !== undefined && recognised !== kind && cohortId !== '' && (recognised === 'worksheet' || !picked)) {
      onOtherKind(recognised, path);
      return;
    }
    const rows = read.ok ? read.value.sheets.flatMap((sheet) => sheet.rows) : [];
    const content = await loadImportContent(kind, cohortId, rows);
    setDecisions({});
    setDone(undefined);
    if (!read.ok || content === undefined) {
      setError(
        read.ok
          ? { code: cohortId === '' ? 'programme-missing' : 'cohort-missing', details: { code: cohortId } }
          : read.error,
      );
      setPhase(opened === undefined ? 'choose' : 'ready');
      return;
    }
    if (opened?.path !== path) setChoice({});
    setOpened({ path, table: read.value, content, mappings });
    setPhase('ready');
  };

  const choose = (next: TableChoice): void => {
    setChoice(nextChoice(choice, next));
    setDecisions({});
  };
  const decide: Import['decide'] = (lines, decisionOf) =>
    setDecisions(nextDecisions(decisions, planned, lines, decisionOf));

  const write = async (): Promise<void> => {
    if (opened === undefined || understood === undefined) return;
    setPhase('writing');
    setError(undefined);
    const written = await applyImport(kind, cohortId, opened.table.name, understood, decisions, language);
    if (!written.ok) {
      setError(written.error);
      setPhase('ready');
      return;
    }
    setDone(written.value);
    setPhase('done');
  };

  const takeBack = async (): Promise<void> => {
    const isLast = done?.changeSet !== undefined && undoStacks().undo.at(-1) === done.changeSet;
    const undone = isLast ? await undo() : undefined;
    if (undone?.ok === true) setPhase('undone');
    else setError(undone?.error ?? { code: 'changed-since' });
  };

  const reset = (): void => {
    setPhase('choose');
    setOpened(undefined);
    setChoice({});
    setDecisions({});
    setDone(undefined);
    setError(undefined);
  };

  return {
    kind,
    phase,
    opened,
    understood,
    rows: done?.rows ?? planned,
    error,
    mappingError: checked?.ok === false ? checked.error : undefined,
    open,
    choose,
    decide,
    write,
    takeBack,
    reset,
  };
};

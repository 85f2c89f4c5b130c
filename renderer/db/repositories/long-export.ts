import type { ExportSheet, LongSheet, RowBatch } from '#shared/domain/exports/export-table.ts';
import type { Result } from '#shared/lib/result.ts';
import { fail, ok } from '#shared/lib/result.ts';
import { desktop } from '#renderer/desktop/bridge.ts';

/** How a long export is watched and stopped. `done` of `total` are parts of a thousand. */
export type ExportWatch = {
  readonly onProgress?: (done: number, total: number) => void;
  readonly signal?: AbortSignal;
};

type LongTable = { readonly path: string; readonly language: string; readonly sheets: readonly LongSheet[] };

/** A file that was written, with the number of rows of each sheet. */
type LongReport = { readonly path: string; readonly bytes: number; readonly rows: readonly number[] };

const batchSize = 500;

/** Cuts items that are at hand into batches of rows; a row is made when its batch is written. */
export const inBatches = async function* <Item>(
  items: readonly Item[],
  rowOf: (item: Item) => RowBatch['rows'][number],
): AsyncIterable<RowBatch> {
  for (let at = 0; at < items.length; at += batchSize) {
    const rows = items.slice(at, at + batchSize).map(rowOf);
    yield await Promise.resolve({ rows, share: Math.min(1, (at + batchSize) / items.length) });
  }
};

/** A short sheet as part of a long table. */
export const asLong = ({ name, columns, rows }: ExportSheet): LongSheet => ({
  name,
  columns,
  batches: () => inBatches(rows, (row) => row),
});

/** Fills one sheet; the number of its rows. */
const fill = async (
  id: string,
  index: number,
  sheet: LongSheet,
  { onProgress, signal }: ExportWatch,
  of: number,
): Promise<Result<number>> => {
  let rows = 0;
  for await (const batch of sheet.batches()) {
    if (signal?.aborted === true) return fail('export-cancelled');
    const added = await desktop.tablesAddRows({ id, sheet: index, rows: batch.rows });
    if (!added.ok) return fail(added.error.code, added.error.details);
    rows += batch.rows.length;
    onProgress?.(Math.round((1000 * (index + batch.share)) / of), 1000);
  }
  return ok(rows);
};

/**
 * Writes a CSV or XLSX file batch by batch, so that memory does not grow with it. Fails with `export-cancelled` and as writing a table does; then nothing is left
 * of the file.
 */
export const writeLong = async (
  { path, language, sheets }: LongTable,
  watch: ExportWatch = {},
): Promise<Result<LongReport>> => {
  const opened = await desktop.tablesOpenLong({
    path,
    language,
    sheets: sheets.map(({ name, columns }) => ({ name, columns: columns.map((column) => ({ ...column })) })),
  });
  if (!opened.ok) return fail(opened.error.code, opened.error.details);
  const { id } = opened.value;
  const rows: number[] = [];
  let failure: Result<number> | undefined;
  try {
    for (const [index, sheet] of sheets.entries()) {
      const filled = await fill(id, index, sheet, watch, sheets.length);
      if (!filled.ok) {
        failure = filled;
        break;
      }
      rows.push(filled.value);
    }
  } catch (error) {
    await desktop.tablesCloseLong({ id, keep: false });
    throw error;
  }
  const closed = await desktop.tablesCloseLong({ id, keep: failure === undefined });
  if (failure?.ok === false) return failure;
  return closed.ok ? ok({ ...closed.value, rows }) : fail(closed.error.code, closed.error.details);
};

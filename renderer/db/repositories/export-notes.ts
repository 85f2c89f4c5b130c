import type { ExportNote } from '#shared/domain/export-notes.ts';
import type { ExportWords } from '#shared/domain/exports/export-table.ts';
import { message } from '#shared/domain/message.ts';
import { nowInstant } from '#renderer/desktop/clock.ts';
import { splitPath } from '#renderer/desktop/write-papers.ts';
import { newId } from '../new-id.ts';
import { listRecords } from '../records.ts';
import { commit } from '../write-path.ts';
import { writeState } from '../write-state.ts';

/** What is noted of an export: `path` is shortened to the name of the file. */
export type ExportToNote = {
  readonly kind: string;
  readonly path: string;
  readonly cohort?: string;
  readonly rows: number;
  readonly named: boolean;
};

/**
 * Notes in the history that data left the workspace. A workspace that can only be read is not written to: the export is made nevertheless, and the status bar says
 * what is wrong.
 */
export const noteExport = async (
  { kind, path, cohort, rows, named }: ExportToNote,
  { say }: ExportWords,
): Promise<void> => {
  if (writeState().readOnly) return;
  const id = newId();
  const file = splitPath(path).fileName;
  const next: ExportNote = {
    id,
    at: nowInstant(),
    by: writeState().author.name,
    kind,
    what: cohort === undefined ? file : `${file} · ${cohort}`,
    rows,
    named,
  };
  const what = say(message(`exports.about.kinds.${kind}`));
  await commit({ code: 'export-noted', values: { what, count: rows } }, [{ table: 'exportNotes', id, next }]);
};

/** What left the workspace, the latest first. */
export const listExportNotes = async (): Promise<readonly ExportNote[]> =>
  (await listRecords('exportNotes')).toSorted((a, b) => (a.at < b.at ? 1 : a.at > b.at ? -1 : 0));

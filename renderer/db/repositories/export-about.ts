import type { ExportAbout } from '#shared/domain/exports/about-export.ts';
import { aboutText } from '#shared/domain/exports/about-export.ts';
import type { ExportSheet, ExportWords } from '#shared/domain/exports/export-table.ts';
import { desktop } from '#renderer/desktop/bridge.ts';
import { today } from '#renderer/desktop/clock.ts';
import { getRecord } from '../records.ts';
import { writeState } from '../write-state.ts';

type Facts = Pick<ExportAbout, 'kind' | 'named' | 'notes'> & {
  readonly cohort: string | undefined;
  readonly rows?: number;
};

/** What an export made now says of itself; `cohort` is the code. */
export const aboutExport = async ({ kind, named, notes, cohort, rows }: Facts): Promise<ExportAbout> => {
  const workspace = await getRecord('workspace', 'workspace');
  return {
    kind,
    workspace: workspace?.name ?? '',
    demonstration: workspace?.demonstration ?? false,
    on: today(),
    by: writeState().author.name,
    named,
    notes,
    ...(rows === undefined ? {} : { rows }),
    ...(cohort === undefined ? {} : { cohort }),
  };
};

export const isCsv = (path: string): boolean => /\.csv$/i.test(path);

/** What a CSV file cannot hold lies beside it as text: what it is, and its codebook where it has one. */
export const writeBeside = async (
  path: string,
  about: ExportAbout,
  words: ExportWords,
  codebook?: ExportSheet,
): Promise<void> => {
  const codes = codebook?.rows.map((row) => row.map((cell) => cell ?? '').join('\t')).join('\n') ?? '';
  const text = aboutText(about, words) + (codes === '' ? '' : `\n${codes}\n`);
  await desktop.filesWriteText({ path: path.replace(/\.csv$/i, '.about.txt'), text });
};

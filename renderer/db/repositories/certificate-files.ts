import type { CertificateRecord } from '#shared/domain/certificates.ts';
import type { Reply } from '#shared/ipc/contract.ts';
import type { Result } from '#shared/lib/result.ts';
import { fail, ok } from '#shared/lib/result.ts';
import { desktop } from '#renderer/desktop/bridge.ts';
import { nowInstant } from '#renderer/desktop/clock.ts';
import { getRecords, listByCohort } from '../records.ts';
import type { RecordChange } from '../write-path.ts';
import { commit } from '../write-path.ts';
import { writeState } from '../write-state.ts';
import type { Described } from './certificate-documents.ts';
import { documentsOf } from './certificate-documents.ts';

/** What to print: one merged file for the printer, or one file each. `reason` is noted with every print. */
export type PrintOptions = {
  readonly runId: string;
  readonly records: readonly CertificateRecord[];
  readonly mode: 'merged' | 'single';
  readonly folder: string;
  readonly fileName: string;
  readonly reason: string;
  readonly onProgress?: (done: number, total: number) => void;
};

export type PrintReport = Reply<'certificates:render-batch'> & { readonly printed: readonly string[] };

const printedIn = (report: Reply<'certificates:render-batch'>): readonly string[] =>
  report.files.flatMap(({ serials }) => serials);

const notePrints = (serials: readonly string[], reason: string): Promise<Result<unknown>> =>
  commit({ code: 'certificates-printed', values: { count: serials.length } }, async () => {
    const print = { at: nowInstant(), by: writeState().author.name, reason };
    return (await getRecords('certificates', serials)).map((record): RecordChange => ({
      table: 'certificates',
      id: record.id,
      next: { ...record, prints: [...record.prints, print] },
    }));
  });

const atOnce = 50;

/** Hands documents over a few at a time, so that the main process stays free for the window. */
const handOver = async (id: string, documents: Described['documents']): Promise<void> => {
  for (let at = 0; at < documents.length; at += atOnce)
    await desktop.certificatesAddDocuments({ id, documents: documents.slice(at, at + atOnce) });
};

/**
 * Writes certificates of the register as PDF files, from their snapshots alone, off the main event loop; each file written is noted as a print. Files of a
 * run that was cut short go on where they stopped. Single files are compared with the hash in the register: `certificate-differs` if one does not match.
 */
export const printCertificates = async (options: PrintOptions): Promise<Result<PrintReport>> => {
  const described = await documentsOf(options.records);
  if (!described.ok) return described;
  const { documents, kit } = described.value;
  if (documents.length === 0) return fail('nothing-to-print');
  const { stockMove } = await desktop.settingsReadSettings();
  const onStock = kit.designs.length > 0 && kit.designs.every(({ stock }) => stock === 'pre-printed');
  const stop = desktop.on('progress:changed', ({ id, done, total }) => {
    if (id === options.runId) options.onProgress?.(done, total);
  });
  try {
    const { runId, mode, folder, fileName } = options;
    await handOver(runId, documents);
    const report = await desktop.certificatesRenderBatch({
      id: runId,
      documents: [],
      kit,
      ...(onStock && stockMove !== undefined ? { move: stockMove } : {}),
      mode,
      folder,
      fileName,
      title: fileName.replace(/\.pdf$/, ''),
    });
    const printed = printedIn(report);
    if (printed.length > 0) {
      const noted = await notePrints(printed, options.reason);
      if (!noted.ok) return noted;
    }
    const hashOf = new Map(options.records.map(({ serial, fileHash }) => [serial, fileHash]));
    const differing =
      mode === 'single'
        ? report.files.find(({ serials, sha256 }) => hashOf.get(serials[0] ?? '') !== sha256)
        : undefined;
    if (differing !== undefined) return fail('certificate-differs', { file: differing.name });
    return ok({ ...report, printed });
  } finally {
    stop();
  }
};

/** Rows of a cohort's register in the order of their serials. */
export const cohortCertificates = async (cohortId: string): Promise<readonly CertificateRecord[]> =>
  (await listByCohort('certificates', cohortId)).toSorted((a, b) => (a.serial < b.serial ? -1 : 1));

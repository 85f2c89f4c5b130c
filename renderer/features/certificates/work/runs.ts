import type { CertificateRecord } from '#shared/domain/certificates.ts';
import type { Cohort } from '#shared/domain/cohorts.ts';
import type { Language } from '#shared/domain/languages.ts';
import type { Failure, Result } from '#shared/lib/result.ts';
import { newId } from '#renderer/db/new-id.ts';
import type { PrintReport } from '#renderer/db/repositories/certificate-files.ts';
import { printCertificates } from '#renderer/db/repositories/certificate-files.ts';
import type { WrittenPaper } from '#renderer/db/repositories/certificate-papers.ts';
import { writeHandOverSheet } from '#renderer/db/repositories/certificate-papers.ts';
import type { IssueOptions } from '#renderer/db/repositories/certificate-subjects.ts';
import { issueCertificates } from '#renderer/db/repositories/certificates.ts';
import { desktop } from '#renderer/desktop/bridge.ts';
import { now } from '#renderer/desktop/clock.ts';

/** Where a run stands. It goes on while the person works elsewhere, and its result can be read until the next one begins. */
export type Run =
  | { readonly kind: 'issuing'; readonly count: number }
  | {
      readonly kind: 'writing';
      readonly id: string;
      readonly done: number;
      readonly total: number;
      readonly startedAt: number;
      readonly at: number;
      readonly stopping: boolean;
    }
  | {
      readonly kind: 'ended';
      readonly issued: number;
      readonly held: number;
      readonly again: boolean;
      readonly folder: string;
      readonly report: PrintReport;
      /** The sheet to be signed, or why there is none; absent where none was asked for. */
      readonly sheet?: Result<WrittenPaper>;
    }
  | { readonly kind: 'refused'; readonly error: Failure; readonly issued: number };

/** A hand-over sheet to be written beside the files, in the words of the screen. */
export type SheetChoice = { readonly cohort: Cohort; readonly name: string; readonly language: Language };

/** How the files shall be. The merged file is called `name` with the first and the last number on it. */
export type FileChoice = {
  readonly mode: 'merged' | 'single';
  readonly folder: string;
  readonly name: string;
  readonly sheet?: SheetChoice;
};

const numberOf = (record: CertificateRecord | undefined): string => record?.serial.split('-').at(-2) ?? '';

const mergedName = (name: string, records: readonly CertificateRecord[]): string =>
  `${[name, ...new Set([numberOf(records[0]), numberOf(records.at(-1))])].join('-')}.pdf`;

const runs = new Map<string, Run>();
const listeners = new Set<() => void>();

const setRun = (cohortId: string, run: Run | undefined): void => {
  if (run === undefined) runs.delete(cohortId);
  else runs.set(cohortId, run);
  for (const listener of listeners) listener();
};

/** The run of a cohort, for useSyncExternalStore. */
export const runOf = (cohortId: string): Run | undefined => runs.get(cohortId);

export const watchRuns = (listener: () => void): (() => void) => {
  listeners.add(listener);
  return () => listeners.delete(listener);
};

export const isRunning = (run: Run | undefined): boolean => run?.kind === 'issuing' || run?.kind === 'writing';

/** Puts the result of a run away. */
export const forgetRun = (cohortId: string): void => setRun(cohortId, undefined);

/** Asks a run to stop after the certificate it is at; what is written stays, and the run can go on later. */
export const stopRun = (cohortId: string): void => {
  const run = runs.get(cohortId);
  if (run?.kind !== 'writing') return;
  setRun(cohortId, { ...run, stopping: true });
  void desktop.certificatesCancelBatch({ id: run.id });
};

type Writing = {
  readonly cohortId: string;
  readonly records: readonly CertificateRecord[];
  readonly files: FileChoice;
  readonly reason: string;
  readonly issued: number;
  readonly held: number;
};

const sheetOf = async (
  { sheet, folder }: FileChoice,
  records: readonly CertificateRecord[],
  report: PrintReport,
): Promise<Result<WrittenPaper> | undefined> => {
  if (sheet === undefined || report.printed.length === 0) return undefined;
  return writeHandOverSheet(sheet.cohort, records, { folder, fileName: sheet.name }, sheet.language);
};

const write = async ({ cohortId, records, files, reason, issued, held }: Writing): Promise<void> => {
  const id = newId();
  const startedAt = now();
  const progress = (done: number, total: number): void => {
    const run = runs.get(cohortId);
    const stopping = run?.kind === 'writing' && run.stopping;
    setRun(cohortId, { kind: 'writing', id, done, total, startedAt, at: now(), stopping });
  };
  progress(0, records.length);
  const { folder, mode } = files;
  const report = await printCertificates({
    runId: id,
    records,
    mode,
    folder,
    fileName: mergedName(files.name, records),
    reason,
    onProgress: progress,
  });
  if (!report.ok) return setRun(cohortId, { kind: 'refused', error: report.error, issued });
  const sheet = await sheetOf(files, records, report.value);
  setRun(cohortId, {
    kind: 'ended',
    issued,
    held,
    again: issued === 0,
    folder,
    report: report.value,
    ...(sheet === undefined ? {} : { sheet }),
  });
};

const safely = async (cohortId: string, work: () => Promise<void>): Promise<void> => {
  try {
    await work();
  } catch (error) {
    void desktop.appReportProblem({ message: `A run of certificates ended early: ${String(error)}` });
    setRun(cohortId, { kind: 'refused', error: { code: 'unexpected', details: { reason: String(error) } }, issued: 0 });
  }
};

/** Issues what waits and writes its files. The folder is tried first: nothing is issued where nothing can be written. */
export const startRun = (
  cohortId: string,
  { count, ...options }: Omit<IssueOptions, 'cohortId'> & { readonly count: number },
  files: FileChoice,
): Promise<void> =>
  safely(cohortId, async () => {
    if (isRunning(runs.get(cohortId))) return;
    setRun(cohortId, { kind: 'issuing', count });
    const folder = await desktop.filesCheckFolder({ path: files.folder });
    if (!folder.ok) return setRun(cohortId, { kind: 'refused', error: folder.error, issued: 0 });
    const issue = await issueCertificates({ cohortId, ...options });
    if (!issue.ok) return setRun(cohortId, { kind: 'refused', error: issue.error, issued: 0 });
    const { issued, held } = issue.value;
    return write({ cohortId, records: issued, files, reason: 'issue', issued: issued.length, held: held.length });
  });

/** Writes certificates of the register: the rest of a run that was stopped, or again. */
export const printAgain = (
  cohortId: string,
  records: readonly CertificateRecord[],
  files: FileChoice,
  reason: string,
): Promise<void> =>
  safely(cohortId, async () => {
    if (isRunning(runs.get(cohortId))) return;
    await write({ cohortId, records, files, reason, issued: 0, held: 0 });
  });

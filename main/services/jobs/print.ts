import { app } from 'electron';
import { endAll } from '../endings.ts';
import type { Services } from '../start-services.ts';

/** Writes text to standard output, which belongs to the terminal jobs alone. */
export const printLine = (text: string): void => {
  process.stdout.write(`${text}\n`);
};

/** Writes one JSON error line to standard error. */
export const printError = (error: Readonly<Record<string, unknown>>): void => {
  process.stderr.write(`${JSON.stringify(error)}\n`);
};

/** Prints one JSON line of a job. */
export const reportLine = (stream: 'out' | 'error', line: Readonly<Record<string, unknown>>): void => {
  if (stream === 'error') printError(line);
  else printLine(JSON.stringify(line));
};

/** Ends the app after a job: what was written is synced already; the journal is closed in order. */
export const finishJob = async ({ journal, backups }: Services, exitCode: number): Promise<void> => {
  backups.stop();
  await endAll();
  await journal.close();
  app.exit(exitCode);
};

import type { Boot, Job } from '#shared/ipc/contract.ts';
import type { Failure, Result } from '#shared/lib/result.ts';
import type { Language } from '#shared/domain/languages.ts';

/** What a terminal job gets: its options and files, the language for its words, and a way to print JSON lines. */
export type JobContext = {
  readonly job: Job;
  readonly boot: Boot;
  readonly language: Language;
  readonly print: (line: Readonly<Record<string, unknown>>) => Promise<void>;
  readonly progress: (done: number, total: number) => void;
  readonly option: (name: string) => string | undefined;
  readonly flag: (name: string) => boolean;
};

/** A job prints what it does; its last line is the result. An expected failure becomes one JSON error line and exit code 1. */
export type RunJob = (context: JobContext) => Promise<Result<Readonly<Record<string, unknown>>, Failure>>;

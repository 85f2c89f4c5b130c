import type { Language } from '#shared/domain/languages.ts';
import { isScreenLanguage } from '#shared/domain/languages.ts';
import { createTranslator } from '#shared/i18n/translator.ts';
import type { Boot, Job } from '#shared/ipc/contract.ts';
import type { Failure } from '#shared/lib/result.ts';
import type { Opened } from '#renderer/db/open-database.ts';
import { writesEnded } from '#renderer/db/write-path.ts';
import { setAuthor } from '#renderer/db/write-state.ts';
import { desktop } from '#renderer/desktop/bridge.ts';
import { now } from '#renderer/desktop/clock.ts';
import type { JobContext, RunJob } from './job.ts';

/** Each job is loaded when it runs. */
const jobs: Readonly<Record<string, () => Promise<RunJob>>> = {
  demo: async () => (await import('./demo.ts')).runDemo,
  import: async () => (await import('./import.ts')).runImportJob,
  export: async () => (await import('./export.ts')).runExportJob,
  results: async () => (await import('./results.ts')).runResults,
  award: async () => (await import('./award.ts')).runAward,
  certificates: async () => (await import('./certificates.ts')).runCertificates,
  verify: async () => (await import('./verify.ts')).runVerify,
  reprint: async () => (await import('./reprint.ts')).runReprint,
  revoke: async () => (await import('./revoke.ts')).runRevoke,
  verifier: async () => (await import('./verifier.ts')).runVerifier,
  moderation: async () => (await import('./moderation.ts')).runModeration,
  outcomes: async () => (await import('./outcomes.ts')).runOutcomesJob,
  erase: async () => (await import('./erase-person.ts')).runErasePerson,
  check: async () => (await import('./check.ts')).runCheck,
};

const progressEveryMs = 500;

const contextOf = (job: Job, boot: Boot): JobContext => {
  const language = job.options.language;
  let lastProgress = 0;
  const print = (line: Readonly<Record<string, unknown>>): Promise<void> =>
    desktop.jobsReportLine({ stream: 'out', line });
  return {
    job,
    boot,
    language: isScreenLanguage(language) ? language : boot.settings.language,
    print,
    progress: (done, total) => {
      if (done < total && now() - lastProgress < progressEveryMs) return;
      lastProgress = now();
      void print({ progress: done, of: total });
    },
    option: (name) => (typeof job.options[name] === 'string' ? job.options[name] : undefined),
    flag: (name) => job.options[name] === true,
  };
};

const end = async (exitCode: number, error?: Failure, language: Language = 'en'): Promise<void> => {
  if (error !== undefined) {
    const t = createTranslator(language);
    const sentence = t(`errors.${error.code}` as never, error.details);
    await desktop.jobsReportLine({ stream: 'error', line: { error: error.code, message: sentence, ...error.details } });
  }
  await desktop.jobsEndJob({ exitCode });
};

/** Runs a terminal job in the hidden window with the code of the screens, then ends the app. Exit codes: 0 done, 1 refused. */
export const runJob = async (job: Job, boot: Boot, opened: Opened): Promise<void> => {
  const context = contextOf(job, boot);
  if (boot.settings.person === null) setAuthor({ name: 'Terminal', role: 'coordinator' });
  if (opened.kind === 'shut') return end(1, opened.problem, context.language);
  const t = createTranslator(context.language);
  for (const told of opened.told) await context.print({ told: t(told.key as never, told.values as never) });
  const load = jobs[job.name];
  if (load === undefined) return end(2, { code: 'unknown-job', details: { job: job.name } }, context.language);
  try {
    const run = await load();
    const result = await run(context);
    await writesEnded();
    if (!result.ok) return await end(1, result.error, context.language);
    await context.print(result.value);
    return await end(0);
  } catch (error) {
    await desktop.appReportProblem({
      message: String(error),
      ...(error instanceof Error && error.stack !== undefined ? { stack: error.stack } : {}),
    });
    return end(1, { code: 'unexpected', details: { reason: String(error) } }, context.language);
  }
};

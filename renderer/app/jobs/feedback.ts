import { fail, ok } from '#shared/lib/result.ts';
import { feedbackPapers, planFeedback } from '#renderer/db/repositories/feedback.ts';
import { loadCohortMarks } from '#renderer/db/repositories/marks.ts';
import { findCohort } from '#renderer/db/repositories/results.ts';
import { desktop } from '#renderer/desktop/bridge.ts';
import { writePapers } from '#renderer/desktop/write-papers.ts';
import type { RunJob } from './job.ts';

/** `run export feedback`: the feedback of a module for all learners to whom its marks are released, as PDF. */
export const runFeedback: RunJob = async ({ boot, option, flag, language, print, progress }) => {
  const code = option('cohort');
  if (code === undefined) return fail('cohort-needed', { kind: 'feedback' });
  const cohort = await findCohort(code);
  const marks = cohort && (await loadCohortMarks(cohort.id));
  if (marks === undefined) return fail('cohort-missing', { code });
  const number = Number(option('module'));
  const module = marks.programme.modules.find((one) => one.number === number);
  const plan =
    module &&
    planFeedback(marks, {
      moduleId: module.id,
      namesMarker: boot.settings.feedbackNamesMarker === true,
      fallback: language,
    });
  if (plan === undefined) return fail('module-missing', { module: option('module') ?? '' });
  if (plan.sheets.length === 0) return fail('feedback-nobody', { module: number });
  const folder = option('out') ?? '';
  const writable = await desktop.filesCheckFolder({ path: folder });
  if (!writable.ok) return writable;
  const papers = await feedbackPapers(plan);
  const fileName = `feedback-${marks.cohort.code}-M${number}.pdf`;
  const report = await writePapers(
    { papers, mode: flag('merged') ? 'merged' : 'single', folder, fileName },
    { onProgress: progress },
  );
  for (const { path, bytes, pages } of report.files) await print({ file: path, bytes, pages });
  if (report.error !== null) return { ok: false, error: report.error };
  return ok({
    job: 'export',
    kind: 'feedback',
    cohort: code,
    module: number,
    sheets: papers.length,
    without: plan.without,
  });
};

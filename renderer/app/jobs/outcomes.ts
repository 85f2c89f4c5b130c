import { ok } from '#shared/lib/result.ts';
import { runOutcomes } from '#renderer/db/repositories/outcomes.ts';
import type { RunJob } from './job.ts';

/** `run outcomes`: the indicators of one wave with all their parts; waves are never pooled. */
export const runOutcomesJob: RunJob = async ({ option, print }) => {
  const wave = option('wave') ?? '';
  const code = option('cohort');
  const definition = option('definition');
  const outcomes = await runOutcomes({
    wave,
    ...(code === undefined ? {} : { cohortCode: code }),
    ...(definition === undefined ? {} : { definition }),
  });
  if (!outcomes.ok) return outcomes;
  const { reports, ...rest } = outcomes.value;
  for (const report of reports) await print({ ...report });
  return ok({ job: 'outcomes', ...rest, reports: reports.length });
};

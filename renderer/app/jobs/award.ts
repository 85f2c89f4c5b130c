import { fail, ok } from '#shared/lib/result.ts';
import { awardCohort } from '#renderer/db/repositories/awards.ts';
import { findCohort } from '#renderer/db/repositories/results.ts';
import type { RunJob } from './job.ts';
import { resultLine } from './results.ts';

/** `run award`: freezes the award list of the eligible; who is not on it is listed with the reasons. */
export const runAward: RunJob = async ({ option, flag, language, print }) => {
  const code = option('cohort') ?? '';
  const cohort = await findCohort(code);
  if (cohort === undefined) return fail('cohort-missing', { code });
  const reason = option('reason');
  const awarded = await awardCohort({
    cohortId: cohort.id,
    confirmNames: flag('confirm-names'),
    language,
    ...(reason === undefined ? {} : { reason }),
  });
  if (!awarded.ok) return awarded;
  for (const line of awarded.value.left) {
    const { learner, missing } = resultLine(line, language);
    await print({ 'not-awarded': learner, missing });
  }
  const { list } = awarded.value;
  return ok({
    job: 'award',
    cohort: cohort.code,
    awarded: list.lines.length,
    left: awarded.value.left.length,
    frozenOn: list.frozenOn,
    supersedes: list.supersedes ?? null,
  });
};

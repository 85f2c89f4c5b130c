import { questionnaireLanguages } from '#shared/domain/questionnaire-design.ts';
import { fail, ok } from '#shared/lib/result.ts';
import type { EnumeratorFileKind } from '#renderer/db/repositories/enumerator-files.ts';
import { writeEnumeratorFile } from '#renderer/db/repositories/enumerator-files.ts';
import { findCohort } from '#renderer/db/repositories/results.ts';
import type { JobContext, RunJob } from './job.ts';

/** `run export enumerator-sheet` and `run export phone-form`: what enumerators take with them for one wave of a cohort. */
export const runEnumeratorFile = async (
  { option, language }: JobContext,
  kind: EnumeratorFileKind,
): ReturnType<RunJob> => {
  const code = option('cohort');
  if (code === undefined) return fail('cohort-needed', { kind });
  const cohort = await findCohort(code);
  if (cohort === undefined) return fail('cohort-missing', { code });
  const wave = option('wave') ?? '18';
  if (!/^\d{1,3}$/.test(wave)) return fail('enumerator-no-wave', { wave });
  const wanted = option('questions') ?? language;
  const questions = questionnaireLanguages.find((each) => each === wanted);
  if (questions === undefined) return fail('enumerator-no-language', { language: wanted });
  const interviewer = option('interviewer');
  const written = await writeEnumeratorFile(
    {
      kind,
      cohortId: cohort.id,
      offsetMonths: Number(wave),
      questions,
      path: option('out') ?? '',
      ...(interviewer === undefined ? {} : { interviewer }),
    },
    language,
  );
  return written.ok ? ok({ job: 'export', cohort: cohort.code, ...written.value }) : written;
};

import { formatPercent } from '#shared/domain/mark-text.ts';
import { fullName } from '#shared/domain/people.ts';
import { createTranslator } from '#shared/i18n/translator.ts';
import { sayMessage } from '#shared/i18n/make-translator.ts';
import { fail, ok } from '#shared/lib/result.ts';
import { findCohort, loadCohortResults } from '#renderer/db/repositories/results.ts';
import type { ResultLine } from '#renderer/db/repositories/results.ts';
import type { Language } from '#shared/domain/languages.ts';
import type { RunJob } from './job.ts';

/** One learner's line, with what is missing in words. */
export const resultLine = (
  { enrolment, person, eligibility, award }: ResultLine,
  language: Language,
): Readonly<Record<string, unknown>> => {
  const translate = createTranslator(language);
  const percent = (tenths: number | undefined): string | null =>
    tenths === undefined ? null : formatPercent(tenths, language);
  return {
    learner: enrolment.confirmedName ?? fullName(person),
    number: person.number ?? null,
    status: enrolment.status,
    modules: eligibility.modules.map(({ module, soFar, final }) => ({
      module: module.number,
      soFar: percent(soFar),
      final: percent(final),
    })),
    overall: percent(eligibility.overall),
    hours: eligibility.hours.attended,
    eligible: eligibility.eligible,
    missing: eligibility.missing.map((one) => sayMessage(translate, one)),
    awarded: award?.awardedOn ?? null,
  };
};

/** `run results`: results and eligibility of a cohort, a line a learner. */
export const runResults: RunJob = async ({ option, language, print }) => {
  const code = option('cohort') ?? '';
  const cohort = await findCohort(code);
  const results = cohort === undefined ? undefined : await loadCohortResults(cohort.id, language);
  if (results === undefined) return fail('cohort-missing', { code });
  for (const line of results.lines) await print(resultLine(line, language));
  const eligible = results.lines.filter((line) => line.eligibility.eligible).length;
  return ok({ job: 'results', cohort: results.cohort.code, learners: results.lines.length, eligible });
};

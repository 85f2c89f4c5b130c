import type { Cohort } from '#shared/domain/cohorts.ts';
import type { CohortId, ProgrammeId } from '#shared/domain/ids.ts';
import type { JudgingRules, RuleName, RuleOverrides } from '#shared/domain/programme-rules.ts';
import { changedRules, ruleNames, ruleProblem } from '#shared/domain/programme-rules.ts';
import type { IsoDate } from '#shared/lib/dates.ts';
import type { Failure, Result } from '#shared/lib/result.ts';
import { fail } from '#shared/lib/result.ts';
import { getRecord, listByCohort, listRecords } from '../records.ts';
import { commit } from '../write-path.ts';
import { writeState } from '../write-state.ts';

/** Rules as they shall be; those not named stay. */
export type RuleValues = Partial<JudgingRules>;

const problemOf = (values: RuleValues): Failure | undefined => {
  for (const name of ruleNames) {
    if (name === 'attemptPolicy' || values[name] === undefined) continue;
    const problem = ruleProblem(name, values[name]);
    if (problem !== undefined) return problem;
  }
  return undefined;
};

/**
 * Changes rules for one cohort with the reason, by the person at work, on a day. A rule set to what its programme version says is still a decision of
 * this cohort and stays with it. Errors: `rule-reason-missing`, `rule-out-of-range`, `cohort-missing`, those of the write path.
 */
export const overrideRules = async (
  cohortId: CohortId,
  values: RuleValues,
  reason: string,
  on: IsoDate,
): Promise<Result<unknown>> => {
  if (reason.trim() === '') return fail('rule-reason-missing');
  const problem = problemOf(values);
  if (problem !== undefined) return fail(problem.code, problem.details);
  const cohort = await getRecord('cohorts', cohortId);
  if (cohort === undefined) return fail('cohort-missing', { code: cohortId });
  const by = writeState().author.name;
  const named = ruleNames.filter((name) => values[name] !== undefined);
  const overrides = Object.fromEntries(
    named.map((name) => [name, { value: values[name], reason: reason.trim(), by, on }]),
  ) as RuleOverrides;
  return commit(
    { code: 'rules-overridden', values: { code: cohort.code, count: named.length }, note: reason.trim() },
    async () => {
      const now = await getRecord('cohorts', cohortId);
      if (now === undefined) return [];
      return [
        { table: 'cohorts', id: cohortId, next: { ...now, ruleOverrides: { ...now.ruleOverrides, ...overrides } } },
      ];
    },
  );
};

/** Takes back what was changed of one rule for a cohort: that of its programme version holds again. Errors: `cohort-missing`, those of the write path. */
export const restoreRule = async (cohortId: CohortId, name: RuleName): Promise<Result<unknown>> => {
  const cohort = await getRecord('cohorts', cohortId);
  if (cohort === undefined) return fail('cohort-missing', { code: cohortId });
  return commit({ code: 'rule-restored', values: { code: cohort.code } }, async () => {
    const now = await getRecord('cohorts', cohortId);
    if (now?.ruleOverrides === undefined) return [];
    const { [name]: _gone, ...others } = now.ruleOverrides;
    return [{ table: 'cohorts', id: cohortId, next: { ...now, ruleOverrides: others } }];
  });
};

const usedBy = async (programmeId: ProgrammeId): Promise<Cohort | undefined> => {
  const cohorts = (await listRecords('cohorts')).filter((cohort) => cohort.programmeId === programmeId);
  for (const cohort of cohorts) {
    if (Object.keys(cohort.released).length > 0) return cohort;
    if ((await listByCohort('awardLists', cohort.id)).length > 0) return cohort;
  }
  return undefined;
};

/** Why the rules of a programme version may no longer change: `rules-in-use` with the code of a cohort; undefined where nothing was released or awarded under them. */
export const rulesLock = async (programmeId: ProgrammeId): Promise<Failure<'rules-in-use'> | undefined> => {
  const cohort = await usedBy(programmeId);
  return cohort === undefined ? undefined : { code: 'rules-in-use', details: { cohort: cohort.code } };
};

/**
 * Changes the rules of a programme version itself, for all of its cohorts, with the reason. Refused (`rules-in-use`) where marks were released or an
 * award list frozen under them. Errors: also `rule-reason-missing`, `rule-out-of-range`, `programme-missing`, those of the write path.
 */
export const changeRules = async (
  programmeId: ProgrammeId,
  values: RuleValues,
  reason: string,
  on: IsoDate,
): Promise<Result<unknown>> => {
  if (reason.trim() === '') return fail('rule-reason-missing');
  const problem = problemOf(values) ?? (await rulesLock(programmeId));
  if (problem !== undefined) return fail(problem.code, problem.details);
  const programme = await getRecord('programmes', programmeId);
  if (programme === undefined) return fail('programme-missing');
  const { author } = writeState();
  return commit({ code: 'rules-changed', values: { version: programme.version }, note: reason.trim() }, async () => {
    const now = await getRecord('programmes', programmeId);
    if (now === undefined) return [];
    const next = { ...now, rules: changedRules(now.rules, values), rulesSetBy: author.name, rulesSetOn: on };
    return [{ table: 'programmes', id: programmeId, next }];
  });
};

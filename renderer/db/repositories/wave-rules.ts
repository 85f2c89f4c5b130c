import type { WavePlan } from '#shared/domain/follow-up-wave-rules.ts';
import { touchedWaves, waveProblem } from '#shared/domain/follow-up-wave-rules.ts';
import type { ProgrammeId } from '#shared/domain/ids.ts';
import type { ProgrammeVersion, Wave } from '#shared/domain/programmes.ts';
import type { IsoDate } from '#shared/lib/dates.ts';
import type { Failure, Result } from '#shared/lib/result.ts';
import { fail } from '#shared/lib/result.ts';
import { getRecord, listByCohort, listRecords } from '../records.ts';
import { commit } from '../write-path.ts';
import { writeState } from '../write-state.ts';

/** The waves of a programme version in which something was recorded already: they can be neither moved nor left out. */
export const usedWaves = async (programmeId: ProgrammeId): Promise<readonly string[]> => {
  const cohorts = (await listRecords('cohorts')).filter((cohort) => cohort.programmeId === programmeId);
  const lists = await Promise.all(cohorts.map(({ id }) => listByCohort('followUps', id)));
  return [...new Set(lists.flat().map(({ waveId }) => waveId))];
};

const inOrder = (waves: readonly Wave[]): readonly Wave[] => waves.toSorted((a, b) => a.offsetMonths - b.offsetMonths);

/**
 * Changes the waves and windows of a programme version for all of its cohorts, by the person at work, on a day. Errors: `programme-missing`, `wave-used`
 * with its months, those of `waveProblem` and of the write path.
 */
export const saveWaves = async (
  programmeId: ProgrammeId,
  plan: WavePlan,
  on: IsoDate,
): Promise<Result<unknown, Failure>> => {
  const problem = waveProblem(plan);
  if (problem !== undefined) return fail(problem.code, problem.details);
  const programme: ProgrammeVersion | undefined = await getRecord('programmes', programmeId);
  if (programme === undefined) return fail('programme-missing', { id: programmeId });
  const used = await usedWaves(programmeId);
  const touched = touchedWaves(programme.rules.waves, plan.waves).find(({ id }) => used.includes(id));
  if (touched !== undefined) return fail('wave-used', { months: touched.offsetMonths });
  const by = writeState().author.name;
  return commit({ code: 'waves-changed', values: { code: programme.code } }, async () => {
    const now = await getRecord('programmes', programmeId);
    if (now === undefined) return [];
    const { waves, waveDaysBefore, waveDaysAfter, attemptsBeforeUnreachable } = plan;
    const rules = { ...now.rules, waves: inOrder(waves), waveDaysBefore, waveDaysAfter, attemptsBeforeUnreachable };
    return [{ table: 'programmes' as const, id: programmeId, next: { ...now, rules, rulesSetBy: by, rulesSetOn: on } }];
  });
};

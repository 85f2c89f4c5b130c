import type { AlumniContent } from '#shared/domain/alumni-lines.ts';
import type { Cohort } from '#shared/domain/cohorts.ts';
import type { ProgrammeVersion } from '#shared/domain/programmes.ts';
import { groupBy } from '#shared/lib/group-by.ts';
import { database } from '../database.ts';
import { getRecords, listByCohort, listRecords } from '../records.ts';
import type { Dependence } from '../touched-cohorts.ts';
import { cohortsTouchedSince } from '../touched-cohorts.ts';

type Memory = {
  readonly seq: number;
  readonly programmes: readonly ProgrammeVersion[];
  readonly cohorts: readonly Cohort[];
  readonly contents: Map<string, AlumniContent | undefined>;
};

/** So many cohorts are kept: the few whose windows are open, and those looked at last. */
const mostKept = 60;

const dependence: Dependence = {
  whole: ['programmes', 'cohorts'],
  ofCohort: ['awards', 'enrolments', 'followUps', 'callPlans'],
};

let memory: Memory | undefined;

const begin = async (seq: number): Promise<Memory> => {
  const [programmes, cohorts] = await Promise.all([listRecords('programmes'), listRecords('cohorts')]);
  return { seq, programmes, cohorts, contents: new Map() };
};

const refresh = async (before: Memory, seq: number): Promise<Memory> => {
  const touched = await cohortsTouchedSince(before.seq, dependence);
  if (touched === undefined) return begin(seq);
  const contents = new Map([...before.contents].filter(([id]) => !touched.has(id)));
  return { ...before, seq, contents };
};

/** Each state of the database has a memory of its own, so that a read which a write overtook is not taken for newer than it is. */
const upToDate = async (): Promise<Memory> => {
  // Every write moves the head: a live query that has read it is asked again.
  const seq = (await database.meta.get('head'))?.seq ?? 0;
  if (memory?.seq === seq) return memory;
  const next = await (memory === undefined || memory.seq > seq ? begin(seq) : refresh(memory, seq));
  if (memory === undefined || memory.seq !== seq) memory = next;
  return memory;
};

const read = async (cohortId: string): Promise<AlumniContent | undefined> => {
  const awards = await listByCohort('awards', cohortId);
  if (awards.length === 0) return undefined;
  const [enrolments, followUps, plans, people] = await Promise.all([
    listByCohort('enrolments', cohortId),
    listByCohort('followUps', cohortId),
    listByCohort('callPlans', cohortId),
    getRecords('people', [...new Set(awards.map(({ personId }) => personId))]),
  ]);
  return {
    awards,
    enrolments: new Map(enrolments.map((enrolment) => [enrolment.id, enrolment])),
    followUps: groupBy(followUps, ({ enrolmentId }) => enrolmentId),
    people: new Map(people.map((person) => [person.id, person])),
    plans: new Map(plans.map((plan) => [plan.waveId, plan])),
  };
};

/** What is known of all cohorts, and the way to the content of one; `contentOf` is undefined for a cohort that has not awarded. */
export type KnownCohorts = Pick<Memory, 'programmes' | 'cohorts'> & {
  readonly contentOf: (cohortId: string) => Promise<AlumniContent | undefined>;
};

/**
 * The cohorts as they are now. What was read stays in memory until a write touches it, so that the due lists cost what is due and not what the
 * database holds.
 */
export const knownCohorts = async (): Promise<KnownCohorts> => {
  const { programmes, cohorts, contents } = await upToDate();
  return {
    programmes,
    cohorts,
    contentOf: async (cohortId) => {
      if (contents.has(cohortId)) return contents.get(cohortId);
      const content = await read(cohortId);
      if (contents.size >= mostKept) contents.delete([...contents.keys()][0] ?? '');
      contents.set(cohortId, content);
      return content;
    },
  };
};

import type { ContactSession, Register } from '#shared/domain/attendance.ts';
import type { Award } from '#shared/domain/awards.ts';
import type { Cohort } from '#shared/domain/cohorts.ts';
import type { FollowUp } from '#shared/domain/follow-ups.ts';
import { allQuestions } from '#shared/domain/import/follow-up-places.ts';
import type { ImportSubject } from '#shared/domain/import/guess-columns.ts';
import type { ImportKind } from '#shared/domain/import/import-kinds.ts';
import { likelySieve } from '#shared/domain/import/likely-people.ts';
import type { Learner } from '#shared/domain/import/match-learners.ts';
import type { MarkSheet } from '#shared/domain/marks.ts';
import type { Enrolment, Person } from '#shared/domain/people.ts';
import type { ProgrammeVersion } from '#shared/domain/programmes.ts';
import type { QuestionnaireDesign } from '#shared/domain/questionnaire-design.ts';
import { standardQuestionnaire } from '#shared/domain/questionnaire-standard.ts';
import { today } from '#renderer/desktop/clock.ts';
import { peopleThrough } from '../people-index.ts';
import { getRecord, getRecords, listByCohort, listByPerson, listRecords } from '../records.ts';
import { questionnaireInUse, readOwnQuestionnaire } from './questionnaires.ts';

type Programme = ProgrammeVersion & ImportSubject;
type Shared = { readonly people: readonly Person[]; readonly enrolments: readonly Enrolment[] };

/** Alumni and interviews of a cohort. `designs` are all editions of questionnaires, the one in use first. */
type Interviews = {
  readonly awards: readonly Award[];
  readonly followUps: readonly FollowUp[];
  readonly designs: readonly QuestionnaireDesign[];
};

/**
 * The records that an import into one cohort is planned from: those of the cohort; for learners also whoever of the workspace has anything in common with a
 * row of the file.
 */
type CohortContent = Shared &
  Interviews & {
    readonly programme: Programme;
    readonly cohort: Cohort;
    readonly sheets: readonly MarkSheet[];
    readonly registers: readonly Register[];
    readonly sessions: readonly ContactSession[];
  };

/** The records that an import of alumni of earlier cycles is planned from; cohorts that it makes belong to `programme`. */
type EarlierContent = Shared & {
  readonly programme: Programme;
  readonly cohort?: undefined;
  readonly cohorts: readonly Cohort[];
  readonly awards: readonly Award[];
};

/** What an import is planned from. */
export type ImportContent = CohortContent | EarlierContent;

type Rows = readonly (readonly string[])[];

/** The cohort's own people, and those in whom the index finds anything of the file: the table of all people is never read. */
const likelyPeople = async (rows: Rows, enrolments: readonly Enrolment[]): Promise<readonly Person[]> => {
  const found = await peopleThrough(likelySieve(rows, today()));
  return getRecords('people', [...new Set([...enrolments.map(({ personId }) => personId), ...found])]);
};

/** All editions of questionnaires known here, the one in use first; the shipped one is always among them. */
const knownDesigns = async (): Promise<readonly QuestionnaireDesign[]> => {
  const inUse = await questionnaireInUse();
  const own = (await listRecords('questionnaires')).flatMap((record) => {
    const read = record.state === 'draft' ? undefined : readOwnQuestionnaire(record);
    return read?.ok === true ? [read.value] : [];
  });
  const key = ({ name, version }: QuestionnaireDesign): string => `${name}:${String(version)}`;
  return [...new Map([inUse, ...own, standardQuestionnaire].map((design) => [key(design), design])).values()];
};

const loadEarlier = async (rows: Rows): Promise<EarlierContent | undefined> => {
  const [programmes, cohorts] = await Promise.all([listRecords('programmes'), listRecords('cohorts')]);
  const programme = programmes.toSorted((a, b) => (a.validFrom < b.validFrom ? 1 : -1))[0];
  if (programme === undefined) return undefined;
  const people = await likelyPeople(rows, []);
  const enrolments = (await Promise.all(people.map(({ id }) => listByPerson('enrolments', id)))).flat();
  const awards = await getRecords(
    'awards',
    enrolments.map(({ id }) => id),
  );
  return { programme, cohorts, people, enrolments, awards };
};

/** Reads what an import of this kind, of these rows, is planned from; undefined where there is no such cohort. Alumni of earlier cycles need none. */
export const loadImportContent = async (
  kind: ImportKind,
  cohortId: string,
  rows: Rows,
): Promise<ImportContent | undefined> => {
  if (kind === 'alumni') return loadEarlier(rows);
  const cohort = await getRecord('cohorts', cohortId);
  const programme = cohort && (await getRecord('programmes', cohort.programmeId));
  if (cohort === undefined || programme === undefined) return undefined;
  const enrolments = await listByCohort('enrolments', cohortId);
  const none = {
    cohort,
    programme,
    enrolments,
    sheets: [],
    registers: [],
    sessions: [],
    awards: [],
    followUps: [],
    designs: [],
  };
  if (kind === 'learners') return { ...none, people: await likelyPeople(rows, enrolments) };
  const people = await getRecords(
    'people',
    enrolments.map(({ personId }) => personId),
  );
  if (kind === 'follow-up') {
    const [awards, followUps, designs] = await Promise.all([
      listByCohort('awards', cohortId),
      listByCohort('followUps', cohortId),
      knownDesigns(),
    ]);
    return {
      ...none,
      programme: { ...programme, questions: allQuestions(designs) },
      people,
      awards,
      followUps,
      designs,
    };
  }
  const [sheets, registers, sessions] = await Promise.all([
    listByCohort('sheets', cohortId),
    listByCohort('registers', cohortId),
    listByCohort('sessions', cohortId),
  ]);
  return { ...none, people, sheets, registers, sessions };
};

/** The learners of a cohort, each with the enrolment. */
export const learnersOf = ({ people, enrolments }: Shared): readonly Learner[] => {
  const personOf = new Map(people.map((person) => [person.id, person]));
  return enrolments.flatMap((enrolment) => {
    const person = personOf.get(enrolment.personId);
    return person === undefined ? [] : [{ enrolment, person }];
  });
};

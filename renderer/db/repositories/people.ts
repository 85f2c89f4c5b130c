import type { Award } from '#shared/domain/awards.ts';
import type { CertificateRecord } from '#shared/domain/certificates.ts';
import type { Cohort } from '#shared/domain/cohorts.ts';
import type { Eligibility } from '#shared/domain/eligibility.ts';
import { eligibility } from '#shared/domain/eligibility.ts';
import type { FollowUp } from '#shared/domain/follow-ups.ts';
import type { CohortId, EnrolmentId, PersonId } from '#shared/domain/ids.ts';
import { compareIdentities, identityOf, verdictOf } from '#shared/domain/import/match-people.ts';
import type { Comparison } from '#shared/domain/import/match-people.ts';
import type { Enrolment, Person } from '#shared/domain/people.ts';
import { fullName } from '#shared/domain/people.ts';
import type { ProgrammeVersion } from '#shared/domain/programmes.ts';
import { isIsoDate } from '#shared/lib/dates.ts';
import type { Failure, Result } from '#shared/lib/result.ts';
import { fail, ok } from '#shared/lib/result.ts';
import { today } from '#renderer/desktop/clock.ts';
import { newId } from '../new-id.ts';
import { searchPeople } from '../people-index.ts';
import { getRecord, getRecords, listByCohort, listByPerson } from '../records.ts';
import { commit } from '../write-path.ts';

/** A person as typed in, before there is a record. */
export type PersonDraft = Omit<Person, 'id'>;

/** What is said of a membership of a cohort when it is typed in. */
export type EnrolmentDraft = Omit<Enrolment, 'id' | 'personId' | 'cohortId'>;

const tidy = (text: string): string => text.trim().replace(/\s+/g, ' ').normalize('NFC');

const tidyName = <P extends PersonDraft>(person: P): P => ({
  ...person,
  givenNames: tidy(person.givenNames),
  familyName: tidy(person.familyName),
});

const personProblem = (person: PersonDraft): Failure | undefined => {
  if (fullName(person) === '') return { code: 'name-missing' };
  if (person.born !== undefined && !isIsoDate(person.born))
    return { code: 'no-such-date', details: { value: person.born } };
  return person.born !== undefined && person.born > today() ? { code: 'born-later' } : undefined;
};

const leaves = (status: Enrolment['status']): boolean =>
  status === 'withdrawn' || status === 'excluded' || status === 'deceased';

/** Whether a status needs its reason: leaving a cohort never goes without one. */
export const needsReason = (enrolment: Pick<Enrolment, 'status'>): boolean => leaves(enrolment.status);

/**
 * Changes a person as one change. `edit` gets the record as it is now, so that what others changed meanwhile stays. Errors: `person-missing`,
 * `name-missing`, `no-such-date`, `born-later`, those of `commit`.
 */
export const savePerson = async (personId: PersonId, edit: (person: Person) => Person): Promise<Result<unknown>> => {
  const person = await getRecord('people', personId);
  if (person === undefined) return fail('person-missing');
  const next = tidyName(edit(person));
  const problem = personProblem(next);
  if (problem !== undefined) return fail(problem.code, problem.details);
  return commit({ code: 'person-changed', values: { name: fullName(next) } }, async () => {
    const current = await getRecord('people', personId);
    return current === undefined ? [] : [{ table: 'people', id: personId, next: tidyName(edit(current)) }];
  });
};

/**
 * Changes an enrolment as one change; a status that ends it needs a reason. A later status without a reason takes the old one away. Errors:
 * `enrolment-missing`, `status-reason-missing`, those of `commit`.
 */
export const saveEnrolment = async (
  enrolmentId: EnrolmentId,
  edit: (enrolment: Enrolment) => Enrolment,
): Promise<Result<unknown>> => {
  const before = await getRecord('enrolments', enrolmentId);
  if (before === undefined) return fail('enrolment-missing');
  const next = edit(before);
  if (needsReason(next) && next.statusReason === undefined) return fail('status-reason-missing');
  const person = await getRecord('people', before.personId);
  const name = person === undefined ? '' : fullName(person);
  const reason =
    next.status === before.status
      ? { code: 'enrolment-changed', values: { name } }
      : { code: `status-${next.status}`, values: { name } };
  return commit(reason, async () => {
    const current = await getRecord('enrolments', enrolmentId);
    return current === undefined ? [] : [{ table: 'enrolments', id: enrolmentId, next: edit(current) }];
  });
};

/** Somebody to enrol: a person there already, or one to be made. */
export type LearnerDraft = {
  readonly cohortId: CohortId;
  readonly person: { readonly known: PersonId } | { readonly draft: PersonDraft };
  readonly enrolment: EnrolmentDraft;
};

/**
 * Enrols a person, there already or new, in a cohort as one change. Errors: `cohort-missing`, `person-missing`, `name-missing`, `no-such-date`,
 * `born-later`, `already-enrolled`, those of `commit`.
 */
export const addLearner = async ({ cohortId, person, enrolment }: LearnerDraft): Promise<Result<Enrolment>> => {
  const cohort = await getRecord('cohorts', cohortId);
  if (cohort === undefined) return fail('cohort-missing', { code: cohortId });
  const known = 'known' in person ? await getRecord('people', person.known) : undefined;
  if ('known' in person && known === undefined) return fail('person-missing');
  const added = known ?? {
    ...tidyName('draft' in person ? person.draft : { givenNames: '', familyName: '', alternates: [] }),
    id: newId<PersonId>(),
  };
  const problem = personProblem(added);
  if (problem !== undefined) return fail(problem.code, problem.details);
  const enrolments = await listByCohort('enrolments', cohortId);
  if (enrolments.some(({ personId }) => personId === added.id))
    return fail('already-enrolled', { name: fullName(added), code: cohort.code });
  const made: Enrolment = { ...enrolment, id: newId<EnrolmentId>(), personId: added.id, cohortId };
  const written = await commit({ code: 'learner-added', values: { name: fullName(added), code: cohort.code } }, [
    ...(known === undefined ? [{ table: 'people', id: added.id, next: added } as const] : []),
    { table: 'enrolments', id: made.id, next: made },
  ]);
  return written.ok ? ok(made) : written;
};

/** Somebody who may be the one typed in, with what agrees and what differs. */
export type SimilarPerson = {
  readonly person: Person;
  readonly cohortIds: readonly string[];
  readonly comparison: Comparison;
  readonly sure: boolean;
};

const candidates = 40;
const shownSimilar = 3;

/**
 * People who may be the one typed in, surest first, at most three: found by name and number in memory, then compared in number, telephone, birth date
 * and community like the rows of an import. The name alone is enough to be asked about.
 */
export const similarPeople = async (draft: PersonDraft): Promise<readonly SimilarPerson[]> => {
  const words = [
    ...new Set([draft.givenNames, draft.familyName, draft.number ?? ''].flatMap((text) => tidy(text).split(' '))),
  ].filter((word) => word.length > 2);
  const found = (
    await Promise.all(
      [fullName(draft), ...words].filter((text) => text !== '').map((text) => searchPeople(text, candidates)),
    )
  ).flat();
  const cohortsOf = new Map(found.map(({ id, cohortIds }) => [id, cohortIds]));
  const people = await getRecords('people', [...cohortsOf.keys()]);
  const own = identityOf(draft);
  return people
    .flatMap((person): readonly SimilarPerson[] => {
      const comparison = compareIdentities(own, identityOf(person));
      const verdict = verdictOf(comparison);
      return verdict === 'different'
        ? []
        : [{ person, cohortIds: cohortsOf.get(person.id) ?? [], comparison, sure: verdict === 'match' }];
    })
    .toSorted((a, b) => Number(b.sure) - Number(a.sure) || b.comparison.agrees.length - a.comparison.agrees.length)
    .slice(0, shownSimilar);
};

/** One membership of a person with everything that came of it. */
export type PersonEnrolment = {
  readonly enrolment: Enrolment;
  readonly cohort: Cohort;
  readonly programme: ProgrammeVersion;
  readonly eligibility: Eligibility;
  readonly award: Award | undefined;
  readonly certificates: readonly CertificateRecord[];
  readonly followUps: readonly FollowUp[];
};

/** A person with all memberships, the latest first. */
export type PersonFile = { readonly person: Person; readonly enrolments: readonly PersonEnrolment[] };

const loadEnrolment = async (
  enrolment: Enrolment,
  language: string,
): Promise<Omit<PersonEnrolment, 'award' | 'certificates' | 'followUps'> | undefined> => {
  const cohort = await getRecord('cohorts', enrolment.cohortId);
  const programme = cohort === undefined ? undefined : await getRecord('programmes', cohort.programmeId);
  if (cohort === undefined || programme === undefined) return undefined;
  const [sheet, register] = await Promise.all([
    getRecord('sheets', enrolment.id),
    getRecord('registers', enrolment.id),
  ]);
  return {
    enrolment,
    cohort,
    programme,
    eligibility: eligibility({ programme, cohort, sheet, enrolment, register, language }),
  };
};

/** Everything about one person; sentences name titles in `language`. Undefined where there is no such person. */
export const loadPersonFile = async (personId: string, language: string): Promise<PersonFile | undefined> => {
  const [person, enrolments, awards, certificates, followUps] = await Promise.all([
    getRecord('people', personId),
    listByPerson('enrolments', personId),
    listByPerson('awards', personId),
    listByPerson('certificates', personId),
    listByPerson('followUps', personId),
  ]);
  if (person === undefined) return undefined;
  const loaded = await Promise.all(enrolments.map((enrolment) => loadEnrolment(enrolment, language)));
  const files = loaded.flatMap((each): readonly PersonEnrolment[] =>
    each === undefined
      ? []
      : [
          {
            ...each,
            award: awards.find(({ id }) => id === each.enrolment.id),
            certificates: certificates
              .filter(({ enrolmentId }) => enrolmentId === each.enrolment.id)
              .toSorted((a, b) => (a.issuedOn < b.issuedOn ? 1 : -1)),
            followUps: followUps.filter(({ enrolmentId }) => enrolmentId === each.enrolment.id),
          },
        ],
  );
  return { person, enrolments: files.toSorted((a, b) => (a.cohort.starts < b.cohort.starts ? 1 : -1)) };
};

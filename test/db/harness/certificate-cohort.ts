import type { SessionId } from '#shared/domain/ids.ts';
import { asId } from '#shared/domain/ids.ts';
import { defaultProgramme } from '#shared/domain/default-programme.ts';
import type { Cell } from '#shared/domain/marks.ts';
import { confirmName } from '#shared/domain/name-confirmation.ts';
import type { Person } from '#shared/domain/people.ts';
import type { ProgrammeVersion } from '#shared/domain/programmes.ts';
import { getRecord, getRecords, listByCohort } from '#renderer/db/records.ts';
import type { RecordChange } from '#renderer/db/write-path.ts';
import { commit } from '#renderer/db/write-path.ts';

type Name = Pick<Person, 'givenNames' | 'familyName'>;

const day = '2026-03-02';

const programme = (): ProgrammeVersion =>
  defaultProgramme({
    id: asId('cwcy-4'),
    version: '4 (2025)',
    validFrom: '2025-01-01',
    rulesSetBy: 'Demonstration',
    rulesSetOn: '2025-01-01',
  });

const allMarked = ({ modules }: ProgrammeVersion): Readonly<Record<string, Cell>> =>
  Object.fromEntries(
    modules.flatMap(({ assignments }) =>
      assignments.map(({ id, max }): [string, Cell] => [
        id,
        { attempts: [{ state: 'marked', received: day, value: Math.round(max * 0.7) }] },
      ]),
    ),
  );

const learnerChanges = (
  name: Name,
  number: number,
  cohortId: string,
  version: ProgrammeVersion,
): readonly RecordChange[] => {
  const [personId, id] = [`${cohortId}-p${number}`, `${cohortId}-e${number}`];
  const person: Person = { id: asId(personId), ...name, alternates: [] };
  const signedOff = Object.fromEntries(version.modules.map((module) => [module.id, day]));
  const enrolment = {
    id: asId(id),
    personId: asId(personId),
    cohortId: asId(cohortId),
    status: 'active',
    enrolledOn: '2025-01-10',
    signedOff,
  } as const;
  const attendance = { presence: 'present', hours: 120 } as const;
  return [
    { table: 'people', id: personId, next: person },
    { table: 'enrolments', id, next: confirmName(enrolment as never, person, day) },
    {
      table: 'sheets',
      id,
      next: { id: asId(id), cohortId: asId(cohortId), personId: asId(personId), cells: allMarked(version) },
    },
    {
      table: 'registers',
      id,
      next: { id: asId(id), cohortId: asId(cohortId), sessions: { [asId<SessionId>('s1')]: attendance } },
    },
  ];
};

/** An invented cohort of the default programme in which everybody has passed, was present and has confirmed the name. */
export const makeCertificateCohort = async (names: readonly Name[], cohortId = 'c1'): Promise<void> => {
  const version = programme();
  const cohort = {
    id: asId(cohortId),
    code: `2025-${cohortId}`,
    name: `Manzini 2025-${cohortId}`,
    programmeId: version.id,
    country: 'SZ',
    place: 'Manzini',
    partner: 'Lakeside Demonstration Institute',
    cycle: '4',
    starts: '2025-01-10',
    census: '2025-02-10',
    due: {},
    released: {},
    signatories: [{ name: 'Dr Thandi Specimen', office: 'Programme Director' }],
  };
  const written = await commit({ code: 'workspace-started' }, [
    { table: 'programmes', id: version.id, next: version },
    { table: 'cohorts', id: cohortId, next: cohort as never },
    ...names.flatMap((name, index) => learnerChanges(name, index, cohortId, version)),
  ]);
  if (!written.ok) throw new Error(written.error.code);
};

/** Changes everything that a certificate could look up: names, programme, place, signatories. */
export const changeEverything = async (cohortId: string): Promise<void> => {
  const [version, cohort, enrolments] = [
    await getRecord('programmes', 'cwcy-4'),
    await getRecord('cohorts', cohortId),
    await listByCohort('enrolments', cohortId),
  ];
  const people = await getRecords(
    'people',
    enrolments.map(({ personId }) => personId),
  );
  if (version === undefined || cohort === undefined) throw new Error('No cohort');
  const written = await commit({ code: 'workspace-started' }, [
    { table: 'programmes', id: version.id, next: { ...version, title: { en: 'Another Programme' }, version: '9' } },
    {
      table: 'cohorts',
      id: cohort.id,
      next: { ...cohort, place: 'Mbabane', partner: 'Another Partner', signatories: [] },
    },
    ...people.map((person): RecordChange => ({
      table: 'people',
      id: person.id,
      next: { ...person, familyName: 'Changed' },
    })),
    ...enrolments.map((enrolment): RecordChange => ({
      table: 'enrolments',
      id: enrolment.id,
      next: { ...enrolment, confirmedName: 'Changed' },
    })),
  ]);
  if (!written.ok) throw new Error(written.error.code);
};

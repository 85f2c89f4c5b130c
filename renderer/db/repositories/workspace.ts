import type { Author } from '#shared/domain/change-sets.ts';
import { defaultProgramme } from '#shared/domain/default-programme.ts';
import { asId } from '#shared/domain/ids.ts';
import type { ProgrammeVersion } from '#shared/domain/programmes.ts';
import type { TableContent, TableName } from '#shared/domain/tables.ts';
import type { Workspace } from '#shared/domain/workspace.ts';
import type { IsoDate } from '#shared/lib/dates.ts';
import { groupBy } from '#shared/lib/group-by.ts';
import type { Result } from '#shared/lib/result.ts';
import { fail, ok } from '#shared/lib/result.ts';
import { nowInstant } from '#renderer/desktop/clock.ts';
import { getRecord } from '../records.ts';
import type { RecordChange } from '../write-path.ts';
import { commit } from '../write-path.ts';

/** How a workspace begins: empty with the default programme, or filled with the demonstration. */
export type StartKind = 'new' | 'demonstration';

export type StartOptions = {
  readonly kind: StartKind;
  readonly name: string;
  readonly author: Author;
  readonly today: IsoDate;
  readonly seed?: number;
  readonly onProgress?: (done: number, total: number) => void;
};

/** The workspace's own record; undefined before the first start. */
export const getWorkspace = (): Promise<Workspace | undefined> => getRecord('workspace', 'workspace');

const put = <T extends TableName>(
  table: T,
  records: readonly (TableContent[T] & { readonly id: string })[],
): readonly RecordChange[] => records.map((next) => ({ table, id: next.id, next }) as unknown as RecordChange);

const workspaceRecord = ({ kind, name }: StartOptions): RecordChange => ({
  table: 'workspace',
  id: 'workspace',
  next: { id: 'workspace', name, demonstration: kind === 'demonstration', created: nowInstant() },
});

const firstProgramme = ({ author, today }: StartOptions): ProgrammeVersion =>
  defaultProgramme({
    id: asId('cwcy-4'),
    version: '4 (2025)',
    validFrom: '2025-01-01',
    rulesSetBy: author.name,
    rulesSetOn: today,
  });

/** The demonstration as groups that are each written as one change set: per cohort, so that a cohort is there whole or not at all. */
const demonstrationGroups = async (options: StartOptions): Promise<readonly (readonly RecordChange[])[]> => {
  // Read only when it is asked for: a start needs none of it.
  const { buildDemonstration } = await import('#shared/domain/demonstration/build.ts');
  const { demonstrationWordings } = await import('#shared/domain/demonstration/consents.ts');
  const { demonstrationCompetencies } = await import('#shared/domain/demonstration/competencies.ts');
  const { framework, programme } = demonstrationCompetencies(firstProgramme(options), options.today);
  const demo = buildDemonstration({ programme, today: options.today, seed: options.seed ?? 2026 });
  const peopleOf = groupBy(demo.enrolments, ({ cohortId }) => cohortId);
  const people = new Map(demo.people.map((person) => [person.id, person]));
  const ofCohort = <R extends { readonly cohortId: string }>(
    records: readonly R[],
  ): ReadonlyMap<string, readonly R[]> => groupBy(records, ({ cohortId }) => cohortId);
  const [sheets, sessions, registers] = [ofCohort(demo.sheets), ofCohort(demo.sessions), ofCohort(demo.registers)];
  const [lists, awards, followUps] = [ofCohort(demo.awardLists), ofCohort(demo.awards), ofCohort(demo.followUps)];
  const groups = demo.cohorts.map((cohort): readonly RecordChange[] => {
    const enrolments = peopleOf.get(cohort.id) ?? [];
    return [
      ...put('cohorts', [cohort]),
      ...put(
        'people',
        enrolments.flatMap(({ personId }) => people.get(personId) ?? []),
      ),
      ...put('enrolments', enrolments),
      ...put('sheets', sheets.get(cohort.id) ?? []),
      ...put('sessions', sessions.get(cohort.id) ?? []),
      ...put('registers', registers.get(cohort.id) ?? []),
      ...put('awardLists', lists.get(cohort.id) ?? []),
      ...put('awards', awards.get(cohort.id) ?? []),
      ...put('followUps', followUps.get(cohort.id) ?? []),
    ];
  });
  const first = [
    ...put('programmes', [programme]),
    ...put('frameworks', [framework]),
    ...put(
      'consentWordings',
      demonstrationWordings(demo.cohorts.map(({ starts }) => starts).toSorted()[0] ?? options.today),
    ),
  ];
  return [first, ...groups];
};

const newGroups = (options: StartOptions): readonly (readonly RecordChange[])[] => [
  put('programmes', [firstProgramme(options)]),
];

/**
 * Begins a workspace. Refused (`workspace-not-empty`) where one has begun already. The workspace record is written last, so that a start which was
 * cut off begins again.
 */
export const startWorkspace = async (options: StartOptions): Promise<Result<void>> => {
  if ((await getWorkspace()) !== undefined) return fail('workspace-not-empty');
  const groups = options.kind === 'demonstration' ? await demonstrationGroups(options) : newGroups(options);
  for (const [done, group] of groups.entries()) {
    options.onProgress?.(done, groups.length);
    const written = await commit({ code: 'workspace-started' }, group);
    if (!written.ok) return written;
  }
  const last = await commit({ code: 'workspace-started' }, [workspaceRecord(options)]);
  options.onProgress?.(groups.length, groups.length);
  return last.ok ? ok(undefined) : last;
};

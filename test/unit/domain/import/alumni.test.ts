import { describe, expect, it } from 'vitest';
import type { Award } from '#shared/domain/awards.ts';
import type { Cohort } from '#shared/domain/cohorts.ts';
import { alumniLines } from '#shared/domain/alumni-lines.ts';
import { planAlumni } from '#shared/domain/import/alumni.ts';
import type { Decisions, ImportPlan } from '#shared/domain/import/import-kinds.ts';
import { countFates } from '#shared/domain/import/import-kinds.ts';
import { understandTable } from '#shared/domain/import/understand-table.ts';
import { outcomeRows } from '#shared/domain/outcome-rows.ts';
import type { Enrolment, Person } from '#shared/domain/people.ts';
import { awardedCohorts } from '../awarded-cohorts.ts';
import type { Table } from './builders.ts';
import { cohort as ownCohort, programme, sample, table, today } from './builders.ts';

type World = {
  readonly people: readonly Person[];
  readonly enrolments: readonly Enrolment[];
  readonly cohorts: readonly Cohort[];
  readonly awards: readonly Award[];
};
const empty: World = { people: [], enrolments: [], cohorts: [], awards: [] };

let made = 0;
const plan = (here: World, file: Table, decisions: Decisions = {}): ImportPlan => {
  const { source, mapping, dateStyles } = understandTable(file, 'alumni', programme, {});
  return planAlumni({
    ...here,
    table: source,
    understanding: { mapping, dateStyles, today },
    programme,
    decisions,
    newId: () => `id-${(made += 1)}`,
  });
};

const after = (here: World, { changes }: ImportPlan): World => {
  const next = Object.fromEntries(
    Object.entries(here).map(([name, records]) => [
      name,
      new Map((records as readonly { id: string }[]).map((each) => [each.id, each as unknown])),
    ]),
  );
  for (const change of changes) next[change.table]?.set(change.id, change.next);
  return Object.fromEntries(
    Object.entries(next).map(([name, records]) => [name, [...records.values()]]),
  ) as unknown as World;
};

const head =
  'Name | Sex | Date of birth | Main activity | Cohort | Country | Graduation | Award date | Result | Certificate number';
const row = (text: string): Table => table(`${head}\n${text}`);
const reasons = ({ rows }: ImportPlan) => rows.map(({ reason }) => reason?.key.split('.').at(-1));

describe('alumni of earlier cycles', () => {
  it('come in with their cohorts, awards and gaps; what cannot be is named row by row', async () => {
    const planned = plan(empty, await sample('alumni-earlier.csv'));
    expect(countFates(planned.rows)).toMatchObject({ new: 13, refused: 2, unsure: 0 });
    expect(reasons(planned).filter(Boolean)).toEqual(['date-does-not-exist', 'alumni-no-cohort']);
    const here = after(empty, planned);
    expect(
      here.cohorts.map(({ code, country, graduation, earlier }) => ({ code, country, graduation, earlier })),
    ).toEqual([
      { code: '2022-ZM', country: 'ZM', graduation: '2023-11-22', earlier: { importedOn: today, startsKnown: false } },
      { code: '2020-LS', country: 'LS', graduation: undefined, earlier: { importedOn: today, startsKnown: false } },
    ]);
    const awardOf = (name: string) => here.awards.find((award) => award.name === name);
    expect(awardOf('Mercy Lungu')).toMatchObject({
      awardedOn: '2023-11-24',
      overall: 715,
      imported: { certificateNumber: 'ZMB/CBW/2023/014', results: { m1: 740 }, gaps: [] },
    });
    expect(awardOf('Mercy Lungu')?.awardListId).toBeUndefined();
    expect(awardOf('Gift Hachipuka')).toMatchObject({ imported: { gaps: ['result', 'modules', 'certificateNumber'] } });
    expect(awardOf('Gift Hachipuka')).not.toHaveProperty('overall');
    expect(awardOf('Refiloe Tšoeu')?.imported?.gaps).toEqual(['baseline', 'result', 'modules', 'graduation']);
    expect(planned.rows.find(({ name }) => name === 'Mpho Sello')?.problems).toMatchObject([{ value: 'astronaut' }]);
  });

  it('change nothing when the same file comes again', async () => {
    const file = await sample('alumni-earlier.csv');
    const here = after(empty, plan(empty, file));
    const again = plan(here, file);
    expect(again.changes).toEqual([]);
    expect(countFates(again.rows)).toMatchObject({ new: 0, changed: 0, same: 13, refused: 2 });
  });

  it('are called when their waves come due, and their gaps are counted out, not guessed', async () => {
    const here = after(empty, plan(empty, await sample('alumni-earlier.csv')));
    const lines = alumniLines(awardedCohorts({ ...here, programme, followUps: [] }), { today: '2025-05-20' });
    const due = lines.filter(({ callable }) => callable);
    expect(due.filter(({ wave }) => wave.offsetMonths === 18)).toHaveLength(8);
    const rows = outcomeRows({ ...here, programmes: [programme], followUps: [], today: '2025-05-20' });
    expect(rows.filter(({ awarded }) => awarded)).toHaveLength(13);
    expect(rows.filter(({ baseline }) => baseline === undefined)).toHaveLength(5);
  });

  it('fill a gap later without taking anything away', () => {
    const first = after(
      empty,
      plan(empty, row('Mercy Lungu | F | 1984-05-02 | not known | C1 | ZM | 2023-11-22 | | | A-1')),
    );
    const second = plan(first, row('Mercy Lungu | F | 1984-05-02 | unpaid volunteer | C1 | ZM | | 2023-11-24 | 70 | '));
    expect(second.rows).toMatchObject([{ fate: 'changed' }]);
    const [award] = after(first, second).awards;
    expect(award).toMatchObject({
      awardedOn: '2023-11-24',
      overall: 700,
      imported: { certificateNumber: 'A-1', gaps: ['modules'] },
    });
    expect(after(first, second).enrolments[0]?.baseline?.activity).toBe('unpaid-volunteer');
  });

  it('never enter a cohort that was worked with here, nor come in without a day or a cohort', () => {
    const here = { ...empty, cohorts: [ownCohort] };
    expect(reasons(plan(here, row(`Mercy Lungu | F | | | ${ownCohort.code} | ZM | 2023-11-22 | | |`)))).toEqual([
      'alumni-own-cohort',
    ]);
    expect(reasons(plan(empty, row('Mercy Lungu | F | | | C1 | ZM | | | |')))).toEqual(['alumni-no-date']);
    expect(reasons(plan(empty, row('Mercy Lungu | F | | | | ZM | 2023-11-22 | | |')))).toEqual(['alumni-no-cohort']);
    expect(plan(empty, row('Mercy Lungu | F | | | | ZM | 2023-11-22 | | |')).changes).toEqual([]);
  });

  it('ask whether somebody of that name is the same person', () => {
    const here = after(empty, plan(empty, row('Grace Banda | F | 1984-05-02 | | C1 | ZM | 2023-11-22 | | |')));
    const file = row('Grace Banda | | | | C2 | ZM | 2024-11-22 | | |');
    const open = plan(here, file);
    expect(open.rows).toMatchObject([{ fate: 'unsure' }]);
    const [line, id] = [open.rows[0]?.line ?? 0, open.rows[0]?.candidates[0]?.id ?? ''];
    const same = after(here, plan(here, file, { [line]: { as: 'same', id } }));
    expect([same.people.length, same.enrolments.length, same.awards.length]).toEqual([1, 2, 2]);
    expect(after(here, plan(here, file, { [line]: { as: 'new' } })).people).toHaveLength(2);
  });

  it('say when two rows differ about their cohort, and keep what was said first', () => {
    const file = row(
      'A One | | 1980-01-01 | | C1 | ZM | 2023-11-22 | | |\nB Two | | 1981-01-01 | | C1 | ZM | 2023-11-29 | | |',
    );
    const planned = plan(empty, file);
    expect(planned.rows[1]?.problems.map(({ reason }) => reason.key)).toEqual(['import.reason.cohort-says-otherwise']);
    expect(after(empty, planned).cohorts.map(({ graduation }) => graduation)).toEqual(['2023-11-22']);
  });
});

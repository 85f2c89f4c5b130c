import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { planColumns } from '#renderer/features/gradebook/grid-columns.ts';
import type { MarksContext, MarksRow } from '#renderer/features/gradebook/marks-row.ts';
import type { RowCache } from '#renderer/features/gradebook/marks-rows.ts';
import { makeContext, makeRow, makeRowCache } from '#renderer/features/gradebook/marks-rows.ts';
import { overdueIn } from '#renderer/features/gradebook/overdue.ts';
import type { RowFilter } from '#renderer/features/gradebook/row-filter.ts';
import { noFilter, passes } from '#renderer/features/gradebook/row-filter.ts';
import { byName, nextSort, ordered } from '#renderer/features/gradebook/row-order.ts';
import type { Cohort } from '#shared/domain/cohorts.ts';
import type { EnrolmentId, PersonId, ProgrammeId } from '#shared/domain/ids.ts';
import { asId } from '#shared/domain/ids.ts';
import type { Cell } from '#shared/domain/marks.ts';
import type { Enrolment } from '#shared/domain/people.ts';
import { assignment, cellOf, ids, moduleWith, programme as whole } from '../domain/sheet-builders.ts';

const [essay, log] = [assignment(1, 40, 60), assignment(2, 20, 40)];
const module = moduleWith([essay, log]);
const programme = { ...whole, modules: [module] };
const cohort: Cohort = {
  id: ids.cohort,
  code: 'LSK-1',
  name: 'Lusaka 1',
  programmeId: asId<ProgrammeId>('programme-4'),
  country: 'ZM',
  place: 'Lusaka',
  partner: '',
  cycle: '2026',
  starts: '2026-01-15',
  census: '2026-02-15',
  due: { [essay.id]: '2026-05-10', [log.id]: '2026-05-10' },
  released: {},
  signatories: [],
};
const attendance = { sessions: [], registers: new Map() };
const context: MarksContext = makeContext({
  cohort,
  programme,
  attendance,
  today: '2026-05-12',
  me: 'Amina Chisanga',
  language: 'en',
});

let made = 0;
const rowOf = (cells: Readonly<Record<string, Cell>>, change: Partial<Enrolment> = {}): MarksRow => {
  const id = asId<EnrolmentId>(`e${++made}`);
  const personId = asId<PersonId>(`p${made}`);
  return makeRow(
    {
      enrolment: { id, personId, cohortId: ids.cohort, status: 'active', enrolledOn: '2026-01-15', ...change },
      person: { id: personId, givenNames: `Learner ${made}`, familyName: 'Demo', alternates: [] },
    },
    { id, personId, cohortId: ids.cohort, cells },
    undefined,
  );
};
const cache: RowCache = makeRowCache(context);
const { columns } = planColumns([module], new Set(), 1000);
const pass = (row: MarksRow, filter: Partial<RowFilter>): boolean => passes(row, { ...noFilter, ...filter }, cache);

const here: Cell = { attempts: [{ state: 'with-marker', received: '2026-05-09', marker: 'Amina Chisanga' }] };
const elsewhere: Cell = { attempts: [{ state: 'with-marker', received: '2026-05-09', marker: 'Thabang Kgosi' }] };
const late = cellOf(1200, { received: '2026-05-11', marker: 'Thabang Kgosi' });
const second: Cell = { attempts: [...cellOf(500).attempts, { state: 'awaited' }] };

describe('the filters of the grid', () => {
  it('find what is to mark, missing after its due date, late or resubmitted', () => {
    expect(pass(rowOf({ a1: here, a2: here }), { toMark: true })).toBe(true);
    expect(pass(rowOf({ a1: here, a2: here }), { missing: true })).toBe(false);
    expect(pass(rowOf({ a1: cellOf(3000) }), { missing: true })).toBe(true);
    expect(pass(rowOf({ a1: late, a2: late }), { late: true })).toBe(true);
    expect(pass(rowOf({ a1: cellOf(3000), a2: second }), { resubmission: true })).toBe(true);
    expect(pass(rowOf({ a1: cellOf(3000), a2: late }), { resubmission: true })).toBe(false);
  });

  it('do not count as missing what has an extension that still runs', () => {
    const extended: Cell = { attempts: [], outcome: 'DEF', extendedTo: '2026-05-20' };
    expect(pass(rowOf({ a1: extended, a2: extended }), { missing: true })).toBe(false);
    expect(pass(rowOf({ a1: { ...extended, extendedTo: '2026-05-11' }, a2: extended }), { missing: true })).toBe(true);
  });

  it('mine narrows the others to the scripts of which I am the marker', () => {
    expect(pass(rowOf({ a1: here, a2: late }), { mine: true })).toBe(true);
    expect(pass(rowOf({ a1: elsewhere, a2: late }), { mine: true })).toBe(false);
    expect(pass(rowOf({ a1: elsewhere, a2: here }), { mine: true, toMark: true })).toBe(true);
    expect(pass(rowOf({ a1: here, a2: late }), { mine: true, late: true })).toBe(false);
  });

  it('know who is at risk, where, and in which mentor group', () => {
    const row = rowOf({ a1: { attempts: [], outcome: 'NS' }, a2: late }, { site: 'Kitwe', mentorGroup: 'B' });
    expect(pass(row, { atRisk: true, site: 'Kitwe', mentorGroup: 'B', late: true })).toBe(true);
    expect(pass(row, { atRisk: true, site: 'Kabwe' })).toBe(false);
    expect(pass(rowOf({ a1: cellOf(3000), a2: cellOf(1500) }), { atRisk: true })).toBe(false);
  });

  it('combine: with one more filter never more learners are shown', () => {
    const cells = fc.constantFrom(undefined, here, elsewhere, late, second, cellOf(3000), {
      attempts: [],
      outcome: 'NS' as const,
    });
    const flag = fc.constantFrom('toMark', 'missing', 'late', 'resubmission', 'mine', 'atRisk');
    fc.assert(
      fc.property(cells, cells, fc.uniqueArray(flag), flag, (a1, a2, chosen, more) => {
        const row = rowOf({ ...(a1 === undefined ? {} : { a1 }), ...(a2 === undefined ? {} : { a2 }) });
        const filter = Object.fromEntries(chosen.map((name) => [name, true]));
        if (pass(row, { ...filter, [more]: true })) expect(pass(row, filter)).toBe(true);
      }),
    );
  });
});

describe('what is set to NS in one go', () => {
  it('is what is awaited after its due date, not what arrived, was marked, excused or extended, nor of those who left', () => {
    const rows = [
      rowOf({ a1: cellOf(3000) }),
      rowOf({ a1: here, a2: { attempts: [], outcome: 'EX' } }),
      rowOf({ a1: { attempts: [], outcome: 'DEF', extendedTo: '2026-06-01' }, a2: cellOf(0) }),
      rowOf({}, { status: 'withdrawn' }),
    ];
    const found = overdueIn(rows, context).map((one) => [one.assignment.id, one.targets.map(({ row }) => row.id)]);
    expect(found).toEqual([[log.id, [rows[0]?.id]]]);
  });
});

const figure = fc.option(fc.integer({ min: 0, max: 4000 }), { nil: undefined });
const rowsWith = (values: readonly (number | undefined)[]): readonly MarksRow[] =>
  values.map((value) => rowOf(value === undefined ? {} : { a1: cellOf(value) }));

describe('the order of the rows', () => {
  const column = columns[0];
  if (column === undefined) throw new Error('A module has columns');

  it('goes by mark and leaves those without one at the end, whichever the direction', () => {
    fc.assert(
      fc.property(
        fc.array(figure, { maxLength: 12 }),
        fc.constantFrom('ascending', 'descending'),
        (values, direction) => {
          const rows = rowsWith(values);
          const now = ordered(rows, { by: column, direction }, cache, context);
          const marks = now.map((row) => row.sheet?.cells[essay.id]?.attempts[0]?.value);
          const known = marks.filter((mark) => mark !== undefined);
          expect(marks.slice(known.length).every((mark) => mark === undefined)).toBe(true);
          const sign = direction === 'ascending' ? 1 : -1;
          expect(known).toEqual(known.toSorted((a, b) => sign * (a - b)));
          expect(new Set(now)).toEqual(new Set(rows));
        },
      ),
    );
  });

  it('keeps the names in order among equal marks', () => {
    const rows = rowsWith([1000, 2000, 1000, 2000]);
    const now = ordered(rows, { by: column, direction: 'descending' }, cache, context);
    expect(now).toEqual([rows[1], rows[3], rows[0], rows[2]]);
  });

  it('goes by module and overall figures too', () => {
    const rows = [rowOf({ a1: cellOf(1000), a2: cellOf(1000) }), rowOf({ a1: cellOf(3000), a2: cellOf(1000) })];
    const final = columns.find(({ kind }) => kind === 'final');
    const overall = columns.find(({ kind }) => kind === 'overall');
    for (const by of [final, overall])
      expect(by && ordered(rows, { by, direction: 'descending' }, cache, context)).toEqual([rows[1], rows[0]]);
  });

  it('a heading pressed again turns it round, a third time brings the names back', () => {
    const once = nextSort(byName, column);
    const twice = nextSort(once, column);
    expect([once.direction, twice.direction]).toEqual(['descending', 'ascending']);
    expect(nextSort(twice, column)).toBe(byName);
    expect(nextSort(byName, 'name')).toMatchObject({ by: 'name', direction: 'descending' });
  });
});

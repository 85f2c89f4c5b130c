import { describe, expect, it } from 'vitest';
import { eligibility } from '#shared/domain/eligibility.ts';
import { readFileSync } from 'node:fs';
import type { Content } from './builders.ts';
import { cohort, empty, fatesOf, imported, plan, programme, sample } from './builders.ts';

const sets = [
  {
    name: 'Lusaka',
    learners: 'learners-lusaka.csv',
    marks: 'marks-lusaka.csv',
    attendance: 'attendance-lusaka.csv',
    count: 26,
    refusedCells: 0,
  },
  {
    name: 'Maputo',
    learners: 'learners-maputo-excel.csv',
    marks: 'marks-maputo-excel.csv',
    attendance: 'attendance-maputo-excel.csv',
    count: 24,
    refusedCells: 1,
  },
  {
    name: 'the region',
    learners: 'learners.xlsx',
    marks: 'marks.xlsx',
    attendance: 'attendance.xlsx',
    count: 25,
    refusedCells: 0,
  },
] as const;

const withAll = async (set: (typeof sets)[number]): Promise<Content> => {
  let content = imported('learners', empty, await sample(set.learners));
  content = imported('marks', content, await sample(set.marks));
  return imported('attendance', content, await sample(set.attendance));
};

const eligibleIn = (content: Content): number =>
  [...content.enrolments.values()].filter((enrolment) => {
    const found = eligibility({
      programme,
      cohort,
      sheet: content.sheets.get(enrolment.id),
      register: content.registers.get(enrolment.id),
      enrolment: { ...enrolment, confirmedName: 'x', nameConfirmedOn: '2026-05-01' },
    });
    return found.eligible;
  }).length;

describe.each(sets)('the sample files of $name', (set) => {
  it('brings every learner in as new, with a baseline', async () => {
    const first = plan('learners', empty, await sample(set.learners));
    expect(fatesOf(first)).toEqual({ new: set.count });
    const content = imported('learners', empty, await sample(set.learners));
    expect([...content.enrolments.values()].filter(({ baseline }) => baseline !== undefined)).toHaveLength(set.count);
    expect(new Set([...content.people.values()].map(({ country }) => country)).size).toBeGreaterThan(2);
  });

  it('changes nothing when each file is imported again', async () => {
    const content = await withAll(set);
    for (const kind of ['learners', 'marks', 'attendance'] as const) {
      const again = plan(kind, content, await sample(set[kind]));
      expect(again.changes).toEqual([]);
      expect(fatesOf(again)).toEqual({ same: set.count });
    }
  });

  it('finds the learner of every row of marks and hours', async () => {
    const content = imported('learners', empty, await sample(set.learners));
    const marks = plan('marks', content, await sample(set.marks));
    expect(fatesOf(marks)).toEqual({ new: set.count });
    expect(marks.rows.flatMap(({ problems }) => problems)).toHaveLength(set.refusedCells);
    expect(fatesOf(plan('attendance', content, await sample(set.attendance)))).toEqual({ new: set.count });
  });

  it('makes most learners eligible, and not all', async () => {
    const eligible = eligibleIn(await withAll(set));
    expect(eligible).toBeGreaterThan(set.count * 0.6);
    expect(eligible).toBeLessThan(set.count - 2);
  });
});

describe('the sample files together', () => {
  it('go into one cohort without anybody being taken for somebody else', async () => {
    let content = empty;
    for (const { learners } of sets) content = imported('learners', content, await sample(learners));
    expect(content.people.size).toBe(75);
  });

  it('keep two people of one name apart', async () => {
    const content = imported('learners', empty, await sample('learners-maputo-excel.csv'));
    expect(
      [...content.people.values()]
        .filter(({ givenNames, familyName }) => `${givenNames} ${familyName}` === 'Maria Langa')
        .map(({ born }) => born),
    ).toEqual(['1992-05-05', '1998-08-21']);
  });

  it('say that everybody in them is invented', () => {
    expect(readFileSync('resources/sample/README.md', 'utf8')).toContain(
      'All people, telephone numbers and organisations in these files are invented',
    );
  });
});

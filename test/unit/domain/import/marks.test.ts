import { describe, expect, it } from 'vitest';
import type { Content } from './builders.ts';
import { applied, cohort, empty, fatesOf, imported, plan, programme, table, today } from './builders.ts';
import type { ModuleId } from '#shared/domain/ids.ts';
import { asId } from '#shared/domain/ids.ts';
import { planGrid } from '#shared/domain/import/plan-grid.ts';
import { understandTable } from '#shared/domain/import/understand-table.ts';

const learners = imported(
  'learners',
  empty,
  table(`Learner number | Name | Date of birth
R-1 | Tšepiso Mokoena | 1990-06-01
R-2 | Grace Banda | 1991-02-03
R-3 | Grace Banda | 1996-07-09
    | Petrus Kavari | 1989-01-19`),
);

const cellOf = (content: Content, name: string, assignment: string) => {
  const person = [...content.people.values()].find(({ number, familyName }) => number === name || familyName === name);
  const enrolment = [...content.enrolments.values()].find(({ personId }) => personId === person?.id);
  return (content.sheets.get(enrolment?.id ?? '')?.cells as Record<string, unknown> | undefined)?.[assignment];
};

describe('importing marks', () => {
  it('reads decimal commas, NS and EX, and leaves blanks and dashes alone', () => {
    const file = table('Learner number | M1 Essay | M1 Log | M2 Essay | M2 Log\nR-1 | 12,5 | ns | EX | –');
    const content = imported('marks', learners, file);
    expect(cellOf(content, 'R-1', 'm1-essay')).toEqual({ attempts: [{ state: 'marked', value: 1250, marked: today }] });
    expect(cellOf(content, 'R-1', 'm1-log')).toEqual({ attempts: [], outcome: 'NS' });
    expect(cellOf(content, 'R-1', 'm2-essay')).toEqual({ attempts: [], outcome: 'EX' });
    expect(cellOf(content, 'R-1', 'm2-log')).toBeUndefined();
    expect(plan('marks', content, file)).toMatchObject({ rows: [{ fate: 'same' }], changes: [] });
  });

  it('refuses a mark over the maximum with its reason, and takes the rest of the row', () => {
    const { rows, changes } = plan(
      'marks',
      learners,
      table('Name | M1 Essay | M1 Log\nTsepiso Mokoena | 43 | 18\nPetrus Kavari | 41 | '),
    );
    expect(rows.map(({ fate }) => fate)).toEqual(['new', 'refused']);
    expect(rows[0]).toMatchObject({
      problems: [
        {
          column: 'M1 Essay',
          value: '43',
          reason: { key: 'import.reason.mark-above-maximum', values: { mark: 43, max: 40 } },
        },
      ],
      notes: [{ key: 'import.note.cells-refused', values: { count: 1 } }],
    });
    expect(changes).toHaveLength(1);
  });

  it('needs a number or birth date for two of one name, and finds a name in any order', () => {
    const rows = plan(
      'marks',
      learners,
      table(`Number | Name | Born | M1 Essay
  | Grace Banda |  | 20
  | Banda, Grace | 09/07/1996 | 21
R-2 | Grace Banda |  | 22
  | Kavari Petrus |  | 23
  | Somebody Else |  | 24
R-1 | Grace Banda |  | 25
R-1 | Tšepiso Mokoena |  | 26
R-1 |  |  | 27`),
    ).rows;
    expect(rows.map(({ fate, reason }) => [fate, reason?.key.replace('import.reason.', '')])).toEqual([
      ['unsure', 'two-of-one-name'],
      ['new', undefined],
      ['new', undefined],
      ['new', undefined],
      ['refused', 'not-in-cohort'],
      ['unsure', 'number-of-other'],
      ['new', undefined],
      ['refused', 'duplicate-of-line'],
    ]);
    const fields = (row: (typeof rows)[number] | undefined): unknown =>
      row?.candidates.map(({ agrees, differs }) => [agrees, differs].map((some) => some.map(({ key }) => key)));
    expect(fields(rows[0])).toEqual([
      [['import.field.name'], []],
      [['import.field.name'], []],
    ]);
    expect(fields(rows[5])).toEqual([[['import.field.number'], ['import.field.name']]]);
  });

  it('shows before and after where a mark is changed, and does not touch the day of receipt', () => {
    const first = imported('marks', learners, table('Number | M1 Essay | Received\nR-1 | 20 | 12/03/2026'));
    expect(cellOf(first, 'R-1', 'm1-essay')).toMatchObject({ attempts: [{ value: 2000, received: '2026-03-12' }] });
    const second = plan('marks', first, table('Number | M1 Essay | Received\nR-1 | 21,5 | 20/03/2026'));
    expect(second.rows[0]).toMatchObject({
      fate: 'changed',
      changes: [{ before: { values: { text: '20' } }, after: { values: { text: '21.5' } } }],
    });
    expect(cellOf(applied(first, second), 'R-1', 'm1-essay')).toMatchObject({
      attempts: [{ value: 2150, received: '2026-03-12' }],
    });
  });

  it('fills in a day of receipt beside a mark that is there already', () => {
    const first = imported('marks', learners, table('Number | M1 Essay\nR-1 | 20'));
    const file = table('Number | M1 Essay | Received\nR-1 | 20 | 12/03/2026');
    const second = imported('marks', first, file);
    expect(cellOf(second, 'R-1', 'm1-essay')).toMatchObject({
      attempts: [{ state: 'marked', value: 2000, received: '2026-03-12' }],
    });
    expect(fatesOf(plan('marks', second, file))).toEqual({ same: 1 });
  });

  it('does not change a released mark', () => {
    const first = imported('marks', learners, table('Number | M1 Essay\nR-1 | 20'));
    const { source, mapping } = understandTable(table('Number | M1 Essay\nR-1 | 25\nR-2 | 30'), 'marks', programme, {});
    const people = [...first.people.values()];
    const released = planGrid({
      table: source,
      understanding: { mapping, dateStyles: {}, today },
      programme,
      cohort: { ...cohort, released: { [asId<ModuleId>('m1')]: '2026-04-01' } },
      learners: [...first.enrolments.values()].flatMap((enrolment) =>
        people.filter(({ id }) => id === enrolment.personId).map((person) => ({ enrolment, person })),
      ),
      sheets: [...first.sheets.values()],
      registers: [],
      sessions: [],
      decisions: {},
      language: 'en',
      newId: () => 'x',
    });
    expect(released.rows.map(({ fate, reason }) => [fate, reason?.key])).toEqual([
      ['refused', 'import.reason.mark-released'],
      ['new', undefined],
    ]);
  });
});

describe('importing hours', () => {
  it('reads hours and letters, refuses more hours than the session has, and makes the sessions that are missing', () => {
    const file = table(
      'Number | M1 Session 1 | M1 Session 2 | M1 Session 3 | M6 signed off\nR-1 | 5 | 2,5 | A | 01/03/2026\nR-2 | P | 7 | x | 31/02/2026',
    );
    const first = plan('attendance', learners, file);
    expect(first.rows.map(({ fate, problems }) => [fate, problems.map(({ column }) => column)])).toEqual([
      ['new', []],
      ['new', ['M1 Session 2', 'M6 signed off']],
    ]);
    const content = applied(learners, first);
    expect(content.sessions.size).toBe(3);
    expect(
      [...content.registers.values()].map(({ sessions }) =>
        Object.values(sessions).map(({ presence, hours }) => `${presence} ${hours}`),
      ),
    ).toEqual([
      ['present 5', 'late 2.5', 'absent 0'],
      ['present 5', 'present 5'],
    ]);
    expect(plan('attendance', content, file).changes).toEqual([]);
  });
});

describe('importing over what was released', () => {
  it('lets no NS or EX stand over a released attempt without a reason, even where another attempt has begun', () => {
    const first = imported('marks', learners, table('Learner number | M1 Essay\nR-1 | 12'));
    const sheets = new Map(
      [...first.sheets].map(([id, sheet]) => {
        const cells = Object.fromEntries(
          Object.entries(sheet.cells).map(([name, cell]) => [
            name,
            {
              ...cell,
              attempts: [
                ...cell.attempts.map((one) => ({ ...one, state: 'released' as const })),
                { state: 'awaited' as const },
              ],
            },
          ]),
        );
        return [id, { ...sheet, cells }] as const;
      }),
    );
    const over = (text: string) =>
      plan('marks', { ...first, sheets }, table(`Learner number | M1 Essay\nR-1 | ${text}`));
    for (const text of ['NS', 'EX'])
      expect(over(text)).toMatchObject({
        rows: [{ fate: 'refused', reason: { key: 'import.reason.mark-released' } }],
        changes: [],
      });
    expect(over('17')).toMatchObject({ rows: [{ fate: 'new' }] });
  });
});

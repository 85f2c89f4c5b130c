import { describe, expect, it } from 'vitest';
import { applied, empty, fatesOf, imported, plan, table } from './builders.ts';

const heading = 'Learner number | Given names | Family name | Date of birth | Phone | Community | Main activity | Site';
const base = table(`${heading}
R-1 | Tšepiso | Mokoena | 1990-06-01 | +266 5855 3001 | Roma | unpaid volunteer | Roma
R-2 | Grace | Banda | 1991-02-03 |  | Kafue | volunteer with stipend | Kafue`);
const content = imported('learners', empty, base);

const oneRow = (row: string, headings = heading, decisions = {}) =>
  plan('learners', content, table(`${headings}\n${row}`), decisions).rows[0];
const says = (value: unknown): string => JSON.stringify(value);

describe('who a row is about', () => {
  it('finds the person by number, whatever else is missing', () => {
    expect(oneRow('r 1 | Tsepiso | Mokoena', 'Learner number | Given names | Family name')).toMatchObject({
      fate: 'changed',
      name: 'Tsepiso Mokoena',
    });
    expect(oneRow('R-1 | +266 5855 3001', 'Learner number | Phone')).toMatchObject({
      fate: 'same',
      name: 'Tšepiso Mokoena',
    });
  });

  it('finds the person by telephone and given name, however the number is written', () => {
    expect(oneRow('Tšepiso | Mokoena-Letsie | 05855-3001', 'Given names | Family name | Phone')).toMatchObject({
      fate: 'changed',
      changes: [{ field: { key: 'import.field.name' } }],
    });
  });

  it('finds the person by birth date or community with the whole name, in any order and without accents', () => {
    expect(oneRow('MOKOENA Tsepiso | 01/06/1990', 'Nom et prénom | Date de naissance')).toMatchObject({
      fate: 'same',
      name: 'Tšepiso Mokoena',
    });
    expect(oneRow('Banda, Grace | Kafue', 'Name | Community')).toMatchObject({ fate: 'same' });
  });

  it('never takes the name alone for proof: the row is to be decided', () => {
    const row = oneRow('Grace | Banda | +260 970 000 111', 'Given names | Family name | Phone');
    expect(row).toMatchObject({
      fate: 'unsure',
      reason: { key: 'import.reason.name-only' },
      candidates: [{ name: 'Grace Banda' }],
    });
  });

  it('keeps two people of one name apart where a number or birth date differs', () => {
    expect(oneRow('R-9 | Grace | Banda | 1985-05-05')).toMatchObject({
      fate: 'new',
      notes: [{ key: 'import.note.no-baseline' }, { key: 'import.note.same-name' }],
    });
  });

  it('asks where a number belongs to somebody of another name', () => {
    expect(oneRow('R-1 | Petrus | Kavari')).toMatchObject({
      fate: 'unsure',
      reason: { key: 'import.reason.contradicts' },
    });
  });

  it('does what was decided: another person, the same, or left out', () => {
    const file = table('Given names | Family name | Phone\nGrace | Banda | +260 970 000 111');
    const grace = [...content.people.values()].find(({ givenNames }) => givenNames === 'Grace');
    expect(fatesOf(plan('learners', content, file, { 2: { as: 'new' } }))).toEqual({ new: 1 });
    expect(plan('learners', content, file, { 2: { as: 'same', id: grace?.id ?? '' } }).changes).toMatchObject([
      { table: 'people', next: { id: grace?.id, phone: '+260 970 000 111' } },
    ]);
    expect(plan('learners', content, file, { 2: { as: 'skip' } })).toMatchObject({
      rows: [{ fate: 'refused', reason: { key: 'import.reason.left-out' } }],
      changes: [],
    });
  });

  it('finds doubles within the file, and asks where only the name is the same', () => {
    const rows = plan(
      'learners',
      empty,
      table(`${heading}
X-1 | Chipo | Nyambe | 1990-01-01 | 0970 555 777
    | Chipo | Nyambe | 1990-01-01 | 0970555777
    | Chipo | Nyambe`),
    ).rows;
    expect(rows.map(({ fate }) => fate)).toEqual(['new', 'refused', 'unsure']);
    expect(rows[1]?.reason).toEqual({ key: 'import.reason.duplicate-of-line', values: { line: 2 } });
    expect(rows[2]?.reason).toEqual({ key: 'import.reason.like-line', values: { name: 'Chipo Nyambe', line: 2 } });
  });
});

describe('what an import never does', () => {
  it('removes or changes nobody for being absent, and erases nothing with a blank', () => {
    const again = plan('learners', content, table(`${heading}\nR-1 | Tšepiso | Mokoena |  |  |  |  | `));
    expect(again).toMatchObject({ rows: [{ fate: 'same' }], changes: [] });
  });

  it('changes nothing the second time, even a list of bare names with two people of one name', () => {
    const names = table('Name\nMary Phiri\nJohn Zulu\nMary Phiri');
    const first = plan('learners', empty, names, { 4: { as: 'new' } });
    expect(fatesOf(first)).toEqual({ new: 3 });
    expect(plan('learners', applied(empty, first), names)).toMatchObject({
      rows: [{ fate: 'same' }, { fate: 'same' }, { fate: 'same' }],
      changes: [],
    });
  });

  it('drops no row: each is listed with its line, the refused with column, value and reason', () => {
    const rows = plan(
      'learners',
      empty,
      table(`${heading}
X-1 | A | One | 31/02/1990
X-2 | B | Two | 1999-13-01
X-3 | C | Three | 12/05/1999 |  |  | astronaut
    |   |     | 12/05/1999
X-5 | E | Five | 12/05/2999
X-6 | F | Six | 13/05/1999 | 2,60977E+11`),
    ).rows;
    expect(rows.map(({ line, fate, problems }) => [line, fate, problems[0]?.column, problems[0]?.value])).toEqual([
      [2, 'refused', 'Date of birth', '31/02/1990'],
      [3, 'refused', 'Date of birth', '1999-13-01'],
      [4, 'refused', 'Main activity', 'astronaut'],
      [5, 'refused', undefined, undefined],
      [6, 'refused', 'Date of birth', '12/05/2999'],
      [7, 'refused', 'Phone', '2,60977E+11'],
    ]);
    expect(says(rows[3]?.reason)).toContain('no-name');
  });

  it('gives or takes no award', () => {
    expect(oneRow('R-1 | awarded', 'Learner number | Status')).toMatchObject({
      fate: 'refused',
      problems: [{ reason: { key: 'import.reason.status-from-awards' } }],
    });
    const enrolments = new Map(
      [...content.enrolments].map(([id, each]) => [id, { ...each, status: 'awarded' as const }]),
    );
    expect(plan('learners', { ...content, enrolments }, table('Learner number | Status\nR-1 | active'))).toMatchObject({
      rows: [{ fate: 'same', notes: [{ key: 'import.note.status-kept' }] }],
      changes: [],
    });
  });
});

describe('what a row brings', () => {
  it('lists the fields it changes with before and after', () => {
    expect(oneRow('R-2 | Grace | Banda | 1991-02-03 | 0970 555 111 | Chongwe')?.changes).toEqual([
      { field: { key: 'import.field.phone' }, after: { key: 'domain.list.text', values: { text: '0970 555 111' } } },
      {
        field: { key: 'import.field.community' },
        before: { key: 'domain.list.text', values: { text: 'Kafue' } },
        after: { key: 'domain.list.text', values: { text: 'Chongwe' } },
      },
    ]);
  });

  it('keeps a name in capitals, and says so; capitals do not replace a name written out', () => {
    expect(oneRow('R-7 | CHIPO | NYAMBE')?.notes[0]).toEqual({ key: 'import.note.name-all-capitals' });
    expect(oneRow('R-1 | TŠEPISO | MOKOENA')).toMatchObject({ fate: 'same' });
  });

  it('enrols somebody known from another cohort without making them twice', () => {
    const known = plan('learners', { ...content, enrolments: new Map() }, base);
    expect(fatesOf(known)).toEqual({ new: 2 });
    expect(known.changes.map(({ table: name }) => name)).toEqual(['enrolments', 'enrolments']);
  });

  it('keeps the baseline of the day of enrolment with its community', () => {
    expect([...content.enrolments.values()].map(({ baseline }) => baseline)).toEqual([
      { activity: 'unpaid-volunteer', community: 'Roma' },
      { activity: 'stipend-volunteer', community: 'Kafue' },
    ]);
  });
});

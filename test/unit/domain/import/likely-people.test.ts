import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { asId } from '#shared/domain/ids.ts';
import { likelySieve, recognisable } from '#shared/domain/import/likely-people.ts';
import type { Person } from '#shared/domain/people.ts';
import { empty, imported, plan, sample, table, today } from './builders.ts';

const person = (more: Partial<Person>): Person => ({
  id: asId('somebody'),
  givenNames: 'Tšepiso',
  familyName: 'Demo',
  alternates: [],
  ...more,
});
const letsThrough = (row: string, more: Partial<Person>): boolean =>
  likelySieve([row.split('|')], today)(recognisable(person(more)));

describe('who in a workspace a file could be about', () => {
  it.each([
    ['the name in another order and without accents', 'DEMO, Tsepiso|F', {}],
    ['the name over two columns', 'Demo|x|Tšepiso', {}],
    ['a number written differently', 'lsk 001', { number: 'LSK-001', givenNames: 'X' }],
    ['a telephone without the country', '0970 555 101', { phone: '+260 970 555 101', givenNames: 'X' }],
    ['a national id', '12/34', { nationalId: '12-34', givenNames: 'X' }],
    ['birth date and community', '04/05/1990|Kafue', { born: '1990-05-04', community: 'Kafué', givenNames: 'X' }],
  ])('whoever shares %s', (_, row, more) => {
    expect(letsThrough(row, more)).toBe(true);
  });

  it('and nobody who shares nothing, or a part of the name only', () => {
    expect(letsThrough('Tšepiso|Mokoena|1990-05-04', { born: '1990-05-04', community: 'Mongu' })).toBe(false);
    expect(letsThrough('Chipo|Nyambe', {})).toBe(false);
  });

  it('holds back nobody who makes a difference to the plan', async () => {
    const content = imported('learners', empty, await sample('learners-lusaka.csv'));
    const known = imported('learners', content, await sample('learners.xlsx'));
    const everybody = [...known.people.values()];
    const words = everybody.flatMap((one) => [
      one.givenNames,
      one.familyName,
      one.number ?? '',
      one.phone ?? '',
      one.born ?? '',
    ]);
    const cell = fc.oneof(fc.constantFrom(...words), fc.constantFrom('', '07/09/1996', 'Kafue', 'Chongwe', 'x'));
    const fields = ['Number', 'Given names', 'Family name', 'Phone', 'Born', 'Community'];
    const row = fc.array(cell, { minLength: fields.length, maxLength: fields.length });
    fc.assert(
      fc.property(fc.array(row, { minLength: 1, maxLength: 4 }), (rows) => {
        const file = table([fields, ...rows].map((cells) => cells.join('|')).join('\n'));
        const through = likelySieve(rows, today);
        const people = new Map(
          everybody.filter((one) => through(recognisable(one))).map((one) => [one.id as string, one]),
        );
        const nobody = { ...known, enrolments: new Map() };
        const rowsOf = (all: typeof known) => plan('learners', all, file).rows;
        expect(rowsOf({ ...nobody, people })).toEqual(rowsOf(nobody));
      }),
      { numRuns: 100 },
    );
  });
});

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { guessMapping } from '#shared/domain/import/guess-columns.ts';
import { readActivity, readCountry, readSex, readYesNo } from '#shared/domain/import/read-choices.ts';
import { findDateStyle, readDate } from '#shared/domain/import/read-dates.ts';
import { splitName } from '#shared/domain/import/read-names.ts';
import { cutSheet, findHeaderRow, mappingKey } from '#shared/domain/import/source-table.ts';
import { programme, today } from './builders.ts';

const day = (text: string, style: 'day-first' | 'month-first' = 'day-first'): string => {
  const read = readDate(text, style, today);
  return read.ok ? read.value : read.error.code;
};

describe('dates', () => {
  it.each([
    ['2024-02-29', '2024-02-29'],
    ['2023-02-29', 'date-does-not-exist'],
    ['31/04/1990', 'date-does-not-exist'],
    ['3/2/1990', '1990-02-03'],
    ['03.02.90', '1990-02-03'],
    ['1.1.05', '2005-01-01'],
    ['14 March 1989', '1989-03-14'],
    ['1er août 1991', '1991-08-01'],
    ['1 de março de 2001', '2001-03-01'],
    ['12-Mar-90', '1990-03-12'],
    ['2020-05-01T00:00:00Z', '2020-05-01'],
    ['32874', 'not-a-date'],
    ['soon', 'not-a-date'],
    ['', 'not-a-date'],
  ])('reads %s as %s', (text, expected) => {
    expect(day(text)).toBe(expected);
  });

  it('puts the month first where the column does', () => {
    expect(day('02/03/1990', 'month-first')).toBe('1990-02-03');
    expect(day('13/03/1990', 'month-first')).toBe('date-does-not-exist');
  });

  it('finds the style of a column from days over 12, and says when there are none', () => {
    expect(findDateStyle(['01/02/1990', '25/06/1993'])).toEqual({ style: 'day-first', evidence: 'sure' });
    expect(findDateStyle(['01/02/1990', '06/25/1993'])).toEqual({ style: 'month-first', evidence: 'sure' });
    expect(findDateStyle(['01/02/1990', '03/04/1991'])).toEqual({ style: 'day-first', evidence: 'ambiguous' });
    expect(findDateStyle(['13/02/1990', '02/13/1990'])).toMatchObject({ evidence: 'mixed' });
    expect(findDateStyle(['1990-02-13', '05/05/1990', ''])).toEqual({ style: 'day-first', evidence: 'none' });
  });

  it('reads every day that exists from each of the ways to write it', () => {
    const days = fc
      .date({ min: new Date('1930-01-01'), max: new Date('2026-05-01'), noInvalidDate: true })
      .map((date) => date.toISOString().slice(0, 10));
    fc.assert(
      fc.property(days, (iso) => {
        const [year = '', month = '', date = ''] = iso.split('-');
        expect([day(iso), day(`${date}/${month}/${year}`), day(`${month}-${date}-${year}`, 'month-first')]).toEqual([
          iso,
          iso,
          iso,
        ]);
      }),
    );
  });
});

describe('names', () => {
  it.each([
    ['Banda, Mary', false, 'Mary', 'Banda'],
    ['Mary Banda', false, 'Mary', 'Banda'],
    ['José João da Silva', false, 'José João', 'da Silva'],
    ['Mary BANDA PHIRI', false, 'Mary', 'BANDA PHIRI'],
    ['KÉÏTA Fanta', false, 'Fanta', 'KÉÏTA'],
    ['Kéïta Fanta Aminata', true, 'Fanta Aminata', 'Kéïta'],
    ['dos Santos Maria', true, 'Maria', 'dos Santos'],
    ['MARY BANDA', false, 'MARY', 'BANDA'],
    ['Mutinta', false, 'Mutinta', ''],
    ['  Tšepiso   Mokoena ', false, 'Tšepiso', 'Mokoena'],
  ])('splits %s', (whole, familyFirst, givenNames, familyName) => {
    expect(splitName(whole, familyFirst)).toEqual({ givenNames, familyName });
  });
});

describe('choices in three languages', () => {
  it('reads sexes, activities, countries, yes and no', () => {
    expect(['F', 'Homme', 'feminino', 'not said', '?!'].map(readSex)).toEqual([
      'female',
      'male',
      'female',
      'not-said',
      undefined,
    ]);
    expect(
      [
        'Unpaid volunteer',
        'Bénévole avec indemnité',
        'Voluntária sem subsídio',
        'Por conta própria',
        'Emploi salarié',
        'astronaut',
      ].map(readActivity),
    ).toEqual([
      'unpaid-volunteer',
      'stipend-volunteer',
      'unpaid-volunteer',
      'self-employed',
      'paid-employee',
      undefined,
    ]);
    expect(
      ['zm', 'Moçambique', 'Afrique du Sud', 'Swaziland', 'Côte d’Ivoire', 'RDC', 'Atlantis', 'QQ'].map(readCountry),
    ).toEqual(['ZM', 'MZ', 'ZA', 'SZ', 'CI', 'CD', undefined, undefined]);
    expect(['oui', 'Não', 'Y', 'perhaps'].map(readYesNo)).toEqual([true, false, true, undefined]);
  });
});

describe('headings', () => {
  const guess = (
    headings: string,
    kind: 'learners' | 'marks' | 'attendance' = 'learners',
    remembered?: Record<string, string>,
  ) => Object.values(guessMapping(kind, headings.split('|'), programme, remembered));

  it('are guessed in English, French and Portuguese', () => {
    expect(guess('No.|Surname|First name|D.O.B.|Cell number|Shoe size')).toEqual([
      'number',
      'familyName',
      'givenNames',
      'born',
      'phone',
      'ignore',
    ]);
    expect(guess('N°|Nom|Prénom(s)|Sexe|Né(e) le|Téléphone')).toEqual([
      'number',
      'familyName',
      'givenNames',
      'sex',
      'born',
      'phone',
    ]);
    expect(guess('Apelido|Nome|Data de nascimento|Telemóvel|Bairro')).toEqual([
      'familyName',
      'givenNames',
      'born',
      'phone',
      'community',
    ]);
    expect(guess('Nom et prénoms|Nom')).toEqual(['nameFamilyFirst', 'name']);
  });

  it('name assignments and sessions in several ways', () => {
    expect(
      guess(
        'Name|Module 2 Essay|M2 Log /20|m3-essay|4 Ensaio|Módulo 5 Exposé (40)|Module 9 Essay|Module 6 signed off',
        'marks',
      ),
    ).toEqual([
      'name',
      'mark:m2-essay',
      'mark:m2-log',
      'mark:m3-essay',
      'mark:m4-essay',
      'mark:m5-essay',
      'ignore',
      'sign-off:m6',
    ]);
    expect(guess('Name|M1 Session 1|Module 2 Séance 4|M3 S2|M3 S9', 'attendance')).toEqual([
      'name',
      'hours:m1/1',
      'hours:m2/4',
      'hours:m3/2',
      'ignore',
    ]);
  });

  it('are remembered, and give no field twice', () => {
    expect(guess('A|B|C', 'learners', { A: 'familyName', B: 'familyName', C: 'no such field' })).toEqual([
      'familyName',
      'ignore',
      'ignore',
    ]);
    expect(mappingKey('learners', ['Nome', 'Apelido'])).toBe(mappingKey('learners', ['apelido', 'NOME']));
    expect(mappingKey('marks', ['Nome'])).not.toBe(mappingKey('learners', ['Nome']));
  });

  it('are found below a title, made unique, and rows keep their lines', () => {
    const rows = [
      ['Intake 2026', '', ''],
      ['', '', ''],
      ['Name', 'Phone', 'Phone', ''],
      ['A', '1', '2', 'x'],
      ['', ' ', '', ''],
      ['B', '', '', ''],
    ];
    const header = findHeaderRow(rows, (heading) => heading === 'Name');
    expect(header).toBe(2);
    expect(cutSheet(rows, header)).toEqual({
      headings: ['Name', 'Phone', 'Phone (2)', '#4'],
      rows: [
        { line: 4, cells: rows[3] },
        { line: 6, cells: rows[5] },
      ],
    });
  });
});

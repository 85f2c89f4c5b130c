import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkName, mendName, type NameFindingCode } from '#shared/domain/certificate-names.ts';

const codes = (name: string, confirmed = true): readonly NameFindingCode[] =>
  checkName({ name, confirmed }).map(({ code }) => code);
const mended = (name: string, code: NameFindingCode): string | undefined =>
  checkName({ name, confirmed: true }).find((finding) => finding.code === code)?.mended;

describe('the check of names before a batch', () => {
  it.each([
    'Tšepiso Mokoena',
    "N'Golo Kanté",
    'Sinéad O’Brien',
    'Ngũgĩ wa Kamau',
    'José João da Silva',
    'Łukasz Nowak',
    'Đặng Thị Mai',
    'ŵanga Phiri',
    'ǀXam Kabbo',
    'ሰላም ገብረ',
    'Nkosazana Dlamini-Tšepiso',
    'J. P. Banda',
    'Thabo Mokoena III',
  ])('has nothing to say about %s', (name) => {
    expect(codes(name)).toEqual([]);
  });

  it.each([
    ['Thabo  Mokoena', 'double-space', 'Thabo Mokoena'],
    [' Thabo Mokoena', 'outer-space', 'Thabo Mokoena'],
    ['Tse\u030Cpiso Mokoena', 'not-nfc', 'Tsěpiso Mokoena'],
    ['THABO MOKOENA', 'all-capitals', 'Thabo Mokoena'],
    ['Thabo MOKOENA', 'all-capitals', 'Thabo Mokoena'],
    ["N'GOLO O’BRIEN-TŠEPISO", 'all-capitals', "N'Golo O’Brien-Tšepiso"],
    ['MARIA DA CONCEIÇÃO', 'all-capitals', 'Maria da Conceição'],
    ['Thabo\u202E Mokoena', 'hidden-character', 'Thabo Mokoena'],
    ['Thabo\u0000 Mokoena', 'hidden-character', 'Thabo Mokoena'],
  ] as const)('finds in %j: %s, and proposes %s', (name, code, proposal) => {
    expect(mended(name, code)).toBe(proposal);
  });

  it('finds a single name, a missing one, an unconfirmed one and one over 45 characters', () => {
    expect(codes('Tšepiso')).toEqual(['single-name']);
    expect(codes('  ')).toEqual(['empty']);
    expect(codes('Thabo Mokoena', false)).toEqual(['unconfirmed']);
    expect(codes(`Thabo ${'n'.repeat(39)}`)).toEqual([]);
    expect(codes(`Thabo ${'n'.repeat(40)}`)).toEqual(['long']);
  });

  it('counts letters, not the marks on them', () => {
    expect(codes(`Adé ${'ọ́'.repeat(41)}`)).toEqual([]);
  });

  it('stops where no font has the letters or the name cannot be fitted, and names the letters', () => {
    expect(
      checkName({ name: 'محمد علي', confirmed: true, fit: { kind: 'no-font', characters: ['م', 'ح'] } })[0],
    ).toEqual({
      code: 'no-font',
      severity: 'stop',
      details: { characters: 'م ح' },
    });
    expect(checkName({ name: 'A B', confirmed: true, fit: { kind: 'too-wide' } })[0]).toMatchObject({
      code: 'too-wide',
      severity: 'stop',
    });
  });

  it('shows that a name will stand on two lines, and leaves one line unmentioned', () => {
    const fit = { kind: 'fits', font: 'EB Garamond 12', size: 28 } as const;
    expect(checkName({ name: 'A B', confirmed: true, fit: { ...fit, lines: ['A', 'B'] } })).toMatchObject([
      { code: 'two-lines' },
    ]);
    expect(checkName({ name: 'A B', confirmed: true, fit: { ...fit, lines: ['A B'] } })).toEqual([]);
  });

  it('puts what stops before what is only worth a look', () => {
    expect(checkName({ name: ' Thabo  MOKOENA', confirmed: false }).map(({ severity }) => severity)).toEqual([
      'stop',
      'look',
      'look',
      'look',
    ]);
  });

  it('has nothing left to propose after all its proposals were taken', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 30 }), (name) => {
        const once = mendName(name);
        expect(mendName(once)).toBe(once);
        expect(
          checkName({ name: once, confirmed: true }).filter(
            (finding) => finding.mended !== undefined && finding.mended !== once,
          ),
        ).toEqual([]);
      }),
    );
  });
});

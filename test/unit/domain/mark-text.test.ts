import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { formatMark, formatPercent, parseCellEntry, parseMark } from '#shared/domain/mark-text.ts';

const codeOf = (text: string, max = 4000): string => {
  const result = parseMark(text, max);
  return result.ok ? `accepted ${result.value}` : result.error.code;
};

describe('parseMark', () => {
  it('accepts a decimal point, a decimal comma and spaces around the mark', () => {
    expect(['12.5', '12,5', ' 12,50 ', '12.', ',5', '\u00a07', '0', '40'].map((text) => parseMark(text, 4000))).toEqual(
      [1250, 1250, 1250, 1200, 50, 700, 0, 4000].map((value) => ({ ok: true, value })),
    );
  });

  it('refuses a mark above the maximum and names both numbers', () => {
    expect(parseMark('24', 2000)).toEqual({
      ok: false,
      error: { code: 'mark-above-maximum', details: { text: '24', mark: 24, max: 20 } },
    });
    expect(codeOf('40.01')).toBe('mark-above-maximum');
  });

  it('refuses a mark below zero, with a hyphen or a minus sign', () => {
    expect(codeOf('-1')).toBe('mark-below-zero');
    expect(codeOf('−0,5')).toBe('mark-below-zero');
    expect(codeOf('-0')).toBe('accepted 0');
  });

  it('refuses marks finer than hundredths, and so thousands separators too', () => {
    expect(codeOf('12.555')).toBe('mark-too-fine');
    expect(codeOf('1,250', 900_000)).toBe('mark-too-fine');
  });

  it.each([
    '',
    ' ',
    'abc',
    '12/20',
    '1e1',
    '1 250',
    '1.250,5',
    '12..5',
    '.',
    '-',
    '٣',
    '0x10',
    'Infinity',
    '9'.repeat(30),
  ])('refuses %j as no number', (text) => {
    expect(codeOf(text)).toBe('mark-not-a-number');
  });

  it.each(['en', 'fr', 'pt', 'sw'])('reads back what formatMark writes in %s', (language) => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 10_000_000 }), (value) => {
        expect(parseMark(formatMark(value, language), 10_000_000)).toEqual({ ok: true, value });
      }),
    );
  });
});

describe('formatMark and formatPercent', () => {
  it('writes no trailing zeros and the decimal sign of the language', () => {
    expect([1250, 1205, 1200, 5, 0, -400].map((mark) => formatMark(mark, 'en'))).toEqual([
      '12.5',
      '12.05',
      '12',
      '0.05',
      '0',
      '−4',
    ]);
    expect([1250, 1205, 1200].map((mark) => formatMark(mark, 'fr'))).toEqual(['12,5', '12,05', '12']);
  });

  it('writes per cents with exactly one decimal', () => {
    expect([675, 700, 5, 0, 1000].map((tenths) => formatPercent(tenths, 'en'))).toEqual([
      '67.5',
      '70.0',
      '0.5',
      '0.0',
      '100.0',
    ]);
    expect(formatPercent(675, 'fr')).toBe('67,5');
  });
});

describe('parseCellEntry', () => {
  it.each([
    ['n', 'NS'],
    ['NS', 'NS'],
    ['nr', 'NS'],
    ['x', 'EX'],
    ['Ex', 'EX'],
    ['DISP', 'EX'],
    ['h', 'HOLD'],
    ['hold', 'HOLD'],
    ['att', 'HOLD'],
    ['ne', 'NS'],
    ['Pend', 'HOLD'],
    ['hkw', 'NS'],
    ['RUH', 'EX'],
    ['swali', 'HOLD'],
  ])('understands %s as %s', (text, outcome) => {
    expect(parseCellEntry(` ${text} `, 2000)).toEqual({ ok: true, value: { kind: 'outcome', outcome } });
  });

  it('tells nothing, zero and NS apart', () => {
    expect(['', '  ', '0', 'N'].map((text) => parseCellEntry(text, 2000))).toEqual([
      { ok: true, value: { kind: 'clear' } },
      { ok: true, value: { kind: 'clear' } },
      { ok: true, value: { kind: 'mark', value: 0 } },
      { ok: true, value: { kind: 'outcome', outcome: 'NS' } },
    ]);
  });

  it('refuses other letters and marks above the maximum', () => {
    const codes = ['constructor', 'DEF', '20,5']
      .map((text) => parseCellEntry(text, 2000))
      .map((result) => (result.ok ? 'accepted' : result.error.code));
    expect(codes).toEqual(['mark-not-a-number', 'mark-not-a-number', 'mark-above-maximum']);
  });
});

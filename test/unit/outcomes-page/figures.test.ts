import { describe, expect, it } from 'vitest';
import { makeFigures } from '#shared/domain/outcome-figures.ts';

describe('figures of the outcomes page', () => {
  it('writes a share with one decimal and the sign of the language', () => {
    expect(makeFigures('en-GB').percent(250)).toBe('25.0\u00A0%');
    expect(makeFigures('fr').percent(250)).toBe('25,0\u00A0%');
  });

  it('writes an interval with an en dash', () => {
    expect(makeFigures('en-GB').range({ low: 215, high: 288 })).toBe('21.5–28.8');
  });

  it('gives differences a sign, with a true minus', () => {
    const { points } = makeFigures('en-GB');
    expect([points(-144), points(61), points(0)]).toEqual(['−14', '+6', '0']);
  });

  it('rounds half away from zero alike on both sides', () => {
    const { points } = makeFigures('en-GB');
    expect([points(105), points(-105)]).toEqual(['+11', '−11']);
  });

  it('names countries in the language of the screen', () => {
    expect(makeFigures('en-GB').country('ZA')).toBe('South Africa');
    expect(makeFigures('fr').country('ZA')).toBe('Afrique du Sud');
  });
});

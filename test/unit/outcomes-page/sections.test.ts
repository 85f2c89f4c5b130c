import { describe, expect, it } from 'vitest';
import type { Contrast } from '#shared/domain/outcome-contrasts.ts';
import {
  flaggedSides,
  orderedContrasts,
  publishedShare,
  scaleEnd,
  sectionsOf,
  shortContrasts,
  viewOr,
  viewsOf,
} from '#renderer/features/outcomes/sections.ts';

const contrast = (dimension: Contrast['dimension'], group: string, difference: number): Contrast => ({
  dimension,
  group,
  difference,
  answered: { count: 50, share: 500 },
  silent: { count: 50, share: 500 - difference },
  flagged: Math.abs(difference) > 100,
});

describe('the headings of the outcomes page', () => {
  it('puts 18 and 24 months under headings of their own', () => {
    expect(sectionsOf('headline', [0, 6, 18, 24]).map(({ offsetMonths }) => offsetMonths)).toEqual([18, 24]);
  });

  it('leaves out a wave that has not opened', () => {
    expect(sectionsOf('headline', [0, 6, 18]).map(({ offsetMonths }) => offsetMonths)).toEqual([18]);
  });

  it('never names an indicator under two waves', () => {
    const ids = sectionsOf('headline', [18, 24]).flatMap((section) => section.ids);
    expect(new Set(ids).size).toBe(ids.length);
  });

  it('falls back to the latest wave where 18 months have not passed', () => {
    expect(viewOr(24, [0, 6])).toBe(6);
    expect(viewOr(undefined, [0, 6, 18])).toBe('headline');
    expect(viewOr(6, [0, 6, 18])).toBe(6);
  });

  it('offers nothing where no wave has opened', () => {
    expect(viewsOf([])).toEqual([]);
    expect(viewOr('headline', [])).toBeUndefined();
  });

  it('knows the published shares only for the wave they were published for', () => {
    expect(publishedShare('volunteerToPaid', 18)).toBe(250);
    expect(publishedShare('attribution', 18)).toBe(740);
    expect(publishedShare('sameCommunity', 24)).toBe(750);
    expect(publishedShare('sameCommunity', 18)).toBeUndefined();
    expect(publishedShare('askedToLead', 18)).toBeUndefined();
  });
});

describe('who did not answer', () => {
  const countries = ['BW', 'KE', 'LS', 'MW', 'MZ', 'ZM'].map((code, index) => contrast('country', code, index * 25));

  it('shows the two countries that differ most and every flagged one', () => {
    const shown = shortContrasts([...countries, contrast('country', 'NA', -130)]).map(({ group }) => group);
    expect(shown).toEqual(['ZM', 'NA']);
  });

  it('shows a flagged group that is not always shown', () => {
    expect(
      shortContrasts([contrast('mark', 'under-60', -120), contrast('mark', '60-69', -50)]).map(({ group }) => group),
    ).toEqual(['under-60']);
  });

  it('reads the young before the old and puts countries last', () => {
    const mixed = [
      contrast('age', '40-plus', 0),
      contrast('age', 'under-25', 0),
      contrast('country', 'BW', 0),
      contrast('sex', 'female', 0),
    ];
    expect(orderedContrasts(mixed).map(({ group }) => group)).toEqual(['female', 'under-25', '40-plus', 'BW']);
  });

  it('leaves an over-heard group to the whole list, because its counterpart says the same', () => {
    expect(
      shortContrasts([contrast('age', '25-39', 130), contrast('age', 'under-25', -190)]).map(({ group }) => group),
    ).toEqual(['under-25']);
  });

  it('tells those under-heard from those over-heard', () => {
    const { under, over } = flaggedSides([
      contrast('age', 'under-25', -140),
      contrast('mark', '70-plus', 130),
      contrast('sex', 'female', -30),
    ]);
    expect([under.map(({ group }) => group), over.map(({ group }) => group)]).toEqual([['under-25'], ['70-plus']]);
  });
});

describe('the scale of the country chart', () => {
  it('ends at the next full twenty per cent and never past a hundred', () => {
    expect([scaleEnd([431, 722]), scaleEnd([200]), scaleEnd([990]), scaleEnd([])]).toEqual([800, 200, 1000, 200]);
  });
});

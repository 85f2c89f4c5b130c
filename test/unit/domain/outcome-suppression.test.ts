import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { contrastsOf, newContrastTally } from '#shared/domain/outcome-contrasts.ts';
import type { Counts } from '#shared/domain/statistics.ts';
import { estimate, estimatesOfParts } from '#shared/domain/statistics.ts';

const counts = (count: number, known: number, base = known): Counts => ({ count, known, base });

describe('suppression', () => {
  it('hides one to four who said otherwise: their cell is what is left of the known', () => {
    expect(estimate(counts(22, 25), 'answers')).toMatchObject({ suppressed: true, because: 'few' });
    expect(estimate(counts(20, 25), 'answers')).toMatchObject({ suppressed: false });
    expect(estimate(counts(25, 25), 'answers')).toMatchObject({ suppressed: false });
    expect(estimate(counts(22, 25))).toMatchObject({ suppressed: false });
  });

  it('hides a second country where one alone could be worked out from the whole', () => {
    const hidden = estimatesOfParts([counts(3, 9), counts(20, 40), counts(30, 60)], 'answers');
    expect(hidden.map(({ suppressed }) => suppressed)).toEqual([true, true, false]);
  });

  it('leaves two small countries hidden where their sum may be shown', () => {
    const parts = estimatesOfParts([counts(4, 10), counts(4, 12), counts(20, 40)], 'answers');
    expect(parts.map(({ suppressed }) => suppressed)).toEqual([true, true, false]);
  });

  it('hides nobody for a country in which nobody answered', () => {
    const parts = estimatesOfParts([counts(0, 0, 8), counts(20, 40), counts(30, 60)], 'answers');
    expect(parts).toMatchObject([{ because: 'nobody' }, { suppressed: false }, { suppressed: false }]);
  });

  const part = fc.tuple(fc.nat(12), fc.nat(30)).map(([yes, no]) => counts(yes, yes + no));

  it('never lets the hidden parts be worked out: what is left of the whole is shown nowhere as a small cell', () => {
    fc.assert(
      fc.property(fc.array(part, { minLength: 1, maxLength: 9 }), (parts) => {
        const whole = parts.reduce((sum, each) => counts(sum.count + each.count, sum.known + each.known), counts(0, 0));
        const estimates = estimatesOfParts(parts, 'answers');
        const open = estimates.flatMap((each) => (each.suppressed ? [] : [each]));
        const hidden = estimates.filter((each) => each.suppressed && each.because !== 'nobody').length;
        if (hidden === 0 || estimate(whole, 'answers').suppressed) return;
        const left = {
          yes: whole.count - open.reduce((sum, { count }) => sum + count, 0),
          known: whole.known - open.reduce((sum, { known }) => sum + known, 0),
        };
        expect(hidden).not.toBe(1 + (parts.length === 1 ? 0 : parts.length));
        if (open.length > 0) {
          expect(hidden).toBeGreaterThan(1);
          expect(left.yes).toBeGreaterThanOrEqual(5);
          expect(left.known - left.yes === 0 || left.known - left.yes >= 5).toBe(true);
        }
      }),
    );
  });

  it('shows among the groups no share by which a hidden group could be found', () => {
    const tally = newContrastTally();
    const groups = { female: [50, 40], male: [30, 20], other: [2, 6] } as const;
    for (const [group, [answered, silent]] of Object.entries(groups)) tally.sex.groups.set(group, { answered, silent });
    const found = contrastsOf(tally).filter(({ dimension }) => dimension === 'sex');
    expect(found.find(({ group }) => group === 'other')?.answered).toBeNull();
    const shares = found.map(({ answered }) => answered?.share ?? 0);
    expect(shares.reduce((sum, share) => sum + share, 0)).toBe(1000);
    expect(found.find(({ group }) => group === 'female')).toMatchObject({ answered: { count: 50, share: 625 } });
  });

  it('hides the last group where all others are hidden', () => {
    const tally = newContrastTally();
    tally.sex.groups.set('female', { answered: 40, silent: 20 });
    tally.sex.groups.set('male', { answered: 3, silent: 20 });
    const [female, male] = contrastsOf(tally);
    expect([female?.answered, male?.answered]).toEqual([null, null]);
    expect(female?.silent).toEqual({ count: 20, share: 500 });
  });
});

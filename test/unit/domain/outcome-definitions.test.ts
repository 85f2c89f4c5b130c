import { describe, expect, it } from 'vitest';
import { outcomeDefinitions, placementOf } from '#shared/domain/outcome-definitions.ts';
import type { OutcomeRow } from '#shared/domain/outcome-rows.ts';
import { asId } from '#shared/domain/ids.ts';
import type { CohortId, EnrolmentId } from '#shared/domain/ids.ts';
import { outcomes } from '#shared/domain/outcomes.ts';
import type { MainActivity } from '#shared/domain/people.ts';
import { activities } from '#shared/domain/people.ts';

const said: Readonly<Record<MainActivity, number>> = {
  'paid-employee': 20,
  'self-employed': 10,
  'stipend-volunteer': 8,
  'unpaid-volunteer': 22,
  'further-study': 7,
  'seeking-work': 15,
  'not-seeking': 9,
};

const rowsAt = (offsetMonths: number): readonly OutcomeRow[] =>
  activities.flatMap((activity) =>
    Array.from({ length: said[activity] + 1 }, (_, index) => ({
      enrolmentId: asId<EnrolmentId>(`${activity}${index}`),
      cohortId: asId<CohortId>('c'),
      cycle: '1',
      country: 'ZM',
      sex: 'female' as const,
      ageBand: '25-39' as const,
      awarded: true,
      // The last of each kind was not reached.
      waves: [
        {
          offsetMonths,
          lost: false,
          complete: index < said[activity],
          answers: index < said[activity] ? { activity } : {},
        },
      ],
    })),
  );

describe('placement by definition', () => {
  it('is derived four times from the same raw answers, and the unknown stay in every base', () => {
    const { placements } = outcomes(rowsAt(18), { cycle: '1', offsetMonths: 18 });
    expect(placements.programme).toMatchObject({ count: 30, known: 91, base: 98 });
    expect(placements.qs).toMatchObject({ count: 30, known: 45, base: 52 });
    expect(placements.nace).toMatchObject({ count: 67, known: 82, base: 89 });
    expect(placements.eqavet).toMatchObject({ count: 37, known: 91, base: 98 });
  });

  it('makes no EQAVET figure outside 12 to 36 months', () => {
    expect(outcomes(rowsAt(6), { cycle: '1', offsetMonths: 6 }).placements.eqavet).toMatchObject({
      suppressed: true,
      because: 'nobody',
    });
    expect([12, 36].map((month) => placementOf('eqavet', 'paid-employee', month))).toEqual(['yes', 'yes']);
    expect([11, 37].map((month) => placementOf('eqavet', 'paid-employee', month))).toEqual(['out', 'out']);
  });

  it('changes nothing but placement', () => {
    const [own, ...others] = outcomeDefinitions.map((definition) =>
      outcomes(rowsAt(18), { cycle: '1', offsetMonths: 18, definition }),
    );
    for (const other of others) {
      const { placement: _placement, ...rest } = other.indicators;
      expect(own?.indicators).toMatchObject(rest);
      expect(other.indicators.placement.definition.key).toBe(
        `outcomeDefinitions.${String(other.selection.definition)}.definition`,
      );
      expect(other.indicators.placement.estimate).toEqual(other.placements[other.selection.definition ?? 'programme']);
    }
  });
});

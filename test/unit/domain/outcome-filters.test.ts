import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { CohortId, EnrolmentId } from '#shared/domain/ids.ts';
import { asId } from '#shared/domain/ids.ts';
import type { OutcomeRow } from '#shared/domain/outcome-rows.ts';
import type { OutcomeSelection } from '#shared/domain/outcome-selection.ts';
import { outcomes } from '#shared/domain/outcomes.ts';
import type { Estimate } from '#shared/domain/statistics.ts';

const sexes = ['female', 'male', 'other'] as const;
const countries = ['ZM', 'MZ'] as const;
const baselines = ['unpaid-volunteer', 'stipend-volunteer', 'paid-employee'] as const;

type Cell = readonly [sex: number, country: number, baseline: number, yes: number, no: number];

/** So many people of a kind who said yes and no. */
const rowsOf = (cells: readonly Cell[]): readonly OutcomeRow[] =>
  cells.flatMap(([sex, country, baseline, yes, no], cell) =>
    Array.from({ length: yes + no }, (_, at): OutcomeRow => ({
      enrolmentId: asId<EnrolmentId>(`${cell}-${at}`),
      cohortId: asId<CohortId>('c'),
      cycle: '1',
      country: countries[country] ?? 'ZM',
      sex: sexes[sex] ?? 'other',
      ageBand: '25-39',
      baseline: baselines[baseline] ?? 'paid-employee',
      awarded: true,
      waves: [{ offsetMonths: 18, lost: false, complete: true, answers: { askedToLead: at < yes ? 'yes' : 'no' } }],
    })),
  );

const shown = (rows: readonly OutcomeRow[], more: Partial<OutcomeSelection> = {}): Estimate =>
  outcomes(rows, { cycle: '1', offsetMonths: 18, ...more }).indicators.askedToLead.estimate;

/** One to four people, some or all of whom are left when the shown figures are taken from the whole. */
const small = (whole: Estimate, parts: readonly Estimate[]): boolean => {
  if (whole.suppressed) return false;
  const open = parts.flatMap((part) => (part.suppressed ? [] : [part]));
  const known = whole.known - open.reduce((sum, part) => sum + part.known, 0);
  const count = whole.count - open.reduce((sum, part) => sum + part.count, 0);
  return [known, count, known - count].some((people) => people > 0 && people < 5);
};

const cells = fc.array(fc.tuple(fc.nat(2), fc.nat(1), fc.nat(2), fc.nat(14), fc.nat(14)), {
  minLength: 1,
  maxLength: 14,
});

describe('choosing one group after the other', () => {
  it('hides the only group beside one of under five, and says why', () => {
    const rows = rowsOf([
      [0, 0, 0, 40, 40],
      [1, 0, 0, 2, 1],
    ]);
    expect(shown(rows)).toMatchObject({ suppressed: false, known: 83 });
    expect(shown(rows, { sex: 'male' })).toMatchObject({ suppressed: true, because: 'few' });
    expect(shown(rows, { sex: 'female' })).toMatchObject({ suppressed: true, because: 'rest' });
  });

  it('shows what it showed where no small group is beside it', () => {
    const rows = rowsOf([
      [0, 0, 0, 40, 40],
      [1, 0, 0, 20, 10],
    ]);
    expect(shown(rows, { sex: 'female' })).toMatchObject({ suppressed: false, count: 40, known: 80 });
  });

  it('never leaves a small cell when the shown groups are taken from the whole', () => {
    fc.assert(
      fc.property(cells, (kinds) => {
        const rows = rowsOf(kinds);
        const bySex = sexes.map((sex) => shown(rows, { sex }));
        expect(small(shown(rows), bySex)).toBe(false);
        const byBaseline = baselines.map((baseline) => shown(rows, { baseline }));
        expect(small(shown(rows), byBaseline)).toBe(false);
        const volunteers = shown(rows, { baseline: 'volunteer' });
        expect(small(volunteers, byBaseline.slice(0, 2))).toBe(false);
        expect(small(shown(rows), [volunteers, ...byBaseline.slice(2)])).toBe(false);
      }),
    );
  });

  it('nor within a country, whether the country is chosen or stands in the table', () => {
    fc.assert(
      fc.property(cells, (kinds) => {
        const rows = rowsOf(kinds);
        for (const country of countries) {
          const inTable = (more: Partial<OutcomeSelection>): Estimate =>
            outcomes(rows, { cycle: '1', offsetMonths: 18, ...more }).byCountry.find((one) => one.country === country)
              ?.indicators.askedToLead.estimate ?? { suppressed: true, because: 'nobody', base: null };
          for (const look of [inTable, (more: Partial<OutcomeSelection>) => shown(rows, { ...more, country })])
            expect(
              small(
                look({}),
                sexes.map((sex) => look({ sex })),
              ),
            ).toBe(false);
        }
      }),
    );
  });
});

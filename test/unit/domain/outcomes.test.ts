import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { followUpStatuses } from '#shared/domain/follow-ups.ts';
import type { FollowUpAnswers } from '#shared/domain/follow-ups.ts';
import { asId } from '#shared/domain/ids.ts';
import type { CohortId, EnrolmentId } from '#shared/domain/ids.ts';
import { indicatorIds } from '#shared/domain/outcome-indicators.ts';
import type { OutcomeRow } from '#shared/domain/outcome-rows.ts';
import { ageBandOn, isEnrolledAtCensus } from '#shared/domain/outcome-rows.ts';
import { alumniTotals, cyclesOf } from '#shared/domain/outcome-cycles.ts';
import { outcomes } from '#shared/domain/outcomes.ts';
import type { OutcomeSelection } from '#shared/domain/outcome-selection.ts';
import { isSelected } from '#shared/domain/outcome-selection.ts';
import type { OutcomeFlow } from '#shared/domain/outcome-tally.ts';
import { addRow, newTally } from '#shared/domain/outcome-tally.ts';
import { activities } from '#shared/domain/people.ts';
import en from '../../../resources/locales/en/outcomes-domain.json' with { type: 'json' };

const row = (number: number, more: Partial<OutcomeRow> = {}): OutcomeRow => ({
  enrolmentId: asId<EnrolmentId>(`e${number}`),
  cohortId: asId<CohortId>('c'),
  cycle: '1',
  country: 'ZM',
  sex: 'female',
  ageBand: '25-39',
  awarded: true,
  overall: 650,
  waves: [],
  ...more,
});

const said = (answers: FollowUpAnswers | undefined, offsetMonths = 18) => ({
  offsetMonths,
  lost: false,
  complete: answers !== undefined,
  answers: answers ?? {},
});

const times = <T>(count: number, make: (index: number) => T): readonly T[] =>
  Array.from({ length: count }, (_, index) => make(index));

const selection = { cycle: '1', offsetMonths: 18 };

describe('the worked example', () => {
  const rows = [
    ...times(216, (n) => row(n, { waves: [said({ sameCommunity: 'yes' })] })),
    ...times(93, (n) => row(1000 + n, { waves: [said({ sameCommunity: 'no' })] })),
    ...times(183, (n) => row(2000 + n, { waves: [said(undefined)] })),
    ...times(61, (n) => row(3000 + n, { awarded: false })),
  ];

  it('gives completion, response and retention with interval and bounds', () => {
    const { flow, indicators } = outcomes(rows, selection);
    expect(flow).toMatchObject({ enrolled: 553, awarded: 492, lost: 0, followed: 492, responded: 309, known: 309 });
    expect(indicators.completion.estimate).toMatchObject({ share: 890 });
    expect(indicators.response.estimate).toMatchObject({ share: 628 });
    expect(indicators.sameCommunity.estimate).toMatchObject({
      count: 216,
      known: 309,
      base: 492,
      share: 699,
      interval: { low: 646, high: 747 },
      bounds: { low: 439, high: 811 },
    });
  });
});

describe('outcomes', () => {
  const volunteers = [
    ...times(10, (n) =>
      row(n, {
        baseline: 'unpaid-volunteer',
        waves: [said({ activity: 'paid-employee', becauseOfCourse: n < 5 ? 'yes' : 'unsure' })],
      }),
    ),
    ...times(5, (n) => row(100 + n, { baseline: 'stipend-volunteer', waves: [said({ activity: 'self-employed' })] })),
    ...times(7, (n) =>
      row(200 + n, { baseline: 'unpaid-volunteer', waves: [said({ activity: 'stipend-volunteer' })] }),
    ),
    ...times(8, (n) => row(300 + n, { baseline: 'unpaid-volunteer', waves: [said(undefined)] })),
    ...times(9, (n) => row(400 + n, { baseline: 'paid-employee', waves: [said({ activity: 'paid-employee' })] })),
    ...times(6, (n) => row(500 + n, { waves: [said({ activity: 'paid-employee' })] })),
  ];
  const { flow, indicators } = outcomes(volunteers, selection);

  it('counts volunteer → paid among volunteers whose activity is known, and stipends on their own line', () => {
    expect(indicators.volunteerToPaid.estimate).toMatchObject({ count: 15, known: 22, base: 30 });
    expect(indicators.unpaidToStipend.estimate).toMatchObject({ count: 7, known: 22, base: 30 });
  });

  it('takes the converted who were asked as the denominator of attribution, the unsure among them', () => {
    expect(indicators.attribution.estimate).toMatchObject({ count: 5, known: 10, base: 15 });
  });

  it('leaves out of volunteer → paid who has no baseline, and says how many they are', () => {
    expect(flow).toMatchObject({ volunteers: 30, baselineMissing: 6 });
  });

  it('takes the deceased and those who opted out from F, and the not yet due from neither', () => {
    const rows = [
      ...times(20, (n) => row(n, { waves: [said({ sameCommunity: 'yes' })] })),
      ...times(5, (n) => row(50 + n, { waves: [{ ...said({ sameCommunity: 'no' }), lost: true }] })),
      ...times(6, (n) => row(70 + n, { waves: [said({ sameCommunity: 'no' }, 6)] })),
    ];
    const report = outcomes(rows, selection);
    expect(report.flow).toMatchObject({ awarded: 31, notYetDue: 6, lost: 5, followed: 20, responded: 20 });
    expect(report.indicators.sameCommunity.estimate).toMatchObject({ count: 20, known: 20, base: 20 });
  });

  it('never pools waves or cycles', () => {
    const rows = [
      ...times(30, (n) => row(n, { waves: [said({ sameCommunity: 'yes' }), said({ sameCommunity: 'no' }, 24)] })),
      ...times(30, (n) => row(60 + n, { cycle: '2', waves: [said({ sameCommunity: 'no' })] })),
    ];
    expect(outcomes(rows, selection).indicators.sameCommunity.estimate).toMatchObject({
      count: 30,
      known: 30,
      base: 30,
    });
    expect(cyclesOf(rows)).toEqual([
      { cycle: '1', offsets: [18, 24], answered: [18, 24] },
      { cycle: '2', offsets: [18], answered: [18] },
    ]);
    expect(alumniTotals(rows)).toEqual({ alumni: 60, countries: 1 });
  });

  it('flags groups that answered over ten points more or less often', () => {
    const rows = [
      ...times(40, (n) =>
        row(n, {
          ageBand: n < 8 ? 'under-25' : '25-39',
          sex: n < 30 ? 'female' : 'male',
          waves: [said({ activity: 'seeking-work' })],
        }),
      ),
      ...times(20, (n) =>
        row(80 + n, {
          ageBand: n < 9 ? 'under-25' : '25-39',
          sex: n < 14 ? 'female' : 'male',
          waves: [said(undefined)],
        }),
      ),
    ];
    const { contrasts } = outcomes(rows, selection);
    expect(contrasts.find(({ group }) => group === 'under-25')).toEqual({
      dimension: 'age',
      group: 'under-25',
      answered: { count: 8, share: 200 },
      silent: { count: 9, share: 450 },
      difference: -250,
      flagged: true,
    });
    expect(contrasts.find(({ group }) => group === 'female')).toMatchObject({ difference: 50, flagged: false });
  });

  it('shows no group of one to four people', () => {
    const rows = [
      ...times(20, (n) => row(n, { country: n < 4 ? 'LS' : 'ZM', waves: [said({ activity: 'seeking-work' })] })),
      ...times(20, (n) => row(80 + n, { country: n < 9 ? 'LS' : 'ZM', waves: [said(undefined)] })),
    ];
    expect(outcomes(rows, selection).contrasts.find(({ group }) => group === 'LS')).toMatchObject({
      answered: null,
      difference: null,
      flagged: false,
    });
  });

  it('has a title and a definition for every indicator', () => {
    const words: Readonly<Record<string, unknown>> = en.outcomeIndicators;
    expect(indicatorIds.filter((id) => words[id] === undefined)).toEqual([]);
    expect(indicators.attribution.definition.key).toBe('outcomeIndicators.attribution.definition');
  });
});

describe('laws of the indicators', () => {
  const answers: fc.Arbitrary<FollowUpAnswers> = fc.record(
    {
      sameCommunity: fc.constantFrom('yes', 'no'),
      activity: fc.constantFrom(...activities),
      askedToLead: fc.constantFrom('yes', 'no'),
      becauseOfCourse: fc.constantFrom('yes', 'no', 'unsure'),
      promoted: fc.constantFrom('yes', 'no'),
    },
    { requiredKeys: [] },
  );
  const anyRow = fc
    .record({
      country: fc.constantFrom('ZM', 'LS', 'MZ'),
      sex: fc.constantFrom('female', 'male', 'not-said'),
      ageBand: fc.constantFrom('under-25', '25-39', '40-plus', 'unknown'),
      baseline: fc.constantFrom(...activities),
      awarded: fc.boolean(),
      status: fc.constantFrom(...followUpStatuses),
      answers,
    })
    .map(({ status, answers: given, awarded, ...rest }) =>
      row(0, {
        ...rest,
        awarded,
        waves: awarded
          ? [{ offsetMonths: 18, lost: status === 'deceased', complete: status === 'complete', answers: given }]
          : [],
      }),
    );
  const anyRows = fc.array(anyRow, { maxLength: 120 });

  it('gives the same report in any order', () => {
    fc.assert(
      fc.property(anyRows, (rows) => {
        expect(outcomes([...rows].reverse(), selection)).toEqual(outcomes(rows, selection));
      }),
    );
  });

  it('is partitioned by its filters', () => {
    fc.assert(
      fc.property(anyRows, (rows) => {
        const flowOf = (filter: Partial<OutcomeSelection>): OutcomeFlow => {
          const tally = newTally();
          for (const each of rows)
            if (isSelected(each, { ...selection, ...filter }))
              addRow(tally, each, { offsetMonths: selection.offsetMonths, definition: 'programme' });
          return tally.flow;
        };
        const flow = flowOf({});
        for (const filters of [
          ['ZM', 'LS', 'MZ'].map((country) => ({ country })),
          ['female', 'male', 'not-said'].map((sex) => ({ sex })),
          ['under-25', '25-39', '40-plus', 'unknown'].map((ageBand) => ({ ageBand })),
          activities.map((baseline) => ({ baseline })),
        ]) {
          const parts = (filters as readonly Partial<OutcomeSelection>[]).map(flowOf);
          for (const key of Object.keys(flow) as (keyof OutcomeFlow)[]) {
            expect(parts.reduce((sum, part) => sum + part[key], 0)).toBe(flow[key]);
          }
        }
      }),
      { numRuns: 40 },
    );
  });

  it('keeps every share within its interval and its bounds', () => {
    fc.assert(
      fc.property(anyRows, (rows) => {
        for (const { estimate } of Object.values(outcomes(rows, selection).indicators)) {
          if (estimate.suppressed) continue;
          expect(estimate.interval.low).toBeLessThanOrEqual(estimate.share);
          expect(estimate.interval.high).toBeGreaterThanOrEqual(estimate.share);
          expect(estimate.bounds.low).toBeLessThanOrEqual(estimate.share);
          expect(estimate.bounds.high).toBeGreaterThanOrEqual(estimate.share);
        }
        expect(outcomes(rows, selection).flow.followed ?? 0).toBeLessThanOrEqual(rows.length);
      }),
    );
  });

  it('widens the bounds with every unknown added and leaves the share alone', () => {
    const known = times(40, (n) => row(n, { waves: [said({ sameCommunity: n < 30 ? 'yes' : 'no' })] }));
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 60 }), (unknown) => {
        const more = [...known, ...times(unknown, (n) => row(100 + n, { waves: [said(undefined)] }))];
        const { estimate } = outcomes(more, selection).indicators.sameCommunity;
        expect(estimate).toMatchObject({ share: 750, known: 40, base: 40 + unknown });
        expect(estimate.suppressed ? 0 : estimate.bounds.high - estimate.bounds.low).toBeGreaterThan(0);
      }),
    );
  });
});

describe('rows', () => {
  it('takes the age on the first day of the cohort', () => {
    expect(ageBandOn('2000-05-02', '2025-05-01')).toBe('under-25');
    expect(ageBandOn('2000-05-01', '2025-05-01')).toBe('25-39');
    expect(ageBandOn('1985-05-01', '2025-05-01')).toBe('40-plus');
    expect(ageBandOn(undefined, '2025-05-01')).toBe('unknown');
  });

  it('counts as enrolled who was there on the census day, whatever came later', () => {
    const enrolment = { status: 'withdrawn', enrolledOn: '2025-01-10' } as const;
    expect(isEnrolledAtCensus({ ...enrolment, statusOn: '2025-03-01' }, '2025-02-05')).toBe(true);
    expect(isEnrolledAtCensus({ ...enrolment, statusOn: '2025-02-01' }, '2025-02-05')).toBe(false);
    expect(isEnrolledAtCensus({ status: 'active', enrolledOn: '2025-02-06' }, '2025-02-05')).toBe(false);
    expect(isEnrolledAtCensus({ status: 'waitlisted', enrolledOn: '2025-01-10' }, '2025-02-05')).toBe(false);
  });
});

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { beginAttempt, enterMark, enterOutcome, extendTo, lastAttempt } from '#shared/domain/cells.ts';
import type { Cell } from '#shared/domain/marks.ts';
import type { ResultInput } from '#shared/domain/module-results.ts';
import { moduleResult } from '#shared/domain/module-results.ts';
import type { Module, ProgrammeRules } from '#shared/domain/programmes.ts';
import type { ModuleNeed } from '#shared/domain/what-if.ts';
import { moduleNeed } from '#shared/domain/what-if.ts';
import {
  assignment,
  assignmentId,
  cellOf,
  criteriaOf,
  inputOf,
  moduleWith,
  programme,
  rules,
} from './sheet-builders.ts';

const today = '2026-06-10';
const module = moduleWith([assignment(1, 40, 60), assignment(2, 20, 40)]);

const needOf = (
  cells: Readonly<Record<string, Cell>>,
  change: Partial<ProgrammeRules> = {},
  due: Readonly<Record<string, string>> = {},
): ModuleNeed | undefined => moduleNeed(module, { ...inputOf([module], cells, change), cohort: { due } }, today);

const marksOf = (need: ModuleNeed | undefined) =>
  need?.ways.map((way) => way.map(({ assignment: { id }, attemptNumber, value }) => [id, attemptNumber, value]));

describe('what a module needs', () => {
  it('is nothing where it is passed in marks', () => {
    expect(needOf({ a1: cellOf(2400), a2: cellOf(1200) })).toBeUndefined();
  });

  it('is the mark that is missing on the assignment that has none', () => {
    // 60 × 20/40 = 30; 50 − 30 = 20 = 40 × m/20; the figure shown is rounded, so 9.98 is enough.
    expect(marksOf(needOf({ a1: cellOf(2000) }))).toEqual([[['a2', 1, 998]]]);
  });

  it('is any mark where the rest is enough', () => {
    expect(marksOf(needOf({ a1: cellOf(4000) }))).toEqual([[['a2', 1, 0]]]);
  });

  it('is the same share of each where nothing is marked, and no more on any than the others allow', () => {
    expect(marksOf(needOf({}))).toEqual([
      [
        ['a1', 1, 1998],
        ['a2', 1, 999],
      ],
    ]);
  });

  it('is one resubmission or another where everything is marked and below', () => {
    const need = needOf({ a1: cellOf(1800), a2: cellOf(900) }, { attemptPolicy: 'best' });
    // 18/40 and 9/20 are 45 %.
    expect(marksOf(need)).toEqual([[['a1', 2, 2130]], [['a2', 2, 1148]]]);
  });

  it('knows that a capped resubmission may not be enough alone', () => {
    const need = needOf({ a1: cellOf(1800), a2: cellOf(900) });
    expect(marksOf(need)).toEqual([
      [
        ['a1', 2, 1998],
        ['a2', 2, 999],
      ],
    ]);
    expect(needOf({ a1: cellOf(1800), a2: enterOutcome(undefined, 'NS') })).toMatchObject({
      ways: [[{ assignment: { id: 'a2' }, value: 1148 }]],
    });
  });

  it('adds the late penalty to what is needed, and says the days', () => {
    const late: Cell = { attempts: [{ state: 'received', received: '2026-05-03' }] };
    const need = needOf({ a1: cellOf(2000), a2: late }, {}, { a2: '2026-05-01' });
    expect(need?.ways[0]?.[0]).toMatchObject({ value: 1198, lateDays: 2, penalty: 200 });
  });

  it('counts a script that is not here as arriving today', () => {
    const need = needOf({ a1: cellOf(2000) }, {}, { a2: '2026-06-07' });
    expect(need?.ways[0]?.[0]).toMatchObject({ value: 1298, lateDays: 3, penalty: 300 });
  });

  it('says that it cannot be reached any more: attempts used up', () => {
    const begun = beginAttempt(cellOf(1000), rules);
    if (!begun.ok) throw new Error(begun.error.code);
    const twice = enterMark(begun.value, 1100, { today });
    const need = needOf({ a1: twice, a2: { attempts: [...cellOf(500).attempts, ...cellOf(500).attempts] } });
    expect(need).toMatchObject({ ways: [], noWay: 'attempts-used' });
  });

  it('says that it cannot be reached any more: the last late day is over and there is one attempt', () => {
    const need = needOf({ a1: cellOf(1000) }, { maxAttempts: 1 }, { a2: '2026-05-01' });
    expect(need).toMatchObject({ ways: [], noWay: 'too-late' });
    expect(marksOf(needOf({ a1: cellOf(2000) }, { maxAttempts: 2 }, { a2: '2026-05-01' }))).toEqual([[['a2', 2, 998]]]);
  });

  it('says that it cannot be reached any more: full marks are not enough', () => {
    expect(needOf({ a1: cellOf(0) }, { maxAttempts: 1 })).toMatchObject({ ways: [], noWay: 'full-marks' });
  });

  it('says that there is nothing to mark where everything is excused', () => {
    const ex = enterOutcome(undefined, 'EX');
    expect(needOf({ a1: ex, a2: ex })).toMatchObject({ ways: [], noWay: 'all-excused' });
  });

  it('needs only the answer where the mark under an open query is enough', () => {
    const need = needOf({ a1: enterOutcome(cellOf(2400), 'HOLD'), a2: cellOf(1200) });
    expect(need).toMatchObject({ ways: [], queries: [{ id: 'a1' }] });
    expect(need?.noWay).toBeUndefined();
  });

  it('needs a mark on what was extended', () => {
    const need = needOf({ a1: cellOf(2000), a2: extendTo(undefined, '2026-07-01') }, {}, { a2: '2026-05-01' });
    expect(need?.ways[0]?.[0]).toMatchObject({ value: 998, lateDays: 0 });
  });

  it('never asks for less than the must-pass criteria need, and names them', () => {
    const second = programme.modules[1];
    if (second === undefined) throw new Error('The default programme has six modules');
    const cells = { [assignmentId('m2-log')]: cellOf(2000) };
    const need = moduleNeed(second, inputOf([second], cells), today);
    expect(need?.ways[0]?.[0]).toMatchObject({ value: 664, criteria: [{ id: 'm2-essay-c3', mustPass: 500 }] });
    const low = {
      ...cells,
      [assignmentId('m2-essay')]: cellOf(3000, { criteria: criteriaOf({ 'm2-essay-c3': 400 }) }),
    };
    expect(moduleNeed(second, inputOf([second], low, { attemptPolicy: 'last' }), today)?.ways[0]?.[0]).toMatchObject({
      attemptNumber: 2,
      value: 664,
    });
    // Capped at the pass mark it takes the place of the better first one all the same: only it can meet the criterion.
    expect(moduleNeed(second, inputOf([second], low), today)?.ways[0]?.[0]).toMatchObject({
      attemptNumber: 2,
      value: 664,
      criteria: [{ id: 'm2-essay-c3' }],
    });
  });
});

const day = (offset: number): string => new Date(Date.UTC(2026, 5, 10 + offset)).toISOString().slice(0, 10);

const attempts = fc.array(
  fc.record({ share: fc.integer({ min: 0, max: 100 }), late: fc.integer({ min: -3, max: 8 }), wait: fc.boolean() }),
  { maxLength: 3 },
);

const arbitraryCell = (max: number): fc.Arbitrary<Cell | undefined> =>
  fc.option(
    fc
      .tuple(attempts, fc.option(fc.constantFrom('NS', 'EX', 'HOLD'), { nil: undefined, freq: 4 }), fc.boolean())
      .map(([drawn, outcome, lateOverride]): Cell => ({
        attempts: drawn.map(({ share, late, wait }, index) =>
          wait && index === drawn.length - 1
            ? { state: 'received', received: day(late) }
            : { state: 'marked', value: Math.floor((max * share) / 100), received: day(late - 20), returned: day(-15) },
        ),
        ...(outcome === undefined ? {} : { outcome }),
        ...(lateOverride ? { lateOverride } : {}),
      })),
    { nil: undefined },
  );

const arbitraryCase = fc
  .tuple(
    fc.array(fc.tuple(fc.integer({ min: 5, max: 60 }), fc.integer({ min: 1, max: 70 })), {
      minLength: 1,
      maxLength: 3,
    }),
    fc.record({
      passMark: fc.integer({ min: 3000, max: 8000 }),
      attemptPolicy: fc.constantFrom('last', 'best', 'best-capped'),
      maxAttempts: fc.integer({ min: 1, max: 3 }),
      latePenaltyPerDay: fc.constantFrom(0, 333, 500, 1000),
      lastLateDay: fc.integer({ min: 0, max: 5 }),
    }),
  )
  .chain(([sizes, change]) => {
    const works = sizes.map(([max, weight], index) => assignment(index + 1, max, weight));
    return fc
      .tuple(fc.tuple(...works.map(({ max }) => arbitraryCell(max))), fc.integer({ min: -25, max: 5 }))
      .map(([cells, due]) => {
        const drawn = moduleWith(works);
        const sheet = Object.fromEntries(
          works.flatMap(({ id }, at) => (cells[at] === undefined ? [] : [[id, cells[at]]])),
        );
        const input: ResultInput = {
          ...inputOf([drawn], sheet, change),
          cohort: { due: Object.fromEntries(works.map(({ id }) => [id, day(due)])) },
        };
        return { drawn, input };
      });
  });

const answer = (cell: Cell): Cell => {
  const { outcome, ...rest } = cell;
  return outcome === 'HOLD' ? rest : cell;
};

/** The sheet after these marks were keyed as a person keys them: attempts begun where one is needed, scripts received today. */
const keyed = (input: ResultInput, marks: readonly (readonly [string, number, number])[]): ResultInput => {
  const cells: Record<string, Cell> = Object.fromEntries(
    Object.entries(input.sheet?.cells ?? {}).map(([id, cell]) => [id, answer(cell)]),
  );
  for (const [id, number, value] of marks) {
    let cell: Cell = cells[id] ?? { attempts: [] };
    while (cell.attempts.length < number && lastAttempt(cell) !== undefined) {
      const marked = lastAttempt(cell)?.value === undefined ? enterMark(cell, 0, { today, received: today }) : cell;
      const begun = beginAttempt(marked, { maxAttempts: number });
      if (!begun.ok) throw new Error(begun.error.code);
      cell = begun.value;
    }
    if (number > 1 && cell.attempts.length === 0)
      cell = {
        ...enterMark(cell, 0, { today, received: today }),
        attempts: [{ state: 'marked', value: 0, received: today }, { state: 'awaited' }],
      };
    cells[id] = enterMark(cell, value, { today, received: today });
  }
  return { ...input, sheet: { cells } };
};

const passed = (drawn: Module, input: ResultInput): boolean => {
  const { final, missingPoints, failedCriteria } = moduleResult(drawn, input);
  return final !== undefined && missingPoints === 0 && failedCriteria.length === 0;
};

describe('the needed mark', () => {
  it('reaches the pass, and a hundredth less on any of its marks does not', () => {
    let seen = 0;
    fc.assert(
      fc.property(arbitraryCase, ({ drawn, input }) => {
        const need = moduleNeed(drawn, input, today);
        for (const way of need?.ways ?? []) {
          seen += 1;
          const marks = way.map(({ assignment: { id }, attemptNumber, value }) => [id, attemptNumber, value] as const);
          if (!passed(drawn, keyed(input, marks))) return false;
          for (const [place, [id, number, value]] of marks.entries()) {
            if (value > 0 && passed(drawn, keyed(input, marks.with(place, [id, number, value - 1])))) return false;
          }
        }
        return true;
      }),
      { numRuns: 1500, seed: 20261122 },
    );
    expect(seen).toBeGreaterThan(300);
  });

  it('is never hidden: where no way is named, full marks on everything still open do not pass', () => {
    fc.assert(
      fc.property(arbitraryCase, ({ drawn, input }) => {
        const need = moduleNeed(drawn, input, today);
        if (need?.noWay === undefined) return true;
        const { maxAttempts } = input.programme.rules;
        const open = drawn.assignments.flatMap(({ id, max }) => {
          const cell = input.sheet?.cells[id] ?? { attempts: [] };
          if (cell.outcome === 'EX') return [];
          const number = cell.attempts.length + (lastAttempt(cell)?.value === undefined ? 0 : 1);
          return number > maxAttempts ? [] : [[id, Math.max(1, number), max] as const];
        });
        return !passed(drawn, keyed(input, open));
      }),
      { numRuns: 800, seed: 7 },
    );
    expect(needOf({ a1: cellOf(0) }, { maxAttempts: 1 })?.noWay).toBe('full-marks');
  });
});

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { enterMark, enterOutcome } from '#shared/domain/cells.ts';
import type { Cell } from '#shared/domain/marks.ts';
import { learnerResult } from '#shared/domain/module-results.ts';
import type { Assignment, Module } from '#shared/domain/programmes.ts';
import { assignment, cellOf, inputOf, moduleWith, resultOf } from './sheet-builders.ts';

type Row = { readonly assignment: Assignment; readonly cell: Cell | undefined };

const keyed = fc.integer({ min: 1, max: 100 }).chain((max) =>
  fc.record({
    max: fc.constant(max),
    weight: fc.integer({ min: 1, max: 100 }),
    value: fc.integer({ min: 0, max: max * 100 }),
  }),
);

const cellFor = (value: number) =>
  fc.constantFrom<Cell | undefined>(
    undefined,
    cellOf(value),
    cellOf(value),
    cellOf(value),
    enterOutcome(undefined, 'NS'),
    enterOutcome(undefined, 'EX'),
    enterOutcome(cellOf(value), 'HOLD'),
  );

const rowsOf = (parts: readonly (readonly [{ max: number; weight: number }, Cell | undefined])[]): readonly Row[] =>
  parts.map(([{ max, weight }, cell], index) => ({ assignment: assignment(index, max, weight), cell }));

/** Modules of one to five assignments in any state. */
const anyRows = fc
  .array(
    keyed.chain((one) => cellFor(one.value).map((cell) => [one, cell] as const)),
    { minLength: 1, maxLength: 5 },
  )
  .map(rowsOf);
/** Modules in which every assignment has a mark. */
const markedRows = fc
  .array(
    keyed.map((one) => [one, cellOf(one.value)] as const),
    { minLength: 1, maxLength: 5 },
  )
  .map(rowsOf);

const cellsOf = (rows: readonly Row[]): Readonly<Record<string, Cell>> =>
  Object.fromEntries(rows.flatMap((row) => (row.cell === undefined ? [] : [[row.assignment.id, row.cell] as const])));

const compute = (rows: readonly Row[]) =>
  resultOf(
    rows.map((row) => row.assignment),
    cellsOf(rows),
  );
const figures = (rows: readonly Row[]) => {
  const { soFar, final } = compute(rows);
  return { soFar, final };
};

/** Σ w·value/max ÷ Σ w as a numerator over a denominator, written out anew with whole numbers. */
const exact = (rows: readonly Row[]): readonly [bigint, bigint] => {
  const product = rows.reduce((all, row) => all * BigInt(row.assignment.max), 1n);
  const sum = rows.reduce((all, row) => {
    const value = BigInt(row.cell?.outcome === undefined ? (row.cell?.attempts[0]?.value ?? 0) : 0);
    return all + (BigInt(row.assignment.weight) * value * product) / BigInt(row.assignment.max);
  }, 0n);
  return [sum, product * rows.reduce((all, row) => all + BigInt(row.assignment.weight), 0n)];
};
const tenths = ([n, d]: readonly [bigint, bigint]): number => Number((n * 2000n + d) / (2n * d));

describe('the laws of a module mark', () => {
  it('is the same however the weights are scaled', () => {
    fc.assert(
      fc.property(anyRows, fc.constantFrom(0.1, 0.5, 2, 3, 7.25, 1000), (rows, factor) => {
        const scaled = rows.map((row) => ({
          ...row,
          assignment: { ...row.assignment, weight: Number((row.assignment.weight * factor).toFixed(4)) },
        }));
        expect(figures(scaled)).toEqual(figures(rows));
      }),
    );
  });

  it('leaves EX out of both sums', () => {
    fc.assert(
      fc.property(anyRows, keyed, (rows, one) => {
        const excused: Row = {
          assignment: assignment(9, one.max, one.weight),
          cell: enterOutcome(cellOf(one.value), 'EX'),
        };
        expect(figures([...rows, excused])).toEqual(figures(rows));
      }),
    );
  });

  it('counts NS as 0 in the final mark and leaves it out so far', () => {
    fc.assert(
      fc.property(markedRows, keyed, (rows, one) => {
        const work = assignment(9, one.max, one.weight);
        const withNs = figures([...rows, { assignment: work, cell: enterOutcome(undefined, 'NS') }]);
        expect(withNs.soFar).toBe(figures(rows).soFar);
        expect(withNs.final).toBe(figures([...rows, { assignment: work, cell: cellOf(0) }]).final);
      }),
    );
  });

  it('does not depend on the order of the assignments', () => {
    fc.assert(
      fc.property(anyRows, (rows) => {
        expect(figures([...rows].reverse())).toEqual(figures(rows));
      }),
    );
  });

  it('does not depend on the order in which marks are entered', () => {
    fc.assert(
      fc.property(
        fc.shuffledSubarray([0, 1, 2, 3], { minLength: 4 }),
        fc.array(fc.nat(1000), { minLength: 4, maxLength: 4 }),
        fc.nat(1000),
        (order, values, slip) => {
          const works = [10, 10, 20, 50].map((max, index) => assignment(index, max, index + 1));
          const enter = (indexes: readonly number[]) => {
            const cells: Record<string, Cell> = {};
            for (const index of indexes) {
              const id = works[index]?.id ?? '';
              cells[id] = enterMark(enterMark(cells[id], slip, { today: '2026-05-20' }), values[index] ?? 0, {
                today: '2026-05-20',
              });
            }
            return resultOf(works, cells);
          };
          expect(enter(order).final).toBe(enter([0, 1, 2, 3]).final);
        },
      ),
    );
  });

  it('has so far equal to final when everything has a mark', () => {
    fc.assert(
      fc.property(markedRows, (rows) => {
        const { soFar, final } = compute(rows);
        expect(final).toBeDefined();
        expect(soFar).toBe(final);
      }),
    );
  });

  it('never falls when a mark rises', () => {
    fc.assert(
      fc.property(markedRows, fc.nat(4), fc.nat(10_000), (rows, which, more) => {
        const index = which % rows.length;
        const raised = rows.map((row, position) => {
          const value = Math.min(row.assignment.max, (row.cell?.attempts[0]?.value ?? 0) + more);
          return position === index ? { ...row, cell: cellOf(value) } : row;
        });
        expect(compute(raised).final).toBeGreaterThanOrEqual(compute(rows).final ?? Number.NaN);
      }),
    );
  });

  it('equals an exact computation that rounds once, half up', () => {
    fc.assert(
      fc.property(markedRows, (rows) => {
        expect(compute(rows).final).toBe(tenths(exact(rows)));
      }),
    );
  });

  it('has no final mark while anything is awaited, held or extended', () => {
    const works = [assignment(1, 40, 60), assignment(2, 20, 40)];
    const cells = [
      undefined,
      enterOutcome(cellOf(1000), 'HOLD'),
      { attempts: [], outcome: 'DEF', extendedTo: '2026-06-08' } as const,
    ];
    for (const cell of cells) {
      const result = resultOf(works, { a1: cellOf(0), ...(cell === undefined ? {} : { a2: cell }) });
      expect(result).toMatchObject({ soFar: 0, verdict: 'open' });
      expect(result.final).toBeUndefined();
    }
  });

  it('has neither mark where everything is excused or nothing has weight', () => {
    const none = { soFar: undefined, final: undefined };
    expect(figures([{ assignment: assignment(1, 10, 5), cell: enterOutcome(undefined, 'EX') }])).toEqual(none);
    expect(figures([{ assignment: assignment(1, 10, 0), cell: cellOf(500) }])).toEqual(none);
  });
});

const finished = (
  values: Readonly<Record<string, number>>,
  weight = 1,
): { readonly modules: readonly Module[]; readonly cells: Readonly<Record<string, Cell>> } => ({
  modules: Object.keys(values).map((_, index) => ({
    ...moduleWith([{ ...assignment(index, 300, 1), id: assignment(index, 1, 1).id }], index + 1),
    weight,
  })),
  cells: Object.fromEntries(Object.values(values).map((value, index) => [`a${index}`, cellOf(value)])),
});

describe('the overall', () => {
  it('equals an exact computation over the exact module results', () => {
    fc.assert(
      fc.property(
        fc.array(fc.tuple(markedRows, fc.integer({ min: 1, max: 20 })), { minLength: 1, maxLength: 6 }),
        (drafts) => {
          const parts = drafts.map(([rows, weight], number) => ({
            weight,
            rows: rows.map((row, index) => ({
              ...row,
              assignment: { ...row.assignment, id: assignment(number * 10 + index, 1, 1).id },
            })),
          }));
          const modules = parts.map(({ weight, rows }, index) => ({
            ...moduleWith(
              rows.map((row) => row.assignment),
              index + 1,
            ),
            weight,
          }));
          const result = learnerResult(inputOf(modules, cellsOf(parts.flatMap(({ rows }) => rows))));
          const weights = parts.reduce((sum, { weight }) => sum + BigInt(weight), 0n);
          const [n, d] = parts.reduce<readonly [bigint, bigint]>(
            ([sum, under], { weight, rows }) => {
              const [a, b] = exact(rows);
              return [sum * b + BigInt(weight) * a * under, under * b];
            },
            [0n, 1n],
          );
          expect(result.overall).toBe(tenths([n, d * weights]));
          expect(result.soFar).toBe(result.overall);
        },
      ),
    );
  });

  it('is not what rounding the modules first would give', () => {
    // 150.14, 150.14 and 150.17 of 300 show 50.0, 50.0 and 50.1: the mean of these shows 50.0, the exact mean 50.05 shows 50.1.
    const differs = finished({ a: 15014, b: 15014, c: 15017 });
    const once = learnerResult(inputOf(differs.modules, differs.cells));
    expect(once.modules.map((one) => one.final)).toEqual([500, 500, 501]);
    const twice = Math.floor(once.modules.reduce((sum, one) => sum + (one.final ?? 0), 0) / 3 + 0.5);
    expect(twice).toBe(500);
    expect(once.overall).toBe(501);
  });

  it('is absent while a module is open, and so far covers the modules begun', () => {
    const { modules, cells } = finished({ a: 15000, b: 30000 });
    const result = learnerResult(inputOf(modules, { a0: cells['a0'] ?? cellOf(0) }));
    expect(result.overall).toBeUndefined();
    expect(result.soFar).toBe(500);
  });

  it('covers so far what has a mark in a module that is still open', () => {
    const module = moduleWith([assignment(1, 40, 60), assignment(2, 20, 40)]);
    const result = learnerResult(inputOf([module], { a1: cellOf(3000) }));
    expect(result).toMatchObject({ soFar: 750 });
    expect(result.overall).toBeUndefined();
  });
});

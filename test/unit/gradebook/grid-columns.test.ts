import { describe, expect, it } from 'vitest';
import { foldToFit, planColumns } from '#renderer/features/gradebook/grid-columns.ts';
import type { AssignmentId, ModuleId } from '#shared/domain/ids.ts';
import { asId } from '#shared/domain/ids.ts';
import type { Module } from '#shared/domain/programmes.ts';

const moduleOf = (number: number): Module => ({
  id: asId<ModuleId>(`m${number}`),
  number,
  title: { en: `Module ${number}` },
  weight: 1,
  sessions: 4,
  hoursPerSession: 5,
  needsSignOff: false,
  assignments: ['essay', 'log'].map((name) => ({
    id: asId<AssignmentId>(`m${number}-${name}`),
    title: { en: name },
    max: 4000,
    weight: 50,
    criteria: [],
  })),
});
const modules = [1, 2, 3, 4, 5, 6].map(moduleOf);

describe('the columns of the grid', () => {
  it('gives a module its assignments, both figures, and the cohort one overall', () => {
    const { columns, groups } = planColumns(modules, new Set(), 0);
    expect(columns.slice(0, 4).map(({ kind }) => kind)).toEqual(['assignment', 'assignment', 'so-far', 'final']);
    expect(columns).toHaveLength(25);
    expect(groups[1]).toMatchObject({ from: 4, count: 4 });
  });

  it('folds a module to its final figure', () => {
    const { columns, groups } = planColumns(modules, new Set([asId<ModuleId>('m1')]), 0);
    expect(columns[0]).toMatchObject({ kind: 'final', first: true });
    expect(groups[0]).toMatchObject({ folded: true, count: 1 });
  });

  it('folds the modules with the least to do until the grid fits, and never all of them', () => {
    const urgency = (module: Module): number => (module.number === 2 ? 9 : module.number === 3 ? 8 : 0);
    const folded = foldToFit(modules, 1298, urgency);
    expect(planColumns(modules, folded, 1298).width).toBeLessThanOrEqual(1298);
    expect(folded.has(asId<ModuleId>('m2'))).toBe(false);
    expect(folded.has(asId<ModuleId>('m3'))).toBe(false);
    expect(foldToFit(modules, 100, urgency).size).toBe(5);
  });
});

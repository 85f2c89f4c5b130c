import { describe, expect, it } from 'vitest';
import { attemptsByModule, criterionResults } from '#shared/domain/criterion-results.ts';
import type { MarkSheet } from '#shared/domain/marks.ts';
import type { ProgrammeVersion } from '#shared/domain/programmes.ts';
import { programme as base } from './sheet-builders.ts';

const criterion = (id: string, title: string, max: number) => ({ id, title: { en: title }, max });

/** Two modules whose rubrics share a criterion. */
const programme = {
  ...base,
  modules: base.modules.slice(0, 2).map((module, at) => ({
    ...module,
    assignments: module.assignments.slice(0, 1).map((assignment) => ({
      ...assignment,
      criteria: [
        criterion(`reflect-${at}`, at === 0 ? 'Reflection' : 'réflection', 1000),
        criterion(`own-${at}`, `Own ${at}`, 500),
      ],
    })),
  })),
} as unknown as ProgrammeVersion;

const [first, second] = programme.modules.map((module) => module.assignments[0]?.id ?? '');

const sheet = {
  cells: {
    [first ?? '']: {
      attempts: [
        { state: 'released', value: 400, criteria: { 'reflect-0': 300, 'own-0': 100 } },
        { state: 'released', value: 1100, criteria: { 'reflect-0': 800, 'own-0': 300 } },
      ],
    },
    [second ?? '']: { attempts: [{ state: 'released', value: 650, criteria: { 'reflect-1': 650 } }] },
  },
} as unknown as Pick<MarkSheet, 'cells'>;

const input = { programme, cohort: { due: {} } };

describe('what a statement of results says beside the modules', () => {
  it('sums a criterion over the modules that have it, in the attempts that count', () => {
    expect(criterionResults(sheet, input)).toEqual([
      { title: { en: 'Reflection' }, modules: [1, 2], reached: 1450, max: 2000 },
      { title: { en: 'Own 0' }, modules: [1], reached: 300, max: 500 },
    ]);
  });

  it('says which attempt counted, and nothing of modules without a mark', () => {
    expect([...attemptsByModule(sheet, input)]).toEqual([
      [1, 2],
      [2, 1],
    ]);
    expect(attemptsByModule({ cells: {} }, input).size).toBe(0);
  });
});

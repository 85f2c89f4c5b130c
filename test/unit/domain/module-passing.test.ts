import { describe, expect, it } from 'vitest';
import { enterOutcome } from '#shared/domain/cells.ts';
import type { Cell } from '#shared/domain/marks.ts';
import { learnerResult } from '#shared/domain/module-results.ts';
import { assignment, cellOf, criteriaOf, moduleId, moduleOf, programme, resultOf } from './sheet-builders.ts';

describe('passing', () => {
  const input = (cells: Readonly<Record<string, Cell>>, signedOff = {}) => ({
    programme,
    cohort: { due: {} },
    sheet: { cells },
    enrolment: { signedOff },
  });

  it('computes the module of the drawing: so far 67.5, final 40.5, 9.5 points missing', () => {
    const result = moduleOf(
      learnerResult(input({ 'm2-essay': cellOf(2700), 'm2-log': enterOutcome(undefined, 'NS') })),
      2,
    );
    expect(result).toMatchObject({ soFar: 675, final: 405, verdict: 'below', missingPoints: 950 });
  });

  it('compares the figure shown: 49.95 % shows 50.0 and has passed', () => {
    const work = [assignment(1, 100, 1)];
    expect(resultOf(work, { a1: cellOf(4995) })).toMatchObject({ final: 500, verdict: 'passed', missingPoints: 0 });
    expect(resultOf(work, { a1: cellOf(4994) })).toMatchObject({ final: 499, verdict: 'below', missingPoints: 10 });
  });

  it('needs the least mark of a must-pass criterion, whatever the total', () => {
    const essay = (criteria: Readonly<Record<string, number>>) => ({
      'm2-essay': cellOf(3000, { criteria: criteriaOf(criteria) }),
      'm2-log': cellOf(1500),
    });
    expect(moduleOf(learnerResult(input(essay({ 'm2-essay-c3': 499 }))), 2)).toMatchObject({
      final: 750,
      verdict: 'criterion',
      failedCriteria: [{ mark: 499 }],
    });
    expect(moduleOf(learnerResult(input(essay({ 'm2-essay-c3': 500 }))), 2)).toMatchObject({
      verdict: 'passed',
      failedCriteria: [],
    });
  });

  it('lets a total without criterion marks stand and says that the criterion was not checked', () => {
    const result = moduleOf(learnerResult(input({ 'm2-essay': cellOf(3000), 'm2-log': cellOf(1500) })), 2);
    expect(result).toMatchObject({ verdict: 'passed', uncheckedCriteria: [{ criterion: { id: 'm2-essay-c3' } }] });
  });

  it('needs the sign-off of module 6', () => {
    const cells = { 'm6-essay': cellOf(3000), 'm6-log': cellOf(1500) };
    expect(moduleOf(learnerResult(input(cells)), 6).verdict).toBe('sign-off');
    expect(moduleOf(learnerResult(input(cells, { [moduleId('m6')]: '2026-06-01' })), 6).verdict).toBe('passed');
  });

  it('keeps the final open while a resubmission waits for its mark', () => {
    const waiting: Cell = { attempts: [...cellOf(1600).attempts, { state: 'received', received: '2026-06-01' }] };
    expect(moduleOf(learnerResult(input({ 'm1-essay': waiting, 'm1-log': cellOf(1500) })), 1)).toMatchObject({
      soFar: 540,
      verdict: 'open',
    });
  });

  it('gives a resubmission capped at the pass mark exactly the pass mark', () => {
    const capped: Cell = {
      attempts: [...cellOf(1600).attempts, { state: 'marked', value: 3900, received: '2026-06-01' }],
    };
    expect(moduleOf(learnerResult(input({ 'm1-essay': capped, 'm1-log': cellOf(1000) })), 1)).toMatchObject({
      final: 500,
      verdict: 'passed',
    });
  });
});

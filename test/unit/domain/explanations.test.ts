import { describe, expect, it } from 'vitest';
import { enterOutcome } from '#shared/domain/cells.ts';
import type { Explanation } from '#shared/domain/explanations.ts';
import { explainModule, explainOverall } from '#shared/domain/explanations.ts';
import type { Language } from '#shared/domain/languages.ts';
import type { Cell } from '#shared/domain/marks.ts';
import { learnerResult } from '#shared/domain/module-results.ts';
import type { Assignment } from '#shared/domain/programmes.ts';
import { assignment, cellOf, criteriaOf, moduleOf, programme, resultOf, rules, words } from './sheet-builders.ts';

const sentences = (explanation: Explanation, language: Language = 'en'): readonly string[] =>
  explanation.sentences.map(({ strong, text }) =>
    [...(strong === undefined ? [] : [`[${words(strong, language)}]`]), words(text, language)].join(' '),
  );

const lines = (explanation: Explanation, language: Language = 'en'): readonly string[] =>
  explanation.lines.map(
    ({ label, sum }) => words(label, language) + (sum === undefined ? '' : ` | ${words(sum, language)}`),
  );

const learner = (cells: Readonly<Record<string, Cell>>, due = {}) =>
  learnerResult({ programme, cohort: { due }, sheet: { cells } });
const module2 = {
  'm2-essay': cellOf(2700, { criteria: criteriaOf({ 'm2-essay-c3': 600 }) }),
  'm2-log': enterOutcome(undefined, 'NS'),
};
const explain = (works: readonly Assignment[], cells: Readonly<Record<string, Cell>>) =>
  explainModule(resultOf(works, cells), rules, 'en');

describe('the sum in words', () => {
  it('says what the drawing of the marks says, in English', () => {
    const explanation = explainModule(moduleOf(learner(module2), 2), rules, 'en');
    expect(explanation).toMatchObject({ result: 405, verdict: 'below' });
    expect(words(explanation.title)).toBe('Module 2, final');
    expect(lines(explanation)).toEqual(['Essay: 27 of 40 | 67.5 % × 60', 'Log: not submitted | 0 % × 40']);
    expect(sentences(explanation)).toEqual([
      '[So far 67.5 %] only items with a mark count.',
      '[Final 40.5 %] NS counts 0, so (60 × 67.5 + 40 × 0) ÷ 100.',
      'The pass mark is 50 %; 9.5 points are missing.',
    ]);
  });

  it('says it in French', () => {
    const explanation = explainModule(moduleOf(learner(module2), 2), rules, 'fr');
    expect(words(explanation.title, 'fr')).toBe('Module 2, note finale');
    expect(lines(explanation, 'fr')).toEqual(['Exposé : 27 sur 40 | 67,5 % × 60', 'Journal : non remis | 0 % × 40']);
    expect(sentences(explanation, 'fr')).toEqual([
      '[Actuel 67,5 %] seuls comptent les travaux notés.',
      '[Final 40,5 %] NR compte 0, donc (60 × 67,5 + 40 × 0) ÷ 100.',
      'La note de passage est 50 % ; il manque 9,5 points.',
    ]);
  });

  it('says that EX is left out and that weights other than 100 are normalised', () => {
    const explanation = explain([assignment(1, 40, 60), assignment(2, 20, 30)], {
      a1: cellOf(3000),
      a2: enterOutcome(undefined, 'EX'),
    });
    expect(lines(explanation)).toEqual(['Work 1: 30 of 40 | 75 % × 60', 'Work 2: excused, left out']);
    expect(sentences(explanation)).toContain('[Final 75 %] EX is left out of both sums, so (60 × 75) ÷ 60.');
    expect(sentences(explanation)).toContain('The weights 60 and 30 are normalised: each counts as its share of 90.');
    expect(sentences(explanation)).toContain('The pass mark is 50 %; it is reached.');
  });

  it('says what a late penalty took and which attempt was capped', () => {
    const cells: Record<string, Cell> = {
      'm1-essay': cellOf(2850, { received: '2026-05-03' }),
      'm1-log': { attempts: [...cellOf(600).attempts, { state: 'marked', value: 1600, received: '2026-06-01' }] },
    };
    const explanation = explainModule(moduleOf(learner(cells, { 'm1-essay': '2026-05-01' }), 1), rules, 'en');
    expect(sentences(explanation)).toContain('Essay: 28.5 less 4 for 2 days late, 5 % of 40 a day.');
    expect(sentences(explanation)).toContain('Log: attempt 2 is capped at the pass mark of 50 % and counts 10.');
  });

  it('says why there is no final mark yet', () => {
    const explanation = explainModule(moduleOf(learner({ 'm3-essay': cellOf(3000) }), 3), rules, 'en');
    expect(explanation.result).toBeUndefined();
    expect(sentences(explanation)).toEqual([
      '[So far 75 %] only items with a mark count.',
      '[No final mark yet] something is still open.',
      'Log of module 3 not received yet.',
    ]);
  });

  it('says which must-pass criterion failed or was never keyed', () => {
    const of = (criteria: Cell['attempts'][number]['criteria']) =>
      sentences(
        explainModule(
          moduleOf(
            learner({ 'm2-essay': cellOf(3000, criteria === undefined ? {} : { criteria }), 'm2-log': cellOf(1500) }),
            2,
          ),
          rules,
          'en',
        ),
      );
    expect(of(criteriaOf({ 'm2-essay-c3': 450 }))).toContain(
      'The criterion “Protects the child” needs at least 5 and has 4.5.',
    );
    expect(of(undefined)).toContain(
      'The criterion “Protects the child” was not keyed, so its least mark of 5 could not be checked.',
    );
  });

  it('explains the overall from its modules', () => {
    const all = Object.fromEntries(
      programme.modules.flatMap((module) =>
        module.assignments.map((work) => [work.id, cellOf(work.max / 2 + module.number * 100)] as const),
      ),
    );
    const explanation = explainOverall(learner(all), 'en');
    expect(lines(explanation)[0]).toBe('Module 1: Personal and Professional Development | 53.5 % × 1');
    expect(sentences(explanation)).toEqual([
      '[Overall 62.3 %] from the exact module results by their weights (together 6), rounded once.',
    ]);
    expect(sentences(explainOverall(learner({}), 'en'))).toEqual([
      '[No overall mark yet] modules 1, 2, 3, 4, 5 and 6 have no final mark.',
    ]);
  });
});

import { describe, expect, it } from 'vitest';
import { compareSample, findingsOf } from '#shared/domain/moderation-comparison.ts';
import { defaultModerationRules as rules } from '#shared/domain/moderation-rules.ts';
import { markerStatistics } from '#shared/domain/moderation-statistics.ts';
import type { Moderation } from '#shared/domain/moderation.ts';
import type { Paper } from '#shared/domain/paper.ts';
import { signOffPaper } from '#shared/domain/papers/sign-off.ts';
import { ids, moduleWith, programme, words } from '../domain/sheet-builders.ts';
import { enrolment, essay, script } from './builders.ts';

const scripts = [script(0, 1950), script(1, 3150)];
const names = new Map([
  [enrolment(0), 'Chipo Nyambe'],
  [enrolment(1), 'Tšepiso Mokoena'],
]);
const second = (first: number, value: number) => ({ first, value, by: 'M. Moderator', on: '2026-05-20' });

const paperOf = (change: Partial<Moderation>, language: 'en' | 'fr' = 'en'): Paper => {
  const moderation: Moderation = {
    id: 'cohort-1:a1',
    cohortId: ids.cohort,
    assignmentId: essay.id,
    seed: 48_213,
    scripts: 2,
    drawnOn: '2026-05-19',
    drawnBy: 'N. Dlamini (demonstration)',
    sample: [
      { enrolmentId: enrolment(0), reasons: ['below-pass', 'near-pass'] },
      { enrolmentId: enrolment(1), reasons: ['highest'] },
    ],
    seconds: {},
    ...change,
  };
  const comparisons = compareSample(moderation, scripts, essay.max, rules);
  return signOffPaper(
    {
      cohort: { code: 'LSK-1', name: 'Lusaka' },
      programme,
      module: moduleWith([essay]),
      assignment: essay,
      moderation,
      comparisons,
      findings: findingsOf(comparisons, essay.max, rules),
      statistics: markerStatistics({ scripts, comparisons, max: essay.max, passMark: 5000 }),
      rules,
      passMark: 5000,
      names,
      on: '2026-05-20',
    },
    { language, say: (text) => words(text, language) },
  );
};

const textOf = (paper: Paper): string => JSON.stringify(paper.blocks);
const both = { [enrolment(0)]: second(1950, 2000), [enrolment(1)]: second(3150, 3100) };

describe('the sign-off sheet', () => {
  it('taken along for second marking tells no first mark and nothing that gives one away', () => {
    const text = textOf(paperOf({ seconds: { [enrolment(0)]: second(1950, 2000) } }));
    expect(text).toContain('Tšepiso Mokoena');
    expect(text).not.toContain('31.5');
    expect(text).not.toContain('highest mark"');
    expect(text).not.toContain('"bars"');
    expect(text).toContain('19.5');
  });

  it('has the seed, both marks with the reasons, the verdict, the statistics and lines to sign on', () => {
    const paper = paperOf({
      seconds: both,
      verdict: { kind: 'accepted', by: 'M. Moderator', on: '2026-05-21', note: 'Good work' },
    });
    const text = textOf(paper);
    for (const part of ['48213', '31.5', '+0.5', '−0.5', 'below the pass mark, near the pass mark', 'Good work'])
      expect(text).toContain(part);
    expect(text).toContain('accepted on 21 May 2026 by M. Moderator');
    expect(paper.blocks.map(({ kind }) => kind)).toEqual(
      expect.arrayContaining(['facts', 'table', 'bars', 'signatures']),
    );
    expect(paper.number).toBe('Page {{page}} of {{pages}}');
  });

  it('is in French with decimal commas', () => {
    const text = textOf(paperOf({ seconds: both }, 'fr'));
    expect(text).toContain('31,5');
    expect(text).toContain('sous la note de passage');
    expect(text).not.toContain('moderation.');
  });
});

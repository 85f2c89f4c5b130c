import { describe, expect, it } from 'vitest';
import { asId } from '#shared/domain/ids.ts';
import type { CohortId, EnrolmentId } from '#shared/domain/ids.ts';
import { compareWaves } from '#shared/domain/outcome-comparison.ts';
import { answerIndicatorIds } from '#shared/domain/outcome-indicators.ts';
import type { OutcomeRow } from '#shared/domain/outcome-rows.ts';
import { outcomes } from '#shared/domain/outcomes.ts';
import { outcomeBrief } from '#shared/domain/papers/outcome-brief.ts';
import { outcomePaperLanguages } from '#shared/domain/papers/outcome-paper.ts';
import { outcomeReportPaper } from '#shared/domain/papers/outcome-report.ts';
import { outcomePaperWords } from '#shared/i18n/outcome-paper-words.ts';
import en from '../../../../resources/outcome-papers/en.json' with { type: 'json' };
import fr from '../../../../resources/outcome-papers/fr.json' with { type: 'json' };
import pt from '../../../../resources/outcome-papers/pt.json' with { type: 'json' };
import sw from '../../../../resources/outcome-papers/sw.json' with { type: 'json' };

const rows: readonly OutcomeRow[] = Array.from({ length: 120 }, (_, index) => ({
  enrolmentId: asId<EnrolmentId>(`e${index}`),
  cohortId: asId<CohortId>('c'),
  cycle: '3',
  country: index % 3 === 0 ? 'MZ' : 'KE',
  sex: index % 2 === 0 ? ('female' as const) : ('male' as const),
  ageBand: '25-39' as const,
  ...(index === 7 ? {} : { baseline: 'unpaid-volunteer' as const }),
  awarded: index < 110,
  overall: 640,
  waves:
    index < 110
      ? [18, 24].map((offsetMonths) => ({
          offsetMonths,
          lost: false,
          complete: index % 4 !== 0,
          answers:
            index % 4 === 0
              ? {}
              : {
                  activity: index % 5 < 2 ? ('paid-employee' as const) : ('unpaid-volunteer' as const),
                  sameCommunity: index % 5 === 0 ? ('no' as const) : ('yes' as const),
                },
        }))
      : [],
}));

const sections = [18, 24].map((offsetMonths) => ({
  ids: answerIndicatorIds,
  report: outcomes(rows, { cycle: '3', offsetMonths, country: 'KE', sex: 'female' }),
}));
const input = { workspace: 'Test', demonstration: true, cohort: 'KE-1', sections, on: '2026-05-25' };

const leaves = (tree: object, path = ''): readonly (readonly [string, string])[] =>
  Object.entries(tree).flatMap(([key, value]: [string, unknown]) =>
    typeof value === 'string' ? [[`${path}${key}`, value] as const] : leaves(value as object, `${path}${key}.`),
  );
const base = (key: string): string => key.replace(/_(one|many|other)$/, '');
const placeholders = (text: string): string =>
  [...text.matchAll(/{{(\w+)}}/g)]
    .map((match) => match[1])
    .sort()
    .join();

describe('the words of the outcome papers', () => {
  it.each([
    ['fr', fr],
    ['pt', pt],
    ['sw', sw],
  ])('say in %s what the English say, with the same placeholders', (language, texts) => {
    const english = new Map(leaves(en).map(([key, text]) => [base(key), text]));
    const own = new Map(leaves(texts).map(([key, text]) => [base(key), text]));
    expect([...own.keys()].sort()).toEqual([...english.keys()].sort());
    for (const [key, text] of own)
      expect([key, placeholders(text)]).toEqual([key, placeholders(english.get(key) ?? '')]);
    const forms = new Intl.PluralRules(language === 'pt' ? 'pt-PT' : language).resolvedOptions().pluralCategories;
    const keys = new Set(leaves(texts).map(([key]) => key));
    const plurals = [...keys].filter((key) => key.endsWith('_other')).map(base);
    expect(plurals.flatMap((key) => forms.filter((form) => !keys.has(`${key}_${form}`)))).toEqual([]);
  });
});

describe.each(outcomePaperLanguages)('the outcome papers in %s', (language) => {
  const words = outcomePaperWords(language);
  const brief = outcomeBrief(input, words);
  const report = outcomeReportPaper({ ...input, comparison: compareWaves(rows, { cycle: '3' }, [18, 24]) }, words);

  it('have every word, and the pattern of the page numbers', () => {
    const text = JSON.stringify([brief, report]);
    expect(text).not.toMatch(/"(?:whom|flow|indicators|placement|contrast|heading|column)\.[\w.-]+"/);
    expect(brief.number).toContain('{{page}}');
    expect(text.replaceAll('{{page}}', '').replaceAll('{{pages}}', '')).not.toContain('{{');
  });

  it('say whom they are about, that the people are invented, and hide small cells', () => {
    expect(brief.head.right).toContain('KE-1');
    expect(JSON.stringify(brief.blocks[0])).toContain(words.say('demonstration'));
    expect(brief.onePage).toBe(true);
    expect(JSON.stringify(report.blocks)).toContain(words.say('few'));
  });
});

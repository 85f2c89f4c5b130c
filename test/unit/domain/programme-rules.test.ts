import { describe, expect, it } from 'vitest';
import { eligibility } from '#shared/domain/eligibility.ts';
import { effectiveMark } from '#shared/domain/effective-marks.ts';
import { learnerResult } from '#shared/domain/module-results.ts';
import { defaultModerationRules, moderationRulesOf } from '#shared/domain/moderation-rules.ts';
import { moduleStandings } from '#shared/domain/module-standing.ts';
import type { RuledCohort, RuleName } from '#shared/domain/programme-rules.ts';
import { changedRules, judgingRules, ruleNames, ruleProblem, rulesOf } from '#shared/domain/programme-rules.ts';
import { explainModuleOf, ruleOrigins } from '#shared/domain/rules-in-words.ts';
import { addDays } from '#shared/lib/dates.ts';
import { cellOf, moduleOf, programme, registerOf, words } from './sheet-builders.ts';

const by = { reason: 'The partner institution asks for it', by: 'Amina Chisanga', on: '2026-03-02' } as const;
const due = '2026-05-01';
const lenient: RuledCohort = {
  ruleOverrides: { passMark: { ...by, value: 4000 }, lastLateDay: { ...by, value: 10 } },
};

describe('the rules of a cohort', () => {
  it('are those of its programme version where nothing was changed', () => {
    expect(rulesOf({}, programme)).toBe(programme.rules);
    expect(rulesOf({ ruleOverrides: {} }, programme)).toBe(programme.rules);
  });

  it('are changed one by one; follow-up waves stay with the programme version', () => {
    expect(rulesOf(lenient, programme)).toEqual({ ...programme.rules, passMark: 4000, lastLateDay: 10 });
  });

  it('say from what result there is merit, and how second marking is done', () => {
    const cohort: RuledCohort = {
      ruleOverrides: { meritFrom: { ...by, value: 7500 }, secondMarksPerMarker: { ...by, value: 5 } },
    };
    const rules = rulesOf(cohort, programme);
    expect(rules.meritFrom).toBe(7500);
    expect(moderationRulesOf(rules)).toEqual({ ...defaultModerationRules, perMarker: 5 });
    expect(changedRules(rules, { meritFrom: 0 })).not.toHaveProperty('meritFrom');
    expect(judgingRules(changedRules(rules, judgingRules(rules)))).toEqual(judgingRules(rules));
  });

  it('hold in results, eligibility and the standing of modules', () => {
    const cohort = { ...lenient, due: { 'm1-essay': due }, released: {} };
    const late = cellOf(2850, { received: addDays(due, 8) });
    const sheet = { cells: { 'm1-essay': late, 'm1-log': cellOf(500) } };
    const [first] = learnerResult({ programme, cohort, sheet }).modules;
    // 28.5 of 40 less 8 days of 5 %: 12.5, so 0.6 × 31.25 + 0.4 × 25.
    expect(first).toMatchObject({ final: 288, missingPoints: 1120 });
    expect(learnerResult({ programme, cohort: { due: cohort.due }, sheet }).modules[0]).toMatchObject({ final: 100 });
    expect(moduleStandings(programme, cohort, [sheet])[0]).toMatchObject({ marked: 2, notSubmitted: 0 });
    const fewHours: RuledCohort = { ruleOverrides: { minimumHours: { ...by, value: 5000 } } };
    const input = { programme, sheet, enrolment: { status: 'active' }, register: registerOf(60) } as const;
    expect(eligibility({ ...input, cohort: { ...fewHours, due: {} } }).hours.enough).toBe(true);
    expect(eligibility({ ...input, cohort: { due: {} } }).hours.enough).toBe(false);
  });
});

describe('which rule applied', () => {
  const said = (names: readonly RuleName[], cohort: RuledCohort, language: 'en' | 'fr' = 'en') =>
    ruleOrigins(names, { cohort, programme }).map((origin) => words(origin, language));

  it('names the programme version, or who changed it for the cohort, when and why, and what it was', () => {
    expect(said(['lastLateDay', 'latePenaltyPerDay'], {})).toEqual(['Rules of programme version 4.']);
    expect(said(['lastLateDay', 'latePenaltyPerDay'], lenient)).toEqual([
      'Last late day: 10 days, changed for this cohort by Amina Chisanga on 2 March 2026 because: The partner institution asks for it (programme version 4: 5 days).',
      'Rule of programme version 4.',
    ]);
    expect(said(['passMark'], lenient, 'fr')).toEqual([
      'Note de passage : 40 %, changé pour cette cohorte par Amina Chisanga le 2 mars 2026 parce que : The partner institution asks for it (édition 4 : 50 %).',
    ]);
  });

  it('can be said of every rule in both languages', () => {
    const all = Object.fromEntries(
      ruleNames.map((name) => [name, { ...by, value: judgingRules(programme.rules)[name] }]),
    ) as NonNullable<RuledCohort['ruleOverrides']>;
    for (const language of ['en', 'fr'] as const)
      for (const sentence of said(ruleNames, { ruleOverrides: all }, language))
        expect(sentence).not.toMatch(/domain\.|\{\{|undefined/u);
  });

  it('ends the sum of a module', () => {
    const sheet = { cells: { 'm1-essay': cellOf(1700), 'm1-log': cellOf(850) } };
    const result = learnerResult({ programme, cohort: { ...lenient, due: {} }, sheet });
    const { sentences, verdict } = explainModuleOf(moduleOf(result, 1), { cohort: lenient, programme }, 'en');
    expect(verdict).toBe('passed');
    expect(words(sentences.at(-1)?.text ?? { key: '' })).toMatch(/^Pass mark: 40 %, changed for this cohort by/u);
  });
});

describe('what a rule may be', () => {
  it('refuses what is below the least, above the most, or no whole number', () => {
    expect(ruleProblem('passMark', 14_000)).toEqual({
      code: 'rule-out-of-range',
      details: { least: 0.01, most: 100 },
    });
    expect(ruleProblem('maxAttempts', 0)).toMatchObject({ details: { least: 1, most: 9 } });
    expect(ruleProblem('maxAttempts', 1.5)).toBeDefined();
    expect(ruleProblem('lastLateDay', undefined)).toBeDefined();
    expect(ruleProblem('lastLateDay', 0)).toBeUndefined();
  });

  it('judges by whatever it is set to', () => {
    const rules = rulesOf({ ruleOverrides: { attemptPolicy: { ...by, value: 'last' } } }, programme);
    const cell = {
      attempts: [cellOf(3000).attempts[0] ?? { state: 'awaited' as const }, { state: 'marked' as const, value: 1000 }],
    };
    expect(effectiveMark(cell, { max: 4000 }, rules, undefined)).toMatchObject({ value: 1000, attemptNumber: 2 });
  });
});

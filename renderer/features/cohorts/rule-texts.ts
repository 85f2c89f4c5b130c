import type { RuleName } from '#shared/domain/programme-rules.ts';
import { judgingRules, ruleNames, ruleProblem, ruleUnit } from '#shared/domain/programme-rules.ts';
import type { ProgrammeRules } from '#shared/domain/programmes.ts';
import type { Failure, Result } from '#shared/lib/result.ts';
import { ok } from '#shared/lib/result.ts';

/** Rules as they stand in fields: per cent and marks with the language's decimal sign, counts, the code of a policy. */
export type RuleTexts = Readonly<Record<RuleName, string>>;

export const ruleTexts = (rules: ProgrammeRules, format: (value: number) => string): RuleTexts => {
  const values = judgingRules(rules);
  return Object.fromEntries(
    ruleNames.map((name) => {
      const value = values[name];
      if (typeof value === 'string') return [name, value];
      return [name, name === 'meritFrom' && value === 0 ? '' : format(value / ruleUnit(name))];
    }),
  ) as RuleTexts;
};

const numberIn = (name: RuleName, text: string): number | undefined => {
  if (name === 'meritFrom' && text.trim() === '') return 0;
  const [, whole, decimals = ''] = /^(\d{1,5})(?:[.,](\d{1,2}))?$/u.exec(text.trim()) ?? [];
  if (whole === undefined) return undefined;
  if (ruleUnit(name) === 100) return Number(whole) * 100 + Number(decimals.padEnd(2, '0'));
  return decimals === '' ? Number(whole) : undefined;
};

/** Reads one field; refused with the least and most that the rule may be. */
export const readRule = (
  name: Exclude<RuleName, 'attemptPolicy'>,
  text: string,
): Result<number, Failure<'rule-out-of-range'>> => {
  const value = numberIn(name, text);
  const problem = ruleProblem(name, value);
  return problem === undefined ? ok(value ?? 0) : { ok: false, error: problem };
};

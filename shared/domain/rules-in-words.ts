import type { Explanation, Sentence } from './explanations.ts';
import { explainModule } from './explanations.ts';
import type { Message } from './message.ts';
import { message } from './message.ts';
import { dayAndYear, plainText } from './message-lists.ts';
import type { ModuleResult } from './module-results.ts';
import type { RuledCohort, RuleName } from './programme-rules.ts';
import { judgingRules, percentRules, ruleNames, rulesOf, ruleUnit } from './programme-rules.ts';
import type { ProgrammeRules, ProgrammeVersion } from './programmes.ts';

/** Where the rules of a cohort come from. */
export type RulesInForce = {
  readonly cohort: RuledCohort;
  readonly programme: Pick<ProgrammeVersion, 'rules' | 'version'>;
};

/** A rule's value in words, with its unit. */
export const ruleValue = (name: RuleName, rules: ProgrammeRules): Message => {
  const values = judgingRules(rules);
  if (name === 'attemptPolicy') return message(`domain.rule.policy.${values.attemptPolicy}`);
  const typed = values[name] / ruleUnit(name);
  if (name === 'meritFrom' && typed === 0) return message('domain.rule.nobody');
  if (percentRules.has(name)) return message('domain.rule.percent', { percent: typed });
  if (name === 'secondMarksNearPass') return message('domain.rule.marks', { marks: typed });
  if (name === 'secondMarksWholeUpTo' || name === 'secondMarksPerMarker')
    return message('domain.rule.scripts', { count: typed });
  return message(name === 'maxAttempts' ? 'domain.rule.attempts' : 'domain.rule.days', { count: typed });
};

/** What a rule is called. */
export const ruleName = (name: RuleName): Message => message(`domain.rule.name.${name}`);

/**
 * Which rules applied: one sentence for each that was changed for this cohort (its value, by whom, when, why, and the programme version's own), and
 * one for all that are the programme version's own.
 */
export const ruleOrigins = (names: readonly RuleName[], { cohort, programme }: RulesInForce): readonly Message[] => {
  const rules = rulesOf(cohort, programme);
  const changed = names.flatMap((name) => {
    const override = cohort.ruleOverrides?.[name];
    if (override === undefined) return [];
    return [
      message('domain.rule.changed', {
        rule: ruleName(name),
        value: ruleValue(name, rules),
        by: override.by,
        on: dayAndYear(override.on),
        reason: plainText(override.reason),
        version: programme.version,
        own: ruleValue(name, programme.rules),
      }),
    ];
  });
  const own = names.length - changed.length;
  return own === 0 ? changed : [...changed, message('domain.rule.own', { count: own, version: programme.version })];
};

/** The rules that shaped a module's result. */
const appliedIn = ({ items, final }: ModuleResult): readonly RuleName[] => {
  const applied = new Set<RuleName>(final === undefined ? [] : ['passMark']);
  for (const { mark } of items) {
    if (mark.kind === 'not-submitted' && mark.tooLate) applied.add('lastLateDay');
    if (mark.kind !== 'mark') continue;
    if (mark.penalty > 0) applied.add('latePenaltyPerDay').add('lastLateDay');
    if (mark.attemptNumber > 1) applied.add('attemptPolicy');
    if (mark.capped) applied.add('passMark');
  }
  return ruleNames.filter((name) => applied.has(name));
};

/** Why a module mark is what it is, and at its end which rules applied and whose they are. */
export const explainModuleOf = (result: ModuleResult, force: RulesInForce, language: string): Explanation => {
  const explanation = explainModule(result, rulesOf(force.cohort, force.programme), language);
  const origins = ruleOrigins(appliedIn(result), force).map((text): Sentence => ({ text }));
  return { ...explanation, sentences: [...explanation.sentences, ...origins] };
};

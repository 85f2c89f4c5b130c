import type { IsoDate } from '#shared/lib/dates.ts';
import type { Failure } from '#shared/lib/result.ts';
import type { Hundredths } from './marks.ts';
import type { ModerationRules } from './moderation-rules.ts';
import { moderationRulesOf } from './moderation-rules.ts';
import type { HundredthsOfPercent, ProgrammeRules, ProgrammeVersion } from './programmes.ts';

/** The rules that a cohort may have differently from its programme version. Follow-up waves stay with the programme version. */
export const ruleNames = [
  'passMark',
  'maxAttempts',
  'resubmissionDays',
  'attemptPolicy',
  'minimumHours',
  'latePenaltyPerDay',
  'lastLateDay',
  'meritFrom',
  'secondMarksWholeUpTo',
  'secondMarksPerMarker',
  'secondMarksNearPass',
  'secondMarksTolerance',
  'secondMarksMeanLimit',
] as const;
export type RuleName = (typeof ruleNames)[number];

/** The rules by which marks and hours are judged, each under a name of its own and with a value: what a programme version leaves out stands at its default. */
export type JudgingRules = Pick<
  ProgrammeRules,
  | 'passMark'
  | 'maxAttempts'
  | 'resubmissionDays'
  | 'attemptPolicy'
  | 'minimumHours'
  | 'latePenaltyPerDay'
  | 'lastLateDay'
> & {
  /** Overall result from which the certificate says "with merit"; 0 where it says so to nobody. */
  readonly meritFrom: HundredthsOfPercent;
  readonly secondMarksWholeUpTo: number;
  readonly secondMarksPerMarker: number;
  readonly secondMarksNearPass: Hundredths;
  readonly secondMarksTolerance: HundredthsOfPercent;
  readonly secondMarksMeanLimit: HundredthsOfPercent;
};

const secondMarks = {
  secondMarksWholeUpTo: 'wholeUpTo',
  secondMarksPerMarker: 'perMarker',
  secondMarksNearPass: 'nearPass',
  secondMarksTolerance: 'tolerance',
  secondMarksMeanLimit: 'meanLimit',
} as const satisfies Partial<Record<RuleName, keyof ModerationRules>>;

const secondMarkNames = Object.keys(secondMarks) as readonly (keyof typeof secondMarks)[];

/** The rules each under its own name, defaults filled in. */
export const judgingRules = (rules: ProgrammeRules): JudgingRules => {
  const moderation = moderationRulesOf(rules);
  return {
    passMark: rules.passMark,
    maxAttempts: rules.maxAttempts,
    resubmissionDays: rules.resubmissionDays,
    attemptPolicy: rules.attemptPolicy,
    minimumHours: rules.minimumHours,
    latePenaltyPerDay: rules.latePenaltyPerDay,
    lastLateDay: rules.lastLateDay,
    meritFrom: rules.meritFrom ?? 0,
    secondMarksWholeUpTo: moderation.wholeUpTo,
    secondMarksPerMarker: moderation.perMarker,
    secondMarksNearPass: moderation.nearPass,
    secondMarksTolerance: moderation.tolerance,
    secondMarksMeanLimit: moderation.meanLimit,
  };
};

/** Rules with some of them changed, as a programme version keeps them. */
export const changedRules = (rules: ProgrammeRules, values: Partial<JudgingRules>): ProgrammeRules => {
  const moderation = secondMarkNames.flatMap((name) => {
    const value = values[name];
    return value === undefined ? [] : [[secondMarks[name], value] as const];
  });
  const { meritFrom: wasMeritFrom, moderation: wasModeration, ...others } = rules;
  const { meritFrom = wasMeritFrom ?? 0 } = values;
  const plain = Object.fromEntries(
    Object.entries(values).filter(([name]) => name !== 'meritFrom' && !(name in secondMarks)),
  ) as Partial<ProgrammeRules>;
  return {
    ...others,
    ...plain,
    ...(meritFrom === 0 ? {} : { meritFrom }),
    ...(moderation.length === 0 && wasModeration === undefined
      ? {}
      : { moderation: { ...wasModeration, ...Object.fromEntries(moderation) } }),
  };
};

/** A rule changed for one cohort: its value there, why, by whom and when. */
type RuleOverride<Name extends RuleName = RuleName> = {
  readonly value: JudgingRules[Name];
  readonly reason: string;
  readonly by: string;
  readonly on: IsoDate;
};

/** The rules changed for one cohort, by name. */
export type RuleOverrides = { readonly [Name in RuleName]?: RuleOverride<Name> };

/** What of a cohort says which rules hold in it. */
export type RuledCohort = { readonly ruleOverrides?: RuleOverrides };

/** The rules that hold in a cohort: those of its programme version, with what was changed for this cohort. */
export const rulesOf = (cohort: RuledCohort, { rules }: Pick<ProgrammeVersion, 'rules'>): ProgrammeRules => {
  const { ruleOverrides } = cohort;
  if (ruleOverrides === undefined) return rules;
  const values = ruleNames.flatMap((name) => {
    const override = ruleOverrides[name];
    return override === undefined ? [] : [[name, override.value] as const];
  });
  return values.length === 0 ? rules : changedRules(rules, Object.fromEntries(values));
};

/** Most attempts, days, scripts, marks and per cent that a rule may be set to. */
const ranges: Readonly<Record<Exclude<RuleName, 'attemptPolicy'>, readonly [least: number, most: number]>> = {
  passMark: [1, 10_000],
  maxAttempts: [1, 9],
  resubmissionDays: [1, 365],
  latePenaltyPerDay: [0, 10_000],
  lastLateDay: [0, 365],
  minimumHours: [0, 10_000],
  meritFrom: [0, 10_000],
  secondMarksWholeUpTo: [0, 1000],
  secondMarksPerMarker: [0, 1000],
  secondMarksNearPass: [0, 100_000],
  secondMarksTolerance: [0, 10_000],
  secondMarksMeanLimit: [0, 10_000],
};

/** The rules whose values are hundredths of a per cent. */
export const percentRules: ReadonlySet<RuleName> = new Set([
  'passMark',
  'latePenaltyPerDay',
  'minimumHours',
  'meritFrom',
  'secondMarksTolerance',
  'secondMarksMeanLimit',
]);

/** How many of a rule's value make one of what is typed: hundredths of a per cent and of a mark are 100, counts 1. */
export const ruleUnit = (name: RuleName): number =>
  percentRules.has(name) || name === 'secondMarksNearPass' ? 100 : 1;

/** Why a rule cannot have a value: `rule-out-of-range` with the least and most as they are typed (per cent, marks or a count); undefined where it can. */
export const ruleProblem = (
  name: Exclude<RuleName, 'attemptPolicy'>,
  value: number | undefined,
): Failure<'rule-out-of-range'> | undefined => {
  const [least, most] = ranges[name];
  if (value !== undefined && Number.isInteger(value) && value >= least && value <= most) return undefined;
  const unit = ruleUnit(name);
  return { code: 'rule-out-of-range', details: { least: least / unit, most: most / unit } };
};

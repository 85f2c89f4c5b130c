import type { Register } from './attendance.ts';
import type { HoursResult } from './attendance-hours.ts';
import { attendedHours, hoursResult, plannedHours } from './attendance-hours.ts';
import { inLanguage } from './languages.ts';
import type { Message } from './message.ts';
import { message } from './message.ts';
import type { OpenCode } from './missing-marks.ts';
import { openReasons } from './missing-marks.ts';
import type { LearnerResult, ModuleResult, ResultInput, TenthsOfPercent } from './module-results.ts';
import { learnerResult } from './module-results.ts';
import type { ModuleId } from './ids.ts';
import type { Enrolment, EnrolmentStatus } from './people.ts';
import { rulesOf } from './programme-rules.ts';
import type { ProgrammeRules } from './programmes.ts';

/** What an award can lack. `name`: everything else may be there, and the learner has only to confirm the name. */
export type MissingCode = 'status' | OpenCode | 'below' | 'criterion' | 'sign-off' | 'hours' | 'name';

/** One thing that an award lacks, in words; `moduleId` where it concerns one module. */
export type Missing = Message & { readonly code: MissingCode; readonly moduleId?: ModuleId };

/** Whether a learner can be put on the award list, and if not, everything that is missing. */
export type Eligibility = LearnerResult & {
  readonly eligible: boolean;
  readonly missing: readonly Missing[];
  readonly hours: HoursResult;
};

/** What eligibility is computed from. A learner without a register has no hours. Titles in the sentences are in `language` (default English). */
export type EligibilityInput = ResultInput & {
  readonly enrolment: Pick<Enrolment, 'status' | 'signedOff' | 'confirmedName' | 'nameConfirmedOn'>;
  readonly register: Pick<Register, 'sessions'> | undefined;
  readonly language?: string;
};

const missing = (code: MissingCode, text: Message, moduleId?: ModuleId): Missing => ({
  ...text,
  code,
  ...(moduleId === undefined ? {} : { moduleId }),
});

const awardable: ReadonlySet<EnrolmentStatus> = new Set(['active', 'completed', 'awarded']);

const percent = (tenths: TenthsOfPercent): number => tenths / 10;

const missingInModule = (result: ModuleResult, rules: ProgrammeRules, language: string): readonly Missing[] => {
  const { module } = result;
  const say = (code: MissingCode, values: NonNullable<Message['values']>): Missing =>
    missing(code, message(`domain.missing.${code}`, { module: module.number, ...values }), module.id);
  const found: Missing[] = openReasons(result, language).map((reason) => missing(reason.code, reason.text, module.id));
  if (result.final !== undefined && result.missingPoints > 0) {
    found.push(
      say('below', {
        percent: percent(result.final),
        count: result.missingPoints / 100,
        passMark: rules.passMark / 100,
      }),
    );
  }
  for (const { criterion, mark } of result.failedCriteria) {
    const values = {
      criterion: inLanguage(criterion.title, language),
      mark: (mark ?? 0) / 100,
      least: (criterion.mustPass ?? 0) / 100,
    };
    found.push(say('criterion', values));
  }
  return found;
};

/**
 * Eligible for the award: every module passed (marks, must-pass criteria, sign-off where a module needs one), attended hours at or above the
 * least share of the planned hours, no query open, name confirmed, enrolment not ended (domain.md 3). Everything missing is said in words.
 */
export const eligibility = (input: EligibilityInput): Eligibility => {
  const { enrolment, programme, register, language = 'en' } = input;
  const rules = rulesOf(input.cohort, programme);
  const result = learnerResult(input);
  const attended = attendedHours(register);
  const hours = hoursResult(attended, plannedHours(programme), rules.minimumHours);
  const found: Missing[] = [];
  if (!awardable.has(enrolment.status))
    found.push(missing('status', message(`domain.missing.status.${enrolment.status}`)));
  for (const module of result.modules) {
    found.push(...missingInModule(module, rules, language));
    if (module.module.needsSignOff && enrolment.signedOff?.[module.module.id] === undefined) {
      found.push(
        missing('sign-off', message('domain.missing.sign-off', { module: module.module.number }), module.module.id),
      );
    }
  }
  if (!hours.enough) {
    found.push(
      missing('hours', message('domain.missing.hours', { attended, planned: hours.planned, needed: hours.needed })),
    );
  }
  if (enrolment.confirmedName === undefined || enrolment.nameConfirmedOn === undefined) {
    found.push(missing('name', message('domain.missing.name')));
  }
  return { ...result, eligible: found.length === 0, missing: found, hours };
};

/** True where nothing but the confirmation of the name is missing: the award job can then confirm names if it is told to. */
export const lacksOnlyName = (result: Pick<Eligibility, 'missing'>): boolean =>
  result.missing.length > 0 && result.missing.every((one) => one.code === 'name');

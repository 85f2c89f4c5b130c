import type { AssignmentId, CriterionId, ModuleId, ProgrammeId } from './ids.ts';
import type { LocalText } from './languages.ts';
import type { Hundredths } from './marks.ts';
import type { ModerationRules } from './moderation-rules.ts';

/** Per cent in hundredths of a per cent: 50 % is 5000. */
export type HundredthsOfPercent = number;

/** One row of an assignment's rubric; `mustPass` is the least mark on it without which the assignment is not passed (domain.md 3). */
export type Criterion = {
  readonly id: CriterionId;
  readonly title: LocalText;
  readonly max: Hundredths;
  readonly mustPass?: Hundredths;
  readonly competency?: string;
};

/** A marked piece of work. `weight` is relative to the other assignments of the module; weights need not sum to 100. */
export type Assignment = {
  readonly id: AssignmentId;
  readonly title: LocalText;
  readonly max: Hundredths;
  readonly weight: number;
  readonly criteria: readonly Criterion[];
};

/** A unit of the programme. `weight` is relative to the other modules in the overall mark. */
export type Module = {
  readonly id: ModuleId;
  readonly number: number;
  readonly title: LocalText;
  readonly weight: number;
  readonly sessions: number;
  readonly hoursPerSession: number;
  readonly needsSignOff: boolean;
  readonly assignments: readonly Assignment[];
};

/** Which attempt counts (domain.md 3): the last, the best, or the best with a resubmission capped at the pass mark. */
export type AttemptPolicy = 'last' | 'best' | 'best-capped';

/** One survey round: `offsetMonths` after graduation. */
export type Wave = { readonly id: string; readonly offsetMonths: number };

/** The rules of a programme version. All are editable; defaults are ours where no source exists (domain.md). */
export type ProgrammeRules = {
  readonly passMark: HundredthsOfPercent;
  readonly attemptPolicy: AttemptPolicy;
  readonly maxAttempts: number;
  readonly resubmissionDays: number;
  /** Taken off per late day, as a share of the assignment's maximum. */
  readonly latePenaltyPerDay: HundredthsOfPercent;
  /** Last late day on which a script still gets a mark; later it is NS unless overridden with a reason. */
  readonly lastLateDay: number;
  readonly minimumHours: HundredthsOfPercent;
  /** Overall result from which the certificate says "with merit"; nobody where it is left out. */
  readonly meritFrom?: HundredthsOfPercent;
  /** How second marking is done; what is left out stands at the defaults (`moderationRulesOf`). */
  readonly moderation?: Partial<ModerationRules>;
  readonly waves: readonly Wave[];
  readonly waveDaysBefore: number;
  readonly waveDaysAfter: number;
  readonly attemptsBeforeUnreachable: number;
};

/** A dated edition of a programme; a certificate cites the version it was earned under. `code` starts its serials. */
export type ProgrammeVersion = {
  readonly id: ProgrammeId;
  readonly code: string;
  readonly title: LocalText;
  readonly award: LocalText;
  readonly version: string;
  readonly validFrom: string;
  readonly modules: readonly Module[];
  /** Name of the competency framework that its criteria point to; where absent, the only one of the workspace. */
  readonly framework?: string;
  readonly rules: ProgrammeRules;
  /** Who set the rules and when, shown beside them. */
  readonly rulesSetBy: string;
  readonly rulesSetOn: string;
};

import type { IsoDate } from '#shared/lib/dates.ts';
import { addDays, daysBetween } from '#shared/lib/dates.ts';
import type { ContactSession, Register } from './attendance.ts';
import { countedHours } from './attendance-hours.ts';
import { markerDelayDays } from './cell-looks.ts';
import { lastAttempt } from './cells.ts';
import type { Cohort } from './cohorts.ts';
import type { EffectiveMark } from './effective-marks.ts';
import { dueDateOf, effectiveMark, partsPerHundredth } from './effective-marks.ts';
import { inLanguage } from './languages.ts';
import type { Cell, MarkSheet } from './marks.ts';
import type { Message } from './message.ts';
import { dayMessage } from './message-lists.ts';
import { message } from './message.ts';
import { rulesOf } from './programme-rules.ts';
import type { Assignment, Module, ProgrammeRules, ProgrammeVersion } from './programmes.ts';

/** The rules of domain.md 6 that marks and registers can tell. `marker-delay` is our delay, not the learner's. */
type RiskCode = 'first-assignment' | 'late' | 'marker-delay' | 'resubmission' | 'absences' | 'hours';

/** One reason why a learner is at risk, in words; never a score. `ours`: we are the ones to act. */
export type Risk = { readonly code: RiskCode; readonly ours: boolean; readonly text: Message };

/** What the rules look at. Sessions that the register says nothing of have not been kept yet and count neither way. */
export type RiskInput = {
  readonly programme: Pick<ProgrammeVersion, 'modules' | 'rules'>;
  readonly cohort: Pick<Cohort, 'due' | 'ruleOverrides'>;
  readonly sheet: Pick<MarkSheet, 'cells'> | undefined;
  readonly register: Pick<Register, 'sessions'> | undefined;
  readonly sessions: readonly ContactSession[];
  readonly today: IsoDate;
};

/** Days by which an assignment is late before its learner is at risk, and days before a resubmission closes (domain.md 6). */
const lateDays = 7;
const closingDays = 7;

type Item = {
  readonly module: Module;
  readonly assignment: Assignment;
  readonly cell: Cell | undefined;
  readonly mark: EffectiveMark;
};

const failed = ({ mark, assignment }: Pick<Item, 'mark' | 'assignment'>, rules: ProgrammeRules): boolean =>
  mark.kind === 'mark' && mark.parts * 10_000 < rules.passMark * assignment.max * partsPerHundredth;

/**
 * The day on which the window of a resubmission ends that a learner may still use: a mark below the pass mark was returned and attempts are left, or
 * the next attempt was begun and has not arrived. Undefined where there is none.
 */
export const resubmissionCloses = (
  cell: Cell | undefined,
  assignment: Pick<Assignment, 'max'>,
  rules: ProgrammeRules,
): IsoDate | undefined => {
  const last = lastAttempt(cell);
  if (cell === undefined || last === undefined || cell.outcome !== undefined) return undefined;
  const index = cell.attempts.length - 1;
  if (last.value === undefined)
    return index > 0 && last.received === undefined && last.state === 'awaited'
      ? dueDateOf(cell, index, rules, undefined)
      : undefined;
  const below = last.value * 10_000 < rules.passMark * assignment.max;
  return below && last.returned !== undefined && cell.attempts.length < rules.maxAttempts
    ? dueDateOf(cell, index + 1, rules, undefined)
    : undefined;
};

type Delay = { readonly item: Item; readonly days: number };

/** One reason for all that is late in the same way: the one by its name, or how many and the longest. */
const delayRisk = (code: 'late' | 'marker-delay', delays: readonly Delay[], language: string): readonly Risk[] => {
  const [only] = delays;
  if (only === undefined) return [];
  const { assignment, module } = only.item;
  const text =
    delays.length === 1
      ? message(`domain.risk.${code}`, {
          assignment: inLanguage(assignment.title, language),
          module: module.number,
          count: only.days,
        })
      : message(`domain.risk.${code}-several`, {
          scripts: delays.length,
          count: Math.max(...delays.map(({ days }) => days)),
        });
  return [{ code, ours: code === 'marker-delay', text }];
};

const lateBy = ({ assignment, cell, mark }: Item, { cohort, today }: RiskInput, rules: ProgrammeRules): number => {
  const awaited = (mark.kind === 'none' && mark.state === 'awaited') || mark.kind === 'extended';
  const due = awaited ? dueDateOf(cell ?? { attempts: [] }, 0, rules, cohort.due[assignment.id]) : undefined;
  return due === undefined ? 0 : daysBetween(due, today);
};

const heldFor = ({ cell, mark }: Item, { today }: RiskInput): number => {
  const since = lastAttempt(cell)?.withMarkerSince;
  const held = mark.kind === 'none' ? mark.state === 'with-marker' : mark.kind === 'mark' && mark.pending;
  return held && since !== undefined ? daysBetween(since, today) : 0;
};

const delaysOver = (items: readonly Item[], least: number, daysOf: (item: Item) => number): readonly Delay[] =>
  items.map((item) => ({ item, days: daysOf(item) })).filter(({ days }) => days > least);

const closingRisk = (
  { module, assignment, cell }: Item,
  { today }: RiskInput,
  rules: ProgrammeRules,
  language: string,
): readonly Risk[] => {
  const closes = resubmissionCloses(cell, assignment, rules);
  if (closes === undefined || closes < today || closes > addDays(today, closingDays)) return [];
  const text = message('domain.risk.resubmission', {
    assignment: inLanguage(assignment.title, language),
    module: module.number,
    date: dayMessage(closes, 'long'),
  });
  return [{ code: 'resubmission', ours: false, text }];
};

const firstRisk = (item: Item | undefined, rules: ProgrammeRules, language: string): readonly Risk[] => {
  if (item === undefined) return [];
  const missed = item.mark.kind === 'not-submitted';
  if (!missed && !failed(item, rules)) return [];
  const key = missed ? 'domain.risk.first-missed' : 'domain.risk.first-failed';
  return [
    {
      code: 'first-assignment',
      ours: false,
      text: message(key, { assignment: inLanguage(item.assignment.title, language) }),
    },
  ];
};

const sessionRisks = ({ register, sessions, today }: RiskInput, rules: ProgrammeRules): readonly Risk[] => {
  const kept = sessions
    .flatMap((session) => {
      const attendance = register?.sessions[session.id];
      return attendance === undefined || (session.date ?? today) > today ? [] : [{ session, attendance }];
    })
    .sort((a, b) => ((a.session.date ?? '') < (b.session.date ?? '') ? -1 : 1));
  const found: Risk[] = [];
  const last = kept.slice(-2);
  if (last.length === 2 && last.every(({ attendance }) => attendance.presence === 'absent'))
    found.push({ code: 'absences', ours: false, text: message('domain.risk.absences') });
  const sum = (hours: readonly number[]): number => hours.reduce((total, one) => total + Math.round(one * 100), 0);
  const [attended, held] = [
    sum(kept.map(({ attendance }) => countedHours(attendance))),
    sum(kept.map(({ session }) => session.hours)),
  ];
  if (attended * 10_000 < held * rules.minimumHours)
    found.push({
      code: 'hours',
      ours: false,
      text: message('domain.risk.hours', {
        attended: attended / 100,
        held: held / 100,
        least: rules.minimumHours / 100,
      }),
    });
  return found;
};

/**
 * Why a learner is at risk today (domain.md 6), each reason in words: the first assignment not submitted or failed; an assignment more than 7 days
 * late, its extension counted; a script more than 21 days with the marker; a resubmission that closes within 7 days; absent twice running; under the
 * least share of the hours held so far. Empty where nothing is to be said. Mentor contacts are not looked at.
 */
export const risksOf = (input: RiskInput, language: string): readonly Risk[] => {
  const rules = rulesOf(input.cohort, input.programme);
  const items = input.programme.modules.flatMap((module) =>
    module.assignments.map((assignment): Item => {
      const cell = input.sheet?.cells[assignment.id];
      return {
        module,
        assignment,
        cell,
        mark: effectiveMark(cell, assignment, rules, input.cohort.due[assignment.id]),
      };
    }),
  );
  return [
    ...firstRisk(items[0], rules, language),
    ...delayRisk(
      'late',
      delaysOver(items, lateDays, (item) => lateBy(item, input, rules)),
      language,
    ),
    ...delayRisk(
      'marker-delay',
      delaysOver(items, markerDelayDays, (item) => heldFor(item, input)),
      language,
    ),
    ...items.flatMap((item) => closingRisk(item, input, rules, language)),
    ...sessionRisks(input, rules),
  ];
};

import type { IsoDate, IsoInstant } from '#shared/lib/dates.ts';
import { addDays, daysBetween } from '#shared/lib/dates.ts';
import type { Award } from '../awards.ts';
import { newFollowUp } from '../follow-up-calls.ts';
import type { WaveDates } from '../follow-up-waves.ts';
import type { CallAttempt, FollowUp, FollowUpAnswers, YesNoUnsure } from '../follow-ups.ts';
import type { MainActivity } from '../people.ts';
import { isActive, isPaid, isVolunteer } from '../questionnaire.ts';
import type { Draw } from './draw.ts';
import { demonstrationStaff } from './records.ts';

/** The facts of one interview that are set; everything else is drawn. */
export type Facts = {
  readonly baseline: MainActivity | undefined;
  readonly activity: MainActivity;
  readonly same: boolean;
  readonly lead: boolean;
  readonly because: YesNoUnsure;
  readonly callAgain: boolean;
};

const employers = [
  'Marula Child Care Network',
  'District social welfare office',
  'Sunrise Primary School',
  'Own business',
  'Community clinic',
  'Hope Corner Drop-in Centre',
];
const sectors = ['child and youth care', 'health', 'education', 'social welfare', 'farming', 'trade'];
const towns = ['the provincial capital', 'a mining town', 'the home village', 'another district', 'a border town'];

const yesNo = (yes: boolean): 'yes' | 'no' => (yes ? 'yes' : 'no');

const workAnswers = (draw: Draw, { activity, baseline }: Facts): FollowUpAnswers => {
  if (!isActive(activity)) return {};
  const began = activity !== baseline || draw.chance(0.2);
  return {
    employer: activity === 'self-employed' ? 'Own business' : draw.pick(employers),
    sector: draw.pick(sectors),
    worksWithChildren: yesNo(draw.chance(0.81)),
    startedAfterCourse: began ? 'after' : 'before',
    promoted: yesNo(draw.chance(0.42)),
  };
};

/** All answers of one complete interview. */
export const interviewAnswers = (draw: Draw, facts: Facts): FollowUpAnswers => ({
  sameCommunity: yesNo(facts.same),
  ...(facts.same ? {} : { newCommunity: draw.pick(towns) }),
  activity: facts.activity,
  ...workAnswers(draw, facts),
  askedToLead: yesNo(facts.lead),
  courseHelped: draw.chance(0.9) ? 'yes' : draw.chance(0.5) ? 'unsure' : 'no',
  ...(isVolunteer(facts.baseline) && isPaid(facts.activity) ? { becauseOfCourse: facts.because } : {}),
  furtherStudy: yesNo(draw.chance(0.23)),
  mayCallAgain: yesNo(facts.callAgain),
});

/** Where calls of a wave can lie: its window as far as it has passed. */
export type CallDays = { readonly first: IsoDate; readonly days: number };

/** The days of a window that lie before today; at least eight. */
export const callDays = (dates: WaveDates, today: IsoDate): CallDays => {
  const last = dates.closes < today ? dates.closes : addDays(today, -1);
  return { first: dates.opens, days: Math.max(8, daysBetween(dates.opens, last)) };
};

const hours = [7, 10, 12, 16, 18];

const at = (day: IsoDate, hour: number, minute: number): IsoInstant =>
  `${day}T${String(hour).padStart(2, '0')}:${String(minute).padStart(2, '0')}:00.000Z`;

/** So many attempts without a talk, on different days and at different times. */
export const vainAttempts = (draw: Draw, { first, days }: CallDays, count: number): readonly CallAttempt[] => {
  const by = draw.pick(demonstrationStaff.interviewers);
  const step = Math.floor((days - 1) / count);
  const shift = draw.whole(0, 4);
  return Array.from({ length: count }, (_, index): CallAttempt => ({
    at: at(
      addDays(first, index * step + draw.whole(0, Math.max(0, step - 1))),
      hours[(index + shift) % hours.length] ?? 10,
      draw.whole(0, 59),
    ),
    outcome: draw.chance(0.85) ? 'no-answer' : draw.chance(0.5) ? 'wrong-number' : 'call-back',
    by,
  }));
};

const talk = (draw: Draw, { first, days }: CallDays, outcome: 'talked' | 'refused'): CallAttempt => ({
  at: at(addDays(first, draw.whole(0, days)), draw.pick(hours), draw.whole(0, 59)),
  outcome,
  by: draw.pick(demonstrationStaff.interviewers),
});

type Of = Pick<Award, 'id' | 'personId' | 'cohortId'>;

/** A complete interview with the alumnus. */
export const completeRecord = (
  draw: Draw,
  award: Of,
  waveId: string,
  days: CallDays,
  answers: FollowUpAnswers,
): FollowUp => {
  const attempt = talk(draw, days, 'talked');
  return {
    ...newFollowUp(award, waveId),
    status: 'complete',
    attempts: [attempt],
    answers,
    source: 'self',
    completedOn: attempt.at.slice(0, 10),
    interviewer: attempt.by,
  };
};

/** Only the activity is known, from someone else. */
export const elsewhereRecord = (
  draw: Draw,
  award: Of,
  waveId: string,
  days: CallDays,
  activity: MainActivity,
): FollowUp => ({
  ...newFollowUp(award, waveId),
  status: 'partial',
  attempts: vainAttempts(draw, days, 2),
  answers: { activity },
  source: draw.pick(['proxy', 'employer', 'administrative'] as const),
});

/** The end of the follow-up of someone who has died or wants no more calls. */
export const lostRecord = (
  draw: Draw,
  award: Of,
  waveId: string,
  days: CallDays,
  status: 'deceased' | 'opted-out',
): FollowUp => ({
  ...newFollowUp(award, waveId),
  status,
  attempts: [talk(draw, days, status === 'opted-out' ? 'refused' : 'talked')],
});

/** Someone who was not reached or said no; nothing where nobody called. */
export const silentRecord = (
  draw: Draw,
  award: Of,
  waveId: string,
  days: CallDays,
  always: boolean,
): readonly FollowUp[] => {
  const roll = draw.whole(1, 100);
  if (roll <= 16)
    return [{ ...newFollowUp(award, waveId), status: 'refused', attempts: [talk(draw, days, 'refused')] }];
  if (!always && roll > 70) return [];
  return [{ ...newFollowUp(award, waveId), status: 'unreachable', attempts: vainAttempts(draw, days, 4) }];
};

/** Someone who is still to be called: nothing yet, or one to three attempts. */
export const openRecord = (draw: Draw, award: Of, waveId: string, days: CallDays): readonly FollowUp[] => {
  const count = draw.whole(0, 3);
  return count === 0
    ? []
    : [{ ...newFollowUp(award, waveId), status: 'attempted', attempts: vainAttempts(draw, days, count) }];
};

import type { IsoDate } from '#shared/lib/dates.ts';
import type { Award } from '../awards.ts';
import { waveDates } from '../follow-up-waves.ts';
import type { FollowUp, YesNoUnsure } from '../follow-ups.ts';
import type { EnrolmentId } from '../ids.ts';
import { ageBandOn } from '../outcome-rows.ts';
import type { Enrolment, MainActivity, Person } from '../people.ts';
import type { ProgrammeVersion, Wave } from '../programmes.ts';
import { isVolunteer } from '../questionnaire.ts';
import type { Draw } from './draw.ts';
import type { CallDays, Facts } from './interviews.ts';
import {
  callDays,
  completeRecord,
  elsewhereRecord,
  interviewAnswers,
  lostRecord,
  openRecord,
  silentRecord,
} from './interviews.ts';
import { otherActivity, volunteerActivity, withBaseline } from './learners.ts';
import type { CohortPlan } from './plans.ts';

/** An awarded learner. */
export type Alumnus = { readonly person: Person; readonly enrolment: Enrolment; readonly award: Award };

type Input = {
  readonly plan: CohortPlan;
  readonly alumni: readonly Alumnus[];
  readonly programme: ProgrammeVersion;
  readonly starts: IsoDate;
  readonly graduation: IsoDate;
  readonly today: IsoDate;
  readonly draw: Draw;
};

/** Who is who in a cohort after the award: sets of enrolments. Everything else in the answers is drawn. */
type Cast = {
  readonly alumni: readonly Alumnus[];
  readonly baseline: ReadonlyMap<EnrolmentId, MainActivity>;
  readonly lost: ReadonlySet<Alumnus>;
  readonly responded: ReadonlySet<Alumnus>;
  readonly elsewhere: ReadonlySet<Alumnus>;
  readonly converted: ReadonlySet<Alumnus>;
  readonly attributed: ReadonlySet<Alumnus>;
  readonly toStipend: ReadonlySet<Alumnus>;
};

const without = <T>(items: readonly T[], ...sets: readonly ReadonlySet<T>[]): readonly T[] =>
  items.filter((item) => sets.every((set) => !set.has(item)));

/** The young and those with lower marks answer less often. */
const readiness = ({ person, award }: Alumnus, starts: IsoDate): number => {
  const age = { 'under-25': 0.52, '25-39': 1, '40-plus': 1.05, unknown: 1 }[ageBandOn(person.born, starts)];
  const { overall = 0 } = award;
  return age * (overall >= 700 ? 1.35 : overall < 600 ? 0.8 : 1);
};

const castOf = ({ plan, alumni, starts, draw }: Input): Cast => {
  const lost = new Set(draw.sample(alumni, plan.lost));
  const followed = without(alumni, lost);
  const responded = new Set(draw.sample(followed, plan.responded, (one) => readiness(one, starts)));
  const speaking = draw.sample([...responded], plan.knownVolunteers - plan.elsewhere);
  const silent = draw.sample(without(followed, responded), plan.silentVolunteers);
  const volunteers = new Set([...speaking, ...silent, ...draw.sample([...lost], Math.floor(lost.size / 2))]);
  const elsewhere = draw.sample(silent, plan.elsewhere);
  const asked = draw.sample(speaking, plan.converted - plan.notAsked);
  const converted = new Set([...asked, ...elsewhere.slice(0, plan.notAsked)]);
  const toStipend = new Set(draw.sample(without(speaking, converted), plan.toStipend));
  const activityOf = (one: Alumnus): MainActivity => {
    if (toStipend.has(one)) return 'unpaid-volunteer';
    return volunteers.has(one) ? volunteerActivity(draw) : otherActivity(draw);
  };
  return {
    alumni,
    lost,
    responded,
    converted,
    toStipend,
    baseline: new Map(alumni.map((one) => [one.enrolment.id, activityOf(one)])),
    elsewhere: new Set(elsewhere),
    attributed: new Set(draw.sample(asked, plan.attributed)),
  };
};

const elsewhereThan = (draw: Draw, before: MainActivity): MainActivity => {
  const stays = draw.chance(isVolunteer(before) ? 0.8 : 0.86);
  if (stays && before !== 'further-study') return before;
  return isVolunteer(before)
    ? draw.pick(['seeking-work', 'further-study', 'not-seeking'] as const)
    : draw.pick(['paid-employee', 'self-employed', 'seeking-work'] as const);
};

const activityAt18 = (draw: Draw, cast: Cast, one: Alumnus): MainActivity => {
  if (cast.converted.has(one)) return draw.chance(0.76) ? 'paid-employee' : 'self-employed';
  if (cast.toStipend.has(one)) return 'stipend-volunteer';
  return elsewhereThan(draw, cast.baseline.get(one.enrolment.id) ?? 'not-seeking');
};

const drawBecause = (draw: Draw): YesNoUnsure => (draw.chance(0.73) ? 'yes' : draw.chance(0.6) ? 'no' : 'unsure');

type Wave18 = {
  readonly followUps: readonly FollowUp[];
  readonly activity: ReadonlyMap<Alumnus, MainActivity>;
  readonly same: ReadonlySet<Alumnus>;
};

const at18 = (input: Input, cast: Cast, wave: Wave, days: CallDays, noMore: ReadonlySet<Alumnus>): Wave18 => {
  const { draw, plan } = input;
  const speaking = [...cast.responded];
  const same = new Set(draw.sample(speaking, plan.sameAt18));
  const lead = new Set(draw.sample(speaking, plan.askedToLead));
  const activity = new Map<Alumnus, MainActivity>();
  const followUps = cast.alumni.flatMap((one, index): readonly FollowUp[] => {
    const { award } = one;
    if (cast.lost.has(one)) return [lostRecord(draw, award, wave.id, days, index % 2 === 0 ? 'deceased' : 'opted-out')];
    const now = activityAt18(draw, cast, one);
    activity.set(one, now);
    if (cast.elsewhere.has(one)) return [elsewhereRecord(draw, award, wave.id, days, now)];
    if (!cast.responded.has(one)) return silentRecord(draw, award, wave.id, days, false);
    const because: YesNoUnsure = cast.attributed.has(one) ? 'yes' : draw.chance(0.6) ? 'no' : 'unsure';
    const facts: Facts = {
      baseline: cast.baseline.get(award.id),
      activity: now,
      same: same.has(one),
      lead: lead.has(one),
      because,
      callAgain: !noMore.has(one),
    };
    return [completeRecord(draw, award, wave.id, days, interviewAnswers(draw, facts))];
  });
  return { followUps, activity, same };
};

const at24 = (
  input: Input,
  cast: Cast,
  wave: Wave,
  days: CallDays,
  before: Wave18,
  gone: readonly Alumnus[],
  open: boolean,
): readonly FollowUp[] => {
  const { draw, plan, starts } = input;
  const followed = without(cast.alumni, cast.lost, new Set(gone));
  const weight = (one: Alumnus): number => readiness(one, starts) * (cast.responded.has(one) ? 4 : 1);
  const speaking = draw.sample(followed, plan.respondedAt24, weight);
  const responded = new Set(speaking);
  const same = new Set(draw.sample(speaking, plan.sameAt24, (one) => (before.same.has(one) ? 4 : 1)));
  const stillOpen = new Set(
    open ? draw.sample(without(followed, responded), Math.min(5, followed.length - responded.size)) : [],
  );
  return followed.flatMap((one): readonly FollowUp[] => {
    const { award } = one;
    if (stillOpen.has(one)) return openRecord(draw, award, wave.id, days);
    if (!responded.has(one)) return silentRecord(draw, award, wave.id, days, open);
    const activity = elsewhereThan(draw, before.activity.get(one) ?? 'not-seeking');
    const facts: Facts = {
      baseline: cast.baseline.get(award.id),
      activity,
      same: same.has(one),
      lead: draw.chance(0.66),
      because: drawBecause(draw),
      callAgain: true,
    };
    return [completeRecord(draw, award, wave.id, days, interviewAnswers(draw, facts))];
  });
};

/** How far things have come by an early wave: shares of people, 0 to 1. */
type Early = { readonly paid: number; readonly stipend: number; readonly same: number; readonly lead: number };

const atExit: Early = { paid: 0.04, stipend: 0.03, same: 0.94, lead: 0.31 };
const atSixMonths: Early = { paid: 0.11, stipend: 0.06, same: 0.86, lead: 0.48 };

const earlyActivity = (draw: Draw, baseline: MainActivity, { paid, stipend }: Early): MainActivity => {
  if (isVolunteer(baseline) && draw.chance(paid)) return 'paid-employee';
  return baseline === 'unpaid-volunteer' && draw.chance(stipend) ? 'stipend-volunteer' : elsewhereThan(draw, baseline);
};

type At = { readonly wave: Wave; readonly days: CallDays; readonly open: boolean };

const atEarly = (
  { draw, starts }: Input,
  cast: Cast,
  at: At | undefined,
  count: number,
  early: Early,
): readonly FollowUp[] => {
  if (at === undefined || count === 0) return [];
  const speaking = draw.sample(without(cast.alumni, cast.lost), count, (one) => readiness(one, starts));
  return speaking.map(({ award }) => {
    const baseline = cast.baseline.get(award.id) ?? 'not-seeking';
    const activity = earlyActivity(draw, baseline, early);
    const facts: Facts = {
      baseline,
      activity,
      same: draw.chance(early.same),
      lead: draw.chance(early.lead),
      because: drawBecause(draw),
      callAgain: true,
    };
    return completeRecord(draw, award, at.wave.id, at.days, interviewAnswers(draw, facts));
  });
};

/** The baselines and raw answers of one finished cohort, made so that the plan's numbers come out; the rest is drawn. */
export const answersOf = (
  input: Input,
): { readonly enrolments: readonly Enrolment[]; readonly followUps: readonly FollowUp[] } => {
  const { plan, alumni, programme, graduation, today, draw } = input;
  const cast = castOf(input);
  const noMore = new Set(draw.sample([...cast.responded], Math.floor((plan.lostLater + 1) / 2)));
  const died = draw.sample(without(alumni, cast.lost, noMore), plan.lostLater - noMore.size);
  const at = (offsetMonths: number): At | undefined => {
    const wave = programme.rules.waves.find((each) => each.offsetMonths === offsetMonths);
    const dates = wave && waveDates(graduation, wave, programme.rules);
    if (wave === undefined || dates === undefined || dates.opens > today) return undefined;
    return { wave, days: callDays(dates, today), open: today <= dates.closes };
  };
  const [eighteen, twentyFour] = [at(18), at(24)];
  const early = [
    ...atEarly(input, cast, at(0), plan.respondedAtExit, atExit),
    ...atEarly(input, cast, at(6), plan.respondedAt6, atSixMonths),
  ];
  const middle = eighteen && at18(input, cast, eighteen.wave, eighteen.days, noMore);
  const late =
    !middle || !twentyFour
      ? []
      : [
          ...died.map(({ award }, index) =>
            lostRecord(draw, award, twentyFour.wave.id, twentyFour.days, index % 2 === 0 ? 'deceased' : 'opted-out'),
          ),
          ...at24(input, cast, twentyFour.wave, twentyFour.days, middle, [...noMore, ...died], twentyFour.open),
        ];
  return {
    enrolments: alumni.map(({ enrolment }) =>
      withBaseline(enrolment, cast.baseline.get(enrolment.id) ?? 'not-seeking'),
    ),
    followUps: [...early, ...(middle?.followUps ?? []), ...late],
  };
};

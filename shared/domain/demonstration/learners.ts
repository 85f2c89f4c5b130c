import type { IsoDate } from '#shared/lib/dates.ts';
import { addDays } from '#shared/lib/dates.ts';
import type { Cohort } from '../cohorts.ts';
import type { EnrolmentId, PersonId } from '../ids.ts';
import { asId } from '../ids.ts';
import type { AlternateContact, Baseline, Enrolment, MainActivity, Person } from '../people.ts';
import { demonstrationConsents } from './consents.ts';
import type { DemonstrationCountry } from './countries.ts';
import type { Draw } from './draw.ts';
import type { WrittenName } from './names.ts';
import { namePools } from './names.ts';

/** A learner before the marks: `ability` is the mean share of marks in per cent. */
export type Learner = { readonly person: Person; readonly enrolment: Enrolment; readonly ability: number };

/** Gives out telephone numbers that nobody has: +CC 700 nnn nnn, counted per country. */
export type PhoneBook = (callingCode: string) => string;

export const newPhoneBook = (): PhoneBook => {
  const given = new Map<string, number>();
  return (callingCode) => {
    const number = (given.get(callingCode) ?? 0) + 1;
    given.set(callingCode, number);
    const digits = String(number).padStart(6, '0');
    return `+${callingCode} 700 ${digits.slice(0, 3)} ${digits.slice(3)}`;
  };
};

/** What the learners of one group share. `site` is their place of meeting; names not given are drawn from the country's pool. */
export type LearnerGroup = {
  readonly cohort: Cohort;
  readonly country: DemonstrationCountry;
  readonly draw: Draw;
  readonly phones: PhoneBook;
  readonly site?: string;
  readonly mentorGroup?: string;
  /** False leaves out alternates, as the paper files of the first cycles did. */
  readonly alternates: boolean;
};

const drawName = (draw: Draw, country: string): WrittenName => {
  const pool = namePools[country];
  if (pool === undefined) throw new Error(`No names for ${country}`);
  const sex = draw.chance(0.72) ? 'female' : 'male';
  const first = draw.pick(pool[sex]);
  const second = draw.chance(0.35) ? draw.pick(pool[sex]) : first;
  return [second === first ? first : `${first} ${second}`, draw.pick(pool.family), sex];
};

const bornFor = (draw: Draw, starts: IsoDate): IsoDate => {
  const roll = draw.whole(1, 100);
  const age = roll <= 25 ? draw.whole(18, 24) : roll <= 75 ? draw.whole(25, 39) : draw.whole(40, 58);
  return addDays(starts, -Math.floor(age * 365.25) - draw.whole(1, 360));
};

/** A volunteer activity: about two in three unpaid. */
export const volunteerActivity = (draw: Draw): MainActivity =>
  draw.chance(0.66) ? 'unpaid-volunteer' : 'stipend-volunteer';

/** An activity of someone who is not a volunteer. */
export const otherActivity = (draw: Draw): MainActivity => {
  const roll = draw.whole(1, 100);
  if (roll <= 62) return 'paid-employee';
  if (roll <= 76) return 'self-employed';
  return roll <= 94 ? 'seeking-work' : 'further-study';
};

const baselineFor = (draw: Draw, country: DemonstrationCountry, activity: MainActivity): Baseline => ({
  activity,
  community: draw.pick(country.communities),
  organisation: country.partner,
  secondaryDone: draw.chance(0.6),
});

const relations = ['sister', 'brother', 'mother', 'neighbour', 'work'];

const alternatesFor = (group: LearnerGroup): readonly AlternateContact[] => {
  const { draw, country, phones } = group;
  if (!group.alternates) return [];
  return [0, 1].map(() => ({
    name: drawName(draw, country.code)[0],
    relation: draw.pick(relations),
    phone: phones(country.phone),
  }));
};

/** Makes one learner with an active enrolment and a baseline; `number` counts within the cohort. */
export const makeLearner = (group: LearnerGroup, number: number, name?: WrittenName): Learner => {
  const { cohort, country, draw, phones, site, mentorGroup } = group;
  const [givenNames, familyName, sex] = name ?? drawName(draw, country.code);
  const personId = asId<PersonId>(draw.id());
  const community = draw.pick(country.communities);
  const person: Person = {
    id: personId,
    givenNames: givenNames.normalize('NFC'),
    familyName: familyName.normalize('NFC'),
    number: `${cohort.code}-${String(number).padStart(3, '0')}`,
    sex,
    born: bornFor(draw, cohort.starts),
    ...(draw.chance(0.94) ? { phone: phones(country.phone) } : {}),
    community,
    country: country.code,
    language: country.language,
    alternates: alternatesFor(group),
    // The paper files of the first cycles hold none.
    ...(group.alternates ? { consents: demonstrationConsents(number, cohort.starts) } : {}),
  };
  const activity = draw.chance(0.69) ? volunteerActivity(draw) : otherActivity(draw);
  const enrolment: Enrolment = {
    id: asId<EnrolmentId>(draw.id()),
    personId,
    cohortId: cohort.id,
    status: 'active',
    enrolledOn: addDays(cohort.starts, -draw.whole(3, 25)),
    ...(site === undefined ? {} : { site }),
    ...(mentorGroup === undefined ? {} : { mentorGroup }),
    baseline: { ...baselineFor(draw, country, activity), community },
    consentCalls: true,
  };
  return { person, enrolment, ability: Math.max(53, Math.min(92, 68 + 8.5 * draw.normal())) };
};

/** The same learner with another baseline activity. */
export const withBaseline = (enrolment: Enrolment, activity: MainActivity): Enrolment => ({
  ...enrolment,
  baseline: { ...enrolment.baseline, activity },
});

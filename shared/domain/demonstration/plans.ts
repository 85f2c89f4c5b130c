import { apportion } from './draw.ts';

/** How many people of a finished cohort end up where; all else is drawn. See domain.md 5 for the letters in brackets. */
export type CohortPlan = {
  readonly country: string;
  readonly enrolled: number;
  readonly awarded: number;
  /** Died or opted out by 18 months (D). */
  readonly lost: number;
  /** Interviewed at 18 months (R). */
  readonly responded: number;
  /** Volunteers whose activity at 18 months is known: interviewed, or known from elsewhere. */
  readonly knownVolunteers: number;
  readonly elsewhere: number;
  /** Volunteers among those not interviewed. */
  readonly silentVolunteers: number;
  /** Volunteers at baseline who are paid at 18 months, how many of them were never asked why, and how many say it was the course. */
  readonly converted: number;
  readonly notAsked: number;
  readonly attributed: number;
  readonly toStipend: number;
  readonly askedToLead: number;
  readonly sameAt18: number;
  /** Lost between 18 and 24 months. */
  readonly lostLater: number;
  readonly respondedAt24: number;
  readonly sameAt24: number;
  readonly respondedAt6: number;
  readonly respondedAtExit: number;
};

/** A finished cycle; `monthsAgo` is the least time since one of its cohorts graduated. */
export type CyclePlan = { readonly cycle: string; readonly monthsAgo: number; readonly cohorts: readonly CohortPlan[] };

type Totals = Readonly<
  Record<Exclude<keyof CohortPlan, 'country' | 'enrolled' | 'silentVolunteers'> | 'volunteers', number>
>;

type Given = Partial<
  Readonly<Record<'awarded' | 'lost' | 'responded' | 'knownVolunteers' | 'elsewhere' | 'converted', readonly number[]>>
>;

type Numbers = readonly number[];

const minus = (a: Numbers, ...others: readonly Numbers[]): Numbers =>
  a.map((value, index) => others.reduce((rest, other) => rest - (other[index] ?? 0), value));

const columns = (enrolled: Numbers, totals: Totals, given: Given) => {
  const awarded = given.awarded ?? apportion(totals.awarded, enrolled);
  const lost = given.lost ?? apportion(totals.lost, awarded);
  const followed = minus(awarded, lost);
  const responded = given.responded ?? apportion(totals.responded, followed);
  const silent = minus(followed, responded);
  const elsewhere = given.elsewhere ?? apportion(totals.elsewhere, silent);
  const knownVolunteers = given.knownVolunteers ?? apportion(totals.knownVolunteers, responded);
  const silentVolunteers = apportion(totals.volunteers - totals.knownVolunteers + totals.elsewhere, silent, silent);
  const converted = given.converted ?? apportion(totals.converted, knownVolunteers);
  const notAsked = apportion(totals.notAsked, converted, elsewhere);
  return {
    awarded,
    lost,
    responded,
    elsewhere,
    knownVolunteers,
    silentVolunteers,
    converted,
    notAsked,
    attributed: apportion(totals.attributed, minus(converted, notAsked)),
    toStipend: apportion(totals.toStipend, knownVolunteers),
    askedToLead: apportion(totals.askedToLead, responded),
    sameAt18: apportion(totals.sameAt18, responded),
    lostLater: apportion(totals.lostLater, responded),
    respondedAt24: apportion(totals.respondedAt24, responded),
    sameAt24: apportion(totals.sameAt24, apportion(totals.respondedAt24, responded)),
    respondedAt6: apportion(totals.respondedAt6, responded, followed),
    respondedAtExit: apportion(totals.respondedAtExit, followed, followed),
  };
};

const plan = (
  cycle: string,
  monthsAgo: number,
  enrolledIn: Readonly<Record<string, number>>,
  totals: Totals,
  given: Given = {},
): CyclePlan => {
  const enrolled = Object.values(enrolledIn);
  const shared = columns(enrolled, totals, given);
  const at = (index: number): Omit<CohortPlan, 'country' | 'enrolled'> =>
    Object.fromEntries(Object.entries(shared).map(([key, values]) => [key, values[index] ?? 0])) as Omit<
      CohortPlan,
      'country' | 'enrolled'
    >;
  const cohorts = Object.entries(enrolledIn).map(([country, number], index): CohortPlan => ({
    country,
    enrolled: number,
    ...at(index),
  }));
  return { cycle, monthsAgo, cohorts };
};

/**
 * Three finished cycles: 553 learners in eight countries, 122 of them in one, then two cycles in eleven countries. The numbers are chosen so
 * that the published headline follows from the raw answers (domain.md 5); no share is stored anywhere.
 */
export const cyclePlans: readonly CyclePlan[] = [
  plan(
    '1',
    96,
    { SZ: 48, KE: 70, LS: 45, MW: 64, NA: 49, ZA: 86, ZM: 122, ZW: 69 },
    {
      awarded: 492,
      lost: 4,
      responded: 309,
      volunteers: 340,
      knownVolunteers: 212,
      elsewhere: 10,
      converted: 53,
      notAsked: 3,
      attributed: 37,
      toStipend: 22,
      askedToLead: 196,
      sameAt18: 240,
      lostLater: 2,
      respondedAt24: 280,
      sameAt24: 213,
      respondedAt6: 0,
      respondedAtExit: 0,
    },
  ),
  plan(
    '2',
    58,
    { BW: 92, SZ: 84, KE: 190, LS: 80, MW: 184, MZ: 172, NA: 104, RW: 126, ZA: 236, ZM: 178, ZW: 134 },
    {
      awarded: 1388,
      lost: 16,
      responded: 850,
      volunteers: 940,
      knownVolunteers: 600,
      elsewhere: 20,
      converted: 150,
      notAsked: 4,
      attributed: 108,
      toStipend: 66,
      askedToLead: 540,
      sameAt18: 670,
      lostLater: 5,
      respondedAt24: 770,
      sameAt24: 585,
      respondedAt6: 0,
      respondedAtExit: 0,
    },
  ),
  plan(
    '3',
    24,
    { BW: 88, SZ: 79, KE: 145, LS: 41, MW: 164, MZ: 187, NA: 105, RW: 114, ZA: 184, ZM: 178, ZW: 117 },
    {
      awarded: 1236,
      lost: 14,
      responded: 764,
      volunteers: 846,
      knownVolunteers: 532,
      elsewhere: 17,
      converted: 133,
      notAsked: 6,
      attributed: 94,
      toStipend: 58,
      askedToLead: 489,
      sameAt18: 601,
      lostLater: 4,
      respondedAt24: 702,
      sameAt24: 535,
      respondedAt6: 880,
      respondedAtExit: 1131,
    },
    {
      awarded: [78, 70, 128, 36, 144, 163, 93, 101, 162, 157, 104],
      lost: [1, 1, 1, 1, 2, 2, 1, 1, 2, 1, 1],
      responded: [50, 45, 85, 31, 94, 69, 60, 70, 104, 94, 62],
      knownVolunteers: [34, 31, 58, 21, 66, 52, 41, 49, 73, 64, 43],
      elsewhere: [1, 1, 2, 1, 2, 2, 1, 2, 2, 2, 1],
      converted: [9, 8, 16, 5, 14, 11, 12, 15, 17, 14, 12],
    },
  ),
];

import type { IsoDate } from '#shared/lib/dates.ts';
import { addDays, addMonths } from '#shared/lib/dates.ts';
import type { ProgrammeVersion } from '../programmes.ts';
import { demonstrationCountries } from './countries.ts';
import { newDraw } from './draw.ts';
import type { Tools } from './finished.ts';
import { finishedCohort } from './finished.ts';
import { newPhoneBook } from './learners.ts';
import type { CyclePlan } from './plans.ts';
import { cyclePlans } from './plans.ts';
import type { DemonstrationRecords } from './records.ts';
import { joinRecords } from './records.ts';
import { waitingCohort } from './waiting.ts';
import { workingCohort } from './working.ts';

/** What the demonstration is built for; the same input gives the same records. */
export type DemonstrationInput = {
  readonly programme: ProgrammeVersion;
  readonly today: IsoDate;
  readonly seed: number;
};

/** The published headline (domain.md 5) in per cent, to stand beside what the demonstration's raw answers give. */
export const publishedHeadline = { volunteerToPaid: 25, attribution: 74, sameCommunity: 75 } as const;

const finishedCycle = (
  { cycle, monthsAgo, cohorts }: CyclePlan,
  latest: string | undefined,
  tools: Tools,
): readonly DemonstrationRecords[] => {
  const spacing = Math.floor(150 / cohorts.length);
  return cohorts.map((plan, index) => {
    const country = demonstrationCountries.find(({ code }) => code === plan.country);
    if (country === undefined) throw new Error(`No country ${plan.country}`);
    const days = 20 + ((index * 7) % cohorts.length) * spacing;
    const graduation = addDays(addMonths(tools.today, -monthsAgo), -days);
    return finishedCohort(plan, country, { cycle, graduation, recent: cycle === latest }, tools);
  });
};

/**
 * Builds the demonstration: three finished cycles with over 3,000 alumni in eleven countries, a cohort in the middle of its work and one that
 * waits for its award board. All people are invented. The programme needs waves at 18 and 24 months for the published headline.
 */
export const buildDemonstration = ({ programme, today, seed }: DemonstrationInput): DemonstrationRecords => {
  const tools: Tools = { programme, today, draw: newDraw(seed, today), phones: newPhoneBook() };
  const latest = cyclePlans.at(-1)?.cycle;
  return joinRecords([
    ...cyclePlans.flatMap((plan) => finishedCycle(plan, latest, tools)),
    waitingCohort(tools),
    workingCohort(tools),
  ]);
};

import type { CohortId } from './ids.ts';
import type { Message } from './message.ts';
import { message } from './message.ts';
import type { AnswerIndicatorId, IndicatorId } from './outcome-indicators.ts';
import { answerIndicatorIds, classify, indicatorIds, isKnown } from './outcome-indicators.ts';
import type { Contrast, ContrastTally } from './outcome-contrasts.ts';
import { addContrasts, contrastsOf, newContrastTally } from './outcome-contrasts.ts';
import type { AgeBand, OutcomeRow } from './outcome-rows.ts';
import type { MainActivity, Sex } from './people.ts';
import { isVolunteer } from './questionnaire.ts';
import type { Counts, Estimate } from './statistics.ts';
import { estimate } from './statistics.ts';

/** Whom to count. One cycle and one wave always: answers given at different times are never pooled (domain.md 5). */
export type OutcomeSelection = {
  readonly cycle: string;
  readonly offsetMonths: number;
  readonly cohortId?: CohortId;
  readonly country?: string;
  readonly sex?: Sex;
  readonly ageBand?: AgeBand;
  readonly baseline?: MainActivity | 'volunteer';
};

/** From enrolled to interviewed: E, A, (not yet due), D, F, R, K and V₀ of domain.md 5; followed = awarded − notYetDue − lost. */
export type OutcomeFlow = {
  readonly enrolled: number;
  readonly awarded: number;
  /** Awarded, but the wave has not opened or is not part of their programme. */
  readonly notYetDue: number;
  readonly lost: number;
  readonly followed: number;
  readonly responded: number;
  readonly known: number;
  /** Volunteers at baseline among the followed. */
  readonly volunteers: number;
  /** Followed whose baseline activity was never recorded: out of every "volunteer → paid". */
  readonly baselineMissing: number;
};

/** One indicator with its numbers and the definition in use. */
export type Indicator = { readonly id: IndicatorId; readonly estimate: Estimate; readonly definition: Message };

export type Indicators = Readonly<Record<IndicatorId, Indicator>>;

/** Everything that the outcomes page, the brief and the job show for one selection. */
export type OutcomeReport = {
  readonly selection: OutcomeSelection;
  readonly flow: OutcomeFlow;
  readonly indicators: Indicators;
  readonly byCountry: readonly { readonly country: string; readonly indicators: Indicators }[];
  readonly contrasts: readonly Contrast[];
};

type MutableCounts = { -readonly [Key in keyof Counts]: Counts[Key] };
type Tally = {
  readonly flow: { -readonly [Key in keyof OutcomeFlow]: OutcomeFlow[Key] };
  readonly answers: Readonly<Record<AnswerIndicatorId, MutableCounts>>;
};

const newTally = (): Tally => ({
  flow: {
    enrolled: 0,
    awarded: 0,
    notYetDue: 0,
    lost: 0,
    followed: 0,
    responded: 0,
    known: 0,
    volunteers: 0,
    baselineMissing: 0,
  },
  answers: Object.fromEntries(
    answerIndicatorIds.map((id) => [id, { count: 0, known: 0, base: 0 }]),
  ) as Tally['answers'],
});

/** True where a row is counted in a selection. The wave does not select rows: it says which answers are read. */
const isSelected = (row: OutcomeRow, selection: OutcomeSelection): boolean => {
  const { cycle, cohortId, country, sex, ageBand, baseline } = selection;
  if (row.cycle !== cycle) return false;
  if (cohortId !== undefined && row.cohortId !== cohortId) return false;
  if (country !== undefined && row.country !== country) return false;
  if (sex !== undefined && row.sex !== sex) return false;
  if (ageBand !== undefined && row.ageBand !== ageBand) return false;
  return baseline === undefined || row.baseline === baseline || (baseline === 'volunteer' && isVolunteer(row.baseline));
};

const addRow = ({ flow, answers: tallies }: Tally, row: OutcomeRow, offsetMonths: number): void => {
  flow.enrolled += 1;
  if (!row.awarded) return;
  flow.awarded += 1;
  const wave = row.waves.find((each) => each.offsetMonths === offsetMonths);
  if (wave === undefined) flow.notYetDue += 1;
  else if (wave.lost) flow.lost += 1;
  else {
    flow.followed += 1;
    if (wave.complete) flow.responded += 1;
    if (wave.complete || isKnown(wave.answers)) flow.known += 1;
    if (isVolunteer(row.baseline)) flow.volunteers += 1;
    if (row.baseline === undefined) flow.baselineMissing += 1;
    for (const id of answerIndicatorIds) {
      const verdict = classify[id](row, wave.answers);
      if (verdict === 'out') continue;
      const counts = tallies[id];
      counts.base += 1;
      if (verdict === 'unknown') continue;
      counts.known += 1;
      if (verdict === 'yes') counts.count += 1;
    }
  }
};

const countsOf = ({ flow, answers }: Tally, id: IndicatorId): Counts => {
  switch (id) {
    case 'completion':
      return { count: flow.awarded, known: flow.enrolled, base: flow.enrolled };
    case 'response':
      return { count: flow.responded, known: flow.followed, base: flow.followed };
    case 'knowledge':
      return { count: flow.known, known: flow.followed, base: flow.followed };
    default:
      return answers[id];
  }
};

const indicatorsOf = (tally: Tally): Indicators =>
  Object.fromEntries(
    indicatorIds.map((id): readonly [IndicatorId, Indicator] => [
      id,
      { id, estimate: estimate(countsOf(tally, id)), definition: message(`outcomeIndicators.${id}.definition`) },
    ]),
  ) as Indicators;

/** Computes every indicator of a selection from raw rows in one pass; the order of the rows does not matter. */
export const outcomes = (rows: readonly OutcomeRow[], selection: OutcomeSelection): OutcomeReport => {
  const all = newTally();
  const countries = new Map<string, Tally>();
  const contrasts: ContrastTally = newContrastTally();
  for (const row of rows) {
    if (!isSelected(row, selection)) continue;
    addRow(all, row, selection.offsetMonths);
    let country = countries.get(row.country);
    if (country === undefined) countries.set(row.country, (country = newTally()));
    addRow(country, row, selection.offsetMonths);
    addContrasts(contrasts, row, selection.offsetMonths);
  }
  const byCountry = [...countries]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([country, tally]) => ({ country, indicators: indicatorsOf(tally) }));
  return { selection, flow: all.flow, indicators: indicatorsOf(all), byCountry, contrasts: contrastsOf(contrasts) };
};

/** A cycle with the months of the waves that have opened for at least one alumnus, and of those in which someone has answered. */
export type CycleWaves = {
  readonly cycle: string;
  readonly offsets: readonly number[];
  readonly answered: readonly number[];
};

const ascending = (numbers: ReadonlySet<number>): readonly number[] => [...numbers].sort((a, b) => a - b);

/** The cycles among the rows, in order. */
export const cyclesOf = (rows: readonly OutcomeRow[]): readonly CycleWaves[] => {
  const cycles = new Map<string, { readonly offsets: Set<number>; readonly answered: Set<number> }>();
  for (const row of rows) {
    let found = cycles.get(row.cycle);
    if (found === undefined) cycles.set(row.cycle, (found = { offsets: new Set(), answered: new Set() }));
    for (const wave of row.waves) {
      found.offsets.add(wave.offsetMonths);
      if (isKnown(wave.answers)) found.answered.add(wave.offsetMonths);
    }
  }
  return [...cycles]
    .sort(([a], [b]) => a.localeCompare(b, 'en', { numeric: true }))
    .map(([cycle, { offsets, answered }]) => ({ cycle, offsets: ascending(offsets), answered: ascending(answered) }));
};

/** How many alumni there are in how many countries, over all cycles: a count of awards, which may be added up. */
export const alumniTotals = (rows: readonly OutcomeRow[]): { readonly alumni: number; readonly countries: number } => {
  const alumni = rows.filter(({ awarded }) => awarded);
  return { alumni: alumni.length, countries: new Set(alumni.map(({ country }) => country)).size };
};

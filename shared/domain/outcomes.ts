import type { CohortId } from './ids.ts';
import type { Message } from './message.ts';
import { message } from './message.ts';
import type { AnswerIndicatorId, IndicatorId, Reading, Verdict } from './outcome-indicators.ts';
import { answerIndicatorIds, classify, flowIndicatorIds, indicatorIds, isKnown } from './outcome-indicators.ts';
import type { OutcomeDefinition } from './outcome-definitions.ts';
import { outcomeDefinitions, placementOf } from './outcome-definitions.ts';
import type { Contrast, ContrastTally } from './outcome-contrasts.ts';
import { addContrasts, contrastsOf, newContrastTally } from './outcome-contrasts.ts';
import type { AgeBand, OutcomeRow, OutcomeWave } from './outcome-rows.ts';
import type { MainActivity, Sex } from './people.ts';
import { isVolunteer } from './questionnaire.ts';
import type { Counts, Estimate } from './statistics.ts';
import { estimate, estimatesOfParts } from './statistics.ts';

/** Whom to count. One cycle and one wave always: answers given at different times are never pooled (domain.md 5). */
export type OutcomeSelection = {
  readonly cycle: string;
  readonly offsetMonths: number;
  readonly cohortId?: CohortId;
  readonly country?: string;
  readonly site?: string;
  readonly sex?: Sex;
  readonly ageBand?: AgeBand;
  readonly baseline?: MainActivity | 'volunteer' | 'unknown';
  /** Who counts as placed; the programme's own where none is chosen. */
  readonly definition?: OutcomeDefinition;
};

/** From enrolled to interviewed: E, A, (not yet due), D, F, R, K and V₀ of domain.md 5; followed = awarded − notYetDue − lost. */
export type OutcomeFlow = {
  readonly enrolled: number;
  readonly awarded: number;
  /** Awarded in cohorts of which nobody knows how many began: they are in A and not in E, and out of the completion. */
  readonly beginUnknown: number;
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
  /** Placement by every definition, from the same answers. */
  readonly placements: Readonly<Record<OutcomeDefinition, Estimate>>;
  /** Parts of the whole above: where one is hidden, so is what would give it away. */
  readonly byCountry: readonly { readonly country: string; readonly indicators: Indicators }[];
  readonly contrasts: readonly Contrast[];
};

type MutableCounts = { -readonly [Key in keyof Counts]: Counts[Key] };
type Tally = {
  readonly flow: { -readonly [Key in keyof OutcomeFlow]: OutcomeFlow[Key] };
  readonly answers: Readonly<Record<AnswerIndicatorId, MutableCounts>>;
  readonly placements: Readonly<Record<OutcomeDefinition, MutableCounts>>;
};

const noCounts = (): MutableCounts => ({ count: 0, known: 0, base: 0 });

const newTally = (): Tally => ({
  flow: {
    enrolled: 0,
    awarded: 0,
    beginUnknown: 0,
    notYetDue: 0,
    lost: 0,
    followed: 0,
    responded: 0,
    known: 0,
    volunteers: 0,
    baselineMissing: 0,
  },
  answers: Object.fromEntries(answerIndicatorIds.map((id) => [id, noCounts()])) as Tally['answers'],
  placements: Object.fromEntries(outcomeDefinitions.map((name) => [name, noCounts()])) as Tally['placements'],
});

/** True where a row is counted in a selection. The wave does not select rows: it says which answers are read. */
export const isSelected = (row: OutcomeRow, selection: OutcomeSelection): boolean => {
  const { cycle, cohortId, country, site, sex, ageBand, baseline } = selection;
  if (row.cycle !== cycle) return false;
  if (cohortId !== undefined && row.cohortId !== cohortId) return false;
  if (country !== undefined && row.country !== country) return false;
  if (site !== undefined && row.site !== site) return false;
  if (sex !== undefined && row.sex !== sex) return false;
  if (ageBand !== undefined && row.ageBand !== ageBand) return false;
  if (baseline === undefined || row.baseline === baseline) return true;
  return baseline === 'unknown' ? row.baseline === undefined : baseline === 'volunteer' && isVolunteer(row.baseline);
};

const addVerdict = (counts: MutableCounts, verdict: Verdict): void => {
  if (verdict === 'out') return;
  counts.base += 1;
  if (verdict === 'unknown') return;
  counts.known += 1;
  if (verdict === 'yes') counts.count += 1;
};

const addAnswers = (tally: Tally, row: OutcomeRow, { answers }: OutcomeWave, reading: Reading): void => {
  for (const id of answerIndicatorIds) addVerdict(tally.answers[id], classify[id](row, answers, reading));
  const { activity } = answers;
  for (const name of outcomeDefinitions)
    addVerdict(
      tally.placements[name],
      activity === undefined ? 'unknown' : placementOf(name, activity, reading.offsetMonths),
    );
};

const addRow = (tally: Tally, row: OutcomeRow, reading: Reading): void => {
  const { flow } = tally;
  if (row.beginUnknown !== true) flow.enrolled += 1;
  if (!row.awarded) return;
  flow.awarded += 1;
  if (row.beginUnknown === true) flow.beginUnknown += 1;
  const wave = row.waves.find((each) => each.offsetMonths === reading.offsetMonths);
  if (wave === undefined) flow.notYetDue += 1;
  else if (wave.lost) flow.lost += 1;
  else {
    flow.followed += 1;
    if (wave.complete) flow.responded += 1;
    if (wave.complete || isKnown(wave.answers)) flow.known += 1;
    if (isVolunteer(row.baseline)) flow.volunteers += 1;
    if (row.baseline === undefined) flow.baselineMissing += 1;
    addAnswers(tally, row, wave, reading);
  }
};

const countsOf = ({ flow, answers }: Tally, id: IndicatorId): Counts => {
  switch (id) {
    case 'completion':
      return { count: flow.awarded - flow.beginUnknown, known: flow.enrolled, base: flow.enrolled };
    case 'response':
      return { count: flow.responded, known: flow.followed, base: flow.followed };
    case 'knowledge':
      return { count: flow.known, known: flow.followed, base: flow.followed };
    default:
      return answers[id];
  }
};

const kindOf = (id: IndicatorId): 'people' | 'answers' =>
  flowIndicatorIds.some((flow) => flow === id) ? 'people' : 'answers';

const definitionOf = (id: IndicatorId, definition: OutcomeDefinition): Message =>
  message(id === 'placement' ? `outcomeDefinitions.${definition}.definition` : `outcomeIndicators.${id}.definition`);

const indicatorsOf = (estimateOf: (id: IndicatorId) => Estimate, definition: OutcomeDefinition): Indicators =>
  Object.fromEntries(
    indicatorIds.map((id): readonly [IndicatorId, Indicator] => [
      id,
      { id, estimate: estimateOf(id), definition: definitionOf(id, definition) },
    ]),
  ) as Indicators;

/** Nobody's answer can be worked out from the other countries and the whole. */
const partsOf = (
  countries: readonly (readonly [string, Tally])[],
  definition: OutcomeDefinition,
): OutcomeReport['byCountry'] => {
  const estimates = new Map(
    indicatorIds.map((id) => [
      id,
      estimatesOfParts(
        countries.map(([, tally]) => countsOf(tally, id)),
        kindOf(id),
      ),
    ]),
  );
  return countries.map(([country, tally], index) => ({
    country,
    indicators: indicatorsOf((id) => estimates.get(id)?.[index] ?? estimate(countsOf(tally, id)), definition),
  }));
};

/** The counts of one indicator over rows that are already selected. */
export const countsOfRows = (rows: readonly OutcomeRow[], id: IndicatorId, reading: Reading): Counts => {
  const tally = newTally();
  for (const row of rows) addRow(tally, row, reading);
  return countsOf(tally, id);
};

/** Computes every indicator of a selection from raw rows in one pass; the order of the rows does not matter. */
export const outcomes = (rows: readonly OutcomeRow[], selection: OutcomeSelection): OutcomeReport => {
  const { offsetMonths, definition = 'programme' } = selection;
  const reading: Reading = { offsetMonths, definition };
  const all = newTally();
  const countries = new Map<string, Tally>();
  const contrasts: ContrastTally = newContrastTally();
  for (const row of rows) {
    if (!isSelected(row, selection)) continue;
    addRow(all, row, reading);
    let country = countries.get(row.country);
    if (country === undefined) countries.set(row.country, (country = newTally()));
    addRow(country, row, reading);
    addContrasts(contrasts, row, offsetMonths);
  }
  return {
    selection,
    flow: all.flow,
    indicators: indicatorsOf((id) => estimate(countsOf(all, id), kindOf(id)), definition),
    placements: Object.fromEntries(
      outcomeDefinitions.map((name) => [name, estimate(all.placements[name], 'answers')]),
    ) as OutcomeReport['placements'],
    byCountry: partsOf(
      [...countries].sort(([a], [b]) => (a < b ? -1 : 1)),
      definition,
    ),
    contrasts: contrastsOf(contrasts),
  };
};

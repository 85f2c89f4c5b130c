import type { OutcomeDefinition } from './outcome-definitions.ts';
import { outcomeDefinitions, placementOf } from './outcome-definitions.ts';
import type { AnswerIndicatorId, IndicatorId, Reading, Verdict } from './outcome-indicators.ts';
import { answerIndicatorIds, classify, flowIndicatorIds, isKnown } from './outcome-indicators.ts';
import type { OutcomeRow, OutcomeWave } from './outcome-rows.ts';
import { isVolunteer } from './questionnaire.ts';
import type { Counts } from './statistics.ts';

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

type MutableCounts = { -readonly [Key in keyof Counts]: Counts[Key] };
/** Counts while rows are read; only `addRow` writes them. */
export type Tally = {
  readonly flow: { -readonly [Key in keyof OutcomeFlow]: OutcomeFlow[Key] };
  readonly answers: Readonly<Record<AnswerIndicatorId, MutableCounts>>;
  readonly placements: Readonly<Record<OutcomeDefinition, MutableCounts>>;
};

const noCounts = (): MutableCounts => ({ count: 0, known: 0, base: 0 });

/** An empty tally. */
export const newTally = (): Tally => ({
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

/** Counts one row. */
export const addRow = (tally: Tally, row: OutcomeRow, reading: Reading): void => {
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

/** The counts of one indicator. */
export const countsOf = ({ flow, answers }: Tally, id: IndicatorId): Counts => {
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

/** Whether an indicator counts people, or answers of which one to four may not be shown either way. */
export const kindOf = (id: IndicatorId): 'people' | 'answers' =>
  flowIndicatorIds.some((flow) => flow === id) ? 'people' : 'answers';

/** The counts of one indicator over rows that are already selected. */
export const countsOfRows = (rows: readonly OutcomeRow[], id: IndicatorId, reading: Reading): Counts => {
  const tally = newTally();
  for (const row of rows) addRow(tally, row, reading);
  return countsOf(tally, id);
};

import type { Message } from './message.ts';
import { message } from './message.ts';
import type { IndicatorId, Reading } from './outcome-indicators.ts';
import { indicatorIds } from './outcome-indicators.ts';
import type { OutcomeDefinition } from './outcome-definitions.ts';
import { outcomeDefinitions } from './outcome-definitions.ts';
import type { Contrast, ContrastTally } from './outcome-contrasts.ts';
import { addContrasts, contrastsOf, newContrastTally } from './outcome-contrasts.ts';
import type { OutcomeRow } from './outcome-rows.ts';
import type { FilterName, OutcomeSelection } from './outcome-selection.ts';
import { categoryOf, failedFilters } from './outcome-selection.ts';
import type { ShownFlow } from './outcome-flow.ts';
import { shownFlow } from './outcome-flow.ts';
import type { Tally } from './outcome-tally.ts';
import { addRow, countsOf, kindOf, newTally } from './outcome-tally.ts';
import type { Counts, Estimate } from './statistics.ts';
import { estimate, estimatesOfParts, hiddenBeside } from './statistics.ts';

/** One indicator with its numbers and the definition in use. */
export type Indicator = { readonly id: IndicatorId; readonly estimate: Estimate; readonly definition: Message };

export type Indicators = Readonly<Record<IndicatorId, Indicator>>;

/** Everything that the outcomes page, the brief and the job show for one selection. */
export type OutcomeReport = {
  readonly selection: OutcomeSelection;
  readonly flow: ShownFlow;
  readonly indicators: Indicators;
  /** Placement by every definition, from the same answers. */
  readonly placements: Readonly<Record<OutcomeDefinition, Estimate>>;
  /** Parts of the whole above: where one is hidden, so is what would give it away. */
  readonly byCountry: readonly { readonly country: string; readonly indicators: Indicators }[];
  readonly contrasts: readonly Contrast[];
};

const definitionOf = (id: IndicatorId, definition: OutcomeDefinition): Message =>
  message(id === 'placement' ? `outcomeDefinitions.${definition}.definition` : `outcomeIndicators.${id}.definition`);

/** The people of a category, all of them and by country. */
type Group = { readonly all: Tally; readonly byCountry: Map<string, Tally> };

const newGroup = (): Group => ({ all: newTally(), byCountry: new Map() });

/** The group of a cohort: it is in one country. */
const newCohortGroup = (country: string): Group => {
  const all = newTally();
  return { all, byCountry: new Map([[country, all]]) };
};

const made = <K, V>(map: Map<K, V>, key: K, make: () => V): V => {
  const known = map.get(key);
  if (known !== undefined) return known;
  const value = make();
  map.set(key, value);
  return value;
};

const addToGroup = (group: Group, row: OutcomeRow, reading: Reading): void => {
  addRow(group.all, row, reading);
  addRow(made(group.byCountry, row.country, newTally), row, reading);
};

/**
 * Those whom one filter alone leaves out, by their category in it. Whoever takes the filter away, or chooses another category, sees figures from which the chosen ones
 * could be taken: what is left must not be a small cell.
 */
type Beside = Map<FilterName, Map<string, Group>>;

type Counted = {
  readonly own: Group;
  /** The two kinds of volunteers, where volunteers of both kinds are chosen. */
  readonly kinds: Map<string, Group>;
  readonly beside: Beside;
  readonly contrasts: ContrastTally;
};

const count = (rows: readonly OutcomeRow[], selection: OutcomeSelection, reading: Reading): Counted => {
  const counted: Counted = { own: newGroup(), kinds: new Map(), beside: new Map(), contrasts: newContrastTally() };
  for (const row of rows) {
    if (row.cycle !== selection.cycle) continue;
    const [failed, another] = failedFilters(row, selection);
    if (another !== undefined) continue;
    if (failed !== undefined) {
      const categories = made(counted.beside, failed, () => new Map<string, Group>());
      if (failed === 'cohortId')
        addRow(made(categories, row.cohortId, () => newCohortGroup(row.country)).all, row, reading);
      else addToGroup(made(categories, categoryOf(row, failed), newGroup), row, reading);
      continue;
    }
    addToGroup(counted.own, row, reading);
    if (selection.baseline === 'volunteer')
      addToGroup(made(counted.kinds, categoryOf(row, 'baseline'), newGroup), row, reading);
    addContrasts(counted.contrasts, row, reading.offsetMonths);
  }
  return counted;
};

/** Looks up the counts of a group: of all, or of a country. */
type Look = (group: Group) => Counts;

/** True where the counts of the selection, taken from figures shown for other choices, would leave a small cell. */
const givesAway = ({ own, kinds, beside }: Counted, look: Look, kind: 'people' | 'answers'): boolean =>
  [...beside].some(([filter, categories]) => {
    const others = [...categories.values()].map(look).filter(({ known }) => known > 0);
    if (hiddenBeside(look(own), others, kind)) return true;
    if (filter !== 'baseline' || kinds.size < 2) return false;
    // Both kinds of volunteers together tell of the hidden one where the other is shown.
    const parts = [...kinds.values()].map(look);
    const hidden = estimatesOfParts([...parts, ...others], kind).slice(0, parts.length);
    return hidden.some(({ suppressed }) => suppressed) && hidden.some(({ suppressed }) => !suppressed);
  });

const nothing: Counts = { count: 0, known: 0, base: 0 };

type Estimates = { readonly whole: Estimate; readonly countries: readonly Estimate[] };

const estimatesOf = (
  counted: Counted,
  countries: readonly string[],
  countsIn: (tally: Tally) => Counts,
  kind: 'people' | 'answers',
): Estimates => {
  const inCountry =
    (country: string): Look =>
    ({ byCountry }) => {
      const tally = byCountry.get(country);
      return tally === undefined ? nothing : countsIn(tally);
    };
  const parts = countries.map((country) => inCountry(country)(counted.own));
  const own = countsIn(counted.own.all);
  const whole = estimate(own, kind);
  if (!whole.suppressed && givesAway(counted, ({ all }) => countsIn(all), kind)) {
    const hidden: Estimate = { suppressed: true, because: 'rest', base: whole.base };
    return { whole: hidden, countries: estimatesOfParts(parts, kind, new Set(parts.keys())) };
  }
  const given = new Set(
    [...countries.keys()].filter((index) => givesAway(counted, inCountry(countries[index] ?? ''), kind)),
  );
  return { whole, countries: estimatesOfParts(parts, kind, given) };
};

/** Computes every indicator of a selection from raw rows in one pass; the order of the rows does not matter. */
export const outcomes = (rows: readonly OutcomeRow[], selection: OutcomeSelection): OutcomeReport => {
  const { offsetMonths, definition = 'programme' } = selection;
  const counted = count(rows, selection, { offsetMonths, definition });
  const countries = [...counted.own.byCountry.keys()].sort();
  const estimates = new Map(
    indicatorIds.map((id) => [id, estimatesOf(counted, countries, (tally) => countsOf(tally, id), kindOf(id))]),
  );
  const indicatorsOf = (pick: (of: Estimates) => Estimate | undefined): Indicators =>
    Object.fromEntries(
      indicatorIds.map((id): readonly [IndicatorId, Indicator] => {
        const of = estimates.get(id);
        const found = (of && pick(of)) ?? estimate(nothing);
        return [id, { id, estimate: found, definition: definitionOf(id, definition) }];
      }),
    ) as Indicators;
  const indicators = indicatorsOf(({ whole }) => whole);
  return {
    selection,
    flow: shownFlow(counted.own.all.flow, {
      completion: indicators.completion.estimate,
      response: indicators.response.estimate,
      knowledge: indicators.knowledge.estimate,
    }),
    indicators,
    placements: Object.fromEntries(
      outcomeDefinitions.map((name) => [
        name,
        estimatesOf(counted, [], ({ placements }) => placements[name], 'answers').whole,
      ]),
    ) as OutcomeReport['placements'],
    byCountry: countries.map((country, index) => ({
      country,
      indicators: indicatorsOf((of) => of.countries[index]),
    })),
    contrasts: contrastsOf(counted.contrasts),
  };
};

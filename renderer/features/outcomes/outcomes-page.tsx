// In this order: what narrows or prints comes after what it changes.
import './outcomes.css';
import './indicators.css';
import './by-country.css';
import './non-response.css';
import './further-sheets.css';
import './narrow-and-print.css';
import type { ReactNode } from 'react';
import { useMemo, useState } from 'react';
import { Link } from 'wouter';
import type { Cohort } from '#shared/domain/cohorts.ts';
import type { OutcomeRow } from '#shared/domain/outcome-rows.ts';
import type { IndicatorId } from '#shared/domain/outcome-indicators.ts';
import type { OutcomeSelection } from '#shared/domain/outcome-selection.ts';
import type { OutcomeReport } from '#shared/domain/outcomes.ts';
import { outcomes } from '#shared/domain/outcomes.ts';
import type { CycleWaves } from '#shared/domain/outcome-cycles.ts';
import { cyclesOf } from '#shared/domain/outcome-cycles.ts';
import { listRecords } from '#renderer/db/records.ts';
import { isDemonstration, rowsOfCycle } from '#renderer/db/repositories/outcomes.ts';
import { useLive } from '#renderer/db/use-live.ts';
import { Button } from '#renderer/ui/button.tsx';
import { EmptyState } from '#renderer/ui/empty-state.tsx';
import { Icon } from '#renderer/ui/icon.tsx';
import { localeOf } from '#shared/domain/languages.ts';
import { PageTop } from '#renderer/ui/page-top.tsx';
import { useText } from '#renderer/ui/text.tsx';
import { CountedDialog } from './counted-dialog.tsx';
import { CountrySheet } from './country-sheet.tsx';
import { GiveOutDialog } from './give-out-dialog.tsx';
import type { Figures } from '#shared/domain/outcome-figures.ts';
import { makeFigures } from '#shared/domain/outcome-figures.ts';
import type { Choice, Offer } from './filters.tsx';
import { isNarrowed, OutcomeFilters } from './filters.tsx';
import { FlowBand } from './flow-band.tsx';
import type { ShownSection } from './indicator-table.tsx';
import { IndicatorTable } from './indicator-table.tsx';
import { LeftSheet } from './left-sheet.tsx';
import { NonResponse } from './non-response.tsx';
import { PlacementSheet } from './placement-sheet.tsx';
import { sectionsOf, viewOr } from './sections.ts';
import type { GiveOutKind } from './use-give-out.ts';
import { useOutcomeRows } from './use-outcome-rows.ts';
import { WavesSheet } from './waves-sheet.tsx';

/** The cycle that is shown first: the latest one that has reached 18 months, else the latest. */
const firstCycle = (cycles: readonly CycleWaves[]): CycleWaves | undefined =>
  cycles.findLast(({ offsets }) => offsets.includes(18)) ?? cycles.at(-1);

const useOffer = (rows: readonly OutcomeRow[], choice: Choice, cohorts: readonly Cohort[]): Offer | undefined => {
  const cycles = useMemo(() => cyclesOf(rows), [rows]);
  const cycle = cycles.find((each) => each.cycle === choice.cycle) ?? firstCycle(cycles);
  const seen = useMemo(() => {
    const own = rowsOfCycle(rows, cycle?.cycle ?? '');
    return {
      cohorts: new Set(own.map(({ cohortId }) => cohortId)),
      countries: [...new Set(own.map(({ country }) => country))],
      sites: [...new Set(own.flatMap(({ site }) => site ?? []))].sort(),
    };
  }, [rows, cycle?.cycle]);
  if (cycle === undefined) return undefined;
  return {
    cycles: cycles.map((each) => each.cycle),
    cycle: cycle.cycle,
    offsets: cycle.offsets,
    answered: cycle.answered,
    view: viewOr(choice.view, cycle.offsets),
    cohorts: cohorts.filter(({ id }) => seen.cohorts.has(id)),
    countries: seen.countries,
    sites: seen.sites,
  };
};

const selectedBy = ({
  cohortId,
  country,
  sex,
  site,
  ageBand,
  baseline,
  definition,
}: Choice): Omit<OutcomeSelection, 'cycle' | 'offsetMonths'> => ({
  ...(cohortId === undefined ? {} : { cohortId }),
  ...(country === undefined ? {} : { country }),
  ...(sex === undefined ? {} : { sex }),
  ...(site === undefined ? {} : { site }),
  ...(ageBand === undefined ? {} : { ageBand }),
  ...(baseline === undefined ? {} : { baseline }),
  ...(definition === undefined ? {} : { definition }),
});

const makeSections = (
  rows: readonly OutcomeRow[],
  choice: Choice,
  { cycle, view, offsets }: Pick<Offer, 'cycle' | 'view' | 'offsets'>,
): readonly ShownSection[] =>
  view === undefined
    ? []
    : sectionsOf(view, offsets).map((section) => ({
        ...section,
        report: outcomes(rows, { cycle, offsetMonths: section.offsetMonths, ...selectedBy(choice) }),
      }));

type SheetsProps = {
  readonly rows: readonly OutcomeRow[];
  readonly sections: readonly ShownSection[];
  readonly answered: readonly number[];
  readonly published: boolean;
  readonly figures: Figures;
};

type Asked = { readonly id: IndicatorId; readonly report: OutcomeReport };

const Sheets = ({ rows, sections, answered, published, figures }: SheetsProps): ReactNode => {
  const { t } = useText();
  const [asked, setAsked] = useState<Asked>();
  const [first] = sections;
  if (first === undefined) return <EmptyState sentence={t('outcomes.noWave')} />;
  const { report } = first;
  if (report.flow.enrolled === 0 && report.flow.awarded === 0) return <EmptyState sentence={t('outcomes.nothing')} />;
  const { definition = 'programme' } = report.selection;
  const titleOf = (id: IndicatorId): string =>
    id === 'placement' ? t(`outcomeDefinitions.${definition}.title`) : t(`outcomeIndicators.${id}.title`);
  return (
    <div className="page">
      <FlowBand report={report} figures={figures} />
      <div className="main-column">
        <IndicatorTable
          sections={sections}
          published={published}
          figures={figures}
          onAsk={(id, of) => setAsked({ id, report: of })}
        />
        {report.byCountry.length > 1 && (
          <CountrySheet report={report} id={first.ids[0] ?? 'volunteerToPaid'} figures={figures} />
        )}
        <PlacementSheet report={report} figures={figures} />
        {answered.length > 1 && (
          <WavesSheet rows={rows} selection={report.selection} offsets={answered} figures={figures} titleOf={titleOf} />
        )}
        <LeftSheet />
      </div>
      <NonResponse report={report} ids={sections.flatMap(({ ids }) => ids)} figures={figures} />
      {asked !== undefined && (
        <CountedDialog
          rows={rows}
          report={asked.report}
          id={asked.id}
          title={titleOf(asked.id)}
          figures={figures}
          onClose={() => setAsked(undefined)}
        />
      )}
    </div>
  );
};

const NoAwards = (): ReactNode => {
  const { t } = useText();
  return (
    <>
      <PageTop title={t('outcomes.title')} />
      <EmptyState
        sentence={t('outcomes.empty')}
        action={
          <Link className="btn first" href="/cohorts">
            {t('outcomes.emptyAction')}
          </Link>
        }
      />
    </>
  );
};

const nothingOffered: Pick<Offer, 'cycle' | 'view' | 'offsets' | 'answered'> = {
  cycle: '',
  view: undefined,
  offsets: [],
  answered: [],
};

type PageProps = { readonly rows: readonly OutcomeRow[]; readonly cohorts: readonly Cohort[] };

const Page = ({ rows, cohorts }: PageProps): ReactNode => {
  const { t, language } = useText();
  const figures = useMemo(() => makeFigures(localeOf(language)), [language]);
  const [choice, setChoice] = useState<Choice>({});
  const [giving, setGiving] = useState<GiveOutKind>();
  const offer = useOffer(rows, choice, cohorts);
  const { cycle, view, offsets, answered } = offer ?? nothingOffered;
  const sections = useMemo(
    () => makeSections(rowsOfCycle(rows, cycle), choice, { cycle, view, offsets }),
    [rows, choice, cycle, view, offsets],
  );
  const demonstration = useLive(isDemonstration, []) ?? false;
  if (offer === undefined) return <NoAwards />;
  const detail = t('outcomes.detail', {
    cycle: t('outcomes.cycle', { cycle: offer.cycle }),
    countries: t('outcomes.countries', { count: offer.countries.length }),
  });
  return (
    <div className="outcomes">
      <PageTop title={t('outcomes.title')} detail={detail} />
      <OutcomeFilters choice={choice} offer={offer} onChoose={setChoice} figures={figures}>
        <span className="push quiet nowrap deidentified">
          <Icon name="shield" /> {t('outcomes.deidentified')}
        </span>
        <Button size="small" onClick={() => setGiving('brief')}>
          <Icon name="print" /> {t('outcomes.brief')}
        </Button>
        <Button kind="first" size="small" onClick={() => setGiving('outcomes')}>
          {t('outcomes.export')}
        </Button>
      </OutcomeFilters>
      <h1 className="on-paper">{`${t('outcomes.title')} · ${detail}`}</h1>
      <Sheets
        rows={rowsOfCycle(rows, cycle)}
        sections={sections}
        answered={answered}
        published={demonstration && !isNarrowed(choice)}
        figures={figures}
      />
      {giving !== undefined && (
        <GiveOutDialog
          first={giving}
          selection={{ cycle, ...selectedBy(choice) }}
          offsetMonths={typeof view === 'number' ? view : undefined}
          cohort={offer.cohorts.find(({ id }) => id === choice.cohortId)}
          onClose={() => setGiving(undefined)}
        />
      )}
    </div>
  );
};

/** What became of the alumni: every share with its denominator and its uncertainty. */
export const OutcomesPage = (): ReactNode => {
  const { t } = useText();
  const rows = useOutcomeRows();
  const cohorts = useLive(() => listRecords('cohorts'), []);
  if (rows !== undefined && cohorts !== undefined) return <Page rows={rows} cohorts={cohorts} />;
  return (
    <>
      <PageTop title={t('outcomes.title')} />
      <p className="outcomes-wait second">{t('outcomes.counting')}</p>
    </>
  );
};

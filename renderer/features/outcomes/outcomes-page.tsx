import './outcomes.css';
import type { ReactNode } from 'react';
import { useMemo, useState } from 'react';
import { Link } from 'wouter';
import type { Cohort } from '#shared/domain/cohorts.ts';
import type { OutcomeRow } from '#shared/domain/outcome-rows.ts';
import type { OutcomeSelection } from '#shared/domain/outcomes.ts';
import { cyclesOf, outcomes } from '#shared/domain/outcomes.ts';
import { listRecords } from '#renderer/db/records.ts';
import { isDemonstration } from '#renderer/db/repositories/outcomes.ts';
import { useLive } from '#renderer/db/use-live.ts';
import { Button } from '#renderer/ui/button.tsx';
import { EmptyState } from '#renderer/ui/empty-state.tsx';
import { Icon } from '#renderer/ui/icon.tsx';
import { PageTop } from '#renderer/ui/page-top.tsx';
import { useText } from '#renderer/ui/text.tsx';
import { CountrySheet } from './country-sheet.tsx';
import type { Figures } from './figures.ts';
import { makeFigures } from './figures.ts';
import type { Choice, Offer } from './filters.tsx';
import { OutcomeFilters } from './filters.tsx';
import { FlowBand } from './flow-band.tsx';
import type { ShownSection } from './indicator-table.tsx';
import { IndicatorTable } from './indicator-table.tsx';
import { NonResponse } from './non-response.tsx';
import { sectionsOf, viewOr } from './sections.ts';
import { useExport } from './use-export.ts';
import { useOutcomeRows } from './use-outcome-rows.ts';

type Cycle = { readonly cycle: string; readonly offsets: readonly number[] };

/** The cycle that is shown first: the latest one that has reached 18 months, else the latest. */
const firstCycle = (cycles: readonly Cycle[]): Cycle | undefined =>
  cycles.findLast(({ offsets }) => offsets.includes(18)) ?? cycles.at(-1);

const useOffer = (rows: readonly OutcomeRow[], choice: Choice, cohorts: readonly Cohort[]): Offer | undefined => {
  const cycles = useMemo(() => cyclesOf(rows), [rows]);
  const cycle = cycles.find((each) => each.cycle === choice.cycle) ?? firstCycle(cycles);
  const seen = useMemo(() => {
    const own = rows.filter((row) => row.cycle === cycle?.cycle);
    return {
      cohorts: new Set(own.map(({ cohortId }) => cohortId)),
      countries: [...new Set(own.map(({ country }) => country))],
    };
  }, [rows, cycle?.cycle]);
  if (cycle === undefined) return undefined;
  return {
    cycles: cycles.map((each) => each.cycle),
    cycle: cycle.cycle,
    offsets: cycle.offsets,
    view: viewOr(choice.view, cycle.offsets),
    cohorts: cohorts.filter(({ id }) => seen.cohorts.has(id)),
    countries: seen.countries,
  };
};

const selectedBy = ({ cohortId, country, sex }: Choice): Pick<OutcomeSelection, 'cohortId' | 'country' | 'sex'> => ({
  ...(cohortId === undefined ? {} : { cohortId }),
  ...(country === undefined ? {} : { country }),
  ...(sex === undefined ? {} : { sex }),
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

const Sheets = ({
  sections,
  published,
  figures,
}: {
  readonly sections: readonly ShownSection[];
  readonly published: boolean;
  readonly figures: Figures;
}): ReactNode => {
  const { t } = useText();
  const [first] = sections;
  if (first === undefined) return <EmptyState sentence={t('outcomes.noWave')} />;
  if (first.report.flow.enrolled === 0) return <EmptyState sentence={t('outcomes.nothing')} />;
  return (
    <div className="page">
      <FlowBand report={first.report} figures={figures} />
      <div className="main-column">
        <IndicatorTable sections={sections} published={published} figures={figures} />
        {first.report.byCountry.length > 1 && (
          <CountrySheet report={first.report} id={first.ids[0] ?? 'volunteerToPaid'} figures={figures} />
        )}
      </div>
      <NonResponse report={first.report} ids={sections.flatMap(({ ids }) => ids)} figures={figures} />
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

const nothingOffered: Pick<Offer, 'cycle' | 'view' | 'offsets'> = { cycle: '', view: undefined, offsets: [] };

const Page = ({
  rows,
  cohorts,
}: {
  readonly rows: readonly OutcomeRow[];
  readonly cohorts: readonly Cohort[];
}): ReactNode => {
  const { t, language } = useText();
  const figures = useMemo(() => makeFigures(language), [language]);
  const [choice, setChoice] = useState<Choice>({});
  const offer = useOffer(rows, choice, cohorts);
  const { cycle, view, offsets } = offer ?? nothingOffered;
  const sections = useMemo(
    () => makeSections(rows, choice, { cycle, view, offsets }),
    [rows, choice, cycle, view, offsets],
  );
  const demonstration = useLive(isDemonstration, []) ?? false;
  const { save, saving } = useExport(choice.cohortId);
  if (offer === undefined) return <NoAwards />;
  const narrowed = choice.cohortId !== undefined || choice.country !== undefined || choice.sex !== undefined;
  const detail = t('outcomes.detail', {
    cycle: t('outcomes.cycle', { cycle: offer.cycle }),
    countries: t('outcomes.countries', { count: offer.countries.length }),
  });
  return (
    <div className="outcomes">
      <PageTop title={t('outcomes.title')} detail={detail} />
      <OutcomeFilters choice={choice} offer={offer} onChoose={setChoice} figures={figures}>
        {narrowed && (
          <Button kind="plain" size="small" onClick={() => setChoice({ cycle: offer.cycle, view: choice.view })}>
            {t('outcomes.filters.clear')}
          </Button>
        )}
        <span className="push quiet nowrap">
          <Icon name="shield" /> {t('outcomes.deidentified')}
        </span>
        <Button size="small" onClick={() => window.print()}>
          <Icon name="print" /> {t('outcomes.print')}
        </Button>
        <Button kind="first" size="small" disabled={saving} onClick={save}>
          {t('outcomes.export')}
        </Button>
      </OutcomeFilters>
      <h1 className="on-paper">{`${t('outcomes.title')} · ${detail}`}</h1>
      <Sheets sections={sections} published={demonstration && !narrowed} figures={figures} />
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

import './results.css';
import type { ReactNode } from 'react';
import { useMemo, useState } from 'react';
import { Link } from 'wouter';
import type { CohortId, EnrolmentId } from '#shared/domain/ids.ts';
import { isCurrent } from '#shared/domain/people.ts';
import type { Module } from '#shared/domain/programmes.ts';
import { changesSinceFrozen, confirmNames } from '#renderer/db/repositories/awards.ts';
import type { CohortResults, ResultLine } from '#renderer/db/repositories/results.ts';
import { loadCohortResults } from '#renderer/db/repositories/results.ts';
import { useLive } from '#renderer/db/use-live.ts';
import { Button } from '#renderer/ui/button.tsx';
import { EmptyState } from '#renderer/ui/empty-state.tsx';
import { useText } from '#renderer/ui/text.tsx';
import { AwardListLine } from './award-list-line.tsx';
import { ExplanationTip } from './explanation.tsx';
import type { Explain } from './figures.tsx';
import { useExplain } from './figures.tsx';
import { FreezeDialog } from './freeze-dialog.tsx';
import { LearnerPanel } from './learner-panel.tsx';
import { ResultList } from './result-list.tsx';
import type { ResultFilter } from './result-states.ts';
import { fitsFilter } from './result-states.ts';
import { ResultsToolbar } from './results-toolbar.tsx';
import { SignOffDialog, withoutSignOff } from './sign-off-dialog.tsx';
import { useDoing } from './use-doing.ts';
import { useResultsExport } from './use-results-export.ts';

const needsName = ({ enrolment }: ResultLine): boolean =>
  isCurrent(enrolment.status) && enrolment.nameConfirmedOn === undefined;

/** What else there is to say of a learner, from another part of the app. */
type ProfileOf = (enrolmentId: EnrolmentId) => ReactNode;

type Asked = { readonly kind: 'freeze' } | { readonly kind: 'sign-off'; readonly module: Module };

const useConfirm = (): ((lines: readonly ResultLine[]) => void) => {
  const { t } = useText();
  const doing = useDoing();
  return (lines) =>
    doing(confirmNames(lines.map(({ enrolment }) => ({ enrolmentId: enrolment.id }))), {
      tone: 'ok',
      text: t('results.confirmed', { count: lines.length }),
      undo: true,
    });
};

type ListAndPanelProps = {
  readonly results: CohortResults;
  readonly filter: ResultFilter;
  readonly onAll: () => void;
  readonly explain: Explain;
  readonly profile: ProfileOf | undefined;
};

const ListAndPanel = ({ results, filter, onAll, explain, profile }: ListAndPanelProps): ReactNode => {
  const { t } = useText();
  const confirm = useConfirm();
  const [selected, setSelected] = useState<string>();
  const { lines, programme } = results;
  const shown = useMemo(() => lines.filter((line) => fitsFilter(line, filter)), [lines, filter]);
  const chosen = shown.find(({ enrolment }) => enrolment.id === selected) ?? shown[0];
  return (
    <div className="results-columns">
      <section className="sheet results-sheet" aria-label={t('results.list')}>
        {shown.length === 0 ? (
          <EmptyState
            sentence={t('results.nobody', { filter: t(`results.filter.${filter}`) })}
            action={<Button onClick={onAll}>{t('results.showAll')}</Button>}
          />
        ) : (
          <ResultList
            {...{ programme, explain }}
            lines={shown}
            released={results.cohort.released}
            selected={chosen?.enrolment.id}
            onSelect={setSelected}
            onConfirm={(line) => confirm([line])}
          />
        )}
      </section>
      {chosen !== undefined && (
        <LearnerPanel line={chosen} results={results} explain={explain}>
          {profile?.(chosen.enrolment.id)}
        </LearnerPanel>
      )}
    </div>
  );
};

const Results = ({
  results,
  profile,
}: {
  readonly results: CohortResults;
  readonly profile: ProfileOf | undefined;
}): ReactNode => {
  const [filter, setFilter] = useState<ResultFilter>('all');
  const [asked, setAsked] = useState<Asked>();
  const explain = useExplain(results);
  const confirm = useConfirm();
  const { save, saving } = useResultsExport(results.cohort);
  const { lines, programme, list } = results;
  const changes = useMemo(() => changesSinceFrozen(results), [results]);
  const toConfirm = lines.filter(needsName);
  const toSign = programme.modules
    .filter(({ needsSignOff }) => needsSignOff)
    .map((module) => ({
      number: module.number,
      count: withoutSignOff(lines, module).length,
      open: () => setAsked({ kind: 'sign-off', module }),
    }))
    .filter(({ count }) => count > 0);
  const freeze = (): void => setAsked({ kind: 'freeze' });
  const close = (): void => setAsked(undefined);
  return (
    <div className="results">
      <ResultsToolbar
        {...{ lines, filter, toSign, saving }}
        onFilter={setFilter}
        toConfirm={toConfirm.length}
        freezable={list === undefined ? lines.filter(({ eligibility }) => eligibility.eligible).length : undefined}
        onConfirmAll={() => confirm(toConfirm)}
        onFreeze={freeze}
        onExport={save}
      />
      {list !== undefined && changes !== undefined && <AwardListLine list={list} changes={changes} onFreeze={freeze} />}
      <ListAndPanel results={results} filter={filter} onAll={() => setFilter('all')} {...{ explain, profile }} />
      {explain.explained !== undefined && <ExplanationTip {...explain.explained} />}
      {asked?.kind === 'freeze' && <FreezeDialog results={results} onClose={close} />}
      {asked?.kind === 'sign-off' && (
        <SignOffDialog module={asked.module} lines={withoutSignOff(lines, asked.module)} onClose={close} />
      )}
    </div>
  );
};

/** Results and eligibility of a cohort, one line a learner, and the award list. */
export const ResultsTab = ({
  cohortId,
  profile,
}: {
  readonly cohortId: CohortId;
  readonly profile?: ProfileOf;
}): ReactNode => {
  const { t, language } = useText();
  const results = useLive(() => loadCohortResults(cohortId, language), [cohortId, language]);
  if (results === undefined) return null;
  if (results.lines.length === 0) {
    return (
      <EmptyState
        sentence={t('results.empty')}
        action={
          <Link className="btn first" href={`/cohorts/${cohortId}/import`}>
            {t('results.emptyAction')}
          </Link>
        }
      />
    );
  }
  return <Results results={results} profile={profile} />;
};

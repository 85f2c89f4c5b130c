import './people.css';
import type { ReactNode } from 'react';
import { useMemo, useState } from 'react';
import { Link } from 'wouter';
import { hoursResult, plannedHours } from '#shared/domain/attendance-hours.ts';
import type { CohortId } from '#shared/domain/ids.ts';
import { rulesOf } from '#shared/domain/programme-rules.ts';
import type { CohortRegister } from '#renderer/db/repositories/cohort-overview.ts';
import { loadCohortRegister } from '#renderer/db/repositories/cohort-overview.ts';
import { useLive } from '#renderer/db/use-live.ts';
import { Button } from '#renderer/ui/button.tsx';
import { EmptyState } from '#renderer/ui/empty-state.tsx';
import { Icon } from '#renderer/ui/icon.tsx';
import { useText } from '#renderer/ui/text.tsx';
import { AddLearnerDialog } from './add-learner-dialog.tsx';
import { LearnerPanel } from './learner-panel.tsx';
import type { LearnerRow } from './learner-rows.ts';
import { choicesOf, everybody, filterLearners, isNarrowed, learnerRows } from './learner-rows.ts';
import { LearnersTable } from './learners-table.tsx';
import { LearnersToolbar } from './learners-toolbar.tsx';
import { SetHoursDialog } from './set-hours-dialog.tsx';

type BulkProps = {
  readonly shown: readonly LearnerRow[];
  readonly chosen: readonly LearnerRow[];
  readonly total: number;
  readonly onHours: () => void;
  readonly onNone: () => void;
};

/** How many are shown and chosen, and what can be done to those chosen. */
const BulkBar = ({ shown, chosen, total, onHours, onNone }: BulkProps): ReactNode => {
  const { t } = useText();
  return (
    <header className="bulk-bar">
      <span className="count" aria-live="polite">
        {chosen.length > 0
          ? t('people.chosen', { count: chosen.length })
          : shown.length === total
            ? t('people.shownAll', { count: total })
            : t('people.shown', { shown: shown.length, total })}
      </span>
      {chosen.length > 0 ? (
        <>
          <Button size="tiny" onClick={onHours}>
            {t('people.hours.setAction')}
          </Button>
          <Button size="tiny" kind="plain" onClick={onNone}>
            {t('people.chooseNone')}
          </Button>
        </>
      ) : (
        <span className="quiet">{t('people.chooseHint')}</span>
      )}
    </header>
  );
};

type RegisterProps = { readonly content: CohortRegister };

const useRegister = ({ content }: RegisterProps) => {
  const { compare } = useText();
  const [filter, setFilter] = useState(everybody);
  const [marked, setMarked] = useState<ReadonlySet<string>>(new Set());
  const { cohort, programme, learners } = content;
  const hours = hoursResult(0, plannedHours(programme), rulesOf(cohort, programme).minimumHours);
  const rows = useMemo(() => learnerRows(learners, compare), [learners, compare]);
  const shown = useMemo(() => filterLearners(rows, filter, hours.needed), [rows, filter, hours.needed]);
  const chosen = useMemo(() => shown.filter(({ id }) => marked.has(id)), [shown, marked]);
  const places = useMemo(
    () => ({ sites: choicesOf(rows, 'site', compare), mentorGroups: choicesOf(rows, 'mentorGroup', compare) }),
    [rows, compare],
  );
  return { filter, setFilter, marked, setMarked, hours, rows, shown, chosen, places };
};

const NobodyFits = ({ narrowed, onLift }: { readonly narrowed: boolean; readonly onLift: () => void }): ReactNode => {
  const { t } = useText();
  return (
    <EmptyState
      sentence={t('people.nobodyFits')}
      action={narrowed && <Button onClick={onLift}>{t('people.liftFilter')}</Button>}
    />
  );
};

/** Back to the name from which the panel was opened. */
const focusRow = (index: number): void => {
  requestAnimationFrame(() => document.querySelector<HTMLElement>(`[data-row="${index}"]`)?.focus());
};

const Register = ({ content }: RegisterProps): ReactNode => {
  const { t } = useText();
  const { filter, setFilter, marked, setMarked, hours, rows, shown, chosen, places } = useRegister({ content });
  const [open, setOpen] = useState<string>();
  const [dialog, setDialog] = useState<'add' | 'hours'>();
  const learner = content.learners.find(({ enrolment }) => enrolment.id === open);
  const close = (): void => {
    setOpen(undefined);
    focusRow(shown.findIndex(({ id }) => id === open));
  };
  return (
    <div className="learners">
      <LearnersToolbar
        cohortId={content.cohort.id}
        rows={rows}
        filter={filter}
        needed={hours.needed}
        onFilter={setFilter}
        onAdd={() => setDialog('add')}
      />
      <div className={learner === undefined ? 'learners-page' : 'learners-page beside'}>
        <section className="sheet register-sheet" aria-label={t('people.register')}>
          <BulkBar
            shown={shown}
            chosen={chosen}
            total={rows.length}
            onHours={() => setDialog('hours')}
            onNone={() => setMarked(new Set())}
          />
          {shown.length > 0 ? (
            <LearnersTable
              rows={shown}
              chosen={marked}
              needed={hours.needed}
              planned={hours.planned}
              open={learner === undefined ? undefined : open}
              onOpen={(id) => setOpen(id === open ? undefined : id)}
              onChoose={setMarked}
            />
          ) : (
            <NobodyFits narrowed={isNarrowed(filter)} onLift={() => setFilter(everybody)} />
          )}
        </section>
        {learner !== undefined && <LearnerPanel content={content} learner={learner} places={places} onClose={close} />}
      </div>
      {dialog === 'add' && (
        <AddLearnerDialog
          cohort={content.cohort}
          places={places}
          onClose={() => setDialog(undefined)}
          onAdded={(id) => (setDialog(undefined), setFilter(everybody), setOpen(id))}
        />
      )}
      {dialog === 'hours' && <SetHoursDialog content={content} rows={chosen} onClose={() => setDialog(undefined)} />}
    </div>
  );
};

const Nobody = ({ content }: RegisterProps): ReactNode => {
  const { t } = useText();
  const [adding, setAdding] = useState(false);
  return (
    <div className="learners-empty">
      <section className="sheet">
        <EmptyState
          sentence={t('people.noLearners')}
          action={
            <>
              <Link className="btn first" href={`/cohorts/${content.cohort.id}/import`}>
                <Icon name="import" /> {t('people.import')}
              </Link>
              <Button onClick={() => setAdding(true)}>{t('people.addLearner')}</Button>
            </>
          }
        />
      </section>
      {adding && (
        <AddLearnerDialog
          cohort={content.cohort}
          places={{ sites: [], mentorGroups: [] }}
          onClose={() => setAdding(false)}
          onAdded={() => setAdding(false)}
        />
      )}
    </div>
  );
};

/** The learners of a cohort: who they are, where they meet, how they stand, what is missing. */
export const CohortLearners = ({ cohortId }: { readonly cohortId: CohortId }): ReactNode => {
  const content = useLive(() => loadCohortRegister(cohortId), [cohortId]);
  if (content === undefined) return null;
  return content.learners.length === 0 ? <Nobody content={content} /> : <Register content={content} />;
};

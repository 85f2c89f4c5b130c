import './cohorts.css';
import type { ReactNode } from 'react';
import { useState } from 'react';
import type { CohortId } from '#shared/domain/ids.ts';
import type { CohortOverviewContent } from '#renderer/db/repositories/cohort-overview.ts';
import { loadCohortOverview } from '#renderer/db/repositories/cohort-overview.ts';
import { useLive } from '#renderer/db/use-live.ts';
import { today as clockToday } from '#renderer/desktop/clock.ts';
import { CourseLine } from '#renderer/ui/course-line.tsx';
import { Sheet } from '#renderer/ui/sheet.tsx';
import { useText } from '#renderer/ui/text.tsx';
import { CalendarSheet } from './calendar-sheet.tsx';
import { CohortDialog } from './cohort-dialog.tsx';
import { DueDatesDialog } from './due-dates-dialog.tsx';
import { GroupsSheet } from './groups-sheet.tsx';
import { ModulesSheet } from './modules-sheet.tsx';
import type { Step } from './next-steps.ts';
import { nextSteps } from './next-steps.ts';
import { RulesDialog } from './rules-dialog.tsx';
import { RulesSheet } from './rules-sheet.tsx';
import { SignatoriesSheet } from './signatories-sheet.tsx';
import { SignatoriesDialog } from './signatories-dialog.tsx';
import { StepsList } from './steps-list.tsx';
import { whereItStands } from './where-it-stands.ts';

type Asked = 'cohort' | 'due' | 'signatories' | 'rules';

const dialogOf: Readonly<Partial<Record<Step['kind'], Asked>>> = { signatories: 'signatories', graduation: 'cohort' };

const Standing = ({
  content,
  steps,
  onHere,
}: {
  readonly content: CohortOverviewContent;
  readonly steps: readonly Step[];
  readonly onHere: (step: Step) => void;
}): ReactNode => {
  const text = useText();
  const { t } = text;
  const { cohort, modules, progress, now, list, current } = content;
  const frozen = list !== undefined;
  return (
    <Sheet
      title={t('cohorts.where')}
      count={current.length === 0 ? undefined : whereItStands({ cohort, now, modules: progress, frozen }, text)}
    >
      <div className="overview-line">
        <CourseLine stations={modules.length} now={frozen ? modules.length + 1 : now} label={cohort.code} />
      </div>
      <StepsList cohortId={cohort.id} steps={steps} onHere={onHere} />
    </Sheet>
  );
};

const Shown = ({ content }: { readonly content: CohortOverviewContent }): ReactNode => {
  const [asked, setAsked] = useState<Asked>();
  const today = clockToday();
  const { cohort, programme } = content;
  const steps = nextSteps({ ...content, frozen: content.list !== undefined, today });
  const close = (): void => setAsked(undefined);
  const onHere = (step: Step): void => {
    setAsked(dialogOf[step.kind]);
  };
  return (
    <div className="overview">
      <div className="stack">
        <Standing content={content} steps={steps} onHere={onHere} />
        <ModulesSheet content={content} today={today} onDueDates={() => setAsked('due')} />
      </div>
      <div className="stack">
        <CalendarSheet cohort={cohort} onEdit={() => setAsked('cohort')} />
        <SignatoriesSheet signatories={cohort.signatories} onEdit={() => setAsked('signatories')} />
        <GroupsSheet cohortId={cohort.id} enrolments={content.current} />
        <RulesSheet cohort={cohort} programme={programme} onEdit={() => setAsked('rules')} />
      </div>
      {asked === 'cohort' && <CohortDialog cohort={cohort} onClose={close} />}
      {asked === 'due' && <DueDatesDialog cohort={cohort} programme={programme} onClose={close} />}
      {asked === 'rules' && <RulesDialog cohort={cohort} programme={programme} onClose={close} />}
      {asked === 'signatories' && <SignatoriesDialog cohort={cohort} onClose={close} />}
    </div>
  );
};

/** Where a cohort stands, what is next, and what it goes by: dates, signatories, places, rules. */
export const CohortOverview = ({ cohortId }: { readonly cohortId: CohortId }): ReactNode => {
  const today = clockToday();
  const content = useLive(() => loadCohortOverview(cohortId, today), [cohortId, today]);
  return content === undefined ? null : <Shown content={content} />;
};

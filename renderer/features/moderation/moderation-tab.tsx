import './moderation.css';
import type { ReactNode } from 'react';
import { useState } from 'react';
import { Link } from 'wouter';
import type { AssignmentId, CohortId } from '#shared/domain/ids.ts';
import type { Module } from '#shared/domain/programmes.ts';
import type { Batch, CohortModeration } from '#renderer/db/repositories/moderation.ts';
import { batchesOf, loadModeration } from '#renderer/db/repositories/moderation.ts';
import { useLive } from '#renderer/db/use-live.ts';
import { EmptyState } from '#renderer/ui/empty-state.tsx';
import { useText } from '#renderer/ui/text.tsx';
import { BatchList } from './batch-list.tsx';
import { BatchSheet } from './batch-sheet.tsx';
import { GradeChangesDialog } from './grade-changes-dialog.tsx';
import { MarkersSheet } from './markers-sheet.tsx';
import { ReleaseDialog } from './release-dialog.tsx';

/** Where a moderator has to look: the batch under way, then one to decide, then the first that is neither drawn nor released. */
const firstChoice = (batches: readonly Batch[], { cohort }: CohortModeration): Batch | undefined => {
  const waiting = batches.filter(
    ({ state, module }) => state !== 'not-drawn' || cohort.released[module.id] === undefined,
  );
  const wanted = (['under-way', 'to-decide', 're-mark', 'not-drawn'] as const)
    .map((state) => waiting.find((batch) => batch.state === state))
    .find((batch) => batch !== undefined);
  return wanted ?? batches.findLast(({ scripts }) => scripts.length > 0);
};

const Moderation = ({ content }: { readonly content: CohortModeration }): ReactNode => {
  const [chosen, setChosen] = useState<AssignmentId>();
  const [releasing, setReleasing] = useState<Module>();
  const [reporting, setReporting] = useState(false);
  const batches = batchesOf(content);
  // What was chosen first stays, whatever its state becomes.
  const [first] = useState(() => firstChoice(batches, content)?.assignment.id);
  const batch = batches.find(({ assignment }) => assignment.id === (chosen ?? first)) ?? batches[0];
  return (
    <div className="moderation">
      <BatchList
        content={content}
        batches={batches}
        chosen={batch?.assignment.id}
        onChoose={setChosen}
        onRelease={setReleasing}
        onReport={() => setReporting(true)}
      />
      {batch !== undefined && (
        <div className="moderation-batch" key={batch.assignment.id}>
          <BatchSheet content={content} batch={batch} />
          {batch.scripts.length > 0 && <MarkersSheet content={content} batch={batch} />}
        </div>
      )}
      {releasing !== undefined && (
        <ReleaseDialog content={content} module={releasing} onClose={() => setReleasing(undefined)} />
      )}
      {reporting && <GradeChangesDialog cohort={content.cohort} onClose={() => setReporting(false)} />}
    </div>
  );
};

/** Second marking of a cohort, assignment by assignment, the release of its marks and the report of what changed after it. */
export const ModerationTab = ({ cohortId }: { readonly cohortId: CohortId }): ReactNode => {
  const { t } = useText();
  const content = useLive(() => loadModeration(cohortId), [cohortId]);
  if (content === undefined) return null;
  if (content.current.length === 0)
    return (
      <EmptyState
        sentence={t('moderation.noLearners')}
        action={
          <Link className="btn first" href={`/cohorts/${cohortId}/import`}>
            {t('results.emptyAction')}
          </Link>
        }
      />
    );
  return <Moderation content={content} />;
};

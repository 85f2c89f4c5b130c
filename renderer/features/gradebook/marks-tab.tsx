import './marks.css';
import type { ReactNode } from 'react';
import { EmptyState } from '#renderer/ui/empty-state.tsx';
import { useText } from '#renderer/ui/text.tsx';
import { GradebookSheet } from './gradebook-sheet.tsx';
import { useMarks } from './use-marks.ts';

/** The marks of a cohort: a keyboard grid that saves as it is typed. */
export const MarksTab = ({ cohortId }: { readonly cohortId: string }): ReactNode => {
  const { t } = useText();
  const marks = useMarks(cohortId);
  if (marks === undefined) return null;
  if (marks === null) return <EmptyState sentence={t('marks.noCohort')} />;
  if (marks.rows.length === 0) return <EmptyState sentence={t('marks.noLearners')} />;
  return <GradebookSheet key={cohortId} marks={marks} />;
};

import type { ReactNode } from 'react';
import { CourseLine } from './course-line.tsx';

/** What belongs here, and the next step. The undrawn course line is its only picture. */
export const EmptyState = ({
  sentence,
  action,
  help,
}: {
  readonly sentence: ReactNode;
  readonly action?: ReactNode;
  readonly help?: ReactNode;
}): ReactNode => (
  <div className="empty">
    <CourseLine stations={6} now={0} silent />
    <p>{sentence}</p>
    {action !== undefined && <div className="empty-actions">{action}</div>}
    {help !== undefined && <p className="quiet">{help}</p>}
  </div>
);

import type { AssignmentId, ProgrammeId } from './ids.ts';

/** One feedback sentence kept for use again: of one assignment, in one language. `uses` counts how often it was put into feedback. */
export type BankComment = {
  readonly id: string;
  readonly programmeId: ProgrammeId;
  readonly assignmentId: AssignmentId;
  readonly language: string;
  readonly text: string;
  readonly shortcut?: string;
  readonly uses: number;
};

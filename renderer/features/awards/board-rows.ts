import type { BorderlineCase } from '#shared/domain/award-board.ts';
import { borderlineCases, defaultMargin } from '#shared/domain/award-board.ts';
import { rulesOf } from '#shared/domain/programme-rules.ts';
import type { BoardContent } from '#renderer/db/repositories/award-board.ts';
import type { CohortResults, ResultLine } from '#renderer/db/repositories/results.ts';
import { stateOf } from './result-states.ts';

/** A learner as the board sees them. */
export type BoardRow = {
  readonly line: ResultLine;
  readonly borderline: readonly BorderlineCase[];
  readonly note: string;
};

export const boardFilters = ['before', 'borderline', 'missing', 'noted'] as const;
export type BoardFilter = (typeof boardFilters)[number];

/** Those who are before the board: everybody whose enrolment has not ended. */
export const boardRows = (results: CohortResults, { board }: BoardContent): readonly BoardRow[] => {
  const { passMark } = rulesOf(results.cohort, results.programme);
  const margin = board.margin ?? defaultMargin;
  return results.lines
    .filter((line) => stateOf(line) !== 'left')
    .map((line) => ({
      line,
      borderline: borderlineCases(line.eligibility, passMark, margin),
      note: board.notes[line.enrolment.id] ?? '',
    }));
};

/** True where a row belongs to what was asked for. */
export const fitsBoardFilter = ({ line, borderline, note }: BoardRow, filter: BoardFilter): boolean => {
  switch (filter) {
    case 'before':
      return true;
    case 'borderline':
      return borderline.length > 0;
    case 'missing':
      return line.eligibility.missing.length > 0;
    case 'noted':
      return note !== '';
  }
};

/** The numbers of the modules whose marks the learners have not been given yet. */
export const unreleasedModules = ({ cohort, programme }: CohortResults): readonly number[] =>
  programme.modules.filter(({ id }) => cohort.released[id] === undefined).map(({ number }) => number);

import type { AwardBoard } from '#shared/domain/award-board.ts';
import { emptyBoard } from '#shared/domain/award-board.ts';
import { listChanges, proposedLines } from '#shared/domain/award-lists.ts';
import type { Approval, AwardList } from '#shared/domain/awards.ts';
import type { CertificateRecord } from '#shared/domain/certificates.ts';
import { kindOf } from '#shared/domain/certificates.ts';
import { awardListSheet } from '#shared/domain/exports/award-list-export.ts';
import type { ExportSheet } from '#shared/domain/exports/export-table.ts';
import type { CohortId, EnrolmentId } from '#shared/domain/ids.ts';
import type { Language } from '#shared/domain/languages.ts';
import type { LeftOut } from '#shared/domain/papers/award-list.ts';
import { awardListPaper } from '#shared/domain/papers/award-list.ts';
import { fullName } from '#shared/domain/people.ts';
import type { Paper } from '#shared/domain/paper.ts';
import type { HundredthsOfPercent } from '#shared/domain/programmes.ts';
import type { Result } from '#shared/lib/result.ts';
import { fail } from '#shared/lib/result.ts';
import { today } from '#renderer/desktop/clock.ts';
import { getRecord, listByCohort } from '../records.ts';
import { commit } from '../write-path.ts';
import { wordsIn, writeNotedPaper, writeNotedTable } from './noted-files.ts';
import type { CohortResults } from './results.ts';

/**
 * What stands before the award board besides the results: its notes and approvals, every list of the cohort (the latest first), and the certificates
 * in force by enrolment.
 */
export type BoardContent = {
  readonly board: AwardBoard;
  readonly lists: readonly AwardList[];
  readonly certificates: ReadonlyMap<EnrolmentId, CertificateRecord>;
};

/** Reads what the award board of a cohort noted and decided. */
export const loadBoard = async (cohortId: CohortId): Promise<BoardContent> => {
  const [board, lists, certificates] = await Promise.all([
    getRecord('boards', cohortId),
    listByCohort('awardLists', cohortId),
    listByCohort('certificates', cohortId),
  ]);
  const inForce = certificates.filter((one) => one.status === 'issued' && kindOf(one) === 'certificate');
  return {
    board: board ?? emptyBoard(cohortId),
    lists: lists.toSorted((a, b) => (a.frozenAt < b.frozenAt ? 1 : -1)),
    certificates: new Map(inForce.map((one) => [one.enrolmentId, one])),
  };
};

const change = (
  cohortId: CohortId,
  code: string,
  edit: (board: AwardBoard) => AwardBoard,
  values: Readonly<Record<string, string | number>> = {},
): Promise<Result<unknown>> =>
  commit({ code, values }, async () => {
    const board = (await getRecord('boards', cohortId)) ?? emptyBoard(cohortId);
    return [{ table: 'boards', id: cohortId, next: edit(board) }];
  });

/** Keeps the board's note about a learner; an empty text takes it away. */
export const noteLearner = (cohortId: CohortId, enrolmentId: EnrolmentId, text: string): Promise<Result<unknown>> =>
  change(cohortId, 'board-noted', (board) => {
    const { [enrolmentId]: _before, ...others } = board.notes;
    const note = text.trim().normalize('NFC');
    return { ...board, notes: note === '' ? others : { ...others, [enrolmentId]: note } };
  });

/** Adds an approval of the list that is frozen next. Errors: `approval-incomplete` without a name or an office. */
export const addApproval = async (cohortId: CohortId, approval: Approval): Promise<Result<unknown>> => {
  const [name, office] = [approval.name, approval.office].map((text) => text.trim().normalize('NFC'));
  if (name === undefined || name === '' || office === undefined || office === '') return fail('approval-incomplete');
  return change(
    cohortId,
    'list-approved',
    (board) => ({ ...board, approvals: [...board.approvals, { name, office, on: approval.on }] }),
    { name },
  );
};

/** Takes an approval back, by its place. */
export const removeApproval = (cohortId: CohortId, place: number): Promise<Result<unknown>> =>
  change(cohortId, 'approval-taken-back', (board) => ({
    ...board,
    approvals: board.approvals.filter((_approval, index) => index !== place),
  }));

/** Sets how near to the pass mark a result is borderline. */
export const setMargin = (cohortId: CohortId, margin: HundredthsOfPercent): Promise<Result<unknown>> =>
  change(cohortId, 'margin-set', (board) => ({ ...board, margin }), { points: margin / 100 });

/** Which list is meant: a frozen one, or, without one, the draft of who is eligible now. */
export type WantedList = {
  readonly results: CohortResults;
  readonly content: BoardContent;
  readonly list: AwardList | undefined;
  readonly language: Language;
};

const leftOut = ({ results, content }: WantedList): readonly LeftOut[] =>
  results.lines
    .filter(({ eligibility }) => !eligibility.eligible)
    .map(({ enrolment, person, eligibility }) => {
      const note = content.board.notes[enrolment.id];
      return { name: fullName(person), missing: eligibility.missing, ...(note === undefined ? {} : { note }) };
    });

const linesOf = ({ results, list, language }: WantedList): AwardList['lines'] =>
  list?.lines ?? proposedLines(results.lines, language);

const paperOf = (wanted: WantedList, words: Parameters<typeof awardListPaper>[1]): Paper => {
  const { results, content, list } = wanted;
  const lines = linesOf(wanted);
  const before = list === undefined ? results.list : content.lists.find(({ id }) => id === list.supersedes);
  return awardListPaper(
    {
      cohort: results.cohort,
      programme: results.programme,
      lines,
      approvals: list === undefined ? content.board.approvals : (list.approvals ?? []),
      on: list?.frozenOn ?? today(),
      ...(list === undefined
        ? {}
        : {
            frozen: {
              frozenOn: list.frozenOn,
              frozenBy: list.frozenBy,
              superseded: list.id !== results.list?.id,
              ...(list.reason === undefined ? {} : { reason: list.reason }),
            },
          }),
      changes: before === undefined ? [] : listChanges(before.lines, lines),
      leftOut: leftOut(wanted),
    },
    words,
  );
};

const tableOf = (wanted: WantedList, words: Parameters<typeof awardListSheet>[2]): ExportSheet => {
  const { results, content } = wanted;
  const awards = new Map(results.lines.map(({ enrolment, award }) => [enrolment.id, award]));
  const lines = linesOf(wanted).map((line) => {
    const [awardedOn, serial] = [
      awards.get(line.enrolmentId)?.awardedOn,
      content.certificates.get(line.enrolmentId)?.serial,
    ];
    return { ...line, ...(awardedOn === undefined ? {} : { awardedOn }), ...(serial === undefined ? {} : { serial }) };
  });
  return awardListSheet(results.programme, lines, words);
};

/**
 * Writes an award list and notes it: as a paper for the board to sign where the path ends in .pdf, else as a spreadsheet with the day of each award and
 * the serial of its certificate. Errors: those of writing.
 */
export const writeAwardList = async (wanted: WantedList, path: string): Promise<Result<{ readonly path: string }>> => {
  const { results, language } = wanted;
  const noted = { kind: 'award-list' as const, path, language, cohort: results.cohort.code };
  if (!path.toLowerCase().endsWith('.pdf')) return writeNotedTable(noted, (words) => tableOf(wanted, words));
  return writeNotedPaper(noted, paperOf(wanted, await wordsIn(language)), linesOf(wanted).length);
};

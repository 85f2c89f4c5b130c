import type { BankComment, BankPlace } from '#shared/domain/comment-bank.ts';
import { learnComments } from '#shared/domain/comment-bank.ts';
import type { NameIndex } from '#shared/domain/feedback-names.ts';
import type { Result } from '#shared/lib/result.ts';
import { newId } from '../new-id.ts';
import { listRecords } from '../records.ts';
import { commit } from '../write-path.ts';

/** The comments of one assignment in one language, in no order. */
export const listComments = async ({
  programmeId,
  assignmentId,
  language,
}: BankPlace): Promise<readonly BankComment[]> =>
  (await listRecords('comments')).filter(
    (comment) =>
      comment.programmeId === programmeId && comment.assignmentId === assignmentId && comment.language === language,
  );

/**
 * Lets the bank learn the sentences that are new in a feedback text (`learnComments`). No step of its own for undo. Errors: those of the write path.
 */
export const learnFromFeedback = (
  place: BankPlace,
  texts: { readonly before: string; readonly after: string },
  names: NameIndex,
): Promise<Result<unknown>> =>
  commit({ code: 'comments-learned' }, async () => {
    const learned = learnComments(texts, await listComments(place), place, { names, newId: () => newId<string>() });
    return learned.map((comment) => ({ table: 'comments', id: comment.id, next: comment }));
  });

/** Gives a comment a shortcut (empty: takes it away). Errors: those of the write path. */
export const setCommentShortcut = (comment: BankComment, shortcut: string): Promise<Result<unknown>> => {
  const { shortcut: _was, ...rest } = comment;
  const next = shortcut.trim() === '' ? rest : { ...rest, shortcut: shortcut.trim() };
  return commit({ code: 'comment-changed' }, [{ table: 'comments', id: comment.id, next }]);
};

/** Takes a comment out of the bank. Feedback that holds it stays as it is. Errors: those of the write path. */
export const removeComment = (comment: BankComment): Promise<Result<unknown>> =>
  commit({ code: 'comment-removed' }, [{ table: 'comments', id: comment.id, next: null }]);

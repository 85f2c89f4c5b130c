import { fold } from '#shared/lib/fold.ts';
import type { NameIndex } from './feedback-names.ts';
import { holdsName } from './feedback-names.ts';
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

/** Which part of the bank is used: that of one assignment in one language. */
export type BankPlace = Pick<BankComment, 'programmeId' | 'assignmentId' | 'language'>;

/** Shorter sentences ("Good.") are typed faster than chosen; longer ones are about one script alone. */
const lengths = { least: 12, most: 240 } as const;

/** The sentences of a feedback text, each with its full stop. */
export const sentencesOf = (text: string): readonly string[] =>
  (text.normalize('NFC').match(/[^.!?…\n]+[.!?…]*["”»’)]*/gu) ?? [])
    .map((sentence) => sentence.trim().replace(/\s+/gu, ' '))
    .filter((sentence) => sentence !== '');

const keyOf = (sentence: string): string => fold(sentence.replace(/[.!?…\s]+$/u, ''));

/**
 * What the bank learns when a feedback text was written: sentences that are new in it are counted where the bank has them, and kept where it has not.
 * A sentence that holds a learner's name is never kept, nor one that is very short or very long. The records changed or made are returned.
 */
export const learnComments = (
  texts: { readonly before: string; readonly after: string },
  bank: readonly BankComment[],
  place: BankPlace,
  { names, newId }: { readonly names: NameIndex; readonly newId: () => string },
): readonly BankComment[] => {
  const known = new Map(bank.map((comment) => [keyOf(comment.text), comment]));
  const old = new Set(sentencesOf(texts.before).map(keyOf));
  const learned = new Map<string, BankComment>();
  for (const text of sentencesOf(texts.after)) {
    const key = keyOf(text);
    if (old.has(key) || learned.has(key)) continue;
    const found = known.get(key);
    if (found !== undefined) learned.set(key, { ...found, uses: found.uses + 1 });
    else if (text.length >= lengths.least && text.length <= lengths.most && !holdsName(text, names))
      learned.set(key, { id: newId(), ...place, text, uses: 1 });
  }
  return [...learned.values()];
};

const byUse = (a: BankComment, b: BankComment): number =>
  b.uses - a.uses || (a.text < b.text ? -1 : a.text > b.text ? 1 : 0);

/**
 * The comments that are offered, the most used first: all, or those that fit what was typed after `/` (a shortcut, or the beginning of any of the
 * words). Sentences that stand in the text already are left out.
 */
export const offeredComments = (
  bank: readonly BankComment[],
  { query, text }: { readonly query: string; readonly text: string },
): readonly BankComment[] => {
  const there = new Set(sentencesOf(text).map(keyOf));
  const wanted = fold(query).split(' ');
  const fits = ({ text: own, shortcut }: BankComment): boolean => {
    const words = fold(`${shortcut ?? ''} ${own}`).split(/[^\p{L}\p{N}]+/u);
    return wanted.every((part) => words.some((word) => word.startsWith(part)));
  };
  return bank.filter((comment) => !there.has(keyOf(comment.text)) && fits(comment)).toSorted(byUse);
};

/** A feedback text with a comment put in place of `from` to `to`, with a space on either side where words touch; `caret` stands after it. */
export const withComment = (
  text: string,
  { from, to }: { readonly from: number; readonly to: number },
  comment: string,
): { readonly text: string; readonly caret: number } => {
  const [head, tail] = [text.slice(0, from), text.slice(to)];
  const before = head === '' || /\s$/u.test(head) ? '' : ' ';
  const after = tail === '' || /^\s/u.test(tail) ? '' : ' ';
  const start = `${head}${before}${comment}`;
  return { text: `${start}${after}${tail}`, caret: start.length + after.length };
};

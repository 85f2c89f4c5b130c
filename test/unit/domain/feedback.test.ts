import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { BankComment } from '#shared/domain/comment-bank.ts';
import { learnComments, offeredComments, sentencesOf, withComment } from '#shared/domain/comment-bank.ts';
import { nameIndex, otherNames } from '#shared/domain/feedback-names.ts';
import type { AssignmentId, PersonId, ProgrammeId } from '#shared/domain/ids.ts';
import { asId } from '#shared/domain/ids.ts';

const person = (id: string, givenNames: string, familyName: string) => ({
  id: asId<PersonId>(id),
  givenNames,
  familyName,
});
const people = [
  person('p1', 'Kgalalelo Tšepiso', 'Mokoena'),
  person('p2', 'Chipo', 'Nyambuya'),
  person('p3', 'Đặng', 'Hadebe-Nxumalo'),
  person('p4', 'Bo', 'O’Brien'),
];
const index = nameIndex(people);
const [own] = people as [(typeof people)[0]];
const found = (text: string) => otherNames(text, index, own).map(({ word, person: { id } }) => `${word} ${id}`);

describe('another learner’s name in the feedback', () => {
  it('is found whatever its accents and capitals, as a whole word, once', () => {
    expect(found('Chipo, say who keeps the record. chipo!')).toEqual(['Chipo p2']);
    expect(found('See DANG and the Nxumalo family')).toEqual(['DANG p3', 'Nxumalo p3']);
    expect(found('Chipo’s record and O’Brien')).toEqual(['Chipo’s p2', 'O’Brien p4']);
    expect(found('Le travail d’Chipo')).toEqual(['d’Chipo p2']);
    expect(found('Chipolata and Nyambuyas')).toEqual([]);
  });

  it('is not looked for in two letters, nor in the learner’s own name', () => {
    expect(found('Bo wrote that Tsepiso and Mokoena agree')).toEqual([]);
  });

  it('tells where it stands', () => {
    expect(otherNames('So Chipo says', index, own)[0]).toMatchObject({ from: 3, to: 8 });
  });
});

const place = { programmeId: asId<ProgrammeId>('p'), assignmentId: asId<AssignmentId>('m1-essay'), language: 'en' };
const comment = (id: string, text: string, uses: number, shortcut?: string): BankComment => ({
  id,
  ...place,
  text,
  uses,
  ...(shortcut === undefined ? {} : { shortcut }),
});
const bank = [comment('a', 'Name the law you refer to.', 3, 'law'), comment('b', 'Own example needed.', 5)];
let made = 0;
const learn = (before: string, after: string) =>
  learnComments({ before, after }, bank, place, { names: index, newId: () => `new-${made++}` });

describe('the bank of comments', () => {
  it('learns what was typed and counts what it has', () => {
    expect(learn('', 'Own example needed. Say who keeps the record.')).toMatchObject([
      { id: 'b', uses: 6 },
      { text: 'Say who keeps the record.', uses: 1, assignmentId: 'm1-essay', language: 'en' },
    ]);
  });

  it('counts a sentence when it comes into a feedback, not each time that is saved', () => {
    expect(learn('Own example needed.', 'Own example needed. Good work on this.')).toHaveLength(1);
  });

  it('never keeps a sentence with a learner’s name in it, nor a very short one', () => {
    expect(learn('', 'Chipo, say who keeps the record. Good. Mokoena writes clearly.')).toEqual([]);
  });

  it('offers the most used first, by shortcut or the beginnings of words, and not what stands there already', () => {
    const offered = (query: string, text = '') => offeredComments(bank, { query, text }).map(({ id }) => id);
    expect(offered('')).toEqual(['b', 'a']);
    expect(offered('law')).toEqual(['a']);
    expect(offered('exa own')).toEqual(['b']);
    expect(offered('zzz')).toEqual([]);
    expect(offered('', 'own example needed')).toEqual(['a']);
  });

  it('puts a comment in with spaces where words would touch', () => {
    expect(withComment('Well told. /law', { from: 11, to: 15 }, 'Name the law.')).toEqual({
      text: 'Well told. Name the law.',
      caret: 24,
    });
    expect(withComment('ab', { from: 1, to: 1 }, 'X')).toEqual({ text: 'a X b', caret: 4 });
  });

  it('cuts any text into sentences that hold all its words', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        const letters = (value: string): string => value.normalize('NFC').replace(/[^\p{L}\p{N}]+/gu, '');
        expect(letters(sentencesOf(text).join(''))).toBe(letters(text));
      }),
    );
  });
});

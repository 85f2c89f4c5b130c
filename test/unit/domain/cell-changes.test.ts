import { describe, expect, it } from 'vitest';
import { describeCellChange } from '#shared/domain/cell-changes.ts';
import { enterMark } from '#shared/domain/cells.ts';
import { enterCriterion } from '#shared/domain/script-entry.ts';
import type { CriterionId } from '#shared/domain/ids.ts';
import type { Cell } from '#shared/domain/marks.ts';
import { figure, plusList } from '#shared/domain/message-lists.ts';

const today = { today: '2026-05-20' };
const [aim, law] = ['aim' as CriterionId, 'law' as CriterionId];
const rubric = { max: 2000, criteria: [aim, law].map((id) => ({ id, title: { en: id }, max: 1000 })) };
const summed: Cell = {
  attempts: [{ state: 'marked', value: 1450, marked: '2026-05-20', criteria: { [aim]: 850, [law]: 600 } }],
};

const codesOf = (before: Cell, after: Cell): readonly string[] =>
  describeCellChange(before, after).map(({ key }) => key);

describe('what a change did to a cell, in words', () => {
  it('names the criterion marks that a total took the place of', () => {
    const said = describeCellChange(summed, enterMark(summed, 1600, today));
    expect(said.map(({ key }) => key)).toEqual(['domain.change.mark.changed', 'domain.change.criteriaGone']);
    expect(said[1]?.values).toEqual({ marks: plusList([figure(8.5), figure(6)]) });
  });

  it('says that criteria changed where their sum did not', () => {
    const swapped = {
      attempts: [{ ...summed.attempts[0], state: 'marked' as const, criteria: { [aim]: 600, [law]: 850 } }],
    };
    expect(codesOf(summed, swapped)).toEqual(['domain.change.criteria']);
  });

  it('says a mark alone where its criteria are keyed anew', () => {
    expect(codesOf(summed, enterCriterion(summed, rubric, law, 700, today))).toEqual(['domain.change.mark.changed']);
  });
});

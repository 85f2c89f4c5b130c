import { describe, expect, it } from 'vitest';
import { enterOutcome } from '#shared/domain/cells.ts';
import type { Language } from '#shared/domain/languages.ts';
import type { Cell } from '#shared/domain/marks.ts';
import type { ProgrammeRules } from '#shared/domain/programmes.ts';
import { moduleNeed } from '#shared/domain/what-if.ts';
import { hoursNeed, needWords } from '#shared/domain/what-if-words.ts';
import { assignment, cellOf, inputOf, moduleWith, programme, words } from './sheet-builders.ts';

const module = moduleWith([assignment(1, 40, 60), assignment(2, 20, 40)], 6);

const said = (
  cells: Readonly<Record<string, Cell>>,
  change: Partial<ProgrammeRules> = {},
  language: Language = 'en',
  due: Readonly<Record<string, string>> = {},
) => {
  const need = moduleNeed(module, { ...inputOf([module], cells, change), cohort: { due } }, '2026-06-10');
  if (need === undefined) throw new Error('The module needs nothing');
  const { text, details, possible } = needWords(need, language);
  return { text: words(text, language), details: details.map((one) => words(one, language)), possible };
};

describe('what is needed, in words', () => {
  it('names the mark and the assignment', () => {
    expect(said({ a1: cellOf(2000) }).text).toBe('Module 6 needs 9.98 of 20 on Work 2');
    expect(said({ a1: cellOf(2000) }, {}, 'fr').text).toBe('Module 6 : il faut 9,98 sur 20 pour Travail 2');
  });

  it('names ways that exclude each other with or, and marks needed together with and', () => {
    expect(said({ a1: cellOf(1800), a2: cellOf(900) }, { attemptPolicy: 'best' }).text).toBe(
      'Module 6 needs 21.3 of 40 on attempt 2 of Work 1, or 11.48 of 20 on attempt 2 of Work 2',
    );
    expect(said({})).toEqual({
      text: 'Module 6 needs 19.98 of 40 on Work 1 and 9.99 of 20 on Work 2',
      details: ['More on one makes up for less on the other.'],
      possible: true,
    });
  });

  it('says the late days that take something off, and the criterion that must be passed', () => {
    expect(said({ a1: cellOf(2000) }, {}, 'en', { a2: '2026-06-08' }).details).toEqual([
      'Work 2 counts as 2 days late: 2 is taken off first.',
    ]);
    const second = programme.modules[1];
    const need = second && moduleNeed(second, inputOf([second], {}), '2026-06-10');
    if (need === undefined) throw new Error('Module 2 is open');
    expect(needWords(need, 'en').details.map((one) => words(one))).toContain(
      'At least 5 on the criterion “Protects the child”.',
    );
  });

  it('says honestly that it cannot be reached any more, and why', () => {
    expect(said({ a1: cellOf(0) }, { maxAttempts: 1 })).toMatchObject({
      text: 'Module 6 cannot be reached any more: even full marks on what is left are not enough',
      possible: false,
    });
    expect(said({ a1: cellOf(0), a2: cellOf(0) }, { maxAttempts: 1 }).text).toBe(
      'Module 6 cannot be reached any more: all attempts are used',
    );
  });

  it('waits for the answer to a query where the mark under it is enough', () => {
    expect(said({ a1: enterOutcome(cellOf(4000), 'HOLD'), a2: cellOf(1200) }).text).toBe(
      'Module 6 passes once the query on Work 1 is answered',
    );
  });

  it('counts the hours that are missing', () => {
    const hours = { attended: 84.5, planned: 120, needed: 96, enough: false };
    expect(words(hoursNeed({ hours }) ?? { key: '' })).toBe('11.5 more hours');
    expect(hoursNeed({ hours: { ...hours, enough: true } })).toBeUndefined();
  });
});

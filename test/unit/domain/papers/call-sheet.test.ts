import { describe, expect, it } from 'vitest';
import type { CallSheetInput } from '#shared/domain/papers/call-sheet.ts';
import { callSheetPaper } from '#shared/domain/papers/call-sheet.ts';
import { asId } from '#shared/domain/ids.ts';
import type { CohortId, EnrolmentId, PersonId } from '#shared/domain/ids.ts';
import type { MainActivity } from '#shared/domain/people.ts';
import { questionnaireLanguages } from '#shared/domain/questionnaire-design.ts';
import { standardQuestionnaire } from '#shared/domain/questionnaire-standard.ts';
import words from '../../../../resources/questionnaires/call-sheet.json' with { type: 'json' };

const input = (activity: MainActivity, language: CallSheetInput['language'] = 'en'): CallSheetInput => ({
  name: 'Júlia Tivane Cossa',
  cohortCode: 'MPM-1',
  offsetMonths: 18,
  dates: { opens: '2026-04-22', dueOn: '2026-05-22', closes: '2026-08-20' },
  person: {
    id: asId<PersonId>('p'),
    givenNames: 'Júlia',
    familyName: 'Tivane Cossa',
    phone: '+258 700 000 101',
    bestTime: 'after 18:00',
    alternates: [{ name: 'Vestine', relation: 'sister', phone: '+258 700 000 177' }],
  },
  enrolment: {
    id: asId<EnrolmentId>('e'),
    personId: asId<PersonId>('p'),
    cohortId: asId<CohortId>('c'),
    status: 'awarded',
    enrolledOn: '2023-01-15',
    baseline: { activity },
    mentor: { name: 'Jean-Bosco Habimana', phone: '+258 700 000 130' },
  },
  design: standardQuestionnaire,
  language,
  attempts: 4,
  last: { activity: 'seeking-work' },
  owner: 'Demonstration',
  on: '2026-05-25',
});

const tables = (paper: ReturnType<typeof callSheetPaper>) =>
  paper.blocks.flatMap((block) => (block.kind === 'table' ? [block] : []));

describe('the call sheet on paper', () => {
  it('has a line for each attempt and a box for each question, with the code numbers of the keys', () => {
    const [attempts, questions] = tables(callSheetPaper(input('unpaid-volunteer')));
    expect(attempts?.rows).toHaveLength(4);
    expect(questions?.rows.map(([number]) => number)).toEqual([
      '1a',
      '1b',
      '2',
      '3a',
      '3b',
      '4',
      '5',
      '6',
      '7',
      '8',
      '9',
      '10a',
      '10b',
    ]);
    expect(questions?.rows[2]?.[2]?.replaceAll('\u00A0', ' ')).toMatch(
      /^1 Paid employee · 2 Self-employed · .* · 7 Not seeking work$/,
    );
    expect(questions?.rows.every((row) => row[3] === '')).toBe(true);
  });

  it('says on which answer a question depends, by number and code', () => {
    const [, questions] = tables(callSheetPaper(input('unpaid-volunteer')));
    expect(questions?.rows[1]?.[1]).toContain('(Only if 1a is 2)');
    expect(questions?.rows[3]?.[1]).toContain('(Only if 2 is 1–4)');
  });

  it('leaves out what can never be asked of this person', () => {
    const [, questions] = tables(callSheetPaper(input('paid-employee')));
    expect(questions?.rows.map(([number]) => number)).not.toContain('9');
  });

  it('names how to reach them, the mentor and what was said last time', () => {
    const facts = callSheetPaper(input('unpaid-volunteer')).blocks.flatMap((block) =>
      block.kind === 'facts' ? block.items.map(({ value }) => value) : [],
    );
    expect(facts).toEqual(
      expect.arrayContaining([
        '+258 700 000 101 · after 18:00',
        'Vestine, sister, +258 700 000 177',
        'Jean-Bosco Habimana, +258 700 000 130',
        'Seeking work',
      ]),
    );
  });

  it.each(questionnaireLanguages)('is whole in %s', (language) => {
    for (const texts of Object.values(words)) expect(texts[language]).not.toBe('');
    const paper = callSheetPaper(input('unpaid-volunteer', language));
    expect(paper.language).toBe(language);
    expect(JSON.stringify(paper.blocks)).not.toMatch(/\{\{/);
  });
});

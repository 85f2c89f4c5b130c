import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { consentFor } from '#shared/domain/consents.ts';
import { enumeratorSheets } from '#shared/domain/enumerator/make-workbook.ts';
import { newFollowUp } from '#shared/domain/follow-up-calls.ts';
import type { FollowUp } from '#shared/domain/follow-ups.ts';
import { countFates } from '#shared/domain/import/import-kinds.ts';
import type { Enrolment, Person } from '#shared/domain/people.ts';
import type { QuestionnaireDesign } from '#shared/domain/questionnaire-design.ts';
import { questionnaireLanguages } from '#shared/domain/questionnaire-design.ts';
import { standardQuestionnaire } from '#shared/domain/questionnaire-standard.ts';
import type { World } from '../enumerator/interviews.ts';
import {
  after,
  alumni,
  asRead,
  csvFile,
  filledIn,
  inputOf,
  interviewOf,
  plan,
  wave18,
  world,
} from '../enumerator/interviews.ts';

/** A complete interview of somebody who was an unpaid volunteer and is now paid, in English. */
const complete = {
  'Call 1: day': '2026-05-20',
  'Call 1: result': 'Talked',
  'Still in the same community': 'Yes',
  'Main activity': 'Paid employee',
  'With whom': 'Musasa Youth Centre',
  'Works with children or youth': 'Yes',
  'Started before or after the course': 'After',
  'Promoted or more responsibility': 'No',
  'Asked to lead discussions': 'Yes',
  'The course helped': 'Yes',
  'Because of the course': 'Yes',
  'Further study': 'Does not say',
  'May we call again': 'Yes',
  Interviewer: 'Mwila Zulu',
};

const sheetOf = (here: World) => asRead(enumeratorSheets(inputOf(here)));
const fates = (...args: Parameters<typeof plan>) => countFates(plan(...args).rows);
const reasonOf = (...args: Parameters<typeof plan>) =>
  plan(...args).rows.map(({ reason }) => reason?.key.split('.').at(-1));
const notesOf = (...args: Parameters<typeof plan>) =>
  plan(...args).rows.map(({ notes }) => notes.map(({ key }) => key.split('.').at(-1)));

const withInterview = (more: Partial<FollowUp>, waveId = wave18.id): World => {
  const [first] = alumni;
  if (first === undefined) throw new Error('No alumnus');
  return { ...world, followUps: [{ ...newFollowUp(first.award, waveId), ...more }] };
};

const withFirst = (more: { person?: Partial<Person>; enrolment?: Partial<Enrolment> }): World => ({
  ...world,
  alumni: alumni.map((each, place) =>
    place === 0
      ? { ...each, person: { ...each.person, ...more.person }, enrolment: { ...each.enrolment, ...more.enrolment } }
      : each,
  ),
});

describe('an enumerator’s sheet that comes back', () => {
  it('changes nothing as it was made, in any language and whatever was answered here before or since', () => {
    const answers = fc.record(
      {
        sameCommunity: fc.constantFrom<'yes' | 'no'>('yes', 'no'),
        activity: fc.constantFrom<'paid-employee' | 'seeking-work'>('paid-employee', 'seeking-work'),
        employer: fc.constantFrom('Tiyende', 'Rede  Amanhã', '=1+1', 'a; b, “c”'),
        courseHelped: fc.constantFrom<'yes' | 'no' | 'unsure'>('yes', 'no', 'unsure'),
      },
      { requiredKeys: [] },
    );
    fc.assert(
      fc.property(answers, answers, fc.constantFrom(...questionnaireLanguages), (before, since, language) => {
        const made = asRead(enumeratorSheets(inputOf(withInterview({ answers: before, status: 'partial' }), language)));
        const here = withInterview({ answers: since, status: 'partial' });
        const planned = plan(here, made);
        expect(countFates(planned.rows)).toMatchObject({ same: alumni.length });
        expect(planned.changes).toEqual([]);
      }),
      { numRuns: 60 },
    );
  });

  it('brings a complete interview once: the same file again changes nothing', () => {
    const file = filledIn(sheetOf(world), { 1: complete });
    const planned = plan(world, file);
    expect(countFates(planned.rows)).toMatchObject({ new: 1, same: 3, refused: 0, unsure: 0 });
    const then = after(world, planned);
    const interview = interviewOf(then, 1);
    expect(interview).toMatchObject({
      status: 'complete',
      completedOn: '2026-05-20',
      interviewer: 'Mwila Zulu',
      source: 'self',
      declined: ['furtherStudy'],
      questionnaire: { name: 'follow-up', version: 1 },
      answers: { activity: 'paid-employee', becauseOfCourse: 'yes', employer: 'Musasa Youth Centre' },
    });
    expect(interview?.attempts).toHaveLength(1);
    expect(plan(then, file).changes).toEqual([]);
    expect(fates(then, file)).toMatchObject({ same: 4 });
  });

  it('reads answers in the language of the sheet, by code or by number', () => {
    const file = asRead(enumeratorSheets(inputOf(world, 'sw')));
    const filled = filledIn(file, {
      1: { 'Simu 1: siku': '20/05/2026', 'Simu 1: matokeo': 'Tulizungumza', 'Shughuli kuu': 'Amejiajiri' },
      2: { 'Simu 1: siku': '2026-05-20', 'Simu 1: matokeo': 'talked', 'Shughuli kuu': 'further-study' },
      3: { 'Simu 1: siku': '2026-05-20', 'Simu 1: matokeo': 'Tulizungumza', 'Shughuli kuu': '4' },
    });
    const then = after(world, plan(world, filled));
    expect([1, 2, 3].map((place) => interviewOf(then, place)?.answers.activity)).toEqual([
      'self-employed',
      'further-study',
      'unpaid-volunteer',
    ]);
  });

  it('completes an interview that was begun here', () => {
    const here = withInterview({ answers: { sameCommunity: 'yes' }, status: 'partial' });
    const file = filledIn(sheetOf(here), { 1: complete });
    expect(fates(here, file)).toMatchObject({ changed: 1, same: 3 });
    expect(notesOf(here, file)[0]).toContain('interview-completed');
    expect(interviewOf(after(here, plan(here, file)), 1)?.status).toBe('complete');
  });

  it('waits for a decision where there is a second interview for the same wave, and replaces only what a person says', () => {
    const file = filledIn(sheetOf(world), { 1: complete });
    const here = after(world, plan(world, file));
    const second = filledIn(sheetOf(world), {
      1: { ...complete, 'Call 1: day': '2026-05-22', 'Main activity': 'Self-employed' },
    });
    const open = plan(here, second);
    expect(countFates(open.rows)).toMatchObject({ unsure: 1, same: 3 });
    expect(open.changes).toEqual([]);
    const line = open.rows[0]?.line ?? 0;
    expect(open.rows[0]?.clashes).toHaveLength(1);
    expect(plan(here, second, { [line]: { as: 'here' } }).changes).toEqual([]);
    const replaced = after(here, plan(here, second, { [line]: { as: 'file' } }));
    expect(interviewOf(replaced, 1)).toMatchObject({ status: 'complete', answers: { activity: 'self-employed' } });
  });

  it('takes two rows about one alumnus for two interviews of one wave', () => {
    const [first, second] = [complete, { ...complete, 'Main activity': 'Self-employed' }];
    const made = filledIn(sheetOf(world), { 1: first });
    const other = filledIn(sheetOf(world), { 1: second });
    const rows = made.sheets[0]?.rows ?? [];
    const again = other.sheets[0]?.rows[rows.findIndex((row) => row.includes('e-1'))] ?? [];
    expect(fates(world, csvFile(...rows, again))).toMatchObject({ new: 1, unsure: 1 });
    expect(fates(world, csvFile(...rows, rows[rows.findIndex((row) => row.includes('e-1'))] ?? []))).toMatchObject({
      new: 1,
      same: 4,
    });
  });

  it('refuses what must not be recorded, each row with its reason', () => {
    const file = filledIn(sheetOf(world), { 1: complete });
    expect(reasonOf(withInterview({ status: 'opted-out' }), file)[0]).toBe('alumnus-opted-out');
    expect(reasonOf(withInterview({ answers: { mayCallAgain: 'no' } }, 'm6'), file)[0]).toBe('alumnus-opted-out');
    expect(reasonOf(withFirst({ enrolment: { consentCalls: false } }), file)[0]).toBe('alumnus-opted-out');
    expect(reasonOf(withFirst({ person: { deceasedOn: '2026-01-01' } }), file)[0]).toBe('alumnus-deceased');
    expect(reasonOf(withInterview({ status: 'refused' }), file)[0]).toBe('alumnus-refused');
    const early = filledIn(sheetOf(world), { 1: { ...complete, 'Call 1: day': '2024-10-01' } });
    expect(reasonOf(world, early)[0]).toBe('before-graduation');
    const future = filledIn(sheetOf(world), { 1: { ...complete, 'Call 1: day': '2027-01-01' } });
    expect(reasonOf(world, future)[0]).toBe('date-in-future');
    const nobody = filledIn(sheetOf(world), { 1: { ...complete, _alumnus: 'e-99' } });
    expect(reasonOf(world, nobody)[0]).toBe('unknown-alumnus');
    const sorted = filledIn(sheetOf(world), { 1: { ...complete, Name: 'Grace Banda' } });
    expect(reasonOf(world, sorted)[0]).toBe('row-of-another');
    const wave = filledIn(sheetOf(world), { 1: { ...complete, _wave: 'w99' } });
    expect(reasonOf(world, wave)[0]).toBe('no-such-wave');
  });

  it('names other codes cell by cell, and takes the rest of the row', () => {
    const file = filledIn(sheetOf(world), {
      1: { ...complete, 'Main activity': 'Astronaut', 'The course helped': 'perhaps' },
    });
    const [row] = plan(world, file).rows;
    expect(row?.problems.map(({ column }) => column)).toEqual([
      'Main activity',
      'The course helped',
      'With whom',
      'Works with children or youth',
      'Started before or after the course',
      'Promoted or more responsibility',
      'Because of the course',
    ]);
    expect(row?.fate).toBe('new');
    expect(interviewOf(after(world, plan(world, file)), 1)).toMatchObject({
      status: 'partial',
      answers: { sameCommunity: 'yes' },
    });
  });

  it('brings calls without an interview, a new telephone and the end of the calls', () => {
    const file = filledIn(sheetOf(world), {
      1: {
        'Call 1: day': '2026-05-18',
        'Call 1: result': 'No answer',
        'Call 2: day': '2026-05-19',
        'Call 2: result': 'Call back',
        'Call again on': '2026-06-01',
      },
      2: { 'Call 1: day': '2026-05-18', 'Call 1: result': 'Do not call again' },
      3: { 'Call 1: day': '2026-05-18', 'Call 1: result': 'Has died' },
      4: { 'New telephone': '+258 84 555 0000' },
    });
    const planned = plan(world, file);
    const then = after(world, planned);
    expect(countFates(planned.rows)).toMatchObject({ new: 4 });
    expect(interviewOf(then, 1)).toMatchObject({
      status: 'attempted',
      attempts: [{ outcome: 'no-answer' }, { outcome: 'call-back', next: '2026-06-01' }],
    });
    expect(interviewOf(then, 2)?.status).toBe('opted-out');
    expect(consentFor(then.alumni[1]?.person, then.alumni[1]?.enrolment, 'follow-up-calls')).toBe('declined');
    expect(interviewOf(then, 3)?.status).toBe('deceased');
    expect(then.alumni[2]?.person.deceasedOn).toBe('2026-05-18');
    expect(then.alumni[3]?.person.phone).toBe('+258 84 555 0000');
    expect(fates(then, file)).toMatchObject({ same: 4 });
  });

  it('keeps answers with the edition they were given to, and carries them over by id where that edition is not known', () => {
    const [first, ...others] = standardQuestionnaire.questions;
    if (first === undefined) throw new Error('No question');
    const newer: QuestionnaireDesign = { ...standardQuestionnaire, name: 'own', version: 2, questions: others };
    const both: World = { ...world, designs: [newer, standardQuestionnaire] };
    const file = filledIn(sheetOf(world), { 1: complete });
    expect(notesOf(both, file)[0]).toContain('older-edition');
    expect(interviewOf(after(both, plan(both, file)), 1)?.questionnaire).toEqual({ name: 'follow-up', version: 1 });
    const unknown = filledIn(sheetOf(world), { 1: { ...complete, _edition: 'own:1' } });
    expect(notesOf(both, unknown)[0]).toContain('other-edition');
    const then = after(both, plan(both, unknown));
    expect(interviewOf(then, 1)).toMatchObject({
      questionnaire: { name: 'own', version: 2 },
      answers: { activity: 'paid-employee' },
    });
    expect(plan(both, unknown).rows[0]?.problems.map(({ column }) => column)).toEqual(['Still in the same community']);
  });
});

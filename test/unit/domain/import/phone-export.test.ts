import { describe, expect, it } from 'vitest';
import { countFates } from '#shared/domain/import/import-kinds.ts';
import type { QuestionnaireDesign } from '#shared/domain/questionnaire-design.ts';
import { standardQuestionnaire } from '#shared/domain/questionnaire-standard.ts';
import type { World } from '../enumerator/interviews.ts';
import { after, csvFile, interviewOf, plan, wave18, world } from '../enumerator/interviews.ts';

const reasonOf = (...args: Parameters<typeof plan>) =>
  plan(...args).rows.map(({ reason }) => reason?.key.split('.').at(-1));
const notesOf = (...args: Parameters<typeof plan>) =>
  plan(...args).rows.map(({ notes }) => notes.map(({ key }) => key.split('.').at(-1)));

describe('the export of a phone form', () => {
  const head = [
    'start',
    'end',
    'fc_alumnus',
    'fc_wave',
    'fc_edition',
    'fc_interviewer',
    'fc_call_on',
    'fc_call_result',
  ];
  const meta = ['_id', '_uuid', '_submission_time'];
  const submission = (answers: readonly string[], uuid = 'aaa-111') => [
    '2026-05-20T14:00:00.000+02:00',
    '2026-05-20T14:09:30.000+02:00',
    'e-1',
    wave18.id,
    'follow-up:1',
    'Mwila Zulu',
    '2026-05-20',
    'talked',
    ...answers,
    '17',
    uuid,
    '2026-05-20T12:10:00',
  ];

  it('is read with groups before the names, and comes in once by its id', () => {
    const file = csvFile(
      [...head, 'interview/sameCommunity', 'interview/activity', ...meta],
      submission(['yes', 'seeking-work']),
    );
    const planned = plan(world, file);
    expect(countFates(planned.rows)).toMatchObject({ new: 1 });
    const then = after(world, planned);
    expect(interviewOf(then, 1)).toMatchObject({
      submissions: ['aaa-111'],
      answers: { sameCommunity: 'yes', activity: 'seeking-work' },
      attempts: [{ at: '2026-05-20T12:09:30.000Z', by: 'Mwila Zulu' }],
    });
    const corrected: World = {
      ...then,
      followUps: then.followUps.map((each) => ({
        ...each,
        answers: { ...each.answers, activity: 'self-employed' as const },
      })),
    };
    expect(notesOf(corrected, file)[0]).toEqual(['known-submission']);
    expect(plan(corrected, file).changes).toEqual([]);
  });

  it('is read with labels in place of names, and from ODK Central with its dashes and prefixes', () => {
    const labels = csvFile(
      [...head, 'Interview/Are you still living in the same community?', 'Main activity', ...meta],
      submission(['Yes', 'Seeking work']),
    );
    const say = standardQuestionnaire.questions[0]?.say.en ?? '';
    const spoken = csvFile(
      [...head, `Interview/${say}`, 'Main activity', ...meta],
      submission(['Yes', 'Seeking work']),
    );
    expect(plan(world, labels).rows).toHaveLength(1);
    expect(interviewOf(after(world, plan(world, spoken)), 1)?.answers).toEqual({
      sameCommunity: 'yes',
      activity: 'seeking-work',
    });
    const central = csvFile(
      ['SubmissionDate', 'end', 'fc_alumnus', 'fc_wave', 'fc_call_on', 'fc_call_result', 'interview-activity', 'KEY'],
      ['2026-05-20', '', 'e-2', wave18.id, '2026-05-20', 'talked', 'further-study', 'uuid:bbb-222'],
    );
    expect(interviewOf(after(world, plan(world, central)), 2)).toMatchObject({
      submissions: ['bbb-222'],
      answers: { activity: 'further-study' },
    });
  });

  it('reads several choices from one column of codes or from a column each', () => {
    const several: QuestionnaireDesign = {
      ...standardQuestionnaire,
      name: 'own',
      questions: [
        {
          id: 'uses',
          kind: 'multiple',
          say: { en: 'What do you use from the course?' },
          short: { en: 'Uses' },
          choices: ['groups', 'visits', 'plays'].map((value) => ({ value, label: { en: `With ${value}` } })),
          required: true,
        },
        {
          id: 'age',
          kind: 'number',
          say: { en: 'How old are you?' },
          short: { en: 'Age' },
          from: 15,
          to: 99,
          required: true,
        },
        { id: 'began', kind: 'date', say: { en: 'When?' }, short: { en: 'Began' }, required: false },
      ],
    };
    const own: World = { ...world, designs: [several, standardQuestionnaire] };
    const oneColumn = csvFile(
      [...head, 'uses', 'age', 'began', ...meta],
      submission(['groups plays', '41', '2025-02-01']).with(4, 'own:1'),
    );
    const then = after(own, plan(own, oneColumn));
    expect(interviewOf(then, 1)).toMatchObject({
      status: 'complete',
      answers: { own: { uses: ['groups', 'plays'], age: 41, began: '2025-02-01' } },
    });
    const split = csvFile(
      [...head, 'uses/groups', 'uses/visits', 'uses/plays', 'age', ...meta],
      submission(['1', '0', '1', '12,5']).with(4, 'own:1'),
    );
    const [row] = plan(own, split).rows;
    expect(interviewOf(after(own, plan(own, split)), 1)?.answers.own).toEqual({ uses: ['groups', 'plays'] });
    expect(row?.problems).toMatchObject([{ column: 'age', value: '12,5' }]);
  });
});

describe('a spreadsheet of somebody’s own', () => {
  it('finds alumni by number or name and the wave by its months or by the day', () => {
    const file = csvFile(
      ['Learner number', 'Name', 'Wave', 'Day of the call', 'Main activity', 'Shoe size'],
      ['LSK-001', 'Chipo Nyambe', '18 months', '20/05/2026', 'Paid employee', '38'],
      ['', 'Jose Joao Macuacua', '', '20/05/2026', 'Seeking work', ''],
      ['', 'Nobody Known', '18', '20/05/2026', 'Seeking work', ''],
      ['LSK-003', '', '', '', 'Seeking work', ''],
    );
    const planned = plan(world, file);
    expect(planned.rows.map(({ fate }) => fate)).toEqual(['new', 'new', 'refused', 'refused']);
    expect(reasonOf(world, file).slice(2)).toEqual(['not-in-cohort', 'no-interview-day']);
    expect(interviewOf(after(world, planned), 4)?.answers).toEqual({ activity: 'seeking-work' });
  });
});

import { defaultProgramme } from '#shared/domain/default-programme.ts';
import type { EnrolmentId, ProgrammeId } from '#shared/domain/ids.ts';
import { asId } from '#shared/domain/ids.ts';
import { standardQuestionnaire } from '#shared/domain/questionnaire-standard.ts';
import type { Running } from './fixtures.ts';
import { expect, test } from './fixtures.ts';

const programme = defaultProgramme({
  id: asId<ProgrammeId>('p1'),
  version: '4',
  validFrom: '2022-01-01',
  rulesSetBy: 'Demonstration Board',
  rulesSetOn: '2022-01-01',
});

/** One person, awarded in two cohorts: graduated in January 2025 and in January 2026. Invented. */
const records = [
  { table: 'programmes', id: 'p1', next: programme },
  {
    table: 'people',
    id: 'júlia',
    next: { id: 'júlia', givenNames: 'Júlia', familyName: 'Demonstration', alternates: [] },
  },
  ...(['2025', '2026'] as const).flatMap((year) => {
    const [cohortId, id] = [`c${year}`, `e${year}`];
    const cohort = {
      id: cohortId,
      code: `D-${year}`,
      name: 'Demonstration',
      programmeId: 'p1',
      country: 'MZ',
      place: '',
      partner: '',
      cycle: '',
      starts: '2023-01-15',
      census: '2023-02-15',
      graduation: `${year}-01-15`,
      due: {},
      released: {},
      signatories: [],
    };
    const whose = { id, cohortId, personId: 'júlia' };
    const baseline = { activity: 'unpaid-volunteer' };
    return [
      { table: 'cohorts', id: cohortId, next: cohort },
      {
        table: 'enrolments',
        id,
        next: { ...whose, status: 'awarded', enrolledOn: '2023-01-15', consentCalls: true, baseline },
      },
      {
        table: 'awards',
        id,
        next: { ...whose, awardedOn: `${year}-01-10`, name: 'Júlia Demonstration', overall: 675 },
      },
    ];
  }),
];

const begin = async ({ page }: Running): Promise<void> => {
  await page.evaluate(async (all) => {
    await window.harness.open();
    await window.harness.commit(
      { code: 'workspace-started' },
      all as unknown as Parameters<typeof window.harness.commit>[1],
    );
  }, records);
};

const key = (waveId: string, year = '2025') => ({ enrolmentId: asId<EnrolmentId>(`e${year}`), waveId });
const talk = { at: '2026-06-01T10:00:00.000Z', by: 'Joyce' };

const answer = ({ page }: Running, where: ReturnType<typeof key>, id: string, value: string | null): Promise<string> =>
  page.evaluate(
    async ([on, during, question, said]) => {
      const saved = await window.harness.saveAnswer(on, during, question, said, 'self');
      return saved.ok ? saved.value.status : saved.error.code;
    },
    [where, talk, id, value] as const,
  );

const end = ({ page }: Running, where: ReturnType<typeof key>, as: 'deceased' | 'opted-out'): Promise<string> =>
  page.evaluate(
    async ([on, during, how]) => {
      const ended = await window.harness.endCall(on, during, { as: how, talked: true, source: 'self' });
      return ended.ok ? ended.value.status : ended.error.code;
    },
    [where, talk, as] as const,
  );

const answersIn = ({ page }: Running, id: string): Promise<unknown> =>
  page.evaluate(async (wanted) => (await window.harness.getRecord('followUps', wanted))?.answers, id);

test('an answer of somebody who opted out in another wave is refused, and nothing is written', async ({ harness }) => {
  await begin(harness);
  expect(await answer(harness, key('m6'), 'sameCommunity', 'yes')).toBe('partial');
  expect(await end(harness, key('m6'), 'opted-out')).toBe('opted-out');
  expect(await answer(harness, key('m18'), 'sameCommunity', 'yes')).toBe('follow-up-opted-out');
  expect(await answer(harness, key('m6'), 'activity', 'seeking-work')).toBe('follow-up-opted-out');
  expect(await answersIn(harness, 'e2025:m18')).toBeUndefined();
  expect(await answersIn(harness, 'e2025:m6')).toEqual({ sameCommunity: 'yes' });
});

test('an interview broken off keeps who gave the answers', async ({ harness }) => {
  await begin(harness);
  const kept = await harness.page.evaluate(
    async ([on, during]) => {
      await window.harness.saveAnswer(on, during, 'sameCommunity', 'yes', 'proxy');
      const answered = await window.harness.getRecord('followUps', 'e2025:m18');
      await window.harness.endCall(on, during, { as: 'partial', talked: true, source: 'employer' });
      const ended = await window.harness.getRecord('followUps', 'e2025:m18');
      return [answered?.source, ended?.status, ended?.source, ended?.attempts.length];
    },
    [key('m18'), talk] as const,
  );
  expect(kept).toEqual(['proxy', 'partial', 'employer', 1]);
});

test('a death ends the calls of every wave and every cohort, until it is taken back', async ({ harness }) => {
  await begin(harness);
  const due = () =>
    harness.page.evaluate(async () =>
      (await window.harness.listAlumni({ today: '2026-06-20' })).map(({ id, block }) => [id, block ?? 'call']),
    );
  expect(Object.fromEntries(await due())).toEqual({ 'e2025:m18': 'call', 'e2026:m6': 'call' });
  expect(await end(harness, key('m18'), 'deceased')).toBe('deceased');
  expect(Object.fromEntries(await due())).toEqual({ 'e2025:m18': 'deceased', 'e2026:m6': 'deceased' });
  expect(await answer(harness, key('m6', '2026'), 'sameCommunity', 'yes')).toBe('follow-up-deceased');
  await harness.page.evaluate(() => window.harness.undo());
  expect(Object.fromEntries(await due())).toEqual({ 'e2025:m18': 'call', 'e2026:m6': 'call' });
});

test('an interview goes on with the edition it was begun with', async ({ harness }) => {
  await begin(harness);
  await answer(harness, key('m18'), 'sameCommunity', 'yes');
  await harness.page.evaluate(
    async (design) => {
      const added = await window.harness.addQuestionnaire(design, { en: 'Ours' });
      if (!added.ok) throw new Error(added.error.code);
      const used = await window.harness.startQuestionnaire(added.value);
      if (!used.ok) throw new Error(used.error.code);
    },
    { ...standardQuestionnaire, questions: standardQuestionnaire.questions.slice(0, 3) },
  );
  expect(await answer(harness, key('m18'), 'furtherStudy', 'yes')).toBe('partial');
  expect(await answer(harness, key('m6', '2026'), 'furtherStudy', 'yes')).toBe('question-not-asked');
  expect(await answer(harness, key('m6', '2026'), 'sameCommunity', 'no')).toBe('partial');
  const editions = await harness.page.evaluate(async () =>
    (await window.harness.listRecords('followUps')).map(({ id, questionnaire }) => [
      id,
      questionnaire?.name.slice(0, 4),
    ]),
  );
  expect(Object.fromEntries(editions)).toEqual({ 'e2025:m18': 'foll', 'e2026:m6': 'own-' });
});

test('an edition is taken into use as it was last changed, also while the change is still being saved', async ({
  harness,
}) => {
  await begin(harness);
  const used = await harness.page.evaluate(async (design) => {
    const added = await window.harness.addQuestionnaire(design, { en: 'Ours' });
    if (!added.ok) throw new Error(added.error.code);
    const record = await window.harness.getRecord('questionnaires', added.value);
    const draft = JSON.parse(record?.design ?? '') as typeof design;
    const [saved, started] = await Promise.all([
      window.harness.saveQuestionnaire(added.value, { ...draft, questions: draft.questions.slice(0, 1) }),
      window.harness.startQuestionnaire(added.value),
    ]);
    const late = await window.harness.saveQuestionnaire(added.value, draft);
    const now = await window.harness.getRecord('questionnaires', added.value);
    return {
      saved: saved.ok,
      started: started.ok,
      late: late.ok ? 'ok' : late.error.code,
      state: now?.state,
      questions: (JSON.parse(now?.design ?? '') as typeof design).questions.length,
    };
  }, standardQuestionnaire);
  expect(used).toEqual({
    saved: true,
    started: true,
    late: 'questionnaire-not-a-draft',
    state: 'in-use',
    questions: 1,
  });
});

test('a wave that holds an interview is neither moved nor left out', async ({ harness }) => {
  await begin(harness);
  await answer(harness, key('m18'), 'sameCommunity', 'yes');
  const save = (months: readonly number[]) =>
    harness.page.evaluate(
      async ([rules, wanted]) => {
        const waves = rules.waves.map((wave, at) => ({ ...wave, offsetMonths: wanted[at] ?? wave.offsetMonths }));
        const saved = await window.harness.saveWaves('p1' as never, { ...rules, waves }, '2026-06-20');
        return saved.ok ? 'ok' : saved.error.code;
      },
      [programme.rules, months] as const,
    );
  expect(await save([0, 6, 20, 24])).toBe('wave-used');
  expect(await save([0, -6, 18, 24])).toBe('wave-before-graduation');
  expect(await save([0, 7, 18, 30])).toBe('ok');
});

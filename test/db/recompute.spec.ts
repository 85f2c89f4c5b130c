import fc from 'fast-check';
import { defaultProgramme } from '#shared/domain/default-programme.ts';
import type { ProgrammeId } from '#shared/domain/ids.ts';
import { asId } from '#shared/domain/ids.ts';
import { learnerResult } from '#shared/domain/module-results.ts';
import { canonicalJson } from '#shared/lib/json.ts';
import type { Done, Marking, Step } from '../builders/marking-steps.ts';
import { anySteps, blank, doneBy, withStep } from '../builders/marking-steps.ts';
import type { Running } from './fixtures.ts';
import { expect, killHard, startHarness, test } from './fixtures.ts';

const learners = ['e1', 'e2'];
const programme = defaultProgramme({
  id: asId<ProgrammeId>('p1'),
  version: '4',
  validFrom: '2025-01-01',
  rulesSetBy: 'Demonstration Board',
  rulesSetOn: '2025-01-01',
});
const cohort = {
  id: 'c1',
  code: 'D-1',
  name: 'Demonstration',
  programmeId: 'p1',
  country: 'ZM',
  place: '',
  partner: '',
  cycle: '',
  starts: '2026-01-15',
  census: '2026-02-15',
  due: {},
  released: {},
  signatories: [],
};

const open = ({ page }: Running): Promise<unknown> =>
  page.evaluate(async () => {
    await window.harness.open();
  });

const begin = ({ page }: Running): Promise<unknown> =>
  page.evaluate(
    async ({ ids, records }) => {
      const people = ids.flatMap((id) => {
        const person = { id: `person-${id}`, givenNames: id, familyName: 'Demonstration', alternates: [] };
        const enrolment = { id, personId: person.id, cohortId: 'c1', status: 'active', enrolledOn: '2026-01-15' };
        return [
          { table: 'people', id: person.id, next: person },
          { table: 'enrolments', id, next: enrolment },
        ];
      });
      const all = [...records, ...people] as unknown as Parameters<typeof window.harness.commit>[1];
      await window.harness.commit({ code: 'workspace-started' }, all);
    },
    {
      ids: learners,
      records: [
        { table: 'programmes', id: 'p1', next: programme },
        { table: 'cohorts', id: 'c1', next: cohort },
      ],
    },
  );

/** Does a step in the app: through the same commands as the screens. */
const act = ({ page }: Running, step: Step, done: Done | undefined): Promise<unknown> =>
  page.evaluate(
    async ({ kind, what }) => {
      const { harness } = window;
      if (kind === 'undo' || kind === 'redo') return void (await harness[kind]());
      if (what?.kind === 'cell')
        await harness.saveCells(
          [{ enrolmentId: what.learner as never, assignmentId: what.assignment.id, cell: what.cell }],
          { code: 'marks-keyed', values: { count: 1 } },
        );
      if (what?.kind === 'due') await harness.setDueDates('c1' as never, what.due);
      if (what?.kind === 'rule')
        await harness.overrideRules('c1' as never, { [what.name]: what.value }, 'The board decided so', '2026-05-20');
      if (what?.kind === 'rule-back') await harness.restoreRule('c1' as never, what.name);
    },
    { kind: step.kind, what: done },
  );

const shown = async ({ page }: Running): Promise<readonly string[]> =>
  page.evaluate(
    async (ids) => {
      const results = await window.harness.loadCohortResults('c1', 'en');
      return ids.map((id) => {
        const found = results?.lines.find(({ enrolment }) => enrolment.id === id)?.eligibility;
        return window.harness.canonicalJson(
          found?.modules.map(({ verdict, soFar, final, missingPoints, items }) => [
            verdict,
            soFar ?? null,
            final ?? null,
            missingPoints,
            items.map(({ mark }) => mark),
          ]),
        );
      });
    },
    [...learners],
  );

const fromScratch = ({ cells, due, overrides }: Marking): readonly string[] =>
  learners.map((id) => {
    const own = cells[id];
    const result = learnerResult({
      programme,
      cohort: { due, ...(overrides === undefined ? {} : { ruleOverrides: overrides }) },
      sheet: own === undefined ? undefined : { cells: own },
    });
    return canonicalJson(
      result.modules.map(({ verdict, soFar, final, missingPoints, items }) => [
        verdict,
        soFar ?? null,
        final ?? null,
        missingPoints,
        items.map(({ mark }) => mark),
      ]),
    );
  });

test('any edits, undo, redo, restarts and rule changes give the results that are computed from scratch', async ({
  workspace,
}) => {
  test.slow();
  let running = await startHarness(workspace);
  await open(running);
  await begin(running);
  let copies = blank;
  const drawn = fc.sample(anySteps(learners.length, 40), { numRuns: 4, seed: 20261122 }).flat();
  const limit = { restarts: 4 };
  for (const step of drawn) {
    if (step.kind === 'restart') {
      if (limit.restarts-- <= 0) continue;
      // Every other time as when the battery dies.
      if (limit.restarts % 2 === 0) await killHard(running);
      else await running.app.close();
      running = await startHarness(workspace);
      await open(running);
      await running.page.waitForFunction(
        (past) => window.harness.undoStacks().undo.length === past,
        copies.past.length,
      );
    }
    const done = doneBy(step, copies.now, learners, programme);
    await act(running, step, done);
    copies = withStep(copies, step, done);
    expect(await shown(running), JSON.stringify(step)).toEqual(fromScratch(copies.now));
  }
  const content = await running.page.evaluate(() => window.harness.content());
  expect(content.database.hash).toBe(content.replayed.hash);
  await running.app.close();
});

import { expect, startHarness, test } from './fixtures.ts';

const learners = Array.from({ length: 600 }, (_, index) => `e${index}`);
const assignments = ['a1', 'a2', 'a3', 'a4', 'a5', 'a6'];

test('a block of 600 × 6 marks is one undo step, undone and done again as a whole', async ({ workspace }) => {
  const running = await startHarness(workspace);
  const { page } = running;
  await page.evaluate(() => window.harness.open());
  const found = await page.evaluate(
    async ([ids, columns]) => {
      const { harness } = window;
      const enrolments = ids.map((id) => ({
        table: 'enrolments',
        id,
        next: { id, personId: `p-${id}`, cohortId: 'c1', status: 'active', enrolledOn: '2026-01-15' },
      }));
      await harness.commit(
        { code: 'workspace-started' },
        enrolments as unknown as Parameters<typeof harness.commit>[1],
      );
      const marks = async (): Promise<number> => {
        const { sheets } = await harness.loadCohortSheets('c1');
        return [...sheets.values()].reduce((sum, { cells }) => sum + Object.keys(cells).length, 0);
      };
      const steps = (): readonly number[] => [harness.undoStacks().undo.length, harness.undoStacks().redo.length];
      const before = steps();
      const cells = ids.flatMap((enrolmentId, row) =>
        columns.map((assignmentId, column) => ({
          enrolmentId,
          assignmentId,
          cell: { attempts: [{ state: 'marked', value: 50 * ((row + column) % 40), marked: '2026-05-02' }] },
        })),
      );
      const saved = await harness.saveCells(cells as unknown as Parameters<typeof harness.saveCells>[0], {
        code: 'marks-pasted',
        values: { count: cells.length },
      });
      const pasted = [await marks(), steps()];
      await harness.undo();
      const undone = [await marks(), steps()];
      await harness.redo();
      return { ok: saved.ok, before, pasted, undone, again: [await marks(), steps()] };
    },
    [learners, assignments] as const,
  );
  const [undo = 0] = found.before;
  expect(found).toMatchObject({
    ok: true,
    pasted: [3600, [undo + 1, 0]],
    undone: [0, [undo, 1]],
    again: [3600, [undo + 1, 0]],
  });
  await running.app.close();
});

test('a first mark keeps what came into the sheet after the screen had found none', async ({ workspace }) => {
  const running = await startHarness(workspace);
  const { page } = running;
  await page.evaluate(() => window.harness.open());
  const found = await page.evaluate(async () => {
    const { harness } = window;
    type Changes = Extract<Parameters<typeof harness.commit>[1], readonly unknown[]>;
    type Cells = Parameters<typeof harness.saveCells>[0];
    type Learners = Parameters<typeof harness.expectFirstMarks>[0];
    const learnerOf = (id: string) => ({ id, personId: `p-${id}`, cohortId: 'c1', status: 'active' });
    const cellOf = (value: number) => ({ attempts: [{ state: 'marked', value, marked: '2026-05-02' }] });
    const put = (table: 'enrolments' | 'sheets', id: string, next: unknown) =>
      harness.commit({ code: 'workspace-started' }, [{ table, id, next }] as unknown as Changes);
    const key = (enrolmentId: string, assignmentId: string, value: number) =>
      harness.saveCells([{ enrolmentId, assignmentId, cell: cellOf(value) }] as unknown as Cells, {
        code: 'marks-keyed',
      });
    const expecting = async (id: string): Promise<void> =>
      harness.expectFirstMarks(
        [{ enrolment: learnerOf(id) }] as unknown as Learners,
        await harness.loadCohortSheets('c1'),
      );
    for (const id of ['e1', 'e2']) await put('enrolments', id, learnerOf(id));
    await expecting('e1');
    await put('sheets', 'e1', { ...learnerOf('e1'), cells: { a1: cellOf(100) } });
    await key('e1', 'a2', 200);
    // A write that ends while the screen asks: what was asked before it must not be believed.
    await Promise.all([expecting('e2'), key('e2', 'a3', 300)]);
    await key('e2', 'a4', 400);
    const { sheets } = await harness.loadCohortSheets('c1');
    return [...sheets.values()].map(({ id, cells }) => [id, Object.keys(cells)]);
  });
  expect(found).toEqual([
    ['e1', ['a1', 'a2']],
    ['e2', ['a3', 'a4']],
  ]);
  await running.app.close();
});

import type { Page } from '@playwright/test';
import { fill, holding, makeMarkers } from './erasure-traces.ts';
import { expect, killHard, open, startHarness, test } from './fixtures.ts';

const contentIsWhole = (page: Page) =>
  page.evaluate(async () => {
    const chain = await window.harness.desktop.journalVerifyChain();
    const { database, replayed } = await window.harness.content();
    return { chain, same: database.hash === replayed.hash };
  });

const erase = (page: Page): Promise<unknown> => page.evaluate(() => window.harness.erasePeople(['p1' as never]));

test.describe('an erasure', () => {
  test('names texts about others that hold a name of two short words', async ({ harness }) => {
    await open(harness.page);
    const mentions = await harness.page.evaluate(async () => {
      const cells = (feedback: string) => ({ a1: { attempts: [{ state: 'marked', value: 5000, feedback }] } });
      await window.harness.commit({ code: 'learners-imported' }, [
        { table: 'people', id: 'p1', next: { id: 'p1', givenNames: 'Bo', familyName: 'Li', alternates: [] } },
        { table: 'sheets', id: 'e2', next: { id: 'e2', cohortId: 'c1', cells: cells('As Bo Li wrote.') } },
        { table: 'sheets', id: 'e3', next: { id: 'e3', cohortId: 'c1', cells: cells('A lively boat.') } },
      ] as never);
      const person = await window.harness.getRecord('people', 'p1');
      return person === undefined ? [] : await window.harness.mentionsOf(person);
    });
    expect(mentions.map(({ id }) => id)).toEqual(['e2']);
  });

  test('leaves no trace of the person in the whole folder, and everything about others', async ({ workspace }) => {
    const markers = makeMarkers();
    const first = await startHarness(workspace);
    await open(first.page);
    await fill(first.page, markers);
    await first.page.evaluate(() => window.harness.desktop.snapshotsMakeSnapshot({ reason: 'before' }));
    expect(await holding(workspace, [markers.given])).not.toEqual([]);
    const mentions = await first.page.evaluate(async () => {
      const person = await window.harness.getRecord('people', 'p1');
      return person === undefined
        ? []
        : (await window.harness.mentionsOf(person)).map(({ table, id }) => `${table}/${id}`);
    });
    expect(mentions).toEqual(['sheets/e2']);
    // The classmate's feedback is not the person's to erase: it is put right by hand first.
    await first.page.evaluate(async () => {
      const sheet = await window.harness.getRecord('sheets', 'e2');
      if (sheet !== undefined) await window.harness.eraseFields([{ t: 'sheets', id: 'e2', f: ['cells'] }], 1);
      await window.harness.finishErasure();
    });
    expect(await erase(first.page)).toMatchObject({ ok: true });
    expect(await first.page.evaluate(() => window.harness.finishErasure())).toBe(true);
    expect(await contentIsWhole(first.page)).toMatchObject({ chain: { brokenAt: null, toErase: 0 }, same: true });
    const left = await first.page.evaluate(async () => ({
      people: (await window.harness.listRecords('people')).map(({ id }) => id),
      award: await window.harness.getRecord('awards', 'e1'),
      list: await window.harness.getRecord('awardLists', 'l1'),
      certificate: await window.harness.getRecord('certificates', 'CWCY-LS-2025-00001-K'),
      board: (await window.harness.getRecord('boards', 'c1'))?.notes,
      stacks: window.harness.undoStacks(),
    }));
    expect(left.people).toEqual(['p2']);
    expect(left.award).toMatchObject({ id: 'e1', cohortId: 'c1', awardedOn: '2025-02-01', name: '–' });
    expect(left.list?.lines.map(({ confirmedName }) => confirmedName)).toEqual(['–', 'Tšepiso Mokoena']);
    expect(left.certificate).toMatchObject({ serial: 'CWCY-LS-2025-00001-K', status: 'issued' });
    expect(left.board).toEqual({ e2: 'fine' });
    expect(left.stacks).toEqual({ undo: [], redo: [] });
    expect(await holding(workspace, Object.values(markers))).toEqual([]);
    await first.app.close();
    expect(await holding(workspace, Object.values(markers))).toEqual([]);

    const second = await startHarness(workspace);
    expect(await open(second.page)).toEqual({ kind: 'ready', told: [] });
    expect(await contentIsWhole(second.page)).toMatchObject({ chain: { brokenAt: null }, same: true });
    await second.app.close();
  });

  for (const [name, step] of [
    ['after it was written down', async () => undefined],
    [
      'after the journal and the snapshots',
      (page: Page) => page.evaluate(() => window.harness.desktop.journalCarryErasures()),
    ],
    [
      'after the database was deleted',
      (page: Page) =>
        page.evaluate(async () => {
          await window.harness.desktop.journalCarryErasures();
          window.harness.database.close();
          await window.harness.desktop.journalClearDatabase();
        }),
    ],
  ] as const) {
    test(`is carried to its end by the next start when the app is killed ${name}`, async ({ workspace }) => {
      const markers = makeMarkers();
      const first = await startHarness(workspace);
      await open(first.page);
      await fill(first.page, markers);
      expect(await erase(first.page)).toMatchObject({ ok: true });
      await step(first.page);
      await killHard(first);
      const second = await startHarness(workspace);
      expect((await open(second.page)).told).toContain('recovery.erased');
      expect(await contentIsWhole(second.page)).toMatchObject({ chain: { brokenAt: null, toErase: 0 }, same: true });
      await second.app.close();
      const { given: _elsewhere, ...own } = markers;
      expect(await holding(workspace, Object.values(own))).toEqual([]);
    });
  }

  test('survives being killed at any moment while it is carried out', async ({ workspace }) => {
    test.slow();
    const markers = makeMarkers();
    const first = await startHarness(workspace);
    await open(first.page);
    await fill(first.page, markers);
    expect(await erase(first.page)).toMatchObject({ ok: true });
    await killHard(first);
    for (const pause of [30, 60, 90, 130, 180, 240]) {
      const running = await startHarness(workspace);
      void running.page.evaluate(() => window.harness.open()).catch(() => undefined);
      await new Promise((resolve) => setTimeout(resolve, pause));
      await killHard(running);
    }
    const last = await startHarness(workspace);
    expect((await open(last.page)).kind).toBe('ready');
    expect(await contentIsWhole(last.page)).toMatchObject({ chain: { brokenAt: null, toErase: 0 }, same: true });
    await last.app.close();
    const { given: _elsewhere, ...own } = markers;
    expect(await holding(workspace, Object.values(own))).toEqual([]);
  });
});

import { cp, readFile, readdir, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { Page } from '@playwright/test';
import { withSmallDisk } from '../e2e/fixtures/small-disk.ts';
import { expect, killHard, open, startHarness, test } from './fixtures.ts';

/** Writes people with the given family names, one change set each. */
const addPeople = (page: Page, names: readonly string[]): Promise<void> =>
  page.evaluate(async (familyNames) => {
    for (const familyName of familyNames) {
      const id = `p-${familyName}` as never;
      const next = { id, givenNames: 'Tšepiso', familyName, alternates: [] };
      const written = await window.harness.commit({ code: 'marks-keyed' }, [{ table: 'people', id, next }]);
      if (!written.ok) throw new Error(written.error.code);
    }
  }, names);

const familyNames = (page: Page): Promise<readonly string[]> =>
  page.evaluate(async () => (await window.harness.listRecords('people')).map(({ familyName }) => familyName).sort());

test.describe('the write path', () => {
  test('saves a record and finds it by its cohort and person', async ({ harness: { page } }) => {
    await open(page);
    const found = await page.evaluate(async () => {
      const enrolment = {
        id: 'e1',
        personId: 'p1',
        cohortId: 'c1',
        status: 'active',
        enrolledOn: '2026-01-10',
      } as never;
      await window.harness.commit({ code: 'marks-keyed' }, [{ table: 'enrolments', id: 'e1', next: enrolment }]);
      return [
        await window.harness.listByCohort('enrolments', 'c1'),
        await window.harness.listByPerson('enrolments', 'p1'),
        await window.harness.listByCohort('enrolments', 'c2'),
      ];
    });
    expect(found.map((list) => list.length)).toEqual([1, 1, 0]);
  });

  test('writes nothing where nothing changed', async ({ harness: { page } }) => {
    await open(page);
    await addPeople(page, ['Mokoena']);
    const again = await page.evaluate(async () => {
      const before = window.harness.writeState().head.seq;
      const record = await window.harness.getRecord('people', 'p-Mokoena');
      const result = await window.harness.commit({ code: 'marks-keyed' }, [
        { table: 'people', id: 'p-Mokoena', next: record as never },
      ]);
      return { result, grown: window.harness.writeState().head.seq - before };
    });
    expect(again).toEqual({ result: { ok: true, value: null }, grown: 0 });
  });

  test('undoes and redoes, also after a restart', async ({ workspace }) => {
    const first = await startHarness(workspace);
    await open(first.page);
    await addPeople(first.page, ['Mokoena', 'Đặng']);
    await first.page.evaluate(() => window.harness.undo());
    expect(await familyNames(first.page)).toEqual(['Mokoena']);
    await first.app.close();

    const second = await startHarness(workspace);
    await open(second.page);
    await second.page.waitForFunction(() => window.harness.undoStacks().redo.length === 1);
    await second.page.evaluate(() => window.harness.redo());
    expect(await familyNames(second.page)).toEqual(['Mokoena', 'Đặng']);
    await second.page.evaluate(() => window.harness.undo());
    await second.page.evaluate(() => window.harness.undo());
    expect(await familyNames(second.page)).toEqual([]);
    const empty = await second.page.evaluate(() => window.harness.undo());
    expect(empty).toMatchObject({ ok: false, error: { code: 'nothing-to-undo' } });
    await second.app.close();
  });

  test('keeps the order of writes that are asked for at once', async ({ harness: { page } }) => {
    await open(page);
    const heads = await page.evaluate(async () => {
      const write = (n: number) =>
        window.harness.commit({ code: 'marks-keyed' }, [
          {
            table: 'people',
            id: 'p1',
            next: { id: 'p1', givenNames: '', familyName: `n${n}`, alternates: [] } as never,
          },
        ]);
      await Promise.all(Array.from({ length: 40 }, (_, n) => write(n)));
      const person = await window.harness.getRecord('people', 'p1');
      return { name: person?.familyName, seq: window.harness.writeState().head.seq };
    });
    expect(heads).toEqual({ name: 'n39', seq: 40 });
  });
});

test.describe('a workspace that was cut off', () => {
  test('has every change that was shown as saved when the app was killed while writing', async ({ workspace }) => {
    let expected = 0;
    for (let round = 0; round < 4; round += 1) {
      const running = await startHarness(workspace);
      expect((await open(running.page)).kind).toBe('ready');
      const { length } = await familyNames(running.page);
      expect(length).toBeGreaterThanOrEqual(expected);
      await running.page.exposeFunction('acknowledged', (count: number) => {
        expected = count;
      });
      void running.page
        .evaluate(async (start) => {
          for (let n = start; ; n += 1) {
            const id = `p${String(n).padStart(6, '0')}` as never;
            const written = await window.harness.commit({ code: 'marks-keyed' }, [
              { table: 'people', id, next: { id, givenNames: 'x'.repeat(200), familyName: id, alternates: [] } },
            ]);
            if (written.ok)
              await (window as unknown as { acknowledged: (count: number) => Promise<void> }).acknowledged(n + 1);
          }
        }, length)
        .catch(() => undefined);
      await expect.poll(() => expected, { timeout: 20_000 }).toBeGreaterThan(length + 30 + round * 17);
      await killHard(running);
    }
    const last = await startHarness(workspace);
    await open(last.page);
    expect((await familyNames(last.page)).length).toBeGreaterThanOrEqual(expected);
    const content = await last.page.evaluate(() => window.harness.content());
    expect(content.database.hash).toBe(content.replayed.hash);
    await last.app.close();
  });

  test('comes back complete after the database was emptied, and says so', async ({ workspace }) => {
    const first = await startHarness(workspace);
    await open(first.page);
    await addPeople(first.page, ['Mokoena', 'Đặng', 'ሰላም']);
    await first.page.evaluate(async () => {
      await Promise.all(window.harness.database.tables.map((table) => table.clear()));
    });
    await killHard(first);
    const second = await startHarness(workspace);
    expect((await open(second.page)).told).toEqual(['recovery.rebuilt']);
    expect(await familyNames(second.page)).toEqual(['Mokoena', 'Đặng', 'ሰላም'].sort());
    await second.page.waitForFunction(() => window.harness.undoStacks().undo.length === 3);
    await second.app.close();
  });

  test('comes back complete after the whole browser profile was deleted', async ({ workspace }) => {
    const first = await startHarness(workspace);
    await open(first.page);
    await addPeople(first.page, ['Mokoena']);
    await first.app.close();
    await rm(path.join(workspace, 'profile'), { recursive: true });
    const second = await startHarness(workspace);
    expect((await open(second.page)).told).toEqual(['recovery.rebuilt']);
    expect(await familyNames(second.page)).toEqual(['Mokoena']);
    await second.app.close();
  });

  test('catches up where an older copy of the database was put back', async ({ workspace }) => {
    const first = await startHarness(workspace);
    await open(first.page);
    await addPeople(first.page, ['Mokoena', 'Đặng']);
    // An older state: the last change is taken out of the database alone, as if its transaction had never happened.
    await first.page.evaluate(async () => {
      const { database } = window.harness;
      const [last] = await database.changes.orderBy('seq').reverse().limit(1).toArray();
      const frames = await window.harness.desktop.journalReadFrames({ after: { seq: 0, hash: '0'.repeat(64) } });
      const before = frames.ok ? frames.value[0] : undefined;
      const head = await database.meta.get('head');
      if (last === undefined || before === undefined || head === undefined) throw new Error('nothing was written');
      await database.people.delete('p-Đặng');
      await database.changes.delete(last.id);
      await database.meta.put({ ...head, seq: before.seq, hash: before.hash });
    });
    await killHard(first);
    const second = await startHarness(workspace);
    expect((await open(second.page)).told).toEqual(['recovery.caughtUp']);
    expect(await familyNames(second.page)).toEqual(['Mokoena', 'Đặng']);
    await second.app.close();
  });

  test('fills the journal again where it lost its end but the database has it', async ({ workspace }) => {
    const first = await startHarness(workspace);
    await open(first.page);
    await addPeople(first.page, ['Mokoena', 'Đặng']);
    await killHard(first);
    const folder = path.join(workspace, 'journal');
    const name = (await readdir(folder)).find((file) => file.endsWith('.journal')) ?? '';
    const bytes = await readFile(path.join(folder, name));
    await writeFile(path.join(folder, name), bytes.subarray(0, bytes.length - 40));
    const second = await startHarness(workspace);
    expect((await open(second.page)).told).toEqual(['recovery.tornTail', 'recovery.journalRefilled']);
    const chain = await second.page.evaluate(() => window.harness.desktop.journalVerifyChain());
    expect(chain).toMatchObject({ frames: 2, brokenAt: null });
    expect(await familyNames(second.page)).toEqual(['Mokoena', 'Đặng']);
    await second.app.close();
  });

  test('stays shut, and loses nothing, while the disk does not take back what the journal lost', async ({
    workspace,
  }) => {
    await withSmallDisk(workspace, 300, async () => {
      const first = await startHarness(workspace);
      await open(first.page);
      await addPeople(first.page, ['Mokoena', 'Đặng']);
      await killHard(first);
      const journal = path.join(workspace, 'journal');
      const name = (await readdir(journal)).find((file) => file.endsWith('.journal')) ?? '';
      const bytes = await readFile(path.join(journal, name));
      await writeFile(path.join(journal, name), bytes.subarray(0, bytes.length - 40));
      const film = path.join(workspace, 'somebody-elses-film');
      await writeFile(film, Buffer.alloc(150 * 1024 ** 2));
      const second = await startHarness(workspace);
      expect((await open(second.page)).problem).toEqual({ code: 'database-ahead', details: { changes: 1 } });
      await killHard(second);
      await rm(film);
      const third = await startHarness(workspace);
      expect(await open(third.page)).toMatchObject({ kind: 'ready' });
      expect(await familyNames(third.page)).toEqual(['Mokoena', 'Đặng']);
      await third.app.close();
    });
  });

  test('gets a new device id where it was copied to another place', async ({ workspace }) => {
    const first = await startHarness(workspace);
    const before = await first.page.evaluate(async () => (await window.harness.open()).boot.device);
    await addPeople(first.page, ['Mokoena']);
    await first.app.close();
    const copy = `${workspace}-copy`;
    await cp(workspace, copy, { recursive: true });
    const second = await startHarness(copy);
    const after = await second.page.evaluate(async () => {
      const { boot, opened } = await window.harness.open();
      return { device: boot.device, told: opened.kind === 'ready' ? opened.told.map(({ key }) => key) : [] };
    });
    expect(after.device).not.toBe(before);
    expect(after.told).toContain('recovery.moved');
    await second.app.close();
    await rm(copy, { recursive: true, force: true });
  });
});

test.describe('what is damaged or too new', () => {
  test('settings that were cut start from their last good copy', async ({ workspace }) => {
    const first = await startHarness(workspace);
    await first.page.evaluate(() =>
      window.harness.desktop.settingsWriteSettings({ language: 'fr', deviceName: 'LSK-03' }),
    );
    await first.app.close();
    await writeFile(path.join(workspace, 'settings.json'), '{"version":1,"langu\0\0\0');
    const second = await startHarness(workspace);
    const boot = await second.page.evaluate(async () => (await window.harness.open()).boot);
    expect(boot.settingsRestored).toBe(true);
    expect(boot.settings).toMatchObject({ language: 'fr', deviceName: 'LSK-03' });
    await second.app.close();
  });

  test('a database of a newer version is refused before any write', async ({ workspace }) => {
    const first = await startHarness(workspace);
    await open(first.page);
    await addPeople(first.page, ['Mokoena']);
    await first.page.evaluate(async () => {
      window.harness.database.close();
      await new Promise<void>((resolve, reject) => {
        const request = indexedDB.open('fieldcourse', 990);
        request.onsuccess = () => {
          request.result.close();
          resolve();
        };
        request.onerror = () => reject(new Error('not upgraded'));
      });
    });
    await first.app.close();
    const second = await startHarness(workspace);
    expect(await open(second.page)).toMatchObject({ kind: 'shut', problem: { code: 'database-newer' } });
    const version = await second.page.evaluate(async () => (await indexedDB.databases())[0]?.version);
    expect(version).toBe(990);
    await second.app.close();
  });

  test('a second app on the same workspace does not start', async ({ workspace, harness }) => {
    await open(harness.page);
    await expect(startHarness(workspace)).rejects.toThrow();
    expect(await familyNames(harness.page)).toEqual([]);
  });
});

test.describe('snapshots', () => {
  test('are made at quit from the journal and hold what the database holds', async ({ workspace }) => {
    const first = await startHarness(workspace);
    await open(first.page);
    await addPeople(first.page, ['Mokoena', 'Đặng']);
    await first.app.close();
    const names = await readdir(path.join(workspace, 'snapshots'));
    expect(names).toHaveLength(1);
    const second = await startHarness(workspace);
    await open(second.page);
    const lines = await second.page.evaluate(() => window.harness.desktop.snapshotsReadRows({ restart: true }));
    expect(lines.head?.seq).toBe(2);
    expect(lines.lines).toHaveLength(2);
    await second.app.close();
  });
});

test('a workspace whose journal and database are both gone is not taken for a new one', async ({ workspace }) => {
  const first = await startHarness(workspace);
  await open(first.page);
  await addPeople(first.page, ['Mokoena', 'Đặng']);
  await first.app.close();
  await rm(path.join(workspace, 'journal'), { recursive: true });
  await rm(path.join(workspace, 'profile'), { recursive: true });
  const second = await startHarness(workspace);
  expect((await open(second.page)).told).toEqual(['recovery.restoredFromSnapshot']);
  expect(await familyNames(second.page)).toEqual(['Mokoena', 'Đặng']);
  await addPeople(second.page, ['ሰላም']);
  const content = await second.page.evaluate(() => window.harness.content());
  expect(content.database.hash).toBe(content.replayed.hash);
  const made = await second.page.evaluate(() => window.harness.desktop.snapshotsMakeSnapshot({ reason: 'test' }));
  expect(made).toMatchObject({ ok: true, value: { seq: 2 } });
  await second.app.close();
});

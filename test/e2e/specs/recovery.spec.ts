import { existsSync } from 'node:fs';
import { readFile, readdir, rm, stat, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { expect, killHard, start, stop, test } from '../fixtures/app.ts';
import { runJob } from '../fixtures/terminal.ts';
import { shell } from '../page-models/shell.ts';

test.use({ contents: 'lusaka' });

const contentOf = async (workspace: string): Promise<unknown> =>
  (await runJob(['run', 'check', '--workspace', workspace])).result['content'];

const database = (workspace: string): string => path.join(workspace, 'profile', 'IndexedDB');

/** The journal's files with their sizes; a file begun and left empty says nothing. */
const kept = async (workspace: string): Promise<readonly string[]> => {
  const files = await readdir(path.join(workspace, 'journal'), { recursive: true });
  const sizes = await Promise.all(files.map(async (name) => (await stat(path.join(workspace, 'journal', name))).size));
  return files
    .map((name, index) => `${name} ${String(sizes[index])}`)
    .filter((file) => !file.endsWith(' 0'))
    .sort();
};

test('an emptied database comes back complete, and the person is told in words', async ({ workspace, words }) => {
  const before = await contentOf(workspace);
  await rm(database(workspace), { recursive: true });
  const running = await start(workspace);
  const app = shell(running.page, words);
  await expect(app.said('recovery.rebuilt')).toBeVisible();
  await app.openCohort('LSK-1');
  await app.openTab('learners');
  await expect(running.page.getByRole('rowheader', { name: 'Chipo Nyambe' })).toBeVisible();
  expect(running.problems).toEqual([]);
  await stop(running);
  expect(await contentOf(workspace)).toBe(before);
});

test('a database that does not fit the journal is made anew, and the person is told in words', async ({
  workspace,
  words,
}) => {
  const before = await contentOf(workspace);
  const running = await start(workspace);
  // The working copy forgets its last change and takes another for its end, as after a damage that went unnoticed.
  await running.page.evaluate(
    () =>
      new Promise<void>((resolve, reject) => {
        const opening = indexedDB.open('fieldcourse');
        opening.onerror = () => reject(opening.error);
        opening.onsuccess = () => {
          const transaction = opening.result.transaction(['meta', 'sheets'], 'readwrite');
          transaction.objectStore('sheets').clear();
          const head = transaction.objectStore('meta').get('head');
          head.onsuccess = () => {
            const mark = head.result as { readonly seq: number };
            transaction.objectStore('meta').put({ ...mark, seq: mark.seq - 1, hash: '1'.repeat(64) });
          };
          transaction.oncomplete = () => {
            opening.result.close();
            resolve();
          };
        };
      }),
  );
  await killHard(running);
  const again = await start(workspace);
  await expect(shell(again.page, words).said('recovery.rebuilt')).toBeVisible();
  await stop(again);
  expect(await contentOf(workspace)).toBe(before);
});

test('a database of a newer version is refused with a clear screen, and nothing is written', async ({
  workspace,
  words,
}) => {
  const running = await start(workspace);
  await running.page.evaluate(async () => {
    const databases = await indexedDB.databases();
    const known = databases.find(({ name }) => name === 'fieldcourse')?.version ?? 0;
    // The app holds the database open and yields to an upgrade elsewhere.
    await new Promise<void>((resolve, reject) => {
      const opening = indexedDB.open('fieldcourse', known + 70);
      opening.onsuccess = () => {
        opening.result.close();
        resolve();
      };
      opening.onerror = () => reject(opening.error);
    });
  });
  await killHard(running);
  const before = await kept(workspace);
  const again = await start(workspace);
  const { page } = again;
  await expect(page.getByRole('heading', { name: words.t('app.notOpened.title') })).toBeVisible();
  await expect(page.getByText(words.like('errors.database-newer'))).toBeVisible();
  await expect(page.getByText(words.t('app.notOpened.where', { folder: workspace }))).toBeVisible();
  await stop(again);
  expect(await kept(workspace)).toEqual(before);
});

test('damaged settings start from their last good copy, and the person is told', async ({ workspace, words }) => {
  const first = await start(workspace);
  await first.page.evaluate(() => fieldcourse.settingsWriteSettings({ theme: 'dark' }));
  await first.page.evaluate(() => fieldcourse.settingsWriteSettings({ density: 'roomy' }));
  await stop(first);
  const file = path.join(workspace, 'settings.json');
  expect(existsSync(`${file}.bak`)).toBe(true);
  await writeFile(file, Buffer.alloc(200));
  const running = await start(workspace);
  await expect(shell(running.page, words).said('recovery.settingsRestored')).toBeVisible();
  await expect(running.page.locator('html')).toHaveAttribute('data-theme', 'dark');
  await expect(running.page.locator('.status')).toContainText('Amina Chisanga');
  await stop(running);
  expect((JSON.parse(await readFile(file, 'utf8')) as { readonly theme: string }).theme).toBe('dark');
});

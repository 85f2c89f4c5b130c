import { cp, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { expect, start, stop, test } from '../fixtures/app.ts';
import { withSmallDisk } from '../fixtures/small-disk.ts';
import { marksGrid } from '../page-models/marks-grid.ts';
import { shell } from '../page-models/shell.ts';

const mebibyte = 1024 ** 2;

for (const language of ['en', 'fr'] as const) {
  test.describe(language, () => {
    test.use({ contents: 'lusaka', language });

    test('a disk that fills up while marks are keyed refuses them in words and loses none', async ({
      folder,
      workspace,
      words,
    }) => {
      const disk = path.join(folder, 'disk');
      await withSmallDisk(disk, 500, async () => {
        const there = path.join(disk, 'workspace');
        await cp(workspace, there, { recursive: true });
        const running = await start(there);
        const { page } = running;
        const [app, marks] = [shell(page, words), marksGrid(page, words)];
        await expect(app.said('app.status.diskLow')).toBeVisible();
        await app.openCohort('LSK-1');
        await app.openTab('marks');
        await marks.unfold(1);
        const [name] = await marks.names();
        await writeFile(path.join(disk, 'somebody-elses-film'), Buffer.alloc(340 * mebibyte));
        // Longer than the app trusts what it last knew of the disk.
        await pause(6000);
        await marks.press(name ?? '', 0);
        await page.keyboard.type('11');
        await page.keyboard.press('Enter');
        await expect(page.locator('.status')).toHaveAttribute('data-save', 'not-saved');
        await expect(app.said('app.status.diskNone')).toBeVisible();
        // What was typed stands there still, with the sentence beside it.
        await expect(marks.figure(name ?? '', 0)).toHaveText(/^11\D/);
        await rm(path.join(disk, 'somebody-elses-film'));
        await page.getByRole('button', { name: words.like('marks.notSaved') }).click();
        await app.saved();
        await expect(app.said('app.status.diskLow')).toBeVisible();
        await stop(running);
        const again = await start(there);
        await shell(again.page, words).openCohort('LSK-1');
        await shell(again.page, words).openTab('marks');
        const after = marksGrid(again.page, words);
        await after.unfold(1);
        await expect(after.figure(name ?? '', 0)).toHaveText('11');
        await stop(again);
      });
    });
  });
}

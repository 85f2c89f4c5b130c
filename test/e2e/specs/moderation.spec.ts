import { readFile } from 'node:fs/promises';
import path from 'node:path';
import type { Page } from '@playwright/test';
import { answerDialogs, expect, test } from '../fixtures/app.ts';
import { expectNoViolations } from '../fixtures/axe.ts';
import { pressOn, writeIn } from '../fixtures/keyboard.ts';
import { runJob } from '../fixtures/terminal.ts';
import { checkPdf, pdfText } from '../fixtures/tools.ts';
import { marksGrid } from '../page-models/marks-grid.ts';
import { moderation } from '../page-models/moderation.ts';
import { shell } from '../page-models/shell.ts';

const seed = 48213;

type Sheet = {
  readonly cells: Readonly<Record<string, { readonly attempts: readonly { readonly value?: number }[] }>>;
};

/** The essays of module 1 as they stand in the database, in marks, by the enrolment. */
const essays = async (page: Page): Promise<ReadonlyMap<string, number>> => {
  const sheets = await page.evaluate(
    () =>
      new Promise<readonly { readonly id: string; readonly d: unknown }[]>((resolve, reject) => {
        const opening = indexedDB.open('fieldcourse');
        opening.onerror = () => reject(new Error('The database does not open'));
        opening.onsuccess = () => {
          const reading = opening.result.transaction('sheets').objectStore('sheets').getAll();
          reading.onsuccess = () => {
            opening.result.close();
            resolve(reading.result as { id: string; d: unknown }[]);
          };
        };
      }),
  );
  return new Map(
    sheets.flatMap(({ id, d }) => {
      const value = (d as Sheet).cells['m1-essay']?.attempts.at(-1)?.value;
      return value === undefined ? [] : [[id, value / 100] as const];
    }),
  );
};

for (const language of ['en', 'fr'] as const) {
  test.describe(language === 'en' ? 'in English' : 'in French', () => {
    test.use({ contents: 'lusaka', language });

    test('a sample is drawn, second-marked blind, agreed on, accepted and released with the keyboard alone', async ({
      running,
      words,
      folder,
    }) => {
      test.slow();
      const { page } = running;
      const { t } = words;
      const [app, second] = [shell(page, words), moderation(page, words)];
      const typed = (mark: number): string => (language === 'fr' ? String(mark).replace('.', ',') : String(mark));
      await (await app.openPalette()).fill('LSK-1');
      await page.keyboard.press('Enter');
      await pressOn(page, page.getByRole('link', { name: t('app.tabs.moderation') }));
      await expectNoViolations(page, 'not drawn');

      await second.draw(seed);
      const scripts = await second.scripts();
      const firsts = await essays(page);
      expect(scripts.length).toBeGreaterThanOrEqual(Math.ceil(Math.sqrt(firsts.size)));
      expect(scripts.length).toBeLessThan(firsts.size);
      // Blind: a row has the name, the marker, the field and nothing else, and no statistics tell a mark.
      for (const script of scripts)
        await expect(second.row(script).getByRole('cell')).toHaveText([
          t('moderation.list.noMarker'),
          '',
          t('moderation.list.blind'),
        ]);
      await expect(second.markers).toHaveText(new RegExp(t('moderation.statistics.hidden')));
      expect(await second.list.innerHTML()).not.toMatch(/value="\d/);
      await expectNoViolations(page, 'drawn');

      await expect(second.fields.first()).toBeFocused();
      const [first = '', next = ''] = scripts;
      const firstMark = firsts.get(first) ?? 0;
      await second.key('99');
      await expect(second.row(first)).toContainText(t('errors.mark-above-maximum', { mark: '99', max: '40' }));
      await page.keyboard.press('Escape');
      const apart = firstMark > 20 ? firstMark - 4 : firstMark + 4;
      await second.key(typed(apart));
      await expect(second.row(first)).toContainText(typed(firstMark));
      expect(await second.row(next).getByRole('cell').last().innerText()).toBe(t('moderation.list.blind'));
      for (const script of scripts.slice(1)) await second.key(typed(firsts.get(script) ?? 0));
      await app.saved();
      await expect(second.fields).toHaveCount(0);
      await expect(second.verdict).toBeFocused();
      await expect(second.verdict).toContainText(t('moderation.verdict.differs', { count: 1 }));
      await expect(page.getByRole('button', { name: t('moderation.verdict.accept') })).toBeDisabled();
      await expectNoViolations(page, 'compared');

      const agreed = (apart + firstMark) / 2;
      await second.agree(first, typed(agreed), 'Both read page 3 again');
      await expect(second.row(first)).toContainText(t('moderation.list.agreed', { mark: typed(agreed) }));
      expect((await essays(page)).get(first)).toBe(agreed);
      await expect(second.verdict).toBeFocused();
      await second.accept();
      await expect(second.verdict).toContainText('Amina Chisanga');

      const sheet = path.join(folder, 'sign-off.pdf');
      await answerDialogs(running, { save: sheet });
      await pressOn(page, second.signOff);
      await expect(page.getByText(t('moderation.print.saved', { file: sheet }))).toBeVisible();
      await checkPdf(sheet);
      const printed = (await pdfText(sheet)).replace(/\s+/g, ' ');
      for (const part of [String(seed), 'Both read page 3', 'Amina Chisanga']) expect(printed).toContain(part);

      await pressOn(page, second.release(1));
      await expect(second.dialog).toContainText(
        t('moderation.release.unmoderated', {
          assignment: language === 'en' ? 'Log' : 'Journal',
          state: t('moderation.stateSpoken.not-drawn'),
        }),
      );
      await expectNoViolations(page, 'release');
      await second.doRelease();
      await expect(second.dialog).toBeHidden();
      const released = page.getByText(words.like('moderation.release.released')).first();
      await expect(released).toBeVisible();
      await app.saved();
      await page.keyboard.press('Control+z');
      await expect(second.release(1)).toBeVisible();
      await page.keyboard.press('Control+y');
      await expect(released).toBeVisible();

      await pressOn(page, page.getByRole('link', { name: t('app.tabs.marks'), exact: true }));
      const grid = marksGrid(page, words);
      await grid.grid.waitFor();
      const fold = grid.grid.getByRole('columnheader').locator('button[aria-expanded]').first();
      if ((await fold.getAttribute('aria-expanded')) !== 'true') await fold.press('Enter');
      await expect(fold).toHaveAttribute('aria-expanded', 'true');
      const [changed = ''] = await grid.names();
      // Down from the headings to the first row.
      await fold.press('ArrowDown');
      if (!(await grid.cell(changed, 0).evaluate((cell) => cell === document.activeElement)))
        await page.keyboard.press('ArrowDown');
      await expect(grid.cell(changed, 0)).toBeFocused();
      const before = await grid.figure(changed, 0).innerText();
      await page.keyboard.type('30');
      await page.keyboard.press('Enter');
      await writeIn(page, grid.reason.field, 'Page 4 was not counted');
      await page.keyboard.press('Enter');
      await expect(grid.figure(changed, 0)).toContainText('30');
      await app.saved();
      // Esc, then Tab leaves the grid.
      await page.keyboard.press('Escape');
      await pressOn(page, page.getByRole('link', { name: t('app.tabs.moderation') }));
      await pressOn(page, second.changes);
      const change = second.dialog.getByRole('row').filter({ hasText: changed });
      await expect(change).toContainText('Page 4 was not counted');
      await expect(change.getByRole('cell').nth(2)).toHaveText(before.trim());
      await expect(change.getByRole('cell').nth(3)).toHaveText('30');
      await expectNoViolations(page, 'grade changes');

      const report = path.join(folder, 'changes.pdf');
      await answerDialogs(running, { save: report });
      await pressOn(page, second.dialog.getByRole('button', { name: t('moderation.changes.savePdf') }));
      await expect(page.getByText(t('moderation.changes.saved', { file: report }))).toBeVisible();
      expect(await pdfText(report)).toContain('Page 4 was not counted');
      const table = path.join(folder, 'changes.csv');
      await answerDialogs(running, { save: table });
      await pressOn(page, second.changes);
      await pressOn(page, second.dialog.getByRole('button', { name: t('moderation.changes.saveTable') }));
      await expect(page.getByText(t('moderation.changes.saved', { file: table }))).toBeVisible();
      expect(await readFile(table, 'utf8')).toContain('Page 4 was not counted');
    });
  });
}

test.describe('from a terminal', () => {
  test.use({ contents: 'lusaka' });

  test('the same seed prints the same sample, with the reasons in words, and the sheet to sign off', async ({
    workspace,
    folder,
  }) => {
    const draw = (...args: readonly string[]) =>
      runJob(['run', 'moderation', '--cohort', 'LSK-1', '--workspace', workspace, ...args]);
    const sheet = path.join(folder, 'sample.pdf');
    const essay = ['--draw', '--assignment', 'm1-essay', '--seed', String(seed), '--language', 'en'];
    const once = await draw(...essay, '--out', sheet);
    expect(once.code).toBe(0);
    expect(once.result).toMatchObject({ job: 'moderation', seed, assignment: 'm1-essay', file: sheet });
    const lines = once.out.filter((line) => 'learner' in line);
    expect(lines).toHaveLength(Number(once.result['sample']));
    expect(lines.every((line) => typeof line['why'] === 'string' && line['why'] !== '')).toBe(true);
    await checkPdf(sheet);
    const again = await draw(...essay);
    expect(again.out.filter((line) => 'learner' in line)).toEqual(lines);

    expect((await draw('--assignment', 'm1-essay')).code).toBe(2);
    const wrong = await draw('--draw', '--assignment', 'm9-essay');
    expect([wrong.code, wrong.errors[0]?.['error']]).toEqual([1, 'assignment-missing']);
    const noSeed = await draw('--draw', '--assignment', 'm1-essay', '--seed', 'seven');
    expect([noSeed.code, noSeed.errors[0]?.['error']]).toEqual([1, 'seed-wrong']);
  });
});

import type { Page } from '@playwright/test';
import { expectNoViolations } from '../fixtures/axe.ts';
import type { Running } from '../fixtures/app.ts';
import { expect, putOnClipboard, start, stop, test } from '../fixtures/app.ts';
import type { Words } from '../fixtures/words.ts';
import { marksGrid } from '../page-models/marks-grid.ts';
import { shell } from '../page-models/shell.ts';

const cohort = 'LSK-1';

/** Opens the marks of the sample cohort by the palette and puts the cursor into the first cell, all with keys. */
const openMarks = async ({ page }: Pick<Running, 'page'>, words: Words) => {
  const app = shell(page, words);
  await app.openCohort(cohort);
  await app.openTab('marks');
  const grid = marksGrid(page, words);
  await grid.grid.waitFor();
  await expect(grid.grid.getByRole('rowheader').first()).toBeVisible();
  await grid.active.focus();
  await page.keyboard.press('Control+Home');
  return { app, grid, names: await grid.names() };
};

const keys = async (page: Page, ...names: readonly string[]): Promise<void> => {
  for (const name of names) await page.keyboard.press(name);
};

const copied = async ({ app, page }: Running): Promise<string> => {
  await page.keyboard.press('Control+c');
  return app.evaluate(({ clipboard }) => clipboard.readText());
};

const texts = (grid: ReturnType<typeof marksGrid>, names: readonly string[], column: number) =>
  Promise.all(names.map((name) => grid.figure(name, column).innerText()));

for (const language of ['en', 'fr'] as const) {
  test.describe(`with the keyboard alone, ${language}`, () => {
    test.use({ contents: 'learners', language });

    test('a column is keyed, copied as a spreadsheet has it, pasted back and taken back in one step', async ({
      running,
      words,
    }) => {
      const { page } = running;
      const { app, grid, names } = await openMarks(running, words);
      const sign = language === 'fr' ? ',' : '.';
      for (const mark of [`12${sign}5`, '0', '31']) {
        await page.keyboard.type(mark);
        await keys(page, 'Enter');
      }
      await keys(page, 'n', 'ArrowDown', 'x', 'ArrowDown', 'h', 'Control+Home');
      await keys(page, ...Array.from({ length: 6 }, () => 'Shift+ArrowDown'));
      const letters = language === 'fr' ? ['NR', 'DISP', 'ATT'] : ['NS', 'EX', 'HOLD'];
      const block = [`12${sign}5`, '0', '31', ...letters, ''].join('\r\n');
      expect(await copied(running)).toBe(block);

      await keys(page, 'Control+Home', 'ArrowRight');
      await page.keyboard.press('Control+v');
      const dialog = page.getByRole('dialog', { name: words.like('marks.paste.title') });
      await expect(dialog).toContainText(words.t('errors.mark-above-maximum', { mark: '31', max: '20' }));
      await keys(page, 'Escape');
      await expect(dialog).toBeHidden();
      expect(await grid.figure(names[0] ?? '', 1).innerText()).not.toContain('12');

      await putOnClipboard(running, block.replace('31', '20'));
      await page.keyboard.press('Control+v');
      await expect(grid.figure(names[2] ?? '', 1)).toContainText('20');
      await expect(grid.figure(names[0] ?? '', 1)).toContainText(`12${sign}5`);
      await expect(grid.cell(names[3] ?? '', 1)).toHaveAccessibleName(words.t('domain.cell.spoken.ns'));
      // Two learners of the sample have one name: this one is found by its place.
      await expect(grid.grid.locator('#mark-5-1')).toHaveAccessibleName(words.t('domain.cell.spoken.hold'));
      await app.saved();
      await keys(page, 'Control+z');
      await expect(grid.figure(names[2] ?? '', 1)).not.toContainText('20');
      await expect(grid.cell(names[3] ?? '', 1)).not.toHaveAccessibleName(words.t('domain.cell.spoken.ns'));
    });

    test('blank, 0, NS, EX and HOLD are told apart by sign and by word', async ({ running, words }) => {
      const { page } = running;
      const { grid, names } = await openMarks(running, words);
      await keys(page, '0', 'Enter', 'n', 'ArrowDown', 'x', 'ArrowDown', 'h', 'ArrowDown');
      await expect(grid.cell(names[3] ?? '', 0)).toHaveAccessibleName(words.t('domain.cell.spoken.hold'));
      const spoken = await Promise.all(names.slice(0, 5).map((name) => grid.spoken(name, 0)));
      const drawn = await Promise.all(names.slice(0, 5).map((name) => grid.figure(name, 0).innerHTML()));
      expect(new Set(spoken).size).toBe(5);
      expect(new Set(drawn).size).toBe(5);
      await expectNoViolations(page, 'marks');
    });

    test('the headings order the rows and fold the modules, and the folding is there after a restart', async ({
      workspace,
      words,
    }) => {
      const running = await start(workspace);
      const { page } = running;
      const { grid, names } = await openMarks(running, words);
      for (const mark of ['10', '30', '20']) {
        await page.keyboard.type(mark);
        await keys(page, 'Enter');
      }
      await expect(grid.figure(names[2] ?? '', 0)).toContainText('20');
      await keys(page, 'Control+Home', 'ArrowUp', 'Enter');
      const head = grid.grid.locator('[role=columnheader][aria-sort=descending]');
      await expect(head.getByRole('button')).toBeFocused();
      const [first = '', second = '', third = ''] = names;
      expect((await grid.names()).slice(0, 3)).toEqual([second, third, first]);
      await keys(page, 'Enter');
      await expect.poll(async () => (await grid.names()).slice(0, 3)).toEqual([first, third, second]);
      await keys(page, 'ArrowUp');
      await expect(grid.group(1)).toBeFocused();
      await expect(grid.group(1)).toHaveAttribute('aria-expanded', 'true');
      await keys(page, 'Enter');
      await expect(grid.group(1)).toHaveAttribute('aria-expanded', 'false');
      await stop(running);
      const again = await start(workspace);
      const reopened = await openMarks(again, words);
      await expect(reopened.grid.group(1)).toHaveAttribute('aria-expanded', 'false');
      await stop(again);
    });

    test('what is overdue is set to NS for all in one step, and one undo takes it back', async ({ running, words }) => {
      const { page } = running;
      const { app, grid, names } = await openMarks(running, words);
      await page.keyboard.type('11');
      await keys(page, 'Enter');
      await page.getByRole('button', { name: words.t('marks.more'), exact: true }).focus();
      await keys(page, 'Enter');
      await page.getByRole('menuitem', { name: words.t('marks.ns.menu') }).focus();
      await keys(page, 'Enter');
      const dialog = page.getByRole('dialog', { name: words.t('marks.ns.title') });
      await dialog.getByRole('button', { name: words.like('marks.ns.set') }).focus();
      await keys(page, 'Enter');
      await expect(dialog).toBeHidden();
      await expect(grid.cell(names[1] ?? '', 0)).toHaveAccessibleName(words.t('domain.cell.spoken.ns'));
      await expect(grid.figure(names[0] ?? '', 0)).toContainText('11');
      await app.saved();
      const before = await texts(grid, names.slice(0, 4), 0);
      await keys(page, 'Control+z');
      await expect(grid.cell(names[1] ?? '', 0)).not.toHaveAccessibleName(words.t('domain.cell.spoken.ns'));
      expect(await texts(grid, names.slice(0, 4), 0)).not.toEqual(before);
      await expect(grid.figure(names[0] ?? '', 0)).toContainText('11');
    });

    test('filters combine, and a day on which no script can have come is refused in its place', async ({
      running,
      words,
    }) => {
      const { page } = running;
      const { grid, names } = await openMarks(running, words);
      await page.keyboard.type('11');
      await keys(page, 'Enter');
      const pick = (name: 'mine' | 'missing' | 'late') =>
        page.getByRole('toolbar').getByRole('button', { name: new RegExp(`^${words.t(`marks.${name}`)} `) });
      await pick('mine').focus();
      await keys(page, 'Enter');
      await expect.poll(grid.names).toEqual([names[0]]);
      await pick('missing').focus();
      await keys(page, 'Space');
      await expect.poll(grid.names).toEqual([names[0]]);
      await pick('late').focus();
      await keys(page, 'Space');
      await expect(page.getByText(words.t('marks.noneShown'))).toBeVisible();
      await page.getByRole('button', { name: words.t('marks.showAll') }).focus();
      await keys(page, 'Enter');
      await expect.poll(async () => (await grid.names()).length).toBe(names.length);

      await page.getByRole('button', { name: words.t('marks.received.none') }).focus();
      await keys(page, 'Enter');
      const day = page.getByRole('textbox', { name: words.t('marks.received.label') });
      await day.fill('2025-01-14');
      await expect(page.getByText(words.like('errors.received-before-cohort'))).toBeVisible();
      await day.fill('2099-01-14');
      await expect(page.getByText(words.like('errors.received-after-marked'))).toBeVisible();
      await keys(page, 'Escape');
      await expect(page.getByRole('button', { name: words.t('marks.received.none') })).toBeVisible();
    });
  });
}

import type { Page } from '@playwright/test';
import { expect, killHard, putOnClipboard, start, stop, test } from '../fixtures/app.ts';
import type { Running } from '../fixtures/app.ts';
import type { Words } from '../fixtures/words.ts';
import { marksGrid } from '../page-models/marks-grid.ts';
import { shell } from '../page-models/shell.ts';

const cohort = 'LSK-1';

/** Opens the marks of the sample cohort. Columns: 0 Essay, 1 Log, 2 so far, 3 final of module 1. */
const openMarks = async ({ page }: Pick<Running, 'page'>, words: Words) => {
  const app = shell(page, words);
  await app.openCohort(cohort);
  await app.openTab('marks');
  const grid = marksGrid(page, words);
  await grid.grid.waitFor();
  await expect(grid.grid.getByRole('rowheader').first()).toBeVisible();
  return { app, grid, names: await grid.names() };
};

const keyIn = async (page: Page, text: string, end: string): Promise<void> => {
  await page.keyboard.type(text);
  await page.keyboard.press(end);
};

test.describe('keying', () => {
  test.use({ contents: 'learners' });

  test('types over, goes down with Enter and right with Tab, moves with arrows, and restores with Esc', async ({
    running,
    words,
  }) => {
    const { page } = running;
    const { app, grid, names } = await openMarks(running, words);
    const [first = '', second = ''] = names;
    await grid.press(first, 0);
    await keyIn(page, '29', 'Tab');
    await expect(grid.cell(first, 1)).toBeFocused();
    await keyIn(page, '16', 'Enter');
    await expect(grid.cell(second, 0)).toBeFocused();
    await keyIn(page, '31.25', 'ArrowRight');
    await expect(grid.cell(second, 1)).toBeFocused();
    await page.keyboard.press('ArrowUp');
    await expect(grid.cell(first, 1)).toBeFocused();
    await page.keyboard.type('9');
    await expect(grid.editor).toHaveValue('9');
    await page.keyboard.press('Escape');
    await expect(grid.figure(first, 0)).toContainText('29');
    await expect(grid.figure(first, 1)).toContainText('16');
    await expect(grid.figure(second, 0)).toContainText('31.25');
    await page.keyboard.press('F2');
    await expect(grid.editor).toHaveValue('16');
    await keyIn(page, '.5', 'Enter');
    await expect(grid.figure(first, 1)).toContainText('16.5');
    await app.saved();
  });

  test('refuses a mark above the maximum in its place, with the reason, and brings the old one back', async ({
    running,
    words,
  }) => {
    const { page } = running;
    const { grid, names } = await openMarks(running, words);
    const [first = ''] = names;
    await grid.press(first, 1);
    await keyIn(page, '14', 'Enter');
    await grid.press(first, 1);
    await keyIn(page, '24', 'Enter');
    await expect(grid.refused).toHaveCount(1);
    await expect(grid.figure(first, 1)).toContainText('24');
    await expect(grid.cell(first, 1)).toHaveAccessibleName(
      words.t('errors.mark-above-maximum', { mark: '24', max: '20' }),
    );
    await expect(
      page.getByText(
        words.t('marks.bubble.value', {
          why: words.t('errors.mark-above-maximum', { mark: '24', max: '20' }),
          text: '14',
        }),
      ),
    ).toBeVisible();
    await grid.press(first, 1);
    await page.keyboard.press('Escape');
    await expect(grid.refused).toHaveCount(0);
    await expect(grid.figure(first, 1)).toContainText('14');
  });

  test('N, X and H stand for not submitted, excused and query; sums are live; Ctrl Z and Ctrl Y go back and forth', async ({
    running,
    words,
  }) => {
    const { page } = running;
    const { grid, names } = await openMarks(running, words);
    const [first = '', second = '', third = ''] = names;
    await grid.press(first, 0);
    await keyIn(page, '30', 'Tab');
    await keyIn(page, '10', 'Enter');
    const sum = grid.figure(first, 2);
    await expect(sum).toHaveText('65.0');
    await grid.press(first, 1);
    await keyIn(page, '20', 'Enter');
    await expect(sum).toHaveText('85.0');
    await page.keyboard.press('Control+z');
    await expect(grid.figure(first, 1)).toContainText('10');
    await expect(sum).toHaveText('65.0');
    await page.keyboard.press('Control+y');
    await expect(grid.figure(first, 1)).toContainText('20');
    await expect(sum).toHaveText('85.0');

    await grid.press(first, 1);
    await page.keyboard.press('x');
    await expect(grid.cell(first, 1)).toHaveAccessibleName(words.t('domain.cell.spoken.ex'));
    await grid.press(second, 0);
    await page.keyboard.press('n');
    await expect(grid.cell(second, 0)).toHaveAccessibleName(words.t('domain.cell.spoken.ns'));
    await grid.press(third, 0);
    await page.keyboard.press('h');
    await expect(grid.cell(third, 0)).toHaveAccessibleName(words.t('domain.cell.spoken.hold'));
    await page.keyboard.press('Delete');
    await expect(grid.cell(third, 0)).not.toHaveAccessibleName(words.t('domain.cell.spoken.hold'));
  });

  test('pastes a block from a spreadsheet as one step and fills down', async ({ running, words }) => {
    const { page } = running;
    const { app, grid, names } = await openMarks(running, words);
    const [first = '', second = '', third = '', fourth = ''] = names;
    await putOnClipboard(running, '21\t11\r\n22,5\t12\r\n\t13\r\n');
    await grid.press(first, 0);
    await page.keyboard.press('Control+v');
    await expect(grid.figure(first, 1)).toContainText('11');
    await expect(grid.figure(second, 0)).toContainText('22.5');
    await expect(grid.figure(third, 1)).toContainText('13');
    await app.saved();
    await page.keyboard.press('Control+z');
    await expect(grid.figure(third, 1)).not.toContainText('13');
    await expect(grid.figure(first, 0)).not.toContainText('21');
    await page.keyboard.press('Control+y');
    await expect(grid.figure(third, 1)).toContainText('13');
    await grid.press(second, 0);
    await page.keyboard.press('Shift+ArrowDown');
    await page.keyboard.press('Shift+ArrowDown');
    await page.keyboard.press('Control+d');
    await expect(grid.figure(fourth, 0)).toContainText('22.5');
  });

  test('a pasted block that does not fit is shown first, and nothing is changed', async ({ running, words }) => {
    const { page } = running;
    const { grid, names } = await openMarks(running, words);
    const [first = '', second = ''] = names;
    await putOnClipboard(running, '21\t11\n22\t99\n');
    await grid.press(first, 0);
    await page.keyboard.press('Control+v');
    const dialog = page.getByRole('dialog', { name: words.like('marks.paste.title') });
    await expect(dialog).toContainText(words.t('errors.mark-above-maximum', { mark: '99', max: '20' }));
    await dialog.getByRole('button', { name: words.t('marks.paste.leave') }).click();
    await expect(grid.figure(first, 0)).not.toContainText('21');
    await grid.press(first, 0);
    await page.keyboard.press('Control+v');
    await dialog.getByRole('button', { name: words.like('marks.paste.apply') }).click();
    await expect(grid.figure(second, 0)).toContainText('22');
    await expect(grid.figure(second, 1)).not.toContainText('99');
  });

  test.describe('in French', () => {
    test.use({ language: 'fr' });
    test('marks have a decimal comma', async ({ running, words }) => {
      const { page } = running;
      const { grid, names } = await openMarks(running, words);
      const [first = ''] = names;
      await grid.press(first, 0);
      await keyIn(page, '28,5', 'Tab');
      await expect(grid.figure(first, 0)).toContainText('28,5');
      await keyIn(page, '12.5', 'Enter');
      await expect(grid.figure(first, 1)).toContainText('12,5');
    });
  });
});

test.describe('released marks', () => {
  test.use({ contents: 'lusaka' });

  test('change only with a reason, which asks for words', async ({ running, words }) => {
    const { page } = running;
    const app = shell(page, words);
    await app.openCohort(cohort);
    await page.getByRole('link', { name: words.t('cohorts.toRelease', { number: 1 }) }).click();
    await page.getByRole('button', { name: words.t('moderation.release.button', { number: 1 }) }).click();
    await page
      .getByRole('dialog')
      .getByRole('button', { name: words.like('moderation.release.do') })
      .click();
    await app.saved();
    await app.openTab('marks');
    const grid = marksGrid(page, words);
    await grid.unfold(1);
    await grid.press('Chipo Nyambe', 0);
    const before = await grid.figure('Chipo Nyambe', 0).innerText();
    await keyIn(page, '28', 'Enter');
    await expect(grid.reason.dialog).toBeVisible();
    await grid.reason.field.fill('28');
    await grid.reason.change();
    await expect(page.getByText(words.t('marks.reason.needed'))).toBeVisible();
    await grid.reason.keep();
    await expect(grid.figure('Chipo Nyambe', 0)).toHaveText(before);
    await grid.press('Chipo Nyambe', 0);
    await keyIn(page, '28', 'Enter');
    await grid.reason.field.fill('Page 4 was not counted');
    await grid.reason.change();
    await expect(grid.figure('Chipo Nyambe', 0)).toContainText('28');
    await expect(grid.cell('Chipo Nyambe', 0)).toHaveAccessibleName(/28/);
    await app.saved();
  });
});

/** From now on the window says at each change of the screen, while the bar says saved, which marks of the first column stand there, by their row. */
const watchSaved = async (page: Page, saved: string): Promise<ReadonlyMap<string, string>> => {
  const shown = new Map<string, string>();
  await page.exposeFunction('tellSaved', (marks: readonly (readonly [string, string])[]) => {
    for (const [row, mark] of marks) shown.set(row, mark);
  });
  await page.evaluate((allSaved) => {
    const tell = (): void => {
      if (!document.querySelector('.status')?.textContent.includes(allSaved)) return;
      const cells = [...document.querySelectorAll<HTMLElement>('[role=gridcell][aria-colindex="2"]')];
      const marks = cells.flatMap(({ id, textContent }) =>
        /\d/.test(textContent) ? [[id.split('-')[1] ?? '', textContent] as const] : [],
      );
      void (window as unknown as { tellSaved: (marks: readonly (readonly [string, string])[]) => void }).tellSaved(
        marks,
      );
    };
    new MutationObserver(tell).observe(document.body, { subtree: true, childList: true, characterData: true });
  }, saved);
  return shown;
};

test.describe('cut off', () => {
  test.use({ contents: 'learners' });

  test('killed while keying, every mark that was shown as saved is there again, and undo goes on', async ({
    workspace,
    words,
  }) => {
    test.slow();
    const saved = new Map<string, string>();
    const openAgain = async () => {
      const running = await start(workspace);
      const opened = await openMarks(running, words);
      const marks = opened.grid.grid.locator('[role=gridcell][aria-colindex="2"]');
      for (const [row, mark] of saved) await expect(marks.nth(Number(row))).toHaveText(mark);
      return { running, marks, ...opened };
    };
    for (const round of [0, 1, 2]) {
      const { running, grid, names } = await openAgain();
      const { page } = running;
      const shown = await watchSaved(page, words.t('app.status.allSaved'));
      await grid.press(names[round * 8] ?? '', 0);
      for (let at = 0; at < 8; at += 1) {
        if (at === 5) await expect.poll(() => shown.size).toBeGreaterThan(3);
        await keyIn(page, String(10 + round * 8 + at), 'Enter');
      }
      await killHard(running);
      for (const [row, mark] of shown) saved.set(row, mark);
    }
    const { running, app, marks } = await openAgain();
    const before = await marks.allInnerTexts();
    await running.page.keyboard.press('Control+z');
    await expect.poll(() => marks.allInnerTexts()).not.toEqual(before);
    await app.saved();
    expect(running.problems).toEqual([]);
    await stop(running);
  });
});

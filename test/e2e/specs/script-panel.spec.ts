import axe from 'axe-core';
import type { Locator, Page } from '@playwright/test';
import { expect, killHard, start, stop, test } from '../fixtures/app.ts';
import type { Running } from '../fixtures/app.ts';
import { atRest } from '../fixtures/screens.ts';
import type { Words } from '../fixtures/words.ts';
import { marksGrid } from '../page-models/marks-grid.ts';
import { scriptPanel } from '../page-models/script-panel.ts';
import { shell } from '../page-models/shell.ts';

const cohort = 'LSK-1';

const faults = async (page: Page): Promise<readonly string[]> => {
  await atRest(page);
  await page.evaluate(axe.source);
  return page.evaluate(async () => {
    const { axe: engine } = window as unknown as { readonly axe: { run: typeof axe.run } };
    const found = await engine.run(document, { resultTypes: ['violations'] });
    return found.violations.flatMap(({ id, nodes }) => nodes.map(({ target }) => `${id}: ${target.join(' ')}`));
  });
};

const openMarks = async ({ page }: Pick<Running, 'page'>, words: Words) => {
  const app = shell(page, words);
  await app.openCohort(cohort);
  await app.openTab('marks');
  const { grid } = marksGrid(page, words);
  const cell = (row: number, column = 0): Locator => grid.locator(`#mark-${row}-${column}`);
  await cell(0).focus();
  // A row's heading may say more than the name.
  const nameOf = async (row: number): Promise<string> =>
    ((await grid.getByRole('rowheader').nth(row).innerText()).split('\n')[0] ?? '').trim();
  return { app, cell, panel: scriptPanel(page, words), nameOf };
};

/** Types a day into a field, day first as both languages have it here. */
const typeDay = async (page: Page, field: Locator, digits: string): Promise<void> => {
  await field.blur();
  await field.focus();
  await page.keyboard.type(digits);
  await page.keyboard.press('Enter');
};

const keyAll = async (page: Page, points: readonly string[]): Promise<void> => {
  for (const text of points) {
    await page.keyboard.type(text);
    await page.keyboard.press('Enter');
  }
};

for (const language of ['en', 'fr'] as const) {
  const decimal = language === 'fr' ? ',' : '.';
  test.describe(`a parcel of scripts, by keyboard alone (${language})`, () => {
    test.use({ contents: 'learners', language });

    test('criteria, feedback from the bank, the next script, and back to the cell', async ({ running, words }) => {
      const { page } = running;
      const { app, cell, panel, nameOf } = await openMarks(running, words);
      await page.keyboard.press('Alt+Enter');
      await expect(panel.points(0)).toBeFocused();
      await expect(panel.name).toHaveText(await nameOf(0));
      await keyAll(page, ['8', '7,5', '6', '7']);
      await expect(panel.feedback).toBeFocused();
      await expect(panel.total).toContainText(`28${decimal}5 / 40`);
      await page.keyboard.type('Name the law you refer to. ');
      await page.keyboard.press('Control+Enter');
      await expect(panel.name).toHaveText(await nameOf(1));
      await expect(panel.points(0)).toBeFocused();
      await keyAll(page, ['9', '9', '5', '8']);
      await page.keyboard.type('Well told. /law');
      await expect(panel.offered).toHaveCount(1);
      await page.keyboard.press('Enter');
      await expect(panel.feedback).toHaveValue('Well told. Name the law you refer to.');
      expect.soft(await faults(page)).toEqual([]);
      await page.keyboard.press('Escape');
      await expect(cell(1)).toBeFocused();
      await expect(cell(1)).toContainText('31');
      await expect(cell(0)).toContainText(`28${decimal}5`);
      await page.keyboard.press('ArrowUp');
      await expect(panel.name).toHaveText(await nameOf(0));
      await expect(panel.feedback).toHaveValue('Name the law you refer to.');
      await page.keyboard.press('Alt+Enter');
      await page.keyboard.press('Alt+Enter');
      await expect(panel.panel).toBeHidden();
      await expect(cell(0)).toBeFocused();
      await page.keyboard.type('30');
      await page.keyboard.press('Enter');
      await expect(cell(0)).toContainText('30');
      const told = page.getByText(words.t('marks.criteriaGone', { count: 1, name: await nameOf(0) }));
      await expect(told).toBeVisible();
      await page
        .getByRole('listitem')
        .filter({ has: told })
        .getByRole('button', { name: words.t('ui.undo') })
        .focus();
      await page.keyboard.press('Enter');
      await expect(cell(0)).toContainText(`28${decimal}5`);
      await app.saved();
    });

    test('refuses points above the maximum and impossible days in their place, and says how late a script is', async ({
      running,
      words,
    }) => {
      const { page } = running;
      const { panel } = await openMarks(running, words);
      await page.keyboard.press('Alt+Enter');
      await keyAll(page, ['8', '12']);
      await expect(panel.refusal).toContainText(words.t('errors.mark-above-maximum', { mark: 12, max: 10 }));
      await expect(panel.points(1)).toBeFocused();
      await page.keyboard.press('Escape');
      await expect(panel.refusal).toHaveCount(0);
      await keyAll(page, ['7', '6', '7']);
      await expect(panel.total).toContainText('28 / 40');
      await typeDay(page, panel.received, '01012020');
      await expect(panel.panel).toContainText('2020');
      await expect(panel.received).toHaveAttribute('aria-invalid', 'true');
      await page.keyboard.press('Escape');
      await expect(panel.received).not.toHaveAttribute('aria-invalid', 'true');
      // Module 1 is due 84 days after the first day, 15 January 2025.
      await typeDay(page, panel.received, '11042025');
      await expect(panel.late).toContainText(words.t('script.late', { count: 2, rate: 5, max: '40', last: 5 }));
      await expect(panel.total).toContainText('24 / 40');
      await expect(
        panel.panel.getByText(words.t('domain.rule.own', { count: 2, version: '4 (2025)' })).first(),
      ).toBeVisible();
    });

    test('warns of another learner’s name, excuses with a reason, and goes back in the history', async ({
      running,
      words,
    }) => {
      const { page } = running;
      const { app, cell, panel, nameOf } = await openMarks(running, words);
      const third = await nameOf(3);
      const other = third.split(' ').find((part) => part.length > 3) ?? '';
      await page.keyboard.press('Alt+Enter');
      await keyAll(page, ['8', '7', '6', '7']);
      await page.keyboard.type(`${other.toLowerCase()}, say who keeps the record.`);
      await expect(panel.warning).toContainText(third);
      await panel.button('script.open.excuse').focus();
      await page.keyboard.press('Enter');
      await page.keyboard.press('Enter');
      await expect(panel.panel).toContainText(words.t('errors.reason-missing'));
      await page.keyboard.type('In hospital');
      await page.keyboard.press('Enter');
      await expect(cell(0)).toHaveAccessibleName(words.t('domain.cell.spoken.ex'));
      await expect(panel.panel).toContainText('In hospital');
      await app.saved();
      await expect(panel.history.first()).toContainText(words.t('domain.change.outcome.EX'));
      const before = await panel.history.count();
      await panel.history.first().getByRole('button').focus();
      await page.keyboard.press('Enter');
      await expect(cell(0)).toContainText('28');
      await expect(panel.history).toHaveCount(before + 1);
    });
  });
}

test.describe('what was typed', () => {
  test.use({ contents: 'learners' });

  test('is there after the app was killed, feedback half written included', async ({ workspace, words }) => {
    const running = await start(workspace);
    const { page } = running;
    const { app, panel } = await openMarks(running, words);
    await page.keyboard.press('Alt+Enter');
    await keyAll(page, ['8', '7', '6', '7']);
    await page.keyboard.type('You describe the referral step by');
    await expect(panel.history.first()).toContainText(words.t('domain.change.feedback.new'));
    await app.saved();
    await killHard(running);
    const again = await start(workspace);
    const later = await openMarks(again, words);
    await again.page.keyboard.press('Alt+Enter');
    await expect(later.panel.feedback).toHaveValue('You describe the referral step by');
    await expect(later.panel.total).toContainText('28 / 40');
    await stop(again);
  });
});

test.describe('points keyed faster than the screen paints', () => {
  test.use({ contents: 'learners' });

  test('are all there, each upon the one before', async ({ running, words }) => {
    const { page } = running;
    const { app, cell, panel } = await openMarks(running, words);
    await page.keyboard.press('Alt+Enter');
    const slow = await page.context().newCDPSession(page);
    await slow.send('Emulation.setCPUThrottlingRate', { rate: 12 });
    for (let row = 0; row < 8; row += 1) {
      await expect(panel.points(0)).toBeFocused();
      for (const [index, points] of ['8', '7', '6', '7'].entries()) {
        await page.keyboard.type(points);
        // Held for another time each, so that the next key meets the painting of the one before at another point.
        await page.keyboard.press('Enter', { delay: (row * 11 + index * 7) % 40 });
      }
      await page.keyboard.press('Control+Enter');
    }
    await slow.send('Emulation.setCPUThrottlingRate', { rate: 1 });
    await app.saved();
    for (let row = 0; row < 8; row += 1) await expect(cell(row)).toContainText('28');
  });
});

for (const language of ['en', 'fr'] as const) {
  test.describe(`rules of a cohort (${language})`, () => {
    test.use({ contents: 'lusaka', language });

    test('are changed with a reason, explain themselves, and are taken back', async ({ running, words }) => {
      const { page } = running;
      const { t, like } = words;
      const app = shell(page, words);
      await app.openCohort(cohort);
      await page.getByRole('button', { name: t('cohorts.rules.edit') }).focus();
      await page.keyboard.press('Enter');
      const dialog = page.getByRole('dialog', { name: like('cohorts.rules.editTitle') });
      // Its label begins with the name and goes on with the unit; another rule has the name within its own.
      const passMark = dialog.getByLabel(new RegExp(`^${t('domain.rule.name.passMark')}`, 'u'));
      await passMark.focus();
      await page.keyboard.press('Control+a');
      await page.keyboard.type('140');
      await expect(dialog.getByText(t('errors.rule-out-of-range', { least: 0.01, most: 100 }))).toBeVisible();
      await page.keyboard.press('Control+a');
      await page.keyboard.type('62,5');
      await page.keyboard.press('Enter');
      await expect(dialog.getByText(t('errors.rule-reason-missing'))).toBeVisible();
      expect.soft(await faults(page)).toEqual([]);
      await dialog.getByRole('textbox', { name: t('cohorts.rules.reason') }).focus();
      await page.keyboard.type('Partner institution asks for it');
      await page.keyboard.press('Enter');
      await dialog.waitFor({ state: 'hidden' });
      await expect(page.locator('.rules-origins')).toContainText('Partner institution asks for it');
      await app.openTab('marks');
      await marksGrid(page, words).grid.locator('#mark-0-0').focus();
      for (let right = 0; right < 3; right += 1) await page.keyboard.press('ArrowRight');
      await expect(page.getByRole('tooltip')).toContainText('Partner institution asks for it');
      await app.openTab('overview');
      await page.getByRole('button', { name: t('cohorts.rules.edit') }).focus();
      await page.keyboard.press('Enter');
      await dialog.getByRole('button', { name: like('cohorts.rules.takeBack') }).focus();
      await page.keyboard.press('Enter');
      await expect(page.locator('.rules-changed')).toHaveCount(0);
      await page.keyboard.press('Escape');
      await expect(page.locator('.rules-origins')).toHaveCount(0);
    });
  });
}

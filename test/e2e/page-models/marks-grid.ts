import type { Locator, Page } from '@playwright/test';
import { expect } from '@playwright/test';
import type { Words } from '../fixtures/words.ts';

/** The grid of marks: rows by the learner's name, cells by the place of their column among the assignments and sums that are shown. */
export const marksGrid = (page: Page, { t, like }: Words) => {
  const grid = page.getByRole('grid', { name: like('marks.gridLabel') });
  const row = (name: string): Locator =>
    grid.getByRole('row').filter({ has: page.getByRole('rowheader', { name, exact: true }) });
  const cell = (name: string, column: number): Locator => row(name).getByRole('gridcell').nth(column);
  const group = (number: number): Locator => grid.locator('[role=columnheader] button[aria-expanded]').nth(number - 1);
  return {
    grid,
    row,
    cell,
    /** The heading of a module, which folds and unfolds it. */
    group,
    /** The heading of a column, by the words in it; the first of that name. */
    head: (name: string): Locator => grid.getByRole('columnheader', { name }).first(),
    active: grid.locator('[role=gridcell].active'),
    /** What the cell shows as a figure, as one reads it. */
    figure: (name: string, column: number): Locator => cell(name, column),
    /** What a screen reader says of the cell. */
    spoken: async (name: string, column: number): Promise<string> =>
      (await cell(name, column).getAttribute('aria-label')) ?? cell(name, column).locator('.vh').innerText(),
    editor: grid.locator('input.cell-editor'),
    names: (): Promise<readonly string[]> => grid.getByRole('rowheader').allInnerTexts(),
    /** Opens a module that is folded to its final mark. */
    unfold: async (number: number): Promise<void> => {
      const button = group(number);
      if ((await button.getAttribute('aria-expanded')) !== 'true') await button.click();
      await expect(button).toHaveAttribute('aria-expanded', 'true');
    },
    press: async (name: string, column: number): Promise<void> => {
      await cell(name, column).click();
      await expect(cell(name, column)).toBeFocused();
    },
    refused: grid.locator('[role=gridcell][aria-invalid=true]'),
    reason: {
      dialog: page.getByRole('dialog', { name: like('marks.reason.title') }),
      field: page.getByRole('textbox', { name: t('marks.reason.label') }),
      change: () => page.getByRole('button', { name: like('marks.reason.change') }).click(),
      keep: () => page.getByRole('button', { name: t('marks.reason.keep') }).click(),
    },
  };
};

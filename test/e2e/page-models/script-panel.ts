import type { Locator, Page } from '@playwright/test';
import type { Words } from '../fixtures/words.ts';

/** The panel of one script, beside the grid of marks. */
export const scriptPanel = (page: Page, { t, like }: Words) => {
  const panel = page.getByRole('complementary', { name: t('script.title'), exact: true });
  return {
    panel,
    name: panel.getByRole('heading', { level: 2 }),
    /** The points fields in their order. */
    points: (index: number): Locator => panel.locator('[data-points]').nth(index),
    total: panel.locator('tr.total td'),
    late: panel.locator('tr.late'),
    feedback: panel.getByRole('textbox', { name: t('script.feedback') }),
    note: panel.getByRole('textbox', { name: t('script.note') }),
    received: panel.getByLabel(t('script.received'), { exact: true }),
    marked: panel.getByLabel(t('script.marked'), { exact: true }),
    reason: panel.getByRole('textbox', { name: t('script.reason') }),
    refusal: panel.getByRole('alert'),
    warning: panel.locator('.names-found .note'),
    offered: panel.locator('.bank li'),
    history: panel.locator('.script-history li'),
    button: (
      key: 'script.open.extend' | 'script.open.excuse' | 'script.decide.excuse' | 'script.lift' | 'script.goBack',
    ): Locator => panel.getByRole('button', { name: like(key) }),
  };
};

import type { Page } from '@playwright/test';
import type { Words } from '../fixtures/words.ts';

/** Results and awards of a cohort. */
export const results = (page: Page, { t, like }: Words) => {
  const table = page.getByRole('table', { name: t('results.list') });
  const bar = page.getByRole('toolbar', { name: t('results.toolbar') });
  return {
    table,
    row: (name: string) => table.getByRole('row').filter({ has: page.getByRole('rowheader', { name, exact: true }) }),
    confirmAll: bar.getByRole('button', { name: like('results.confirmAll') }),
    signOff: async (): Promise<void> => {
      await bar.getByRole('button', { name: like('results.signOff') }).click();
      await page
        .getByRole('dialog')
        .getByRole('button', { name: like('awards.signOff.do') })
        .click();
      await page.getByRole('dialog').waitFor({ state: 'hidden' });
    },
    freeze: async (): Promise<void> => {
      await bar.getByRole('button', { name: like('results.freeze') }).click();
      await page
        .getByRole('dialog', { name: like('awards.freeze.title') })
        .getByRole('button', { name: like('awards.freeze.do') })
        .click();
      await page.getByRole('dialog').waitFor({ state: 'hidden' });
    },
    frozen: page.getByRole('main').getByText(new RegExp(like('awards.list').source.slice(1, -1), 's')),
  };
};

import type { Page } from '@playwright/test';
import type { Running } from '../fixtures/app.ts';
import { answerDialogs } from '../fixtures/app.ts';
import type { Words } from '../fixtures/words.ts';

/** The follow-up of a cohort: every alumnus in every wave, and the list that leaves as a spreadsheet. */
export const followUp = (page: Page, { t, like }: Words) => ({
  table: page.getByRole('table', { name: t('alumni.tab.title') }),
  exportTo: async (running: Running, file: string): Promise<void> => {
    await answerDialogs(running, { save: file });
    await page.getByRole('button', { name: t('alumni.tab.export') }).click();
    await page.getByText(like('alumni.export.saved')).first().waitFor();
  },
});

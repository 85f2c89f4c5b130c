import type { Page } from '@playwright/test';
import type { Running } from '../fixtures/app.ts';
import { answerDialogs } from '../fixtures/app.ts';
import type { Words } from '../fixtures/words.ts';

/** Certificates of a cohort, and verifying on the page of the register. */
export const certificates = (page: Page, { t, like }: Words) => {
  const verify = page.getByRole('region', { name: t('certificates.verify.title') });
  return {
    /** Issues all that wait as one PDF into a folder. */
    issueMerged: async (running: Running, folder: string): Promise<void> => {
      await page.getByRole('button', { name: like('certificates.issue.certificate') }).click();
      const dialog = page.getByRole('dialog', { name: like('certificates.dialog.issue.certificate') });
      await answerDialogs(running, { open: folder });
      await dialog.getByRole('button', { name: t('certificates.folder.choose') }).click();
      await dialog.getByRole('button', { name: like('certificates.dialog.issue.certificate') }).click();
      await dialog.waitFor({ state: 'hidden' });
    },
    progress: page.getByRole('progressbar'),
    done: page.getByText(new RegExp(like('certificates.run.doneOne').source.slice(1, -1), 's')).first(),
    register: page.getByRole('table', { name: t('certificates.register.title') }),
    verifyFile: async (running: Running, file: string): Promise<void> => {
      await answerDialogs(running, { open: file });
      await verify.getByRole('button', { name: t('certificates.verify.choose') }).click();
    },
    verifyText: async (text: string): Promise<void> => {
      await verify.getByRole('textbox', { name: t('certificates.verify.label') }).fill(text);
      await verify.getByRole('button', { name: t('certificates.verify.do'), exact: true }).click();
    },
    verify,
  };
};

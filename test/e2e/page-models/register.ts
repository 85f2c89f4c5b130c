import type { Locator, Page } from '@playwright/test';
import type { Words } from '../fixtures/words.ts';

/** The register of certificates with the panel of the one that is chosen. */
export const register = (page: Page, { t, like }: Words) => {
  const table = page.getByRole('table', { name: t('certificates.register.title') });
  const dialog = (title: Parameters<typeof like>[0]): Locator => page.getByRole('dialog', { name: like(title) });
  return {
    table,
    row: (text: string): Locator => table.getByRole('row').filter({ hasText: text }).first(),
    choose: async (serial: string): Promise<void> => {
      await table.getByRole('button', { name: serial, exact: true }).click();
    },
    search: page.getByRole('searchbox', { name: t('certificates.page.search') }),
    filter: (label: Parameters<typeof t>[0]): Locator => page.getByRole('combobox', { name: t(label), exact: true }),
    press: async (label: Parameters<typeof t>[0]): Promise<void> => {
      await page.getByRole('button', { name: t(label), exact: true }).click();
    },
    dialog,
    reason: (title: Parameters<typeof like>[0]): Locator =>
      dialog(title).getByRole('textbox', { name: t('certificates.dialog.reason') }),
  };
};

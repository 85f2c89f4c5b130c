import type { Page } from '@playwright/test';
import type { Words } from '../fixtures/words.ts';

export type CohortDetails = {
  readonly name: string;
  readonly country: string;
  readonly place: string;
  readonly code: string;
  readonly starts: string;
};

/** The list of cohorts and the dialog that makes one. */
export const cohorts = (page: Page, { t }: Words) => ({
  create: async ({ name, country, place, code, starts }: CohortDetails): Promise<void> => {
    await page
      .getByRole('button', { name: t('cohorts.new') })
      .first()
      .click();
    const dialog = page.getByRole('dialog', { name: t('cohorts.new') });
    await dialog.getByLabel(t('cohorts.field.name'), { exact: true }).fill(name);
    await dialog.getByLabel(t('cohorts.field.country'), { exact: true }).selectOption(country);
    await dialog.getByLabel(t('cohorts.field.place'), { exact: true }).fill(place);
    await dialog.getByLabel(t('cohorts.field.code'), { exact: true }).fill(code);
    await dialog.getByLabel(t('cohorts.field.starts'), { exact: true }).fill(starts);
    await dialog.getByRole('button', { name: t('cohorts.create') }).click();
  },
  importLearners: () =>
    page
      .getByRole('dialog')
      .getByRole('button', { name: t('cohorts.importLearners') })
      .click(),
});

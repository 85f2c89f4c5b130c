import type { Page } from '@playwright/test';
import type { Language } from '#shared/domain/languages.ts';
import type { Role } from '#shared/domain/workspace.ts';
import type { Words } from '../fixtures/words.ts';

/** The steps of the first start: language, how to begin and who works here, first cohort. */
export const firstStart = (page: Page, { t }: Words) => ({
  language: page.getByRole('group', { name: t('first-start.language.question') }),
  chooseLanguage: async (language: Language): Promise<void> => {
    await page.getByRole('radio', { name: new RegExp(t(`languages.own.${language}`)) }).check({ force: true });
  },
  goOn: () => page.getByRole('button', { name: t('first-start.goOn') }).click(),
  beginNew: async (name: string, role: Role): Promise<void> => {
    await page.getByRole('radio', { name: new RegExp(t('first-start.begin.new.title')) }).check({ force: true });
    await page.getByRole('textbox', { name: t('first-start.who.name') }).fill(name);
    await page.getByRole('combobox', { name: t('first-start.who.role') }).selectOption(role);
    await page.getByRole('button', { name: t('first-start.next.new') }).click();
  },
  setUpFirstCohort: () => page.getByRole('button', { name: t('first-start.cohort.import') }).click(),
});

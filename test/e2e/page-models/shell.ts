import type { Locator, Page } from '@playwright/test';
import { expect } from '@playwright/test';
import type { CohortTab } from '#renderer/app/places.ts';
import type { MessageKey } from '#shared/i18n/message-key.ts';
import type { Words } from '../fixtures/words.ts';

type Place = 'today' | 'cohorts' | 'people' | 'certificates' | 'alumni' | 'outcomes' | 'settings';

/** What surrounds every screen: the rail, the top bar, the tabs of a cohort, the palette, the notices and the status bar. */
export const shell = (page: Page, { t, like }: Words) => {
  const palette = page.getByRole('dialog', { name: t('app.find') });
  const openPalette = async (): Promise<Locator> => {
    await page.keyboard.press('Control+k');
    await palette.waitFor();
    return palette.getByRole('combobox');
  };
  return {
    rail: page.getByRole('navigation', { name: t('app.main') }),
    title: page.getByRole('banner').getByRole('heading', { level: 1 }),
    status: page.getByRole('status').filter({ hasText: /./ }).and(page.locator('.status')),
    go: async (place: Place): Promise<void> => {
      await page
        .getByRole('navigation', { name: t('app.main') })
        .getByRole('link', { name: t(`app.places.${place}`) })
        .click();
      await expect(page.getByRole('banner').getByRole('heading', { level: 1 })).toHaveText(t(`app.places.${place}`));
    },
    openCohort: async (code: string): Promise<void> => {
      await page
        .getByRole('navigation', { name: t('app.main') })
        .getByRole('link', { name: t('app.places.cohorts') })
        .click();
      await page.getByRole('rowheader').getByRole('link', { name: code, exact: true }).click();
      await page.getByRole('navigation', { name: t('app.cohortTabs') }).waitFor();
    },
    openTab: async (tab: CohortTab): Promise<void> => {
      const link = page
        .getByRole('navigation', { name: t('app.cohortTabs') })
        .getByRole('link', { name: t(`app.tabs.${tab}`), exact: true });
      await link.click();
      await expect(link).toHaveAttribute('aria-current', 'page');
    },
    palette,
    openPalette,
    /** Types into the palette and takes the first line that has these words. */
    find: async (text: string, line: string | RegExp): Promise<void> => {
      await (await openPalette()).fill(text);
      await palette.getByRole('option', { name: line }).first().click();
      await palette.waitFor({ state: 'hidden' });
    },
    dialog: (title: MessageKey): Locator => page.getByRole('dialog', { name: like(title) }),
    /** The bar says that everything is on the disk. */
    saved: async (): Promise<void> => {
      await expect(page.locator('.status')).toHaveAttribute('data-save', 'saved');
      await expect(page.locator('.status')).toContainText(t('app.status.allSaved'));
    },
    /** Everything that the app tells on its own, in the place of its notices and notes. */
    said: (key: MessageKey): Locator => page.getByText(like(key)).first(),
  };
};

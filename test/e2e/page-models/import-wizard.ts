import type { Locator, Page } from '@playwright/test';
import type { Fate, ImportKind } from '#shared/domain/import/import-kinds.ts';
import { answerDialogs } from '../fixtures/app.ts';
import type { Running } from '../fixtures/app.ts';
import type { Words } from '../fixtures/words.ts';

/** The import: file, columns, every row with its fate, result. */
export const importWizard = (page: Page, { t, like }: Words) => {
  const fates = page.getByRole('region', { name: t('import.fateHead') });
  return {
    /** Chooses a file for a kind of import, as in the system's own dialog. */
    choose: async (running: Running, kind: ImportKind, file: string): Promise<void> => {
      await answerDialogs(running, { open: file });
      await page.getByRole('button', { name: t(`import.titleOf.${kind}`) }).click();
      await page.getByRole('button', { name: t('import.choose'), exact: true }).click();
      await fates.waitFor();
    },
    fates,
    /** How many rows have a fate, as the screen says it. */
    count: (fate: Fate): Locator =>
      fates.getByRole('button', { name: new RegExp(`\\s${t(`import.fate.${fate}`)}\\s`) }).locator('b'),
    rows: page.getByRole('table', { name: t('import.steps.rows') }).getByRole('row'),
    go: (kind: ImportKind) => page.getByRole('button', { name: like(`import.go.${kind}`) }).click(),
    done: page.getByRole('status').filter({ hasText: t('import.undo') }),
    undo: () => page.getByRole('button', { name: t('import.undo'), exact: true }).click(),
    again: () => page.getByRole('button', { name: t('import.another'), exact: true }).click(),
  };
};

import type { Page } from '@playwright/test';
import { expect } from '@playwright/test';
import { pressOn, writeIn } from '../fixtures/keyboard.ts';
import type { Words } from '../fixtures/words.ts';

/** Second marking and release of a cohort, worked with the keyboard alone. */
export const moderation = (page: Page, { t, like }: Words) => {
  const list = page.locator('.second-marks');
  const row = (script: string) => list.locator(`[data-script="${script}"]`);
  const dialog = page.getByRole('dialog');
  const fields = list.locator('[data-second]');
  return {
    list,
    row,
    fields,
    dialog,
    markers: page.getByRole('region', { name: t('moderation.statistics.title') }),
    verdict: page.getByRole('region', { name: t('moderation.verdict.title') }),
    signOff: page.getByRole('button', { name: t('moderation.print.signOff') }),
    release: (number: number) => page.getByRole('button', { name: t('moderation.release.button', { number }) }),
    changes: page.getByRole('button', { name: t('moderation.changes.button') }),
    /** Types a seed and draws with Enter. */
    draw: async (seed: number): Promise<void> => {
      await writeIn(page, page.getByRole('textbox', { name: t('moderation.draw.seed') }), String(seed));
      await page.keyboard.press('Enter');
      await fields.first().waitFor();
    },
    /** The scripts of the sample in the order of the list, by the enrolment. */
    scripts: (): Promise<readonly string[]> =>
      list
        .locator('[data-script]')
        .evaluateAll((rows) => rows.map((one) => (one as HTMLElement).dataset['script'] ?? '')),
    /** Keys a second mark where the focus is, and goes down. */
    key: async (mark: string): Promise<void> => {
      await page.keyboard.type(mark);
      await page.keyboard.press('Enter');
    },
    agree: async (script: string, mark: string, note: string): Promise<void> => {
      await pressOn(page, row(script).getByRole('button', { name: like('moderation.list.agreeFor') }));
      await writeIn(page, dialog.getByRole('textbox', { name: t('moderation.agree.mark') }), mark);
      await writeIn(page, dialog.getByRole('textbox', { name: t('moderation.agree.note') }), note);
      await pressOn(page, dialog.getByRole('button', { name: t('moderation.agree.do') }));
      await expect(dialog).toBeHidden();
    },
    accept: async (): Promise<void> => {
      await pressOn(page, page.getByRole('button', { name: t('moderation.verdict.accept') }));
      await dialog.waitFor();
      await pressOn(page, dialog.getByRole('button', { name: t('moderation.verdict.accept') }));
      await expect(dialog).toBeHidden();
    },
    doRelease: (): Promise<void> =>
      pressOn(
        page,
        dialog
          .getByRole('button', { name: like('moderation.release.do') })
          .or(dialog.getByRole('button', { name: like('moderation.release.doAnyway') })),
      ),
  };
};

import { readFile } from 'node:fs/promises';
import path from 'node:path';
import type { Page } from '@playwright/test';
import readSheets from 'read-excel-file/node';
import { expectNoViolations } from '../fixtures/axe.ts';
import { answerDialogs, expect, test } from '../fixtures/app.ts';
import { pressOn, tabTo } from '../fixtures/keyboard.ts';
import { checkPdf, pdfText } from '../fixtures/tools.ts';
import type { Words } from '../fixtures/words.ts';
import { shell } from '../page-models/shell.ts';

const outcomesPage = (page: Page, { t }: Words) => ({
  table: page.getByRole('table', { name: t('outcomes.indicators') }),
  row: (title: string) =>
    page
      .getByRole('table', { name: t('outcomes.indicators') })
      .getByRole('row')
      .filter({ hasText: title }),
  filter: (name: string) => page.getByRole('toolbar').getByRole('combobox', { name, exact: true }),
  button: (name: string) => page.getByRole('button', { name, exact: true }),
  dialog: page.getByRole('dialog'),
  left: page.getByRole('table', { name: t('outcomes.left.title') }),
});

for (const language of ['en', 'fr', 'pt'] as const) {
  test.describe(`outcomes in ${language}`, () => {
    test.use({ contents: 'demo', language });

    test('answers a donor: figures, definitions, who was counted, data and papers, by keyboard alone', async ({
      running,
      words,
      folder,
    }) => {
      test.slow();
      const { page } = running;
      const { t } = words;
      const app = shell(page, words);
      const own = outcomesPage(page, words);
      const comma = language === 'en' ? '.' : ',';

      await test.step('the published headline follows from the answers', async () => {
        await pressOn(page, app.rail.getByRole('link', { name: t('app.places.outcomes') }));
        await expect(own.row(t('outcomeIndicators.volunteerToPaid.title')).first()).toContainText(`25${comma}0`);
        await expect(own.row(t('outcomeIndicators.attribution.title')).first()).toContainText(`74${comma}0`);
        await expectNoViolations(page, 'outcomes');
      });

      await test.step('another definition gives another figure from the same answers', async () => {
        await tabTo(page, own.filter(t('outcomes.filters.definition')));
        await page.keyboard.press('ArrowDown');
        await page.keyboard.press('ArrowDown');
        await expect(own.table.getByText(t('outcomeDefinitions.nace.title'))).toBeVisible();
        await expect(page.getByText(t('outcomeDefinitions.nace.definition')).first()).toBeVisible();
      });

      await test.step('a group is chosen and let go', async () => {
        await pressOn(page, own.button(t('outcomes.filters.more')));
        await tabTo(page, own.filter(t('outcomes.filters.age')));
        await page.keyboard.press('ArrowDown');
        await expect(own.filter(t('outcomes.filters.age'))).toHaveValue('under-25');
        await expect(page.locator('.flow')).not.toContainText(language === 'en' ? '1,402' : '1402');
        await expectNoViolations(page, 'outcomes with filters');
        await pressOn(page, own.button(t('outcomes.filters.clear')));
        await expect(own.filter(t('outcomes.filters.age'))).toHaveValue('all');
      });

      await test.step('who was counted in and out is told with the reason', async () => {
        const indicator = t('outcomeIndicators.volunteerToPaid.title');
        await pressOn(page, own.button(t('outcomes.counted.ask', { indicator })).first());
        await expect(own.dialog).toContainText('133');
        await expect(own.dialog.getByRole('table', { name: t('outcomes.counted.reasons') })).toContainText(
          t('outcomeReasons.not-volunteer'),
        );
        await expect(
          own.dialog
            .getByRole('table', { name: t('outcomes.counted.names') })
            .getByRole('link')
            .first(),
        ).toBeVisible();
        await expectNoViolations(page, 'how computed');
        await page.keyboard.press('Escape');
        await own.dialog.waitFor({ state: 'hidden' });
      });

      await test.step('the data leave de-identified, with a codebook, and it is noted', async () => {
        const file = path.join(folder, 'outcomes.xlsx');
        await answerDialogs(running, { save: file });
        await pressOn(page, own.button(t('outcomes.export')));
        await expectNoViolations(page, 'give out');
        await pressOn(page, own.button(t('outcomes.give.save')));
        await expect(own.dialog.getByText(file)).toBeVisible({ timeout: 60_000 });
        const sheets = await readSheets(await readFile(file));
        expect(sheets.map(({ sheet }) => sheet)).toEqual(
          (['outcomes', 'about', 'indicators', 'countries', 'codebook'] as const).map((name) =>
            t(`exports.sheet.${name}`),
          ),
        );
        expect(JSON.stringify(sheets[1]?.data)).toContain(t('exports.about.deidentified'));
        await page.keyboard.press('Escape');
        await expect(own.left.getByRole('row').nth(1)).toContainText('outcomes.xlsx');
      });

      await test.step('the brief is one page in a language of its own', async () => {
        const file = path.join(folder, 'brief.pdf');
        await answerDialogs(running, { save: file });
        await pressOn(page, own.button(t('outcomes.brief')));
        await tabTo(page, own.dialog.getByRole('combobox', { name: t('outcomes.give.language') }));
        await page.keyboard.type('Kis');
        await pressOn(page, own.button(t('outcomes.give.save')));
        await expect(own.dialog.getByText('brief.pdf')).toBeVisible({ timeout: 60_000 });
        await checkPdf(file);
        expect(await pdfText(file)).toContain('Wahitimu wako wapi sasa');
        await page.keyboard.press('Escape');
        await app.saved();
      });
    });
  });
}

test.describe('outcomes for a facilitator', () => {
  test.use({ contents: 'demo', settings: { person: { name: 'Tariro Moyo', role: 'facilitator' } } });

  test('tells no names', async ({ running, words }) => {
    const { page } = running;
    const { t } = words;
    const own = outcomesPage(page, words);
    await pressOn(page, shell(page, words).rail.getByRole('link', { name: t('app.places.outcomes') }));
    const indicator = t('outcomeIndicators.volunteerToPaid.title');
    await pressOn(page, own.button(t('outcomes.counted.ask', { indicator })).first());
    await expect(own.dialog).toContainText(t('outcomes.counted.noNames'));
    await expect(own.dialog.getByRole('table')).toHaveCount(0);
  });
});

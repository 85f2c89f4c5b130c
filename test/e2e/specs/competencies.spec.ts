import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { Page } from '@playwright/test';
import { expectNoViolations } from '../fixtures/axe.ts';
import { answerDialogs, expect, test } from '../fixtures/app.ts';
import { chooseIn, openTabByKeyboard, pressOn, tabTo, writeIn } from '../fixtures/keyboard.ts';
import type { Words } from '../fixtures/words.ts';
import { sampleFile } from '../fixtures/workspaces.ts';
import { shell } from '../page-models/shell.ts';

const competencies = (page: Page, { t, like }: Words) => {
  const dialog = page.getByRole('dialog');
  return {
    dialog,
    view: (name: 'competencies' | 'ties') =>
      page.getByRole('navigation', { name: t('results.views') }).getByRole('link', { name: t(`results.view.${name}`) }),
    open: page.getByRole('button', { name: t('competencies.import.open') }),
    choose: dialog.getByRole('button', { name: t('competencies.import.choose') }),
    rows: dialog.getByRole('table', { name: t('competencies.import.rows') }).getByRole('row'),
    doImport: dialog.getByRole('button', { name: like('competencies.import.do') }),
    tie: (title: string) => page.getByRole('combobox', { name: t('competencies.ties.of', { title }) }),
    criteriaOf: (title: string, number: number, action: 'add' | 'edit') =>
      page.getByRole('button', {
        name: t('competencies.ties.editOf', { action: t(`competencies.ties.${action}`), title, number }),
      }),
    field: (name: 'en' | 'fr' | 'max' | 'least', number: number) =>
      dialog.getByRole('textbox', {
        name: t('competencies.criteria.field', { name: t(`competencies.criteria.${name}`), number }),
      }),
    save: dialog.getByRole('button', { name: t('competencies.criteria.save') }),
  };
};

const withFaults = [
  'code;titre;domaine',
  'CW-1;Knows what the work rests on;Knowledge',
  'CW-4;Protects every child;Practice',
  ';Sans code;Self',
  'cw-1;Encore;Self',
  'CW-10;Speaks up;Self',
].join('\n');

test.describe('competencies of a new workspace', () => {
  test.use({ contents: 'learners' });

  test('a framework is imported, criteria are written and tied, by keyboard alone', async ({ running, words }) => {
    const { page } = running;
    const { t } = words;
    const app = shell(page, words);
    const own = competencies(page, words);
    await app.find('LSK-1', /LSK-1/);
    await openTabByKeyboard(page, words, 'results');
    await pressOn(page, own.view('competencies'));
    await expect(page.getByText(t('competencies.empty'))).toBeVisible();
    await expectNoViolations(page, 'no framework yet');

    await answerDialogs(running, { open: sampleFile('competencies.csv') });
    await pressOn(page, own.open);
    await own.choose.waitFor();
    await pressOn(page, own.choose);
    await expect(own.rows).toHaveCount(9);
    await expectNoViolations(page, 'import of a framework');
    await pressOn(page, own.doImport);
    await own.dialog.waitFor({ state: 'hidden' });
    await app.saved();

    await pressOn(page, own.view('ties'));
    await own.tie('Protects the child').waitFor();
    await expectNoViolations(page, 'ties');
    await chooseIn(page, own.tie('Protects the child'), 'CW-4');
    await expect(own.tie('Protects the child')).toHaveValue('CW-4');
    await expect(page.getByText(t('competencies.tiedOf', { count: 1, of: 24 }))).toBeVisible();

    await tabTo(page, own.criteriaOf('Log', 1, 'add'), true);
    await page.keyboard.press('Enter');
    await own.save.waitFor();
    for (const [number, title] of ['Keeps the log', 'Draws from it'].entries()) {
      await pressOn(page, own.dialog.getByRole('button', { name: t('competencies.criteria.add') }));
      await writeIn(page, own.field('en', number + 1), title);
      await writeIn(page, own.field('max', number + 1), number === 0 ? '12.5' : '8');
    }
    await expectNoViolations(page, 'criteria');
    await pressOn(page, own.save);
    await expect(own.dialog.getByRole('alert')).toHaveText(t('errors.criteria-sum', { sum: 20.5, max: 20 }));
    await writeIn(page, own.field('max', 2), '7.5');
    await page.keyboard.press('Enter');
    await own.dialog.waitFor({ state: 'hidden' });
    await expect(own.tie('Draws from it')).toBeVisible();
    await app.saved();
  });
});

for (const language of ['en', 'fr'] as const) {
  test.describe(`competencies of the demonstration in ${language}`, () => {
    test.use({ contents: 'demo', language });

    test('profiles of the cohort and of a learner, a new version of the framework, criteria that marks hold fast', async ({
      running,
      words,
      folder,
    }) => {
      test.slow();
      const { page } = running;
      const { t, like } = words;
      const app = shell(page, words);
      const own = competencies(page, words);
      await app.find('2025-R4', /2025-R4/);
      await openTabByKeyboard(page, words, 'results');

      await test.step('a learner’s profile stands in the panel, the cohort’s on a page of its own', async () => {
        const panel = page.getByRole('figure', { name: t('competencies.profile.learner') });
        await expect(panel.getByText('CW-8 Reflects on own practice').first()).toBeVisible();
        await expectNoViolations(page, 'results with a profile');
        await pressOn(page, own.view('competencies'));
        const cohort = page.getByRole('figure', { name: t('competencies.profile.cohort', { code: '2025-R4' }) });
        await expect(cohort.getByRole('listitem')).toHaveCount(8);
        await expect(page.getByText(t('competencies.profile.definition'))).toBeVisible();
        const whose = page.getByRole('combobox', { name: t('competencies.profile.of') });
        await tabTo(page, whose);
        await page.keyboard.press('ArrowDown');
        await expect(page.getByRole('figure')).toHaveCount(2);
        await expectNoViolations(page, 'profiles');
      });

      await test.step('the framework again with other content is its next version, every row with its fate', async () => {
        const file = path.join(folder, 'demo.csv');
        await writeFile(file, withFaults);
        await answerDialogs(running, { open: file });
        await tabTo(page, own.open, true);
        await page.keyboard.press('Enter');
        await own.choose.waitFor();
        await pressOn(page, own.choose);
        await writeIn(
          page,
          own.dialog.getByRole('textbox', { name: t('competencies.import.name') }),
          'Community work (demonstration)',
        );
        await expect(own.rows.filter({ hasText: 'Sans code' })).toContainText(t('competencies.reason.noCode'));
        await expect(own.rows.filter({ hasText: 'Encore' })).toContainText(
          t('competencies.reason.codeTwice', { code: 'cw-1', line: 2 }),
        );
        await expect(own.rows.filter({ hasText: 'Speaks up' })).toContainText(t('competencies.fate.new'));
        await expect(own.dialog.getByText(like('competencies.import.gone'))).toBeVisible();
        await expect(own.dialog.getByText(t('competencies.import.nextVersion', { version: '2' }))).toBeVisible();
        await expectNoViolations(page, 'import of the next version');
        await pressOn(page, own.doImport);
        await own.dialog.waitFor({ state: 'hidden' });
        await expect(page.getByText(t('competencies.versionOf', { version: '2', count: 3 }))).toBeVisible();
        await app.saved();
        await pressOn(page, own.open);
        await own.choose.waitFor();
        await pressOn(page, own.choose);
        await writeIn(
          page,
          own.dialog.getByRole('textbox', { name: t('competencies.import.name') }),
          'Community work (demonstration)',
        );
        await expect(own.rows.filter({ hasText: t('competencies.fate.same') })).toHaveCount(3);
        await pressOn(page, own.doImport);
        await expect(own.dialog.getByRole('alert')).toHaveText(t('errors.framework-same'));
        await page.keyboard.press('Escape');
        await own.dialog.waitFor({ state: 'hidden' });
      });

      await test.step('criteria that would not hold the marks keyed are refused', async () => {
        await pressOn(page, own.view('ties'));
        const essay = language === 'en' ? 'Essay' : 'Exposé';
        await own.criteriaOf(essay, 1, 'edit').waitFor();
        await expect(page.getByText(t('competencies.ties.lost', { code: 'CW-8' })).first()).toBeAttached();
        await pressOn(page, own.criteriaOf(essay, 1, 'edit'));
        await own.save.waitFor();
        await writeIn(page, own.field('max', 1), '1');
        await writeIn(page, own.field('max', 2), '19');
        await page.keyboard.press('Enter');
        await expect(own.dialog.getByRole('alert')).toHaveText(like('errors.criteria-marks'));
        await page.keyboard.press('Escape');
        await own.dialog.waitFor({ state: 'hidden' });
        await app.saved();
      });
    });
  });
}

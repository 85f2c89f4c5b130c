import { stat } from 'node:fs/promises';
import path from 'node:path';
import type { Page } from '@playwright/test';
import { standardQuestion } from '#shared/domain/questionnaire-standard.ts';
import { textIn } from '#shared/domain/questionnaire-design.ts';
import { answerDialogs, expect, test } from '../fixtures/app.ts';
import { expectNoViolations } from '../fixtures/axe.ts';
import { chooseIn, pressOn, tabTo, writeIn } from '../fixtures/keyboard.ts';
import type { Words } from '../fixtures/words.ts';
import { person } from '../fixtures/workspaces.ts';
import { shell } from '../page-models/shell.ts';

const openPlace = async (page: Page, { t }: Words, place: 'due' | 'register' | 'plan' | 'questionnaires') => {
  const link = page
    .getByRole('navigation', { name: t('alumni.places.title') })
    .getByRole('link', { name: t(`alumni.places.${place}`) });
  await pressOn(page, link);
  await expect(link).toHaveAttribute('aria-current', 'page');
};

const openAlumni = async (page: Page, words: Words): Promise<void> => {
  const { t } = words;
  await pressOn(page, shell(page, words).rail.getByRole('link', { name: t('app.places.alumni') }));
  await page.getByRole('navigation', { name: t('alumni.places.title') }).waitFor();
};

const say = (id: string, language: string): string => textIn(standardQuestion(id)?.say, language);

for (const language of ['en', 'pt'] as const) {
  test.describe(`following alumni by keyboard (${language})`, () => {
    test.use({ language, contents: 'awarded' });

    test('waves are changed, one before graduation is refused in place, and a coming one is shared out', async ({
      running,
      words,
    }) => {
      const { page } = running;
      const { t, like } = words;
      await openAlumni(page, words);
      await openPlace(page, words, 'plan');
      await expectNoViolations(page, 'plan');
      await pressOn(page, page.getByRole('button', { name: like('alumni.waves.editOf') }));
      const dialog = page.getByRole('dialog');
      await dialog.waitFor();
      await writeIn(page, dialog.getByLabel(t('alumni.waves.wave', { number: 2 })), '-6');
      await expect(dialog.getByText(t('errors.wave-before-graduation'))).toBeVisible();
      await expect(dialog.getByRole('button', { name: t('alumni.waves.save') })).toBeDisabled();
      await expectNoViolations(page, 'waves dialog');
      await writeIn(page, dialog.getByLabel(t('alumni.waves.wave', { number: 2 })), '4');
      await pressOn(page, dialog.getByRole('button', { name: t('alumni.waves.save') }));
      await dialog.waitFor({ state: 'hidden' });
      const coming = page.getByRole('table', { name: t('alumni.plan.coming') });
      const row = coming.getByRole('row').filter({ hasText: t('alumni.wave.months', { count: 4 }) });
      await expect(row).toContainText(t('alumni.plan.notShared'));

      // Who will call is settled before the first day, and what they speak is remembered.
      await pressOn(page, row.getByRole('button'));
      await writeIn(page, dialog.getByLabel(t('alumni.share.name')), 'Joyce Banda');
      await page.keyboard.press('Enter');
      await pressOn(page, dialog.getByRole('button', { name: t('alumni.share.save') }));
      await dialog.waitFor({ state: 'hidden' });
      await expect(row).toContainText('Joyce Banda');
      await expectNoViolations(page, 'plan shared out ahead');
    });

    test('calls are shared out, held, kept as partial and refused after an opt-out', async ({ running, words }) => {
      test.slow();
      const { page } = running;
      const { t, like } = words;
      await openAlumni(page, words);
      await openPlace(page, words, 'plan');
      await pressOn(page, page.getByRole('button', { name: like('alumni.plan.shareOf') }));
      const dialog = page.getByRole('dialog');
      await writeIn(page, dialog.getByLabel(t('alumni.share.name')), 'Joyce Banda');
      await page.keyboard.press('Enter');
      await expect(dialog.getByText('Joyce Banda')).toBeVisible();
      await expectNoViolations(page, 'share dialog');
      await pressOn(page, dialog.getByRole('button', { name: t('alumni.share.save') }));
      await dialog.waitFor({ state: 'hidden' });
      await expect(page.getByRole('cell', { name: /Joyce Banda/ })).toContainText(person.name);

      await openPlace(page, words, 'due');
      const mine = page.getByRole('button', { name: new RegExp(`^${t('alumni.filters.mine')}`) });
      await pressOn(page, mine);
      await expect(mine).toHaveAttribute('aria-pressed', 'true');
      const all = Number(await page.getByRole('table', { name: t('alumni.list.title') }).getAttribute('aria-rowcount'));
      await expectNoViolations(page, 'due list');
      await pressOn(page, page.locator('[data-row="0"]'));

      const interview = page.getByRole('region', { name: t('alumni.call.interview') });
      await pressOn(page, page.getByRole('button', { name: t('alumni.consent.yes') }));
      await pressOn(page, page.getByRole('button', { name: t('alumni.call.readIn.sw') }));
      await expect(interview.getByText(say('sameCommunity', 'sw'))).toBeVisible();
      await expectNoViolations(page, 'call');
      await page.getByRole('radio').first().focus();
      await page.keyboard.press('1');
      await page.keyboard.press('Enter');
      await expect(interview.getByText(say('activity', 'sw'))).toBeVisible();
      await page.keyboard.press('1');
      await expect(page.getByRole('radio').first()).toBeChecked();
      await shell(page, words).saved();
      const partial = page.getByRole('heading', { level: 2 }).filter({ has: page.getByRole('link') });
      const name = await partial.innerText();
      await pressOn(page, page.getByRole('button', { name: t('alumni.end.partial'), exact: true }));
      await expect(partial).not.toHaveText(name);

      // The next in the list does not want to be called: nothing is taken from them any more, in no wave.
      const other = await partial.innerText();
      await pressOn(page, page.getByRole('button', { name: t('alumni.end.opted-out'), exact: true }));
      await expect(partial).not.toHaveText(other);
      const third = await partial.innerText();
      await pressOn(page, page.getByRole('button', { name: t('alumni.end.deceased'), exact: true }));
      await expect(page.getByRole('status').filter({ hasText: t('alumni.farewell.calls') })).toBeVisible();
      await expect(page.getByRole('heading', { name: t('alumni.farewell.title', { name: third }) })).toBeVisible();
      await expect(page.getByRole('radio')).toHaveCount(0);
      await expectNoViolations(page, 'farewell');

      await openAlumni(page, words);
      await pressOn(page, mine);
      const left = Number(
        await page.getByRole('table', { name: t('alumni.list.title') }).getAttribute('aria-rowcount'),
      );
      expect(left).toBe(all - 2);
    });

    test('a sheet on paper is printed, keyed in, and what was learnt goes to the person', async ({
      running,
      words,
      folder,
    }) => {
      test.slow();
      const { page } = running;
      const { t, like } = words;
      await openAlumni(page, words);
      await openPlace(page, words, 'plan');
      const file = path.join(folder, 'sheets.pdf');
      await answerDialogs(running, { save: file });
      await pressOn(page, page.getByRole('button', { name: like('alumni.plan.sheetsOf') }));
      const dialog = page.getByRole('dialog');
      await chooseIn(page, dialog.getByLabel(t('alumni.sheets.language')), 'S');
      await pressOn(page, dialog.getByRole('button', { name: like('alumni.sheets.save') }));
      await expect(dialog.getByRole('button', { name: t('papers.run.show') })).toBeVisible({ timeout: 60_000 });
      expect((await stat(file)).size).toBeGreaterThan(20_000);
      await page.keyboard.press('Escape');

      await openPlace(page, words, 'due');
      await pressOn(page, page.locator('[data-row="0"]'));
      await pressOn(page, page.getByRole('button', { name: t('alumni.consent.yes') }));
      await pressOn(page, page.getByRole('button', { name: t('alumni.paper.begin') }));
      await writeIn(page, page.getByLabel(t('alumni.paper.by')), 'Joyce Banda');
      await expectNoViolations(page, 'paper');
      await tabTo(page, page.getByRole('radio').first());
      const question = page.locator('#say');
      const second = page.locator('.opts label').filter({ has: page.locator('kbd', { hasText: '2' }) });
      for (let at = 0, last = false; at < 20 && !last; at += 1) {
        const asked = await question.innerText();
        if ((await page.locator('.written').count()) === 0) {
          await page.keyboard.press('2');
          await expect(second.locator('input')).toBeChecked();
        }
        last = await page.getByRole('button', { name: t('alumni.call.finish') }).isVisible();
        await page.keyboard.press('Enter');
        if (!last) await expect(question).not.toHaveText(asked);
      }
      const ended = page.getByRole('status').filter({ hasText: t('alumni.queue.ended') });
      await expect(ended).toBeVisible();
      await pressOn(page, ended.getByRole('link'));
      await pressOn(page, page.getByRole('heading', { level: 2 }).getByRole('link'));
      await expect(page.getByRole('table', { name: t('alumni.file.waves') })).toContainText(
        t('followUpStates.status.complete'),
      );
      await expect(page.getByText('Joyce Banda').first()).toBeVisible();
      await expectNoViolations(page, 'alumnus');
      await pressOn(page, page.getByRole('button', { name: t('alumni.contacts.edit') }));
      await writeIn(page, page.getByRole('dialog').getByLabel(t('alumni.contacts.field.bestTime')), '18:00–20:00');
      await expectNoViolations(page, 'contacts');
      await page.keyboard.press('Enter');
      await expect(page.getByRole('definition').filter({ hasText: '18:00–20:00' })).toBeVisible();
      await page.keyboard.press('Control+z');
      await expect(page.getByRole('definition').filter({ hasText: '18:00–20:00' })).toBeHidden();
    });

    test('a question of one’s own is written, tried out and taken into use', async ({ running, words }) => {
      test.slow();
      const { page } = running;
      const { t, like } = words;
      await openAlumni(page, words);
      await openPlace(page, words, 'questionnaires');
      await expectNoViolations(page, 'questionnaires');
      await pressOn(page, page.getByRole('button', { name: t('questionnaires.copy') }));
      await page.getByRole('list', { name: t('questionnaires.questions') }).waitFor();
      await expectNoViolations(page, 'editor');
      await tabTo(page, page.getByLabel(t('questionnaires.newKind')));
      await page.keyboard.press('ArrowDown');
      await page.keyboard.press('ArrowDown');
      await expect(page.getByLabel(t('questionnaires.newKind'))).toHaveValue('scale');
      await pressOn(page, page.getByRole('button', { name: t('questionnaires.add') }));
      const cell = (row: 'say' | 'short') =>
        page.getByLabel(
          t('questionnaires.textIn', {
            name: t(`questionnaires.row.${row}`),
            language: t(`questionnaires.language.${language}`),
          }),
        );
      const use = page.getByRole('button', { name: t('questionnaires.use') });
      await expect(use).toBeDisabled();
      await writeIn(page, cell('say'), 'How sure are you in your work, from 1 to 5?');
      await writeIn(page, cell('short'), 'Sure in the work');
      const required = page.getByLabel(t('questionnaires.required'));
      await required.click();
      await expect(required).toBeChecked();
      await tabTo(page, page.getByLabel(t('questionnaires.addCondition')));
      await expect(use).toBeEnabled();
      await expect(page.getByText(like('questionnaires.missing')).first()).toBeVisible();
      await pressOn(page, page.getByRole('button', { name: t('questionnaires.preview') }));
      await page.getByRole('dialog').getByRole('radio').first().focus();
      await page.keyboard.press('Space');
      await expectNoViolations(page, 'preview');
      await page.keyboard.press('Escape');
      await page.getByRole('dialog').waitFor({ state: 'hidden' });
      await pressOn(page, use);
      await expect(page.getByText(t('questionnaires.notDraft'))).toBeVisible();

      await openAlumni(page, words);
      await pressOn(page, page.locator('[data-row="0"]'));
      await pressOn(page, page.getByRole('button', { name: t('alumni.consent.yes') }));
      await tabTo(page, page.getByRole('radio').first());
      await page.keyboard.press('1');
      await page.keyboard.press('Enter');
      await expect(page.getByText(/How sure are you/)).toBeVisible();
      await page.keyboard.press('4');
      await expect(page.getByRole('radio').nth(3)).toBeChecked();
      await shell(page, words).saved();
    });
  });
}

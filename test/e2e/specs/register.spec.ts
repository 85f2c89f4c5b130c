import { readFile, stat } from 'node:fs/promises';
import path from 'node:path';
import type { Page } from '@playwright/test';
import readSheets from 'read-excel-file/node';
import { answerDialogs, expect, test } from '../fixtures/app.ts';
import { expectNoViolations } from '../fixtures/axe.ts';
import { checkPdf, pdfText } from '../fixtures/tools.ts';
import { certificates } from '../page-models/certificates.ts';
import { register } from '../page-models/register.ts';
import { shell } from '../page-models/shell.ts';

test.use({ contents: 'awarded' });
test.slow();

/** Serials as they stand in the table, top first. */
const serialsOf = async (page: Page): Promise<readonly string[]> =>
  (await page.locator('.cert-register .row-name.serial').allTextContents()).map((text) => text.trim());

for (const language of ['en', 'fr'] as const) {
  test.describe(`the register (${language})`, () => {
    test.use({ language });

    test('is narrowed, corrected, revoked, handed over by keyboard, undone in one step, and saved', async ({
      running,
      words,
      folder,
    }) => {
      const { page } = running;
      const { t } = words;
      const [app, list, paper] = [shell(page, words), register(page, words), certificates(page, words)];
      await app.go('certificates');
      await list.table.waitFor();
      const serials = await serialsOf(page);
      expect(serials.length).toBeGreaterThan(10);
      const [last = '', before = ''] = serials;
      await expectNoViolations(page, 'the register');

      await test.step('the headings stay in sight at the end of the list', async () => {
        await page.setViewportSize({ width: 1366, height: 500 });
        await list.choose(last);
        await page.keyboard.press('End');
        await expect(list.table.getByRole('button').last()).toBeFocused();
        await expect(list.table.getByRole('columnheader').first()).toBeInViewport({ ratio: 1 });
        await page.keyboard.press('Home');
        await expect(list.table.getByRole('button', { name: last, exact: true })).toBeFocused();
        await page.setViewportSize({ width: 1366, height: 768 });
      });

      await test.step('a correction gets a new serial, and the old one points to it', async () => {
        await list.choose(last);
        await list.press('certificates.supersede.open');
        const dialog = list.dialog('certificates.supersede.title');
        await dialog.getByRole('textbox', { name: t('certificates.fix.label') }).fill('Ngũgĩ wa Tšepiso-Kamau');
        await dialog.getByRole('button', { name: t('certificates.supersede.do') }).click();
        await expect(dialog).toContainText(t('errors.reason-missing'));
        await list.reason('certificates.supersede.title').fill('Name misspelt');
        await expectNoViolations(page, 'correcting');
        await dialog.getByRole('button', { name: t('certificates.supersede.do') }).click();
        await dialog.waitFor({ state: 'hidden' });
        let fresh = '';
        await expect.poll(async () => (fresh = (await serialsOf(page))[0] ?? '') > last).toBe(true);
        await expect(list.row(fresh)).toContainText('Ngũgĩ wa Tšepiso-Kamau');
        await expect(list.row(last)).toContainText(
          t('certificates.state.supersededBy', { serial: fresh.split('-').slice(-2).join('-') }),
        );
      });

      await test.step('a revocation says what it means, needs a reason, and cannot be undone', async () => {
        await list.choose(before);
        await list.press('certificates.revoke.open');
        const dialog = list.dialog('certificates.revoke.title');
        await expect(dialog).toContainText(t('certificates.revoke.means'));
        await list.reason('certificates.revoke.title').fill('Issued in error');
        await dialog.getByRole('button', { name: t('certificates.revoke.do') }).click();
        await dialog.waitFor({ state: 'hidden' });
        await expect(list.row(before)).toContainText(t('certificates.state.revoked'));
        await app.saved();
        await expect(page.getByRole('button', { name: t('app.undoKey') })).toBeDisabled();
      });

      await test.step('the verification knows both', async () => {
        await list.press('certificates.page.toVerify');
        await paper.verifyText(before);
        await expect(paper.verify).toContainText(t('certificates.verdict.revoked'));
        await paper.verifyText(last);
        await expect(paper.verify).toContainText(t('certificates.verdict.superseded'));
      });

      await test.step('dates from the signed sheet, by keyboard alone, one undo step', async () => {
        await list.press('certificates.handOver.open');
        const dialog = list.dialog('certificates.handOver.title');
        await dialog.waitFor();
        await expectNoViolations(page, 'handing over');
        for (const serial of serials.slice(2, 5)) {
          await page.keyboard.type(String(Number(serial.split('-').at(-2))));
          await page.keyboard.press('Enter');
        }
        await expect(dialog.getByRole('button', { name: t('certificates.handOver.save', { count: 3 }) })).toBeEnabled();
        await dialog.getByRole('button', { name: t('certificates.handOver.save', { count: 3 }) }).press('Enter');
        await dialog.waitFor({ state: 'hidden' });
        await list.filter('certificates.register.handedOver').selectOption('yes');
        await expect(list.table.getByRole('rowheader')).toHaveCount(3);
        await app.saved();
        await page.keyboard.press('Control+z');
        await expect(list.table.getByRole('rowheader')).toHaveCount(0);
        await page.keyboard.press('Control+y');
        await expect(list.table.getByRole('rowheader')).toHaveCount(3);
        await list.filter('certificates.register.handedOver').selectOption('all');
      });

      await test.step('what is shown leaves as a spreadsheet', async () => {
        await list.filter('certificates.register.state').selectOption('issued');
        const file = path.join(folder, 'register.xlsx');
        await answerDialogs(running, { save: file });
        await list.press('certificates.export.open');
        await expect(app.said('certificates.export.saved')).toBeVisible();
        const [sheet] = await readSheets(await readFile(file));
        expect(sheet?.data).toHaveLength(1 + serials.length - 1);
      });

      await test.step('key sheet, badge and verifier are given out', async () => {
        const sheet = path.join(folder, 'key-sheet.pdf');
        await page.getByRole('button', { name: t('certificates.keys.open'), exact: true }).click();
        const keys = list.dialog('certificates.keys.title');
        await keys.getByRole('listitem').first().waitFor();
        await expectNoViolations(page, 'keys');
        await answerDialogs(running, { save: sheet });
        await keys.getByRole('button', { name: t('certificates.give.sheet') }).click();
        await expect
          .poll(() =>
            stat(sheet).then(
              () => true,
              () => false,
            ),
          )
          .toBe(true);
        await checkPdf(sheet);
        expect(await pdfText(sheet)).toContain(t('certificates.keySheet.fingerprint'));
        await page.keyboard.press('Escape');
        await list.filter('certificates.register.state').selectOption('all');
        await list.choose(serials[5] ?? '');
        const badge = path.join(folder, 'badge.json');
        await answerDialogs(running, { save: badge });
        await list.press('certificates.give.badgeOpen');
        await expect
          .poll(() =>
            stat(badge).then(
              () => true,
              () => false,
            ),
          )
          .toBe(true);
        expect(JSON.parse(await readFile(badge, 'utf8'))).toMatchObject({
          type: ['VerifiableCredential', 'OpenBadgeCredential'],
          proof: { cryptosuite: 'eddsa-jcs-2022' },
        });
        const verifier = path.join(folder, 'verifier.html');
        await answerDialogs(running, { save: verifier });
        await list.press('certificates.give.open');
        await expect
          .poll(() =>
            stat(verifier).then(
              () => true,
              () => false,
            ),
          )
          .toBe(true);
        expect(await readFile(verifier, 'utf8')).toContain(before);
      });
    });
  });
}

test('a key is backed up, changed and restored; what it signed is verified all along', async ({
  running,
  words,
  folder,
}) => {
  const { page } = running;
  const { t } = words;
  const [app, list] = [shell(page, words), register(page, words)];
  await app.go('certificates');
  await page.getByRole('button', { name: t('certificates.keys.open'), exact: true }).click();
  const keys = list.dialog('certificates.keys.title');
  const own = keys.locator('.keys-list b');
  await own.first().waitFor();
  const first = (await own.first().textContent()) ?? '';
  const file = path.join(folder, 'backup.json');
  await answerDialogs(running, { save: file, open: file });
  const passphrase = keys.getByLabel(t('certificates.keys.passphrase'));
  await keys.getByRole('button', { name: t('certificates.keys.backup') }).click();
  await passphrase.fill('the mango tree behind the clinic');
  await keys.getByRole('button', { name: t('certificates.keys.do.backup') }).click();
  await expect(keys).toContainText(t('certificates.keys.backedUp', { file }));
  await keys.getByRole('button', { name: t('certificates.keys.rotate') }).click();
  await keys.getByRole('button', { name: t('certificates.keys.do.rotate') }).click();
  await expect(keys).toContainText(t('certificates.keys.rotated'));
  await expect(own).toHaveCount(2);
  await expect(own.first()).not.toHaveText(first);
  await keys.getByRole('button', { name: t('certificates.keys.restore') }).click();
  await passphrase.fill('another passphrase altogether');
  await keys.getByRole('button', { name: t('certificates.keys.do.restore') }).click();
  await expect(keys).toContainText(t('errors.key-backup-passphrase'));
  await passphrase.fill('the mango tree behind the clinic');
  await keys.getByRole('button', { name: t('certificates.keys.do.restore') }).click();
  await expect(keys).toContainText(t('certificates.keys.restored'));
  await expect(own.first()).toHaveText(first);
  await expect(own).toHaveCount(2);
});

import { readFile, readdir } from 'node:fs/promises';
import path from 'node:path';
import { gunzipSync } from 'node:zlib';
import type { Page } from '@playwright/test';
import { answerDialogs, expect, start, stop, test } from '../fixtures/app.ts';
import { expectNoViolations } from '../fixtures/axe.ts';
import { pressOn, writeIn } from '../fixtures/keyboard.ts';
import { runJob } from '../fixtures/terminal.ts';
import { checkPdf, pdfText } from '../fixtures/tools.ts';
import type { Words } from '../fixtures/words.ts';
import { shell } from '../page-models/shell.ts';

test.slow();

/** Files of a folder that hold a text, snapshots unpacked. */
const holding = async (folder: string, text: string): Promise<readonly string[]> => {
  const entries = await readdir(folder, { recursive: true, withFileTypes: true });
  const found: string[] = [];
  for (const entry of entries.filter((each) => each.isFile())) {
    const bytes = await readFile(path.join(entry.parentPath, entry.name));
    const plain = entry.name.endsWith('.snapshot') ? gunzipSync(bytes) : bytes;
    if (plain.includes(text) || plain.includes(Buffer.from(text, 'utf16le'))) found.push(entry.name);
  }
  return found;
};

const dialogOf = (page: Page, { like }: Words, title: Parameters<Words['like']>[0]) =>
  page.getByRole('dialog', { name: like(title) });

for (const language of ['en', 'fr'] as const) {
  test.describe(`data protection (${language})`, () => {
    test.use({ language, contents: 'awarded' });

    test('a consent is worded, given and taken back, a person gets their data, and is erased for good', async ({
      running,
      words,
      folder,
      workspace,
    }) => {
      const { page } = running;
      const { t } = words;
      const app = shell(page, words);

      await test.step('an edition of a wording is written down, by keyboard', async () => {
        await app.go('settings');
        await pressOn(page, page.getByRole('link', { name: t('privacy.open') }));
        await page.getByRole('heading', { name: t('privacy.wording.title') }).waitFor();
        await expectNoViolations(page, 'data protection');
        await pressOn(page, page.getByRole('button', { name: t('privacy.wording.add') }));
        const dialog = dialogOf(page, words, 'privacy.wording.addTitle');
        await dialog.getByLabel(t('privacy.wording.purpose')).selectOption('follow-up-calls');
        await pressOn(page, dialog.getByRole('button', { name: t('privacy.wording.save') }));
        await expect(dialog).toContainText(t('errors.wording-empty'));
        await expectNoViolations(page, 'a wording without words');
        const english = dialog.getByLabel(t('privacy.wording.text', { language: t('privacy.language.en') }));
        await writeIn(page, english, 'We may call you after the course to ask how you are doing.');
        await pressOn(page, dialog.getByRole('button', { name: t('privacy.wording.save') }));
        await dialog.waitFor({ state: 'hidden' });
        await expect(page.getByRole('row').filter({ hasText: t('privacy.purpose.follow-up-calls') })).toBeVisible();
      });

      await test.step('a consent names the edition, and taking it back holds at once', async () => {
        await app.go('people');
        await page.getByRole('link', { name: 'Inonge Liswaniso' }).first().click();
        const row = page
          .locator('.privacy-consents')
          .getByRole('row')
          .filter({ hasText: t('privacy.purpose.follow-up-calls') });
        const purpose = t('privacy.purpose.follow-up-calls');
        await pressOn(page, page.getByRole('button', { name: `${t('privacy.consent.give')} ${purpose}` }));
        const give = dialogOf(page, words, 'privacy.consent.giveTitle');
        await expect(give).toContainText('We may call you after the course');
        await expectNoViolations(page, 'a consent is given');
        await pressOn(page, give.getByRole('button', { name: t('privacy.consent.save') }));
        await expect(row).toContainText(t('privacy.state.given'));
        await expect(row).toContainText(t('privacy.consent.edition', { version: 1 }));
        await pressOn(page, page.getByRole('button', { name: `${t('privacy.consent.withdraw')} ${purpose}` }));
        const withdraw = dialogOf(page, words, 'privacy.consent.withdrawTitle');
        await expect(withdraw).toContainText(t('privacy.consent.callsStop'));
        await pressOn(page, withdraw.getByRole('button', { name: t('privacy.consent.save') }));
        await expect(row).toContainText(t('privacy.state.declined'));
        await expectNoViolations(page, 'a person');
      });

      await test.step('everything about the person is written as PDF and JSON', async () => {
        const [pdf, json] = [path.join(folder, 'data.pdf'), path.join(folder, 'data.json')];
        await answerDialogs(running, { save: pdf });
        await pressOn(page, page.getByRole('button', { name: t('privacy.person.pdf') }));
        await expect(page.getByText(t('privacy.person.written', { path: pdf }))).toBeVisible();
        await checkPdf(pdf);
        expect(await pdfText(pdf)).toContain('Inonge Liswaniso');
        await answerDialogs(running, { save: json });
        await pressOn(page, page.getByRole('button', { name: t('privacy.person.json') }));
        await expect(page.getByText(t('privacy.person.written', { path: json }))).toBeVisible();
        const data = JSON.parse(await readFile(json, 'utf8')) as { readonly history: readonly unknown[] };
        expect(data).toMatchObject({
          format: 'fieldcourse-person',
          person: { familyName: 'Liswaniso', consents: [{ wording: 'follow-up-calls:1', how: 'signed' }] },
          memberships: [{ enrolment: { consentCalls: false, status: 'awarded' } }],
          exports: [{ kind: 'person', named: true }],
        });
        expect(data.history.length).toBeGreaterThan(3);
      });

      await test.step('the erasure says what it means, cannot be pressed by mistake, and leaves no trace', async () => {
        expect(await holding(workspace, 'Liswaniso')).not.toEqual([]);
        await pressOn(page, page.getByRole('button', { name: t('privacy.person.erase') }));
        const dialog = dialogOf(page, words, 'privacy.erase.title');
        await expect(dialog).toContainText(t('privacy.erase.stays'));
        await expect(dialog).toContainText('data.pdf');
        await expectNoViolations(page, 'erasing');
        const confirm = dialog.getByRole('button', { name: t('privacy.erase.do') });
        await expect(confirm).toBeDisabled();
        await writeIn(page, dialog.getByRole('textbox'), t('privacy.erase.word').toLowerCase());
        await pressOn(page, confirm);
        await expect(page.getByText(t('recovery.erased'))).toBeVisible({ timeout: 60_000 });
        await expect(page.getByRole('link', { name: 'Inonge Liswaniso' })).toHaveCount(0);
        await expect(page.getByRole('button', { name: t('app.undoKey') })).toBeDisabled();
        await expectNoViolations(page, 'after an erasure');
        expect(await holding(workspace, 'Liswaniso')).toEqual([]);
      });

      await test.step('the register keeps the serial without a name, and does not print it', async () => {
        await app.go('certificates');
        await expect(page.locator('.cert-register').getByText('–').first()).toBeVisible();
      });

      await stop(running);
      const checked = await runJob(['run', 'check', '--workspace', workspace]);
      expect(checked.code).toBe(0);
      expect(checked.result).toMatchObject({ job: 'check' });
    });
  });
}

test.describe('people whose time is up', () => {
  test.use({ contents: 'demo' });

  test('are listed after the times were set, and erased together', async ({ running, words, workspace }) => {
    const { page } = running;
    const { t } = words;
    await shell(page, words).go('settings');
    await page.getByRole('link', { name: t('privacy.open') }).click();
    for (const kind of ['contacts', 'marks', 'baseline', 'answers'] as const)
      await page.getByLabel(new RegExp(`^${t(`privacy.retention.kind.${kind}`)}`)).fill('1');
    await page.getByRole('button', { name: t('privacy.retention.save') }).click();
    await page.getByText(t('privacy.retention.saved')).waitFor();
    const rows = page.locator('.privacy-page tbody').getByRole('checkbox');
    await expect.poll(() => rows.count(), { timeout: 30_000 }).toBeGreaterThan(50);
    await expectNoViolations(page, 'the worklist');
    const names = await page.locator('.privacy-page tbody th a').allTextContents();
    await rows.nth(0).check();
    await rows.nth(1).check();
    await page.getByRole('button', { name: t('privacy.worklist.do', { count: 2 }) }).click();
    const dialog = page.getByRole('dialog', { name: t('privacy.erase.titleMany', { count: 2 }) });
    await expect(dialog).toContainText(names[0] ?? '');
    await dialog.getByRole('textbox').fill(t('privacy.erase.word'));
    await dialog.getByRole('button', { name: t('privacy.erase.do') }).click();
    await expect(page.getByText(t('recovery.erased'))).toBeVisible({ timeout: 120_000 });
    await stop(running);
    const again = await start(workspace);
    expect(again.problems).toEqual([]);
    await stop(again);
  });
});

test('a person is exported and erased from a terminal', async ({ folder, workspace: _made }) => {
  const workspace = path.join(folder, 'jobs');
  const job = (...args: readonly string[]) => runJob(['run', ...args, '--workspace', workspace]);
  expect(
    (
      await job(
        'import',
        'resources/sample/learners-lusaka.csv',
        '--as',
        'learners',
        '--cohort',
        'LSK-1',
        '--country',
        'ZM',
        '--place',
        'Lusaka',
        '--starts',
        '2024-01-15',
      )
    ).code,
  ).toBe(0);
  const pdf = path.join(folder, 'person.pdf');
  expect((await job('export', 'person', 'Inonge Liswaniso', '--out', pdf)).result).toMatchObject({ kind: 'person' });
  expect(await pdfText(pdf)).toContain('Liswaniso');
  expect((await job('export', 'person', 'Nobody Here', '--out', pdf)).errors[0]).toMatchObject({
    error: 'person-missing',
  });

  const asked = await job('erase', 'person', 'Inonge Liswaniso');
  expect(asked.result).toMatchObject({ job: 'erase', erased: false });
  expect(await holding(workspace, 'Liswaniso')).not.toEqual([]);
  const erased = await job('erase', 'person', 'Inonge Liswaniso', '--confirm');
  expect(erased.result).toMatchObject({ erased: true, chain: true });
  expect(await holding(workspace, 'Liswaniso')).toEqual([]);
  expect((await job('check')).result).toMatchObject({ job: 'check', records: { people: 25 } });
});

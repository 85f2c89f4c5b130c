import { expect, test } from '../fixtures/app.ts';
import { shell } from '../page-models/shell.ts';

test.use({ contents: 'awarded' });

test('finds a learner by a name typed without its accents, and opens them', async ({ running, words }) => {
  const { page } = running;
  const app = shell(page, words);
  await app.find('chikondi kawonga', 'Chikondi Kaŵonga');
  await expect(app.title).toHaveText('Chikondi Kaŵonga');
});

test('finds a cohort, its tabs and a certificate by its serial', async ({ running, words }) => {
  const { page } = running;
  const app = shell(page, words);
  await app.find('lsk-1', new RegExp(`LSK-1 ${words.t('app.tabs.marks')}`));
  await expect(page.getByRole('grid')).toBeVisible();
  const input = await app.openPalette();
  await input.fill('nobody is called so');
  await expect(app.palette).toContainText(words.t('app.palette.nothing', { text: 'nobody is called so' }));
  await page.keyboard.press('Escape');
  await app.go('certificates');
  const serial = await page.getByRole('rowheader').first().innerText();
  const wrong = `${serial.slice(0, -1)}${serial.endsWith('X') ? 'Y' : 'X'}`;
  // Typed on at once: no letter is lost while the palette opens.
  await page.keyboard.press('Control+k');
  await page.keyboard.type(wrong);
  await expect(app.palette).toContainText(words.t('errors.serial-check', { part: wrong.slice(-1) }));
  await page.keyboard.press('Escape');
  const [, , , number = ''] = serial.split('-');
  for (const part of [serial.slice(0, -2).toLowerCase(), String(Number(number))]) {
    await (await app.openPalette()).fill(part);
    await expect(app.palette.getByRole('option', { name: serial })).toBeVisible();
    await page.keyboard.press('Escape');
  }
  await app.find(serial.toLowerCase(), serial);
  await expect(page.getByRole('banner')).toBeVisible();
  await expect(page).toHaveURL(/#\/people\//);
});

test('works by keyboard alone: places, commands, help, undo', async ({ running, words }) => {
  const { page } = running;
  const { t } = words;
  const app = shell(page, words);
  await (await app.openPalette()).fill(t('app.palette.goTo', { place: t('app.places.people') }));
  await expect(app.palette.getByRole('option')).toHaveCount(1);
  await page.keyboard.press('Enter');
  await expect(app.title).toHaveText(t('app.places.people'));
  await (await app.openPalette()).fill(t('app.palette.commands.dark'));
  await expect(app.palette.getByRole('option')).toHaveCount(1);
  await page.keyboard.press('Enter');
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark');
  await (await app.openPalette()).fill(t('app.palette.commands.help'));
  await expect(app.palette.getByRole('option')).toHaveCount(1);
  await page.keyboard.press('Enter');
  await expect(app.dialog('app.help.topics.people.title')).toBeVisible();
  await page.keyboard.press('Escape');
  await (await app.openPalette()).fill(t('app.palette.commands.fr'));
  await expect(app.palette.getByRole('option')).toHaveCount(1);
  await page.keyboard.press('Enter');
  await expect(page.locator('html')).toHaveAttribute('lang', 'fr');
});

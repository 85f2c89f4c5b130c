import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { Locator, Page } from '@playwright/test';
import { answerDialogs, expect, test } from '../fixtures/app.ts';
import { expectNoViolations } from '../fixtures/axe.ts';
import type { Words } from '../fixtures/words.ts';
import { shell } from '../page-models/shell.ts';

test.slow();

const logo = `<svg xmlns="http://www.w3.org/2000/svg" width="60" height="30"><rect width="60" height="30" rx="6" fill="#1f5548"/><circle cx="30" cy="15" r="9" fill="#ffffff"/></svg>`;

/** A pixel of the page's picture, at a share of its width and height. */
const pixelAt = (page: Page, x: number, y: number): Promise<readonly number[]> =>
  page.locator('.editor-paper canvas').evaluate(
    (canvas, at) => {
      const { width, height } = canvas as HTMLCanvasElement;
      const context = (canvas as HTMLCanvasElement).getContext('2d');
      return Array.from(context?.getImageData(Math.round(at.x * width), Math.round(at.y * height), 1, 1).data ?? []);
    },
    { x, y },
  );

const editor = (page: Page, { t }: Words) => ({
  list: page.getByRole('region', { name: t('templates.blocks') }),
  inspector: page.getByRole('region', { name: t('templates.inspector'), exact: true }),
  whole: page.getByRole('region', { name: t('templates.designTitle') }),
  block: (name: RegExp): Locator => page.locator('.editor-paper').getByRole('button', { name }),
  number: (key: 'templates.x' | 'templates.y' | 'templates.width'): Locator =>
    page.getByRole('region', { name: t('templates.inspector'), exact: true }).getByLabel(t(key)),
  drawn: () => expect(page.locator('.editor-paper')).toHaveAttribute('aria-busy', 'false'),
});

for (const language of ['en', 'fr'] as const) {
  test.describe(`the template editor (${language})`, () => {
    test.use({ language, contents: 'awarded' });

    test('duplicates a template, moves blocks by keyboard and mouse, undoes, adds a picture, and takes it into use', async ({
      running,
      words,
      folder,
    }) => {
      const { page } = running;
      const { t } = words;
      const app = shell(page, words);
      const edit = editor(page, words);
      await app.go('certificates');
      await page.getByRole('link', { name: t('templates.open'), exact: true }).click();
      await expect(page.getByText(t('templates.noOwn'))).toBeVisible();
      await expectNoViolations(page, 'the templates');

      await test.step('a shipped template is duplicated and opens in the editor', async () => {
        const row = page.locator('.template-row', { hasText: t('templates.shipped.classic') });
        await row.getByRole('button', { name: t('templates.duplicate'), exact: true }).press('Enter');
        await expect(app.title).toHaveText(t('templates.copyOf', { title: t('templates.shipped.classic') }));
        await edit.drawn();
        await expectNoViolations(page, 'the editor');
      });

      const name = edit.block(new RegExp(`‹${t('templates.place.name')}›`));
      await test.step('arrows move a block by 1, 5 and 0.1 mm; Ctrl-Z takes back what was moved', async () => {
        await name.focus();
        const x = edit.number('templates.x');
        const before = await x.inputValue();
        const value = (text: string): number => Number(text.replace(',', '.'));
        await page.keyboard.press('ArrowRight');
        await page.keyboard.press('Shift+ArrowRight');
        await page.keyboard.press('Alt+ArrowRight');
        await expect.poll(async () => value(await x.inputValue()) - value(before)).toBeCloseTo(6.1, 3);
        // One step where the keys follow one another, more where the machine rests between them.
        for (let seen = await x.inputValue(); seen !== before; seen = await x.inputValue()) {
          await page.keyboard.press('Control+z');
          await expect(x).not.toHaveValue(seen);
        }
        await expect(app.title).toHaveText(t('templates.copyOf', { title: t('templates.shipped.classic') }));
      });

      await test.step('Tab goes on to the next block; a number field takes exact millimetres', async () => {
        await name.focus();
        await page.keyboard.press('Tab');
        await expect(name).toHaveAttribute('aria-pressed', 'false');
        await name.focus();
        await edit.number('templates.width').fill('200,5');
        await page.keyboard.press('Enter');
        await expect(name).toHaveAttribute('aria-label', /200[.,]5/);
      });

      await test.step('a block dragged over the edge is warned about in place and cannot come into use', async () => {
        const box = await edit.block(new RegExp(`^${t('templates.kind.seal')}`)).boundingBox();
        if (box === null) throw new Error('The seal is not on the page');
        await page.mouse.move(box.x + box.width / 2, box.y + box.height / 2);
        await page.mouse.down();
        await page.mouse.move(box.x - 60, box.y + box.height / 2, { steps: 6 });
        await page.mouse.move(box.x - 160, box.y + box.height / 2, { steps: 6 });
        await page.mouse.up();
        await expect(edit.inspector.locator('.note-text')).toBeVisible();
        await page.getByRole('button', { name: t('templates.use'), exact: true }).click();
        await expect(
          page
            .locator('.notice, [role="status"]')
            .filter({ hasText: t('errors.template-block-off-page', { block: 'seal' }) })
            .first(),
        ).toBeVisible();
        await page.keyboard.press('Control+z');
        await expect(edit.inspector.locator('.note-text')).toBeHidden();
      });

      await test.step('a picture that is not one is refused, an SVG is drawn in the preview', async () => {
        const [bad, good] = [path.join(folder, 'bad.png'), path.join(folder, 'logo.svg')];
        await writeFile(bad, 'not a picture');
        await writeFile(good, logo);
        await answerDialogs(running, { open: bad });
        await page.getByRole('button', { name: t('templates.addPicture') }).click();
        await expect(page.getByText('bad.png').first()).toBeVisible();
        await answerDialogs(running, { open: good });
        await page.getByRole('button', { name: t('templates.addPicture') }).click();
        await expect(edit.block(/logo/)).toHaveAttribute('aria-pressed', 'true');
        await edit.number('templates.x').fill('20');
        await page.keyboard.press('Enter');
        await edit.number('templates.y').fill('60');
        await page.keyboard.press('Enter');
        // The middle of the picture is white, its left part green, as drawn in the PDF.
        await expect.poll(() => pixelAt(page, 24 / 297, 70 / 210)).toEqual([31, 85, 72, 255]);
      });

      await test.step('exported, imported again, taken into use: a run can choose it', async () => {
        const file = path.join(folder, 'template.json');
        await page.getByRole('button', { name: t('templates.use'), exact: true }).click();
        await expect(page.locator('.template-row').filter({ hasText: t('templates.state.in-use') })).toHaveCount(1);
        await answerDialogs(running, { save: file, open: file });
        const used = page.locator('.template-row').filter({ hasText: t('templates.state.in-use') });
        await used.getByRole('button', { name: t('templates.export') }).click();
        await expect.poll(() => readFile(file, 'utf8').catch(() => '')).toContain('"fieldcourse": "template"');
        await page.getByRole('button', { name: t('templates.import'), exact: true }).click();
        await edit.drawn();
        await expect(edit.list.getByRole('button')).toHaveCount(23);
        await page.getByRole('link', { name: t('templates.toList') }).click();
        await writeFile(file, JSON.stringify({ fieldcourse: 'template', design: { format: 99 }, assets: [] }));
        await page.getByRole('button', { name: t('templates.import'), exact: true }).click();
        await expect(page.getByText(t('errors.template-newer', { format: '99' })).first()).toBeVisible();
        await expectNoViolations(page, 'the templates of the workspace');
      });

      await test.step('the calibration page made again takes the place of the one before', async () => {
        await answerDialogs(running, { open: folder });
        const sheet = path.join(folder, t('templates.calibrationFile'));
        const make = page.getByRole('button', { name: t('templates.calibrationPage') });
        await make.click();
        await expect(
          page.getByText(t('templates.calibrationWritten', { file: t('templates.calibrationFile') })),
        ).toBeVisible();
        const before = await readFile(sheet);
        await page.getByLabel(t('templates.moveX')).fill('2');
        await page.keyboard.press('Enter');
        await expect
          .poll(async () => {
            await make.click();
            return (await readFile(sheet)).equals(before);
          })
          .toBe(false);
        await expect(page.getByText(words.like('errors.certificate-file-exists'))).toHaveCount(0);
      });
    });
  });
}

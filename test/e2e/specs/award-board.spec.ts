import { readFile } from 'node:fs/promises';
import path from 'node:path';
import type { Page } from '@playwright/test';
import readSheets from 'read-excel-file/node';
import { expectNoViolations } from '../fixtures/axe.ts';
import { answerDialogs, expect, test } from '../fixtures/app.ts';
import { openTabByKeyboard, pressOn, tabTo, writeIn } from '../fixtures/keyboard.ts';
import { checkPdf, pdfText } from '../fixtures/tools.ts';
import type { Words } from '../fixtures/words.ts';
import { marksGrid } from '../page-models/marks-grid.ts';
import { shell } from '../page-models/shell.ts';

const board = (page: Page, { t, like }: Words) => {
  const dialog = page.getByRole('dialog');
  const bar = page.getByRole('toolbar', { name: t('awards.board.title') });
  return {
    dialog,
    bar,
    view: (name: 'learners' | 'board') =>
      page.getByRole('navigation', { name: t('results.views') }).getByRole('link', { name: t(`results.view.${name}`) }),
    table: page.getByRole('table', { name: t('awards.board.list') }),
    row: (name: string) =>
      page.getByRole('table', { name: t('awards.board.list') }).getByRole('button', { name, exact: true }),
    note: page.getByRole('textbox', { name: t('awards.board.note') }),
    freeze: bar.getByRole('button', { name: like('results.freeze') }),
    doFreeze: dialog.getByRole('button', { name: like('awards.freeze.do') }),
    file: (kind: 'pdf' | 'xlsx', of: string) =>
      page.getByRole('button', { name: t('awards.lists.save', { kind: t(`awards.lists.${kind}`), of }) }),
  };
};

for (const language of ['en', 'fr'] as const) {
  test.describe(`the award board in ${language}`, () => {
    test.use({ contents: 'lusaka', language });

    test('looks at close cases, notes, approves, freezes, and supersedes a list after a correction, by keyboard alone', async ({
      running,
      words,
      folder,
    }) => {
      test.slow();
      const { page } = running;
      const { t, like } = words;
      const app = shell(page, words);
      const own = board(page, words);
      await app.find('LSK-1', /LSK-1/);
      await openTabByKeyboard(page, words, 'results');

      await test.step('the learners say what is missing and what is needed', async () => {
        await expectNoViolations(page, 'results');
        const bar = page.getByRole('toolbar', { name: t('results.toolbar') });
        await pressOn(page, bar.getByRole('button', { name: like('results.signOff') }));
        await pressOn(page, own.dialog.getByRole('button', { name: like('awards.signOff.do') }));
        await own.dialog.waitFor({ state: 'hidden' });
        await pressOn(page, bar.getByRole('button', { name: like('results.confirmAll') }));
        await pressOn(page, bar.getByRole('button', { name: new RegExp(`^${t('results.filter.missing')}`) }));
        await expect(page.getByText(t('results.whatIf.title'))).toBeVisible();
        await expect(page.getByText(like('results.whatIf.needs')).first()).toBeVisible();
      });

      await test.step('the board sees close cases, a distribution, and keeps a note', async () => {
        await pressOn(page, own.view('board'));
        await own.table.waitFor();
        await expectNoViolations(page, 'board');
        const close = own.bar.getByRole('button', { name: new RegExp(`^${t('awards.board.filter.borderline')}`) });
        const margin = page.getByRole('combobox', { name: t('awards.board.margin') });
        await tabTo(page, margin);
        await page.keyboard.press('ArrowDown');
        await page.keyboard.press('ArrowDown');
        await expect(margin).toHaveValue('500');
        await expect(close).toContainText(/[1-9]/);
        await expect(page.getByRole('figure').first()).toContainText(t('awards.board.distribution.captionOverall'));
        await tabTo(page, own.row('Chipo Nyambe'));
        await writeIn(page, own.note, 'Seen by the board');
        await page.keyboard.press('Control+Enter');
        await expect(app.said('awards.board.noteKept')).toBeVisible();
        await app.saved();
      });

      await test.step('the draft is a paper to be signed', async () => {
        const draft = path.join(folder, 'draft.pdf');
        await answerDialogs(running, { save: draft });
        await pressOn(page, own.file('pdf', t('awards.lists.draft')));
        await expect(page.getByText(t('awards.file.saved', { file: draft }))).toBeVisible();
        await checkPdf(draft);
        const text = await pdfText(draft);
        expect(text).toContain('Chipo Nyambe');
        expect(text).toContain(t('awards.paper.office.chair'));
      });

      await test.step('the freeze dialog takes approvals and freezes the list', async () => {
        await tabTo(page, own.freeze, true);
        await page.keyboard.press('Enter');
        await own.doFreeze.waitFor();
        await expectNoViolations(page, 'freeze');
        await writeIn(page, own.dialog.getByRole('textbox', { name: t('awards.approval.name') }), 'Mwila Kapasa');
        await writeIn(page, own.dialog.getByRole('textbox', { name: t('awards.approval.office') }), 'Chair');
        await page.keyboard.press('Enter');
        await expect(own.dialog.getByRole('list', { name: t('awards.approval.title') })).toContainText('Mwila Kapasa');
        await pressOn(page, own.doFreeze);
        await own.dialog.waitFor({ state: 'hidden' });
        await expect(page.getByText(t('awards.lists.counts'))).toBeVisible();
        await app.saved();
      });

      await test.step('a correction asks for a reason, shows what changes, and keeps both lists', async () => {
        await openTabByKeyboard(page, words, 'marks');
        const grid = marksGrid(page, words);
        await grid.grid.waitFor();
        await expect(grid.grid.getByRole('rowheader').first()).toBeVisible();
        await tabTo(page, grid.active);
        await page.keyboard.type('40');
        await page.keyboard.press('Enter');
        await app.saved();
        await page.keyboard.press('Escape');
        await tabTo(page, page.getByRole('link', { name: t('app.tabs.results'), exact: true }), true);
        await page.keyboard.press('Enter');
        await pressOn(page, own.view('board'));
        await own.table.waitFor();
        await expectNoViolations(page, 'board after a correction');
        await pressOn(page, page.getByRole('button', { name: t('awards.freezeAgain') }));
        await own.doFreeze.waitFor();
        await expect(
          own.dialog
            .getByText(like('awards.changed.overall'))
            .or(own.dialog.getByText(t('awards.change.changed')))
            .first(),
        ).toBeVisible();
        await expect(own.doFreeze).toBeDisabled();
        await expectNoViolations(page, 'freeze again');
        await writeIn(
          page,
          own.dialog.getByRole('textbox', { name: t('awards.freeze.reason') }),
          'A mark was read wrongly',
        );
        await pressOn(page, own.doFreeze);
        await own.dialog.waitFor({ state: 'hidden' });
        await expect(page.getByText(t('awards.lists.reason', { reason: 'A mark was read wrongly' }))).toBeVisible();
        await expect(page.getByText(t('awards.lists.superseded'), { exact: true })).toBeVisible();
        await app.saved();
        await expectNoViolations(page, 'board with two lists');
      });

      await test.step('the list that counts leaves as a paper and as a spreadsheet', async () => {
        const latest = page.locator('.award-lists .list-files').first();
        const [pdf, xlsx] = [path.join(folder, 'list.pdf'), path.join(folder, 'list.xlsx')];
        await answerDialogs(running, { save: pdf });
        await pressOn(page, latest.getByRole('button', { name: /^PDF/ }));
        await expect(page.getByText(t('awards.file.saved', { file: pdf }))).toBeVisible();
        await checkPdf(pdf);
        expect(await pdfText(pdf)).toContain('A mark was read wrongly');
        await answerDialogs(running, { save: xlsx });
        await pressOn(page, latest.getByRole('button', { name: /^Excel/ }));
        await expect(page.getByText(t('awards.file.saved', { file: xlsx }))).toBeVisible();
        const [sheet, about] = await readSheets(await readFile(xlsx));
        expect(sheet?.sheet).toBe(t('awards.paper.sheet'));
        expect(JSON.stringify(sheet?.data)).toContain('Chipo Nyambe');
        expect(about?.sheet).toBe(t('exports.sheet.about'));
        expect(JSON.stringify(about?.data)).toContain(t('exports.about.kinds.award-list'));
      });
    });
  });
}

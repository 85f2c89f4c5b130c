import { readdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { Page } from '@playwright/test';
import type { Language } from '#shared/domain/languages.ts';
import { defaultSettings } from '#shared/ipc/settings.ts';
import { answerDialogs, expect, start, stop, test } from '../fixtures/app.ts';
import { expectNoViolations } from '../fixtures/axe.ts';
import { chooseIn, pressOn, tabTo } from '../fixtures/keyboard.ts';
import { runJob } from '../fixtures/terminal.ts';
import { checkPdf, pdfText } from '../fixtures/tools.ts';
import type { Words } from '../fixtures/words.ts';
import { wordsOf } from '../fixtures/words.ts';
import { person } from '../fixtures/workspaces.ts';
import { marksGrid } from '../page-models/marks-grid.ts';
import { shell } from '../page-models/shell.ts';

const cohort = 'FBK-1';

/** Invented learners: one whose language is English, one French, one of a language that the app does not speak. */
const learners = [
  'Learner no.,First name,Surname,Gender,Country,Main activity,Language',
  'F-1,Chipo,Nyambe,F,Zambia,unpaid volunteer,English',
  'F-2,Aïssata,Ouédraogo,F,Burkina Faso,unpaid volunteer,Français',
  'F-3,Ngũgĩ wa,Kamau,M,Kenya,unpaid volunteer,Kikuyu',
].join('\n');

const marks = [
  'Learner no.,Name,Module 1 Essay /40,Module 1 Log /20',
  'F-1,Chipo Nyambe,30.5,14',
  'F-2,Aïssata Ouédraogo,12.5,8',
  'F-3,Ngũgĩ wa Kamau,28,13',
].join('\n');

const fill = async (workspace: string, folder: string, language: Language): Promise<void> => {
  const files = { learners: path.join(folder, 'learners.csv'), marks: path.join(folder, 'marks.csv') };
  await writeFile(files.learners, learners);
  await writeFile(files.marks, marks);
  const job = async (...args: readonly string[]): Promise<void> => {
    const end = await runJob(['run', 'import', ...args, '--cohort', cohort, '--workspace', workspace]);
    expect(end.errors).toEqual([]);
  };
  await job(files.learners, '--as', 'learners', '--country', 'ZM', '--place', 'Lusaka', '--starts', '2025-01-15');
  await job(files.marks, '--as', 'marks');
  await writeFile(path.join(workspace, 'settings.json'), JSON.stringify({ ...defaultSettings, person, language }));
};

const feedback = (page: Page, { t, like }: Words) => {
  const dialog = page.getByRole('dialog', { name: t('papers.dialog.title') });
  return {
    dialog,
    more: page.getByRole('button', { name: t('marks.more') }),
    item: page.getByRole('menuitem', { name: t('papers.dialog.menu') }),
    files: dialog.getByRole('combobox', { name: t('papers.dialog.files') }),
    save: dialog.getByRole('button', { name: like('papers.dialog.save') }),
    close: dialog.getByRole('button', { name: t('papers.dialog.cancel') }),
  };
};

for (const language of ['en', 'fr'] as const) {
  test.describe(`feedback for learners (${language})`, () => {
    test.use({ language });

    test('goes to each in their own language, one file each or merged, by keyboard alone', async ({
      workspace,
      folder,
      words,
    }) => {
      test.slow();
      await fill(workspace, folder, language);
      const running = await start(workspace);
      const { page } = running;
      const { t, like } = words;
      const app = shell(page, words);
      await app.openCohort(cohort);
      await app.openTab('marks');
      const grid = marksGrid(page, words);
      const own = feedback(page, words);
      await expect(grid.grid.getByRole('rowheader').first()).toBeVisible();
      await grid.grid.getByRole('gridcell').first().focus();
      await page.keyboard.press('Escape');
      await pressOn(page, own.more);
      await own.item.waitFor();
      await own.item.press('Enter');
      await own.dialog.waitFor();
      await expect(own.dialog.getByText(like('papers.dialog.unreleased'))).toBeVisible();
      await expectNoViolations(page, 'feedback');

      const target = path.join(folder, 'sheets');
      await answerDialogs(running, { open: target, save: path.join(folder, 'all.pdf') });
      await pressOn(page, own.save);
      await expect(own.dialog.getByText(like('papers.run.doneOne'))).toBeVisible();
      const merged = await pdfText(path.join(folder, 'all.pdf'));
      await checkPdf(path.join(folder, 'all.pdf'));
      expect(merged).toContain('Chipo Nyambe');
      expect(merged).toContain('Aïssata Ouédraogo');

      await chooseIn(page, own.files, t('papers.dialog.single').slice(0, 12));
      await pressOn(page, own.save);
      await expect(own.dialog.getByText(like('papers.run.done'))).toBeVisible();
      expect((await readdir(target)).sort()).toEqual([
        'M1 Kamau Ngũgĩ wa.pdf',
        'M1 Nyambe Chipo.pdf',
        'M1 Ouédraogo Aïssata.pdf',
      ]);
      const plain = async (name: string): Promise<string> =>
        (await pdfText(path.join(target, name))).replace(/[\u00a0\u202f]/g, ' ').replace(/ +/g, ' ');
      const english = await plain('M1 Nyambe Chipo.pdf');
      expect(english).toContain('Feedback on your work');
      expect(english).toContain('Your mark: 30.5 of 40, which is 76.3 %.');
      const french = await plain('M1 Ouédraogo Aïssata.pdf');
      expect(french).toContain('Retour sur votre travail');
      expect(french).toContain('Votre note : 12,5 sur 40, soit 31,3 %.');
      expect(french).toContain('Vous pouvez remettre ce travail.');
      const other = await plain('M1 Kamau Ngũgĩ wa.pdf');
      expect(other).toContain(wordsOf(language).t('papers.feedback.title'));
      expect(other).toContain('Ngũgĩ wa Kamau');

      await tabTo(page, own.close);
      await page.keyboard.press('Enter');
      await own.dialog.waitFor({ state: 'hidden' });
      await expect(own.more).toBeFocused();
      expect([...running.problems, ...running.foreign]).toEqual([]);
      await stop(running);
    });
  });
}

import { mkdir, readFile, readdir } from 'node:fs/promises';
import path from 'node:path';
import readSheets from 'read-excel-file/node';
import { expect, test } from '../fixtures/app.ts';
import { checkPdf, codeInPicture, pdfFonts, pdfPictures, pdfText } from '../fixtures/tools.ts';
import { person, sampleFile } from '../fixtures/workspaces.ts';
import { certificates } from '../page-models/certificates.ts';
import { cohorts } from '../page-models/cohorts.ts';
import { firstStart } from '../page-models/first-start.ts';
import { followUp } from '../page-models/follow-up.ts';
import { importWizard } from '../page-models/import-wizard.ts';
import { marksGrid } from '../page-models/marks-grid.ts';
import { results } from '../page-models/results.ts';
import { shell } from '../page-models/shell.ts';

/** Of the 26 learners of the sample files; the others lack marks or hours. */
const awarded = 22;

test(
  'from a spreadsheet of names to certificates and the follow-up list',
  { tag: '@packaged' },
  async ({ running, words, folder }) => {
    test.slow();
    const { page } = running;
    const { t } = words;
    const [app, wizard, grid] = [shell(page, words), importWizard(page, words), marksGrid(page, words)];

    await test.step('first start: a new workspace, a name, a role', async () => {
      const begin = firstStart(page, words);
      await begin.goOn();
      await begin.beginNew(person.name, person.role);
      await begin.setUpFirstCohort();
      await expect(app.title).toHaveText(t('app.places.cohorts'));
      await expect(app.status).toContainText(person.name);
    });

    await test.step('a first cohort and its learners from a spreadsheet, every row with its fate', async () => {
      await cohorts(page, words).create({
        name: 'Lusaka evening',
        country: 'ZM',
        place: 'Lusaka',
        code: 'LSK-1',
        starts: '2025-01-15',
      });
      const takeBack = page.getByRole('list', { name: t('ui.notices') }).getByRole('button', { name: t('ui.undo') });
      await expect(takeBack).toBeVisible();
      await cohorts(page, words).importLearners();
      await wizard.choose(running, 'learners', sampleFile('learners-lusaka.csv'));
      await expect(wizard.count('new')).toHaveText('26');
      await expect(wizard.count('refused')).toHaveText('0');
      await expect(wizard.rows.filter({ hasText: 'Chipo Nyambe' })).toContainText(t('import.fate.new'));
      await wizard.go('learners');
      await wizard.done.waitFor();
      // The notice of the cohort still stands; to undo from it now would take the import back.
      await expect(takeBack).toHaveCount(0);
    });

    await test.step('marks keyed by keyboard for two learners', async () => {
      await app.openTab('marks');
      await grid.grid.waitFor();
      await grid.press('Chipo Nyambe', 0);
      await page.keyboard.type('29');
      await page.keyboard.press('Tab');
      await page.keyboard.type('16');
      await page.keyboard.press('Enter');
      await expect(grid.figure('Chipo Nyambe', 0)).toContainText('29');
      await expect(grid.figure('Chipo Nyambe', 1)).toContainText('16');
      await grid.press('Mutinta Hamaundu', 0);
      await page.keyboard.type('32.5');
      await page.keyboard.press('Enter');
      await expect(grid.figure('Mutinta Hamaundu', 0)).toContainText('32.5');
      await app.saved();
    });

    await test.step('the other marks and the hours from spreadsheets', async () => {
      await page.goBack();
      await wizard.choose(running, 'marks', sampleFile('marks-lusaka.csv'));
      await expect(wizard.count('new')).toHaveText('26');
      await expect(wizard.count('refused')).toHaveText('0');
      await wizard.go('marks');
      await wizard.done.waitFor();
      await wizard.again();
      await wizard.choose(running, 'attendance', sampleFile('attendance-lusaka.csv'));
      await expect(wizard.count('refused')).toHaveText('0');
      await wizard.go('attendance');
      await wizard.done.waitFor();
    });

    await test.step('results, sign-off, names, and the award list frozen', async () => {
      await app.openTab('results');
      const board = results(page, words);
      await expect(board.table.getByRole('rowheader')).toHaveCount(26);
      await board.signOff();
      await board.confirmAll.click();
      await expect(board.confirmAll).toBeHidden();
      await board.freeze();
      await expect(board.frozen).toBeVisible();
      await app.saved();
    });

    const out = path.join(folder, 'certificates');
    await mkdir(out);
    const paper = certificates(page, words);
    await test.step('certificates issued into one PDF that other programs read', async () => {
      await app.openTab('certificates');
      await paper.issueMerged(running, out);
      await paper.done.waitFor();
      await expect(paper.register.getByRole('rowheader')).toHaveCount(awarded);
    });

    const file = path.join(out, (await readdir(out))[0] ?? '');
    await test.step('the PDF is sound, its fonts are in it, its codes are read', async () => {
      await checkPdf(file);
      const fonts = await pdfFonts(file);
      expect(fonts.length).toBeGreaterThan(0);
      expect(fonts.every(({ embedded }) => embedded)).toBe(true);
      expect(await pdfText(file)).toContain('Chipo Nyambe');
      await pdfPictures(file, path.join(folder, 'page'));
      const pictures = (await readdir(folder)).filter((name) => name.endsWith('.png')).sort();
      expect(pictures).toHaveLength(awarded);
      const picture = path.join(folder, pictures[0] ?? '');
      const code = await codeInPicture(picture);
      await app.go('certificates');
      for (const read of [
        () => paper.verifyText(code),
        () => paper.verifyFile(running, picture),
        () => paper.verifyFile(running, file),
      ]) {
        await read();
        await expect(paper.verify.getByText(t('certificates.verdict.genuine'), { exact: true }).first()).toBeVisible({
          timeout: 60_000,
        });
      }
      await expect(paper.verify).toContainText(
        t('certificates.verify.summary', { count: awarded, sound: awarded, file: path.basename(file) }),
      );
    });

    await test.step('the follow-up list leaves as a spreadsheet', async () => {
      await app.openCohort('LSK-1');
      await app.openTab('follow-up');
      const list = followUp(page, words);
      await expect(list.table.getByRole('rowheader')).toHaveCount(awarded);
      const saved = path.join(folder, 'follow-up.xlsx');
      await list.exportTo(running, saved);
      const [sheet] = await readSheets(await readFile(saved));
      expect(sheet?.data).toHaveLength(1 + awarded * 4);
      expect(JSON.stringify(sheet?.data)).toContain('Chipo Nyambe');
    });
  },
);

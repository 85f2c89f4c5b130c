import { expect, test } from '../fixtures/app.ts';
import { allScreens, goTo } from '../fixtures/screens.ts';
import { noEnglishIn } from '../fixtures/untranslated.ts';
import { wordsOf } from '../fixtures/words.ts';
import { person, sampleFile } from '../fixtures/workspaces.ts';
import { cohorts } from '../page-models/cohorts.ts';
import { firstStart } from '../page-models/first-start.ts';
import { importWizard } from '../page-models/import-wizard.ts';
import { marksGrid } from '../page-models/marks-grid.ts';
import { results } from '../page-models/results.ts';
import { shell } from '../page-models/shell.ts';

const portuguese = wordsOf('pt');

const expectNoEnglish = noEnglishIn('pt');

test('the way in Portuguese, from the first start to the frozen award list', async ({ running }) => {
  test.slow();
  const { page } = running;
  const { t } = portuguese;
  const [app, wizard, grid] = [shell(page, portuguese), importWizard(page, portuguese), marksGrid(page, portuguese)];

  await test.step('the first start follows the language chosen', async () => {
    const begin = firstStart(page, portuguese);
    await begin.chooseLanguage('pt');
    await expect(page.locator('html')).toHaveAttribute('lang', 'pt');
    await expectNoEnglish(page, 'language');
    await begin.goOn();
    await expectNoEnglish(page, 'begin');
    await begin.beginNew(person.name, person.role);
    await page.getByRole('button', { name: t('first-start.cohort.import') }).waitFor();
    await expectNoEnglish(page, 'first cohort');
    await begin.setUpFirstCohort();
  });

  await test.step('learners from a spreadsheet with Portuguese headings', async () => {
    await cohorts(page, portuguese).create({
      name: 'Maputo, segunda turma',
      country: 'MZ',
      place: 'Maputo',
      code: 'MPM-1',
      starts: '2025-01-15',
    });
    await expectNoEnglish(page, 'cohort made');
    await cohorts(page, portuguese).importLearners();
    await wizard.choose(running, 'learners', sampleFile('learners-maputo-excel.csv'));
    await expect(wizard.count('refused')).toHaveText('0');
    await expectNoEnglish(page, 'import of learners');
    await wizard.go('learners');
    await wizard.done.waitFor();
  });

  await test.step('marks keyed with a decimal comma, and the letters of what was not submitted', async () => {
    await app.openTab('marks');
    await grid.grid.waitFor();
    await grid.press('Júlia Macuácua', 0);
    await page.keyboard.type('21,5');
    await page.keyboard.press('Tab');
    await page.keyboard.type('n');
    await page.keyboard.press('Enter');
    await expect(grid.figure('Júlia Macuácua', 0)).toContainText('21,5');
    await expect(grid.figure('Júlia Macuácua', 1)).toContainText('NE');
    await expectNoEnglish(page, 'marks');
    await page.keyboard.press('Control+z');
    await expect(grid.figure('Júlia Macuácua', 1)).not.toContainText('NE');
    await app.saved();
  });

  await test.step('the other marks and the hours from spreadsheets', async () => {
    await page.goBack();
    for (const kind of ['marks', 'attendance'] as const) {
      await wizard.choose(running, kind, sampleFile(`${kind}-maputo-excel.csv`));
      await expect(wizard.count('refused')).toHaveText('0');
      await expectNoEnglish(page, `import of ${kind}`);
      await wizard.go(kind);
      await wizard.done.waitFor();
      await wizard.again();
    }
  });

  await test.step('results, sign-off, names, and the award list frozen', async () => {
    await app.openTab('results');
    const board = results(page, portuguese);
    await board.signOff();
    await board.confirmAll.click();
    await expect(board.confirmAll).toBeHidden();
    await board.freeze();
    await expect(board.frozen).toBeVisible();
    await app.saved();
  });

  await test.step('no English on any screen', async () => {
    for (const screen of await allScreens(page)) {
      await goTo(page, screen);
      await expectNoEnglish(page, screen.name);
    }
    await app.openPalette();
    await expectNoEnglish(page, 'palette');
  });
});

test.describe('switched while at work', () => {
  test.use({ contents: 'lusaka' });
  for (const language of ['pt', 'sw'] as const)
    test(`every screen follows at once in ${language}, without a restart`, async ({ running }) => {
      const { page } = running;
      const english = wordsOf('en');
      const command = english.t(`app.palette.commands.${language}`);
      await shell(page, english).find(command, command);
      const words = wordsOf(language);
      await expect(page.getByRole('navigation', { name: words.t('app.main') })).toBeVisible();
      for (const screen of await allScreens(page)) {
        await goTo(page, screen);
        await noEnglishIn(language)(page, screen.name);
      }
    });
});

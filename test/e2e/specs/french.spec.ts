import { mkdir, readdir } from 'node:fs/promises';
import path from 'node:path';
import { answerDialogs, expect, test } from '../fixtures/app.ts';
import { allScreens, goTo } from '../fixtures/screens.ts';
import { noEnglishIn } from '../fixtures/untranslated.ts';
import { wordsOf } from '../fixtures/words.ts';
import { person, sampleFile } from '../fixtures/workspaces.ts';
import { certificates } from '../page-models/certificates.ts';
import { cohorts } from '../page-models/cohorts.ts';
import { firstStart } from '../page-models/first-start.ts';
import { followUp } from '../page-models/follow-up.ts';
import { importWizard } from '../page-models/import-wizard.ts';
import { results } from '../page-models/results.ts';
import { shell } from '../page-models/shell.ts';

const french = wordsOf('fr');

const expectNoEnglish = noEnglishIn('fr');

test('the whole way in French, from the first start to the follow-up list', async ({ running, folder }) => {
  test.slow();
  const { page } = running;
  const { t } = french;
  const [app, wizard, begin] = [shell(page, french), importWizard(page, french), firstStart(page, french)];
  await begin.chooseLanguage('fr');
  await expect(page.locator('html')).toHaveAttribute('lang', 'fr');
  await expectNoEnglish(page, 'language');
  await begin.goOn();
  await expectNoEnglish(page, 'begin');
  await begin.beginNew(person.name, person.role);
  await page.getByRole('button', { name: t('first-start.cohort.import') }).waitFor();
  await expectNoEnglish(page, 'first cohort');
  await begin.setUpFirstCohort();
  await expectNoEnglish(page, 'no cohorts yet');

  await cohorts(page, french).create({
    name: 'Maputo, deuxième groupe',
    country: 'MZ',
    place: 'Maputo',
    code: 'MPM-1',
    starts: '2025-01-15',
  });
  await expectNoEnglish(page, 'cohort made');
  await cohorts(page, french).importLearners();
  for (const kind of ['learners', 'marks', 'attendance'] as const) {
    await wizard.choose(running, kind, sampleFile(`${kind}-maputo-excel.csv`));
    await expectNoEnglish(page, `import of ${kind}`);
    await wizard.go(kind);
    await wizard.done.waitFor();
    await expectNoEnglish(page, `imported ${kind}`);
    await wizard.again();
  }

  await app.openTab('results');
  const board = results(page, french);
  await board.signOff();
  await board.confirmAll.click();
  await expect(board.confirmAll).toBeHidden();
  await board.freeze();
  await expect(board.frozen).toBeVisible();
  await expectNoEnglish(page, 'results');

  await app.openTab('certificates');
  const out = path.join(folder, 'certificats');
  await mkdir(out);
  const paper = certificates(page, french);
  await paper.issueMerged(running, out);
  await paper.done.waitFor();
  expect((await readdir(out)).sort()).toEqual(['certificats-MPM-1-00001-00018.pdf', 'remise-MPM-1.pdf']);
  await expectNoEnglish(page, 'certificates');

  await app.openTab('follow-up');
  await followUp(page, french).exportTo(running, path.join(folder, 'suivi.xlsx'));
  await expectNoEnglish(page, 'follow-up');

  await answerDialogs(running, {});
  for (const screen of await allScreens(page)) {
    await goTo(page, screen);
    await expectNoEnglish(page, screen.name);
  }
  await app.openPalette();
  await expectNoEnglish(page, 'palette');
});

test.describe('switched while at work', () => {
  test.use({ contents: 'lusaka' });
  test('every screen follows at once, without a restart', async ({ running }) => {
    const { page } = running;
    await shell(page, wordsOf('en')).find(
      wordsOf('en').t('app.palette.commands.fr'),
      wordsOf('en').t('app.palette.commands.fr'),
    );
    await expect(page.getByRole('navigation', { name: french.t('app.main') })).toBeVisible();
    await expectNoEnglish(page, 'today');
  });
});

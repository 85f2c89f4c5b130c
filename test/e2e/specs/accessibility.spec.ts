import axe from 'axe-core';
import type { Page } from '@playwright/test';
import type { Settings } from '#shared/ipc/settings.ts';
import { answerDialogs, expect, test } from '../fixtures/app.ts';
import type { Running } from '../fixtures/app.ts';
import { allScreens, atRest, goTo } from '../fixtures/screens.ts';
import { person, sampleFile } from '../fixtures/workspaces.ts';
import type { Words } from '../fixtures/words.ts';
import { firstStart } from '../page-models/first-start.ts';
import { importWizard } from '../page-models/import-wizard.ts';
import { shell } from '../page-models/shell.ts';

type Window = { axe?: typeof axe };

/** What axe finds wrong on the screen as it stands, a line each. */
const faults = async (page: Page): Promise<readonly string[]> => {
  await atRest(page);
  if (!(await page.evaluate(() => 'axe' in window))) await page.evaluate(axe.source);
  return page.evaluate(async () => {
    const found = await (window as unknown as Window).axe?.run(document, { resultTypes: ['violations'] });
    if (found === undefined) throw new Error('axe is not there');
    return found.violations.flatMap(({ id, help, nodes }) =>
      nodes.slice(0, 3).map(({ target, any }) => `${id}: ${help}: ${target.join(' ')} ${any[0]?.message ?? ''}`),
    );
  });
};

const wider = (page: Page): Promise<number> =>
  page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);

const check = async (page: Page, name: string): Promise<void> => {
  expect.soft(await faults(page), name).toEqual([]);
  expect.soft(await wider(page), `${name} is wider than the window`).toBeLessThanOrEqual(0);
};

const resize = ({ app }: Running, width: number): Promise<void> =>
  app.evaluate(({ BrowserWindow }, to) => BrowserWindow.getAllWindows()[0]?.setContentSize(to, 768), width);

const dialogs = async (running: Running, words: Words): Promise<void> => {
  const { page } = running;
  const { t, like } = words;
  const app = shell(page, words);
  await app.openPalette();
  await check(page, 'palette');
  await page.keyboard.press('Escape');
  await app.palette.waitFor({ state: 'hidden' });
  await page.keyboard.press('F1');
  await page.getByRole('dialog').waitFor();
  await check(page, 'help');
  await page.keyboard.press('Escape');
  await app.go('cohorts');
  await page.getByRole('button', { name: t('cohorts.new') }).click();
  await page.getByRole('dialog').waitFor();
  await check(page, 'new cohort');
  await page.keyboard.press('Escape');
  await app.openCohort('LSK-1');
  await app.openTab('results');
  await page.getByRole('button', { name: like('results.signOff') }).click();
  await page.getByRole('dialog').waitFor();
  await check(page, 'sign off');
  await page.keyboard.press('Escape');
  await app.openTab('certificates');
  await page
    .getByRole('table', { name: t('certificates.register.title') })
    .getByRole('button')
    .first()
    .click();
  await page.getByRole('button', { name: t('certificates.register.reprint') }).click();
  await page.getByRole('dialog').waitFor();
  await check(page, 'reprint');
  await page.keyboard.press('Escape');
  await app.openTab('learners');
  await page.getByRole('link', { name: t('cohorts.importLearners') }).click();
  await importWizard(page, words).choose(running, 'marks', sampleFile('marks-lusaka.csv'));
  await check(page, 'import, rows and columns');
};

for (const theme of ['light', 'dark', 'contrast'] as const satisfies readonly Settings['theme'][]) {
  test.describe(theme, () => {
    test.use({ contents: 'awarded', settings: { theme } });
    test('every screen and dialog is free of what axe finds, and none scrolls sideways', async ({ running, words }) => {
      test.slow();
      const { page } = running;
      await answerDialogs(running, {});
      for (const screen of await allScreens(page)) {
        await goTo(page, screen);
        await check(page, screen.name);
      }
      if (theme === 'light') await dialogs(running, words);
    });
  });
}

test.describe('at 200 %', () => {
  test.use({ contents: 'awarded' });
  test('no screen scrolls sideways', async ({ running }) => {
    const { page } = running;
    await resize(running, 683);
    await page.waitForFunction(() => window.innerWidth <= 683);
    for (const screen of await allScreens(page)) {
      await goTo(page, screen);
      expect.soft(await wider(page), screen.name).toBeLessThanOrEqual(0);
    }
  });
});

test('the first start is free of what axe finds', async ({ running, words }) => {
  const { page } = running;
  const begin = firstStart(page, words);
  await check(page, 'language');
  await begin.goOn();
  await check(page, 'begin');
  await begin.beginNew(person.name, person.role);
  await page.getByRole('button', { name: words.t('first-start.cohort.import') }).waitFor();
  await check(page, 'first cohort');
});

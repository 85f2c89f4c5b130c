/// <reference lib="dom" />
// Makes the pictures of the documentation, docs/pictures/*.png: the demonstration data in the real app at 1366 × 768.
// node scripts/with-electron.mjs scripts/screenshots.mjs [name …]
import { execFile } from 'node:child_process';
import { cp, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { _electron } from '@playwright/test';
import { inRoot, root } from './paths.mjs';
import { runMain, say, Stop } from './say.mjs';
import { smallPng } from './small-png.mjs';

const pictures = inRoot('docs', 'pictures');
/** Cohorts of the demonstration: one being marked, one before its award board, one finished. */
const cohorts = { marking: '2026-R1', board: '2025-R4', done: '2023-KE' };
const electron = process.env.ELECTRON_EXEC_PATH ?? '';

/** @typedef {import('@playwright/test').Page} Page */
/** @typedef {import('@playwright/test').ElectronApplication} App */

/** Runs a terminal job of the app and waits for its end. */
const job = (workspace, ...args) =>
  promisify(execFile)(electron, [root, 'run', ...args, '--workspace', workspace], { maxBuffer: 1 << 26 });

/**
 * Opens the app on a workspace, works in it and closes it again, whatever happens.
 *
 * @template T
 * @param {string} workspace
 * @param {(page: Page, app: App) => Promise<T>} work
 */
const inApp = async (workspace, work) => {
  const app = await _electron.launch({ executablePath: electron, args: [root, '--workspace', workspace] });
  try {
    const page = await app.firstWindow();
    page.setDefaultTimeout(20_000);
    return await work(page, app);
  } finally {
    await app.close();
  }
};

/** The screen is at rest: texts and fonts are there, and nothing has moved for a while. */
const settled = async (page) => {
  await page.waitForFunction(() => document.fonts.status === 'loaded' && document.body.innerText.trim().length > 40);
  let before = '';
  for (let equal = 0; equal < 3;) {
    const now = await page.evaluate(() => document.body.innerText);
    equal = now === before ? equal + 1 : 0;
    before = now;
    await page.waitForTimeout(150);
  }
};

/** Steps 2 and 3 of the first start, where the workspace is known already: a language and who works here. */
const sayWho = async (page) => {
  await page.locator('.step button[type=submit]').click();
  await page.locator('.who input').fill('Amina Chisanga');
  await page.locator('.step button[type=submit]').click();
  await page.locator('nav.rail').waitFor();
};

const go = (page, address) => page.evaluate((to) => void (location.hash = to), address);

/** The id of a cohort, as the command palette finds it. */
const cohortId = async (page, code) => {
  await page.keyboard.press('Control+k');
  await page.getByRole('dialog').getByRole('combobox').fill(code);
  await page.locator('.palette-item', { hasText: code }).first().click();
  await page.waitForFunction(() => location.hash.startsWith('#/cohorts/'));
  return (await page.evaluate(() => location.hash)).split('/')[2] ?? '';
};

const chooseFile = (app, file) =>
  app.evaluate(({ dialog }, path) => {
    dialog.showOpenDialog = async () => ({ canceled: false, filePaths: [path] });
  }, file);

/** Every picture: its name, where it is taken and what is done there first. `{marking}`, `{board}` and `{done}` stand for cohorts. */
const scenes = [
  { name: 'today', address: '/' },
  { name: 'cohorts', address: '/cohorts' },
  { name: 'overview', address: '/cohorts/{board}/overview' },
  { name: 'learners', address: '/cohorts/{board}/learners' },
  {
    name: 'import',
    address: '/cohorts/{board}/import',
    first: async (page, app) => {
      await chooseFile(app, inRoot('resources', 'sample', 'learners-maputo-excel.csv'));
      await page
        .locator('.import-start button', { hasText: /file|fichier/i })
        .first()
        .click();
      await page.locator('.import-work').waitFor();
    },
  },
  {
    name: 'marks',
    address: '/cohorts/{marking}/marks',
    // A final mark below the pass mark explains itself.
    first: async (page) => {
      await page
        .getByRole('gridcell', { name: /^39[.,]0/ })
        .first()
        .click();
    },
  },
  {
    name: 'script-panel',
    address: '/cohorts/{marking}/marks',
    first: async (page) => {
      await page
        .getByRole('gridcell', { name: /^3\d([.,]5)?\b/ })
        .first()
        .click();
      await page.keyboard.press('Alt+Enter');
      await page.locator('.script-part').first().waitFor();
    },
  },
  {
    name: 'moderation',
    address: '/cohorts/{marking}/moderation',
    // A sample is drawn with a seed, so that the picture is the same next time.
    first: async (page) => {
      if ((await page.locator('.second-marks').count()) > 0) return;
      await page.getByRole('textbox', { name: 'Seed' }).first().fill('2026');
      await page.keyboard.press('Enter');
      await page.locator('.second-marks').waitFor();
    },
  },
  { name: 'results', address: '/cohorts/{board}/results' },
  {
    name: 'certificates',
    address: '/cohorts/{done}/certificates',
    first: async (page) => {
      await page.locator('main canvas').waitFor();
      await page.waitForFunction(() => !document.querySelector('main [aria-busy=true]'));
      await page.waitForTimeout(1000);
    },
  },
  { name: 'follow-up', address: '/cohorts/{done}/follow-up' },
  { name: 'alumni', address: '/alumni' },
  {
    name: 'call',
    address: '/alumni',
    first: (page) => page.locator('main a[href*="/alumni/call/"]').nth(1).click(),
  },
  {
    name: 'template-editor',
    address: '/certificates/templates',
    first: async (page) => {
      await page
        .getByRole('button', { name: /duplicate/i })
        .first()
        .click();
      await page.waitForFunction(() => /templates\/./.test(location.hash));
      await page.locator('main canvas').first().waitFor();
      await page.waitForFunction(() => !document.querySelector('main [aria-busy=true]'));
      await page.waitForTimeout(1000);
    },
  },
  {
    name: 'questionnaire-editor',
    address: '/alumni/questionnaires',
    first: async (page) => {
      await page.getByRole('button', { name: /cop/i }).first().click();
      await page.locator('.questionnaire-editor').waitFor();
    },
  },
  { name: 'outcomes', address: '/outcomes' },
  { name: 'people', address: '/people' },
  {
    name: 'settings',
    address: '/settings',
    // The folder of the pictures is of no interest to readers.
    first: (page) =>
      page.getByText('fieldcourse-pictures-').evaluate((node) => void (node.textContent = '…/Fieldcourse/main')),
  },
];

const inFrench = new Set(['today', 'marks', 'import', 'results', 'outcomes']);
const [, , ...wanted] = process.argv;
const isWanted = (name) => wanted.length === 0 || wanted.includes(name);

const keep = async (page, name) => {
  if (!isWanted(name)) return;
  await settled(page);
  if ((await page.locator('.stopped').count()) > 0) throw new Error('the screen stopped');
  // The pointer rests where nothing answers to it.
  await page.mouse.move(683, 766);
  const png = smallPng(await page.screenshot({ animations: 'disabled', caret: 'hide' }));
  await writeFile(join(pictures, `${name}.png`), png);
  say(`${name}.png ${Math.round(png.length / 1024)} KB`);
};

const takeFirstStart = (folder) =>
  inApp(folder, async (page) => {
    await page.locator('.step').waitFor();
    await page.locator('input[name=language][value=en]').check();
    await page.locator('.step button[type=submit]').click();
    await page.locator('.who input').fill('Amina Chisanga');
    await keep(page, 'first-start');
  });

/** Ready to be pictured: the first start is behind, the language is chosen. */
const enter = async (page, language) => {
  await page.locator('.step, nav.rail').first().waitFor();
  if ((await page.locator('.step').count()) > 0) await sayWho(page);
  await page.evaluate((code) => globalThis.fieldcourse.settingsWriteSettings({ language: code }), language);
  await page.reload();
  await page.locator('nav.rail').waitFor();
};

/** Takes every picture that it can and hands back what went wrong with the others. */
const takeScenes = (workspace, language, chosen) =>
  inApp(workspace, async (page, app) => {
    await enter(page, language);
    const ids = new Map();
    for (const [place, code] of Object.entries(cohorts)) ids.set(`{${place}}`, await cohortId(page, code));
    const problems = [];
    for (const { name, address, first } of chosen) {
      const file = language === 'en' ? name : `${name}.${language}`;
      if (!isWanted(file)) continue;
      try {
        await go(
          page,
          address.replace(/\{\w+\}/, (place) => ids.get(place) ?? place),
        );
        await settled(page);
        await first?.(page, app);
        await keep(page, file);
      } catch (error) {
        problems.push(`${file}: ${error instanceof Error ? error.message.split('\n')[0] : error}`);
      }
    }
    return problems;
  });

await runMain(async () => {
  if (electron === '')
    throw new Stop('there is no Electron', 'run: node scripts/with-electron.mjs scripts/screenshots.mjs');
  const folder = await mkdtemp(join(tmpdir(), 'fieldcourse-pictures-'));
  const workspace = join(folder, 'demonstration');
  try {
    await mkdir(pictures, { recursive: true });
    // Another build may take the place of this one while the pictures are taken.
    await cp(inRoot('out', 'renderer'), join(folder, 'window'), { recursive: true });
    process.env.FIELDCOURSE_WINDOW_FOLDER = join(folder, 'window');
    await takeFirstStart(join(folder, 'empty'));
    await job(workspace, 'demo');
    await job(workspace, 'certificates', '--cohort', cohorts.done, '--out', join(folder, 'certificates'), '--merged');
    const problems = [
      ...(await takeScenes(workspace, 'en', scenes)),
      ...(await takeScenes(
        workspace,
        'fr',
        scenes.filter(({ name }) => inFrench.has(name)),
      )),
    ];
    if (problems.length === 0) return 0;
    for (const problem of problems) say(problem);
    return 1;
  } finally {
    await rm(folder, { recursive: true, force: true, maxRetries: 5 });
  }
});

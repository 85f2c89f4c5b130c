import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { saveBare } from '../bare-save.mjs';
import { freshFolder, removeFolder, startApp, startHarness } from '../running-app.mjs';
import { median } from '../statistics.mjs';

const statusBar = '.status[role=status]';
const [pauseMs, heldMs] = [120, 60];
const size = { learners: 40, marks: 12 };

/** In the page: notes when Enter is pressed in a cell and when the status bar next stands at saved. */
const watchKeys = (barSelector) => {
  const found = { times: [], pressed: undefined, left: false };
  window.found = found;
  window.addEventListener(
    'keydown',
    (event) => {
      if (event.key !== 'Enter') return;
      found.pressed = performance.now();
      found.left = false;
    },
    true,
  );
  const bar = document.querySelector(barSelector);
  new MutationObserver(() => {
    if (found.pressed === undefined) return;
    if (bar.dataset.save !== 'saved') found.left = true;
    else if (found.left) {
      found.times.push(performance.now() - found.pressed);
      found.pressed = undefined;
    }
  }).observe(bar, { attributeFilter: ['data-save'] });
};

/** Keys `times` marks one under the other and returns the milliseconds from each Enter to saved; `afterEach` is awaited at the end of each rest. */
const key = async (page, times, round, afterEach) => {
  await page.evaluate(() => (window.found.times.length = 0));
  for (let time = 0; time < times; time += 1) {
    // Never what the cell holds: the seeded marks are whole, and each round keys other halves.
    await page.keyboard.type(`${1 + ((time + 3 * round) % 18)}.5`);
    // As a hand does it: what the digits painted is done when Enter comes.
    await pause(pauseMs);
    await page.keyboard.press('Enter', { delay: heldMs });
    await pause(pauseMs);
    await afterEach();
  }
  await page.waitForFunction((count) => window.found.times.length === count, times, { timeout: 5000 });
  return page.evaluate(() => [...window.found.times]);
};

/** From the key press that enters a mark in the real grid to "saved" in the status bar, against one fdatasync and one strict put. */
export const measureSaved = async ({ app, harness, quick }) => {
  const [rounds, times] = quick ? [1, 15] : [6, 30];
  const workspace = await freshFolder('keys');
  const spare = await freshFolder('bare');
  try {
    const seeding = await startHarness({ app, workspace, windowFolder: harness });
    const cohort = await seeding.page.evaluate(async (cohortSize) => {
      await window.bench.person();
      await window.bench.empty();
      return window.bench.seed(2026, 1, 1, cohortSize, true);
    }, size);
    const commits = await seeding.page.evaluate((id) => window.bench.commitCells(id, 60), cohort);
    await seeding.close();
    const [bare, real] = await Promise.all([
      startHarness({ app, workspace: spare, windowFolder: harness }),
      startApp({ app, workspace }),
    ]);
    const { page } = real;
    await page.waitForSelector(statusBar);
    await page.evaluate((id) => (location.hash = `#/cohorts/${id}/marks`), cohort);
    await page.locator('[role=grid] #mark-0-0').click();
    await page.evaluate(watchKeys, statusBar);
    await key(page, 5, 1, () => undefined);
    const [keys, bareSaves] = [[], []];
    const saveOneBare = async () => {
      const [one] = await saveBare({
        file: join(spare, 'bare.journal'),
        times: 1,
        bytes: 900,
        // The key's own rest has passed.
        restMs: 0,
        put: () => bare.page.evaluate(([at, marks]) => window.bench.putBare(at, marks), [bareSaves.length, size.marks]),
      });
      bareSaves.push(one);
    };
    for (let round = 0; round < rounds; round += 1) {
      // Back up first: the round before may have scrolled the first row out of the page.
      await page.keyboard.press('Control+Home');
      await page.locator(`#mark-0-${round % 2}`).click();
      keys.push(...(await key(page, times, round + 2, saveOneBare)));
    }
    await Promise.all([real.close(), bare.close()]);
    const floor = median(bareSaves.map(({ put, sync }) => put + sync));
    return [
      {
        work: 'key press to saved, in the grid',
        ours: median(keys),
        peer: floor,
        against: 'one fdatasync + one strict Dexie put',
        unit: 'ms',
        ratio: median(keys) / floor,
        goal: { atMost: 2 },
        detail: {
          keys: keys.length,
          put: median(bareSaves.map(({ put }) => put)),
          fdatasync: median(bareSaves.map(({ sync }) => sync)),
          commitWithoutScreen: median(commits),
        },
      },
    ];
  } finally {
    await Promise.all([removeFolder(workspace), removeFolder(spare)]);
  }
};

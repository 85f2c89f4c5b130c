import { readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { saveBare } from '../bare-save.mjs';
import { freshFolder, removeFolder, startApp, startHarness } from '../running-app.mjs';
import { median, percentile } from '../statistics.mjs';

const statusBar = '.status[role=status]';
const narrow = { learners: 40 };
const wide = { learners: 600 };
const keyed = 6;

/** Bytes of all files of a folder whose path has `part`. */
const bytesUnder = async (folder, part) => {
  const files = (await readdir(folder, { recursive: true })).filter((name) => name.includes(part));
  const sizes = await Promise.all(files.map(async (name) => stat(join(folder, name))));
  return sizes.reduce((sum, one) => sum + (one.isFile() ? one.size : 0), 0);
};

/**
 * In the page: milliseconds from each key to the painting that follows it, or from each Enter or Tab to saved, as `found.watching` says. Never both at
 * once: whoever asks when the next frame comes makes one come, in the middle of the saving.
 */
const watch = (barSelector) => {
  const found = { watching: 'saved', painted: [], saved: [], waiting: [], left: false };
  window.found = found;
  const afterPaint = (then) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = then;
    requestAnimationFrame(() => port2.postMessage(undefined));
  };
  window.addEventListener(
    'keydown',
    (event) => {
      const pressed = performance.now();
      if (found.watching === 'painted') return afterPaint(() => found.painted.push(performance.now() - pressed));
      if (event.key !== 'Enter' && event.key !== 'Tab') return;
      found.waiting.push(pressed);
      found.left = false;
    },
    true,
  );
  const bar = document.querySelector(barSelector);
  new MutationObserver(() => {
    if (bar.dataset.save !== 'saved') found.left = true;
    else if (found.left) found.saved.push(...found.waiting.splice(0).map((pressed) => performance.now() - pressed));
  }).observe(bar, { attributeFilter: ['data-save'] });
};

/** In the page: the milliseconds between frames until `stopFrames` is called. */
const watchFrames = () => {
  const frames = [];
  let last;
  let going = true;
  const next = (now) => {
    if (last !== undefined) frames.push(now - last);
    last = now;
    if (going) requestAnimationFrame(next);
  };
  requestAnimationFrame(next);
  window.stopFrames = () => {
    going = false;
    return frames;
  };
};

const openMarks = async (page, cohort) => {
  await page.waitForSelector(statusBar);
  await page.evaluate((id) => {
    localStorage.setItem(`marks-folded ${id}`, '[]');
    location.hash = `#/cohorts/${id}/marks`;
  }, cohort);
  await page.locator('[role=grid] #mark-0-0').waitFor();
};

/** The marks keyed: all different, so that a dropped key or a lost mark shows. */
const markOf = (index) => (100 + 5 * index) / 100;

/** The rhythm of the script that keys, in milliseconds; the key that leaves a cell is held as a hand holds it. */
const [restAfterSign, held, restAfterMark] = [20, 30, 30];

/** Keys a mark into each of six columns of each row; `afterRow` is awaited after each row. */
const keyAll = async (page, rows, afterRow) => {
  for (let row = 0; row < rows; row += 1) {
    if (row > 0) await afterRow();
    await page.evaluate((what) => (window.found.watching = what), row % 2 === 0 ? 'saved' : 'painted');
    for (let column = 0; column < keyed; column += 1) {
      const text = String(markOf(row * keyed + column));
      for (const sign of text) {
        await page.keyboard.press(sign === '.' ? 'Period' : sign);
        await pause(restAfterSign);
      }
      await page.keyboard.press(column === keyed - 1 ? 'Enter' : 'Tab', { delay: held });
      await pause(restAfterMark);
    }
  }
};

/** One workspace with both cohorts and, in the same window, what the keys and the wheel cost on an empty page. */
const measureEmpty = async ({ app, harness, quick }, folder) => {
  const { page, close } = await startHarness({ app, workspace: folder, windowFolder: harness });
  const cohorts = await page.evaluate(
    async ([few, many]) => {
      await window.bench.person();
      await window.bench.empty();
      return [
        await window.bench.seedGrid(2025, { ...few, marks: false }),
        await window.bench.seedGrid(2026, { ...many, marks: true }),
      ];
    },
    [narrow, wide],
  );
  await page.evaluate(() => document.body.replaceChildren());
  await page.mouse.move(700, 450);
  const empty = await scrollOver(page, scrolls(quick));
  await close();
  return { cohorts, empty };
};

/** Bare saves of as many marks as a row has, in the rhythm of the keys: both sides meet the same disk and the same processor. */
const saveRowBare = (page, folder) =>
  saveBare({
    file: join(folder, 'bare.journal'),
    times: keyed,
    bytes: 900,
    restMs: 3 * restAfterSign + held + restAfterMark,
    put: (time) => page.evaluate((at) => window.bench.putBare(at, 12), time),
  });

/** Keys marks as fast as a script does, in the real app, and between the rows saves bare ones in another. */
const keyMarks = async (page, cohort, rows, bareRow) => {
  await openMarks(page, cohort);
  await page.evaluate(watchFrames);
  await pause(500);
  const frame = median(await page.evaluate(() => window.stopFrames()));
  await page.locator('[role=grid] #mark-0-0').click();
  await page.evaluate(watch, statusBar);
  const bare = await bareRow();
  await keyAll(page, rows, async () => bare.push(...(await bareRow())));
  const watched = Math.ceil(rows / 2) * keyed;
  await page.waitForFunction((count) => window.found.saved.length === count, watched, { timeout: 10_000 });
  const { painted, saved } = await page.evaluate(() => window.found);
  return { rows, frame, painted, saved, bare };
};

/** Every mark keyed must be there afterwards. */
const keyingRows = async ({ rows, frame, painted, saved, bare }, page, cohort) => {
  const kept = await page.evaluate((id) => window.bench.valuesOf(id), cohort);
  const expected = Array.from({ length: rows * keyed }, (_, index) => Math.round(markOf(index) * 100));
  if (kept.join() !== expected.join())
    throw new Error(`${expected.length} marks were keyed and ${kept.length} are there, or others`);
  const floors = bare.map(({ put, sync }) => put + sync);
  const [key, floor] = [percentile(saved, 95), percentile(floors, 95)];
  const shown = percentile(painted, 95);
  return [
    {
      work: `key press to painted, 95th percentile of ${painted.length} keys`,
      ours: shown,
      peer: frame,
      against: 'one frame of the display',
      unit: 'ms',
      ratio: shown / frame,
      goal: { atMost: 2 },
      detail: { keys: painted.length, median: median(painted), marks: expected.length, dropped: 0 },
    },
    {
      work: `key press to saved, 95th percentile of ${saved.length} marks keyed`,
      ours: key,
      peer: floor,
      against: 'one fdatasync + one strict Dexie put, 95th percentile',
      unit: 'ms',
      ratio: key / floor,
      goal: { atMost: 2 },
      detail: { median: median(saved), floorMedian: median(floors), ratioOfMedians: median(saved) / median(floors) },
    },
  ];
};

const scrolls = (quick) => (quick ? 60 : 300);

/** Keys and wheel over a page; the share of frames (%) longer than 33 ms. */
const scrollOver = async (page, times) => {
  await page.evaluate(watchFrames);
  for (let time = 0; time < times; time += 1) {
    await page.mouse.wheel(time % 8 === 7 ? 220 : 0, time % 8 === 7 ? 0 : 240);
    await pause(16);
  }
  for (let time = 0; time < times; time += 1) {
    await page.keyboard.press(time % 10 === 9 ? 'PageDown' : time % 4 === 3 ? 'ArrowRight' : 'ArrowDown');
    await pause(16);
  }
  const frames = await page.evaluate(() => window.stopFrames());
  return { share: (frames.filter((one) => one > 33.4).length / frames.length) * 100, frames };
};

const scrollGrid = async (page, cohort, times) => {
  await openMarks(page, cohort);
  await page.locator('[role=grid] #mark-0-0').click();
  await page.mouse.move(700, 450);
  await pause(500);
  const grid = await scrollOver(page, times);
  return { ...grid, columns: Number(await page.locator('[role=grid]').getAttribute('aria-colcount')) - 1 };
};

const scrollingRow = (grid, empty) => ({
  work: `frames over 33 ms while scrolling ${wide.learners} × ${grid.columns}, keyboard and wheel`,
  ours: grid.share,
  peer: empty.share,
  against: 'the same keys and wheel on an empty page; the ratio is points above it',
  unit: '%',
  ratio: Math.max(0, grid.share - empty.share),
  sign: 'points',
  goal: { atMost: 1 },
  detail: {
    frames: grid.frames.length,
    longest: Math.max(...grid.frames),
    median: median(grid.frames),
    emptyFrames: empty.frames.length,
    emptyLongest: Math.max(...empty.frames),
  },
});

/** In the page: pastes a block at the active cell; the milliseconds until the bar says saved. */
const paste = async ([text, barSelector]) => {
  const bar = document.querySelector(barSelector);
  const data = new DataTransfer();
  data.setData('text/plain', text);
  const before = performance.now();
  let left = false;
  const saved = new Promise((resolve) => {
    new MutationObserver((_, observer) => {
      if (bar.dataset.save !== 'saved') left = true;
      else if (left) {
        observer.disconnect();
        resolve(performance.now() - before);
      }
    }).observe(bar, { attributeFilter: ['data-save'] });
  });
  document.activeElement.dispatchEvent(
    new ClipboardEvent('paste', { clipboardData: data, bubbles: true, cancelable: true }),
  );
  return saved;
};

const blockOf = (round, rows, columns) =>
  Array.from({ length: rows }, (_, row) =>
    Array.from({ length: columns }, (_, column) => String(((row + column + round * 3) % 19) + 0.5)).join('\t'),
  ).join('\r\n');

const restAfterPaste = 400;

/** The first module has six assignments beside one another. */
const pasteMarks = async (page, folder, rounds) => {
  const times = [];
  let bytes = 0;
  for (let round = 0; round < rounds; round += 1) {
    const before = await bytesUnder(folder, 'journal');
    await page.locator('[role=gridcell].active').focus();
    await page.keyboard.press('Control+Home');
    await page.locator('[role=grid] #mark-0-0').click();
    times.push(await page.evaluate(paste, [blockOf(round, wide.learners, keyed), statusBar]));
    await pause(restAfterPaste);
    bytes = (await bytesUnder(folder, 'journal')) - before;
  }
  return { times, bytes };
};

const pastingRow = async ({ times, bytes }, page, folder) => {
  const bare = await saveBare({
    file: join(folder, 'bare.journal'),
    times: times.length,
    bytes,
    restMs: restAfterPaste,
    put: (time) =>
      page.evaluate(
        ([at, learners, size]) => window.bench.putAllBare(at, learners, 25, size),
        [time, wide.learners, bytes],
      ),
  });
  const floor = median(bare.map(({ put, sync }) => put + sync));
  return {
    work: `paste ${wide.learners} × ${keyed} marks, to saved`,
    ours: median(times),
    peer: floor,
    against: 'fdatasync of the same bytes + the same records put strictly in one transaction',
    unit: 'ms',
    ratio: median(times) / floor,
    goal: { atMost: 2 },
    detail: {
      bytes,
      puts: median(bare.map(({ put }) => put)),
      fdatasync: median(bare.map(({ sync }) => sync)),
      rounds: times.length,
    },
  };
};

/** The results of a cohort after a rule changed: from the write until every row is computed again, against the same function in Node. */
const recomputeRow = async ({ quick, results }, page, cohort) => {
  const rounds = quick ? 6 : 20;
  const { timeResults } = await import(results);
  const ours = [];
  const peer = [];
  for (let round = 0; round < rounds; round += 1) {
    ours.push(await page.evaluate(([id, at]) => window.bench.timeRecompute(id, at), [cohort, round]));
    peer.push(timeResults(wide, round));
  }
  const [computed, whole] = [ours.slice(2).map(({ computed: one }) => one), ours.slice(2).map(({ whole: one }) => one)];
  return {
    work: `recompute ${wide.learners} learners after a rule change, from the write to the last row`,
    ours: median(whole),
    peer: median(peer.slice(2)),
    against: 'the pure function on the same data in Node',
    unit: 'ms',
    ratio: median(whole) / median(peer.slice(2)),
    goal: { atMost: 1.5 },
    detail: { rounds, computed: median(computed) },
  };
};

/** The marks grid at work: keying, scrolling, pasting, and results after a rule change. One workspace, three starts. */
export const measureGrid = async (options) => {
  const { app, harness, quick } = options;
  const [folder, spare] = [await freshFolder('grid'), await freshFolder('bare')];
  try {
    const { cohorts, empty } = await measureEmpty(options, folder);
    const [few, many] = cohorts;
    const real = await startApp({ app, workspace: folder });
    const other = await startHarness({ app, workspace: spare, windowFolder: harness });
    const rowsKeyed = quick ? 4 : narrow.learners;
    const keys = await keyMarks(real.page, few, rowsKeyed, () => saveRowBare(other.page, spare));
    await other.close();
    const grid = await scrollGrid(real.page, many, scrolls(quick));
    const pasted = await pasteMarks(real.page, folder, quick ? 3 : 7);
    await real.close();
    const bare = await startHarness({ app, workspace: folder, windowFolder: harness });
    const rows = [
      ...(await keyingRows(keys, bare.page, few)),
      scrollingRow(grid, empty),
      await pastingRow(pasted, bare.page, folder),
      await recomputeRow(options, bare.page, many),
    ];
    await bare.close();
    return rows;
  } finally {
    await Promise.all([removeFolder(folder), removeFolder(spare)]);
  }
};

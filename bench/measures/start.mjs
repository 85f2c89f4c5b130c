import { spawn } from 'node:child_process';
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { inRoot } from '../../scripts/paths.mjs';
import { freshFolder, removeFolder, startHarness } from '../running-app.mjs';
import { median, sum } from '../statistics.mjs';

/** A process and all its descendants (Linux). */
const familyOf = (pid) => {
  const children = new Map();
  for (const name of readdirSync('/proc')) {
    if (!/^\d+$/.test(name)) continue;
    try {
      const stat = readFileSync(`/proc/${name}/stat`, 'utf8');
      const parent = Number(stat.slice(stat.lastIndexOf(')') + 2).split(' ')[1]);
      children.set(parent, [...(children.get(parent) ?? []), Number(name)]);
    } catch {
      // It ended while we looked.
    }
  }
  const family = [pid];
  for (const one of family) family.push(...(children.get(one) ?? []));
  return family;
};

/** Megabytes of all processes, shared pages by their share (PSS); undefined where the system does not say. */
const memoryOf = (pid) => {
  if (process.platform !== 'linux') return undefined;
  const found = familyOf(pid).map((one) => {
    try {
      return Number(/^Pss:\s+(\d+)/m.exec(readFileSync(`/proc/${one}/smaps_rollup`, 'utf8'))?.[1] ?? 0) / 1024;
    } catch {
      return 0;
    }
  });
  return sum(found);
};

/** Milliseconds after which memory has come to rest; the short form looks sooner. */
const settled = { full: 2500, quick: 1000 };

/** What each kind of workspace shows first. The short form starts the fuller one alone. */
const workspaces = {
  demonstration: { title: 'demonstration', awaited: '.today-page .course' },
  empty: { title: 'empty workspace', awaited: '.today-page .today-empty' },
};

/** Starts one side; milliseconds from the start of the process to the painted element, and memory when it has come to rest. */
const startOnce = async (args, awaited, rest, env) => {
  const began = Date.now();
  const child = spawn(process.env.ELECTRON_EXEC_PATH, ['-r', inRoot('bench', 'start', 'watch.cjs'), ...args], {
    env: { ...process.env, BENCH_AWAIT: awaited, ...env },
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  const ended = new Promise((done) => child.once('exit', done));
  const at = await new Promise((done, fail) => {
    const timer = setTimeout(() => fail(new Error(`${awaited} did not appear in 30 seconds`)), 30_000);
    let text = '';
    child.stdout.on('data', (chunk) => {
      text += chunk;
      const line = text.split('\n').find((one) => one.startsWith('{"at"'));
      if (line === undefined) return;
      clearTimeout(timer);
      done(JSON.parse(line).at);
    });
    child.once('exit', () => fail(new Error(`The process ended before ${awaited} appeared`)));
  }).catch((error) => {
    child.kill('SIGKILL');
    throw error;
  });
  await pause(rest);
  const memory = rest > 0 ? memoryOf(child.pid) : undefined;
  child.kill('SIGKILL');
  await ended;
  return { ms: at - began, memory };
};

const fill = async ({ app, harness, workspace, content }) => {
  const { page, close } = await startHarness({ app, workspace, windowFolder: harness });
  await page.evaluate((what) => window.bench.person().then(() => window.bench[what]()), content);
  await close();
};

/** Start to the first useful screen, Today, against an empty window with the same options. */
export const measureStart = async ({ app, harness, quick }) => {
  const rounds = quick ? 2 : 9;
  const rest = quick ? settled.quick : settled.full;
  const contents = quick ? ['demonstration'] : Object.keys(workspaces);
  const profile = await freshFolder('profile');
  const folders = await Promise.all(contents.map((content) => freshFolder(content)));
  try {
    const sides = new Map();
    for (const [index, content] of contents.entries()) {
      const workspace = folders[index];
      await fill({ app, harness, workspace, content });
      sides.set(content, (ms) => startOnce([app, '--workspace', workspace], workspaces[content].awaited, ms, {}));
    }
    sides.set('floor', (ms) =>
      startOnce([inRoot('bench', 'start', 'empty-window')], 'body', ms, { BENCH_PROFILE: join(profile, 'profile') }),
    );
    const found = new Map([...sides.keys()].map((side) => [side, []]));
    for (let round = 0; round < rounds + 1; round += 1) {
      for (const [side, run] of sides) {
        // The short form looks at the memory of its last round alone.
        const one = await run(quick && round < rounds ? 0 : rest);
        // The first round fills the disk cache and the code cache.
        if (round > 0) found.get(side).push(one);
      }
    }
    const of = (side, what) => median(found.get(side).flatMap((one) => one[what] ?? []));
    const row = (work, side, what, unit) => ({
      work: `${work}, ${workspaces[side].title}`,
      ours: of(side, what),
      peer: of('floor', what),
      against: 'an empty Electron window',
      unit,
      ratio: of(side, what) / of('floor', what),
      goal: { atMost: 1.3 },
    });
    return [
      ...contents.map((side) => row('start to Today', side, 'ms', 'ms')),
      ...(memoryOf(process.pid) === undefined
        ? []
        : contents.map((side) => row('memory at Today', side, 'memory', 'MB'))),
    ];
  } finally {
    await Promise.all([profile, ...folders].map(removeFolder));
  }
};

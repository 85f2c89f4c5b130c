import { join } from 'node:path';
import { inRoot } from '../../scripts/paths.mjs';
import { runCommand } from '../../scripts/run-command.mjs';
import { freshFolder, removeFolder } from '../running-app.mjs';
import { median } from '../statistics.mjs';
import { measureBatchInApp } from './certificate-batch.mjs';
import { chromiumFiles, officeFiles, tcpdfFiles, typstDocument } from './certificate-peers.mjs';

const count = (number) => number.toLocaleString('en');

const sizes = {
  full: { pages: 1000, singles: 1000, few: 60, memory: [1000, 5000], rounds: 5 },
  quick: { pages: 500, few: 1, rounds: 1 },
};

/** One file of all pages: against Typst's document and plain pdfkit, each from the same words, pictures and codes. */
const measureMerged = async ({ render, folder, pages, rounds, quick, say }) => {
  const typst = quick ? undefined : await typstDocument(folder);
  if (typst === undefined && !quick) say('Typst is not to be had here: skipped');
  const found = { merged: [], cold: [], plain: [], typst: [] };
  for (let round = 0; round < rounds; round += 1) {
    for (const side of ['merged', 'plain']) found[side].push(await render(side, pages));
    if (typst === undefined) continue;
    found.cold.push(await render('cold', pages));
    found.typst.push({ ms: await typst() });
  }
  const seconds = (side) => median(found[side].map(({ ms }) => ms)) / 1000;
  const ours = seconds('merged');
  const against = (peer, name, goal) => ({
    work: `${count(pages)} merged certificates`,
    ours,
    peer: seconds(peer),
    against: name,
    unit: 's',
    ratio: ours / seconds(peer),
    goal,
  });
  const bytes = found.merged[0].bytes / pages;
  return [
    ...(typst === undefined ? [] : [against('typst', `Typst, one document of ${count(pages)}`, { atMost: 0.7 })]),
    against('plain', 'plain pdfkit, a plainer border', { atMost: 0.3 }),
    ...(typst === undefined
      ? []
      : [
          {
            work: '  the same before any sample page was shown',
            ours: seconds('cold'),
            peer: seconds('typst'),
            against: 'Typst',
            unit: 's',
            ratio: seconds('cold') / seconds('typst'),
          },
        ]),
    {
      work: '  bytes a page',
      ours: bytes,
      peer: 1600,
      against: 'the goal',
      unit: 'B',
      ratio: bytes / 1600,
      goal: { atMost: 1 },
    },
  ];
};

/** One file each, per file. */
const measureSingles = async ({ render, folder, singles, say }) => {
  const { ms, bytes } = await render('single', singles);
  const ours = ms / singles;
  const peers = [
    ['Chromium’s printToPDF', chromiumFiles, 10],
    ['TCPDF', tcpdfFiles, 40],
    ['LibreOffice', officeFiles, 40],
  ];
  const rows = [];
  for (const [against, measure, atLeast] of peers) {
    const peer = await measure(folder);
    if (peer === undefined) {
      say(`${against} is not installed: skipped`);
      continue;
    }
    const detail = { bytes: bytes / singles };
    rows.push({
      work: `${count(singles)} single files, per file`,
      ours,
      peer,
      against,
      unit: 'ms',
      ratio: peer / ours,
      goal: { atLeast },
      detail,
    });
  }
  return rows;
};

/** Memory and responsiveness of the real app during a batch. */
const measureInApp = async ({ app, render, folder, memory }) => {
  const rows = [];
  for (const documents of memory) {
    await render('batch', documents);
    const {
      memory: megabytes,
      stall,
      stall99,
      ms,
    } = await measureBatchInApp({
      app,
      batch: join(folder, 'batch', 'batch.json'),
    });
    const one = (work, ours, peer, unit) => ({
      work: `${work}, ${count(documents)} in the app`,
      ours,
      peer,
      against: 'the goal',
      unit,
      ratio: ours / peer,
      goal: { atMost: 1 },
      detail: { ms, stall99 },
    });
    rows.push(
      one('memory of a batch', megabytes, 150, 'MB'),
      one('longest stall of the main process', stall, 50, 'ms'),
    );
  }
  return rows;
};

/** Certificates of the template in use (classic, with a logo and a scanned signature as pictures) against other ways to make them. */
export const measureCertificates = async ({ app, program, quick, say }) => {
  const { pages, singles, few, memory, rounds } = { ...sizes.full, ...(quick ? sizes.quick : {}) };
  const folder = await freshFolder('certificates');
  const render = async (side, number, more = []) => {
    const args = [program, side, String(number), inRoot('resources'), folder, ...more];
    const { code, output } = await runCommand(process.execPath, args, { quiet: true });
    if (code !== 0) throw new Error(`The certificates (${side}) failed: ${output}`);
    return JSON.parse(output.trim().split('\n').at(-1));
  };
  try {
    await render('inputs', pages, [String(few)]);
    const merged = await measureMerged({ render, folder, pages, rounds, quick, say });
    if (quick) return merged;
    return [
      ...merged,
      ...(await measureSingles({ render, folder, singles, say })),
      ...(await measureInApp({ app, render, folder, memory })),
    ];
  } finally {
    await removeFolder(folder);
  }
};

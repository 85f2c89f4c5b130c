import { mkdirSync, readdirSync, statSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { openEngine } from '#main/services/certificates/engine.ts';
import type { BatchRequest } from '#main/services/certificates/render-batch.ts';
import { renderBatch } from '#main/services/certificates/render-batch.ts';
import { makeBatch } from './documents.ts';
import { writePeerInputs } from './peer-inputs.ts';
import type { PlainPage } from './plain-page.ts';
import { plainPage } from './plain-page.ts';
import { renderPlain } from './plain-pdfkit.ts';

// One side in a process of its own: certificates.mjs <side> <count> <resources> <folder> [<few>]
const [side = '', count = '0', resources = '', folder = '', few = '0'] = process.argv.slice(2);
const fonts = path.join(resources, 'fonts');
const templates = path.join(resources, 'certificate-templates');
const inputs = path.join(folder, 'inputs');
const out = path.join(folder, side);
mkdirSync(out, { recursive: true });
const batch = makeBatch(Number(count));

const pages = (): readonly PlainPage[] =>
  batch.documents.map((document) => {
    const [design] = batch.kit.designs;
    if (design === undefined) throw new Error('No design');
    return plainPage(document, design);
  });

// As in a run: the sample page was shown before, so that fonts and what pages share are there. `cold` starts from nothing.
const ours = async (mode: BatchRequest['mode'], cold = false): Promise<number> => {
  const began = performance.now();
  const engine = openEngine({ fonts, templates });
  const [sample] = batch.documents;
  if (!cold && sample !== undefined) await engine.renderOne(sample, batch.kit);
  const before = cold ? began : performance.now();
  const request = { ...batch, folder: out };
  const done = await renderBatch(
    engine,
    mode === 'single'
      ? { ...request, mode }
      : { ...request, mode, fileName: 'merged.pdf', title: 'Certificates', replace: true },
  );
  if (!done.ok) throw new Error(done.error.code);
  return performance.now() - before;
};

const timed = async (work: () => Promise<void> | void): Promise<number> => {
  const before = performance.now();
  await work();
  return performance.now() - before;
};

/** The batch as the window hands it over. */
const writeBatch = (): void => {
  const assets = batch.kit.assets.map((asset) => ({ ...asset, data: Buffer.from(asset.data).toString('base64') }));
  writeFileSync(path.join(out, 'batch.json'), JSON.stringify({ ...batch, kit: { ...batch.kit, assets } }));
};

const sides: Readonly<Record<string, () => Promise<number>>> = {
  merged: () => ours('merged'),
  cold: () => ours('merged', true),
  single: () => ours('single'),
  plain: () => timed(() => renderPlain(pages(), { fonts, pictures: inputs }, path.join(out, 'merged.pdf'))),
  inputs: () => timed(() => writePeerInputs(inputs, fonts, pages(), Number(few))),
  batch: () => timed(writeBatch),
};

const run = sides[side];
if (run === undefined) throw new Error(`No side ${side}`);
const ms = await run();
const bytes = readdirSync(out).reduce((sum, file) => sum + statSync(path.join(out, file)).size, 0);
process.stdout.write(`${JSON.stringify({ ms, bytes })}\n`);

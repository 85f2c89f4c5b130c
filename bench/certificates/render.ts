import { mkdirSync, statSync } from 'node:fs';
import path from 'node:path';
import { openEngine } from '#main/services/certificates/engine.ts';
import { renderBatch } from '#main/services/certificates/render-batch.ts';
import { openTemplate } from '#main/services/certificates/template.ts';
import { makeDocuments } from './documents.ts';
import { renderPlain } from './plain-pdfkit.ts';

// One side in a process of its own, so that memory is its own too: render.mjs <side> <count> <resources> <folder>
const [side = '', count = '0', resources = '', folder = ''] = process.argv.slice(2);
const fonts = path.join(resources, 'fonts');
const templates = path.join(resources, 'certificate-templates');
const documents = makeDocuments(Number(count));
const file = path.join(folder, `${side}.pdf`);
mkdirSync(folder, { recursive: true });

const ours = async (): Promise<void> => {
  const engine = await openEngine({ fonts, templates });
  const done = await renderBatch(engine, {
    mode: 'merged',
    documents,
    folder,
    fileName: path.basename(file),
    title: 'Certificates',
    replace: true,
  });
  if (!done.ok) throw new Error(done.error.code);
};

const plain = async (): Promise<void> => {
  const template = await openTemplate(templates, { name: 'classic', version: 1 });
  if (!template.ok) throw new Error(template.error.code);
  await renderPlain(documents, template.value, fonts, file);
};

const before = performance.now();
await (side === 'ours' ? ours() : plain());
const ms = performance.now() - before;
const peak = process.resourceUsage().maxRSS / 1024;
process.stdout.write(`${JSON.stringify({ ms, bytes: statSync(file).size, peak })}\n`);

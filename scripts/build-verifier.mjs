import { createHash } from 'node:crypto';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { build } from 'vite';
import { inRoot } from './paths.mjs';

const sha256 = (text) => `'sha256-${createHash('sha256').update(text, 'utf8').digest('base64')}'`;

/** Nothing is fetched, nothing is sent; only this very script and this very style sheet work. */
const policy = (script, style) =>
  [
    "default-src 'none'",
    `script-src ${sha256(script)}`,
    `style-src ${sha256(style)}`,
    'img-src blob: data:',
    'media-src blob: mediastream:',
    "base-uri 'none'",
    "form-action 'none'",
  ].join('; ');

const bundle = async () => {
  const built = await build({
    configFile: false,
    root: inRoot('renderer', 'verifier'),
    logLevel: 'warn',
    mode: 'production',
    build: {
      // What the browsers of the last years all know; a phone is older than a laptop.
      target: ['chrome107', 'firefox115', 'safari16.4'],
      write: false,
      minify: true,
      cssCodeSplit: false,
      modulePreload: false,
      lib: { entry: inRoot('renderer', 'verifier', 'verifier.ts'), formats: ['iife'], name: 'verifier' },
    },
  });
  const files = (Array.isArray(built) ? built : [built]).flatMap((one) => ('output' in one ? one.output : []));
  const script = files.find((file) => file.type === 'chunk');
  const style = files.find((file) => file.type === 'asset' && file.fileName.endsWith('.css'));
  if (script?.type !== 'chunk' || style?.type !== 'asset') throw new Error('The verifier was not built whole');
  // An end tag within a string would end the element.
  const safe = (/** @type {string} */ text) =>
    text
      .trim()
      .replace(/<\/(script|style)/gi, '<\\/$1')
      .replace(/<!--/g, '<\\!--');
  return { script: safe(script.code), style: safe(String(style.source)) };
};

/** Builds the verifier that programmes hand out into one HTML file, still without keys and list. */
export const buildVerifier = async (folder) => {
  const { script, style } = await bundle();
  const page = await readFile(inRoot('renderer', 'verifier', 'verifier.html'), 'utf8');
  const filled = page
    .replace('<!--policy-->', () => `<meta http-equiv="Content-Security-Policy" content="${policy(script, style)}" />`)
    .replace('<!--style-->', () => `<style>${style}</style>`)
    .replace('<!--script-->', () => `<script>${script}</script>`);
  await mkdir(folder, { recursive: true });
  await writeFile(join(folder, 'verifier.html'), filled);
};

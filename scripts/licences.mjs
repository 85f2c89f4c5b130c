// Writes resources/licences.json: every package whose code ships with the app, and the fonts, each with its licence in full.
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { inRoot, root } from './paths.mjs';

const target = inRoot('resources', 'licences.json');
const readJson = (file) => JSON.parse(readFileSync(file, 'utf8'));

/** Packages named by the sources (scripts and style sheets), so that bundled development dependencies are found too. */
const namedBySources = () => {
  const names = new Set(['electron']);
  for (const part of ['main', 'renderer', 'shared']) {
    for (const entry of readdirSync(inRoot(part), { withFileTypes: true, recursive: true })) {
      if (!entry.isFile() || !/\.(ts|tsx|css)$/.test(entry.name)) continue;
      const text = readFileSync(join(entry.parentPath, entry.name), 'utf8');
      for (const [, path = ''] of text.matchAll(
        /(?:from |import |import\(|url\()['"](?:(?:\.\.\/)+node_modules\/)?([^'"]+)['"]/g,
      )) {
        const name = path
          .split('/')
          .slice(0, path.startsWith('@') ? 2 : 1)
          .join('/');
        if (!/^(\.|#|node:|data:)/.test(path)) names.add(name);
      }
    }
  }
  return names;
};

/** Where a package lies that another one needs: nearest node_modules first. */
const folderOf = (name, from) => {
  for (let at = from; at.startsWith(root); at = dirname(at)) {
    const folder = join(at, 'node_modules', name);
    if (existsSync(join(folder, 'package.json'))) return folder;
  }
  return undefined;
};

const shipped = () => {
  const folders = new Map();
  const visit = (name, from) => {
    const folder = folderOf(name, from);
    if (folder === undefined || folders.has(folder)) return;
    const about = readJson(join(folder, 'package.json'));
    folders.set(folder, about);
    // Electron is a program: what its installer needs does not ship.
    if (name === 'electron' || name.startsWith('@types/')) return;
    for (const needed of Object.keys(about.dependencies ?? {})) visit(needed, folder);
  };
  for (const name of [...namedBySources(), ...Object.keys(readJson(inRoot('package.json')).dependencies)])
    visit(name, root);
  return [...folders].filter(([, { name }]) => !name.startsWith('@types/'));
};

const licenceText = (folder) => {
  const file = readdirSync(folder).find((name) => /^(licen[cs]e|copying)(\.|-|$)/i.test(name));
  return file === undefined ? undefined : readFileSync(join(folder, file), 'utf8').trim();
};

const licenceName = ({ license, licenses }) => {
  if (typeof license === 'string') return license;
  return license?.type ?? licenses?.map(({ type }) => type).join(' or ') ?? 'see text';
};

const packages = () =>
  shipped().map(([folder, about]) => ({
    name: about.name,
    version: about.version,
    licence: licenceName(about),
    text: licenceText(folder) ?? `${about.name}: ${licenceName(about)}. ${about.homepage ?? ''}`.trim(),
  }));

const fonts = () =>
  readdirSync(inRoot('resources', 'fonts'))
    .filter((name) => name.endsWith('-OFL.txt'))
    .map((name) => ({
      name: name.replace('-OFL.txt', '').replace(/([a-z])([A-Z0-9])/g, '$1 $2'),
      version: '',
      licence: 'OFL-1.1',
      text: readFileSync(inRoot('resources', 'fonts', name), 'utf8').trim(),
    }));

/** Writes the list where it is not up to date already. */
export const writeLicences = () => {
  const list = [...fonts(), ...packages()].sort((a, b) => (a.name < b.name ? -1 : a.name > b.name ? 1 : 0));
  const text = `${JSON.stringify(list, null, 1)}\n`;
  if (!existsSync(target) || readFileSync(target, 'utf8') !== text) writeFileSync(target, text);
};

if (process.argv[1] === fileURLToPath(import.meta.url)) writeLicences();

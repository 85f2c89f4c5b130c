// The languages say the same things: the same files, keys and placeholders as English; plural forms as each language has them.
// Every expected failure has its words. And every message is used: its key, or the fixed beginning of a key put together in code, stands somewhere in the source.
import { readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { inRoot } from './paths.mjs';

const folder = inRoot('resources', 'locales');
const pluralSuffix = /_(zero|one|two|few|many|other)$/;
const complaints = [];

const flatten = (value, path = []) =>
  typeof value === 'string'
    ? [[path.join('.'), value]]
    : Object.entries(value).flatMap(([key, inner]) => flatten(inner, [...path, key]));

const readLanguage = (language) => {
  const messages = new Map();
  for (const file of readdirSync(join(folder, language)).filter((name) => name.endsWith('.json'))) {
    const area = basename(file, '.json');
    for (const [key, text] of flatten(JSON.parse(readFileSync(join(folder, language, file), 'utf8'))))
      messages.set(`${area}:${key}`, text);
  }
  return messages;
};

const withoutPlural = (key) => key.replace(pluralSuffix, '');
const placeholders = (text) => [...text.matchAll(/{{\s*([\w.]+)[^}]*}}/g)].map((match) => match[1]).sort();

const compare = (language, english, other) => {
  const isPlural = (messages, base) => messages.has(`${base}_other`);
  const bases = (messages) =>
    new Set([...messages.keys()].map((key) => (isPlural(messages, withoutPlural(key)) ? withoutPlural(key) : key)));
  const inEnglish = bases(english);
  const inOther = bases(other);
  for (const base of inEnglish) if (!inOther.has(base)) complaints.push(`${language} lacks ${base}`);
  for (const base of inOther) if (!inEnglish.has(base)) complaints.push(`${language} has ${base}, English does not`);
  const forms = new Intl.PluralRules(language).resolvedOptions().pluralCategories;
  for (const base of inOther) {
    if (!isPlural(other, base)) continue;
    for (const form of forms)
      if (!other.has(`${base}_${form}`)) complaints.push(`${language} lacks the plural form ${base}_${form}`);
  }
  for (const [key, text] of other) {
    const source = english.get(key) ?? english.get(`${withoutPlural(key)}_other`);
    if (source === undefined) continue;
    const [wanted, got] = [placeholders(source), placeholders(text)];
    const lacking = wanted.filter((name) => !got.includes(name) && !(name === 'count' && pluralSuffix.test(key)));
    const unknown = got.filter((name) => !wanted.includes(name) && name !== 'count');
    if (lacking.length > 0) complaints.push(`${language} ${key} lacks {{${lacking.join('}} {{')}}}`);
    if (unknown.length > 0) complaints.push(`${language} ${key} has the unknown {{${unknown.join('}} {{')}}}`);
    if (text.trim() === '') complaints.push(`${language} ${key} is empty`);
  }
};

const sourceText = () => {
  const read = (path) =>
    readdirSync(path, { withFileTypes: true, recursive: true })
      .filter((entry) => entry.isFile() && /\.(ts|tsx|mjs)$/.test(entry.name))
      .map((entry) => readFileSync(join(entry.parentPath, entry.name), 'utf8'));
  return ['main', 'renderer', 'shared'].flatMap((part) => read(inRoot(part))).join('\n');
};

/** A file that no part of shared/i18n reads would be English on the screen. */
const findUnread = (language) => {
  const source = readdirSync(inRoot('shared', 'i18n')).map((name) =>
    readFileSync(inRoot('shared', 'i18n', name), 'utf8'),
  );
  for (const file of readdirSync(join(folder, language)))
    if (!source.some((text) => text.includes(`/locales/${language}/${file}'`)))
      complaints.push(`shared/i18n does not read ${language}/${file}`);
};

const findUnused = (english) => {
  const source = sourceText();
  // `today:due.${kind}` and 'results.' + kind both name a beginning.
  const beginnings = [...source.matchAll(/[`'"]([a-zA-Z][\w-]*[:.][\w.:-]*)(?:\$\{|['"]\s*\+)/g)].map(
    (match) => match[1] ?? '',
  );
  for (const key of new Set([...english.keys()].map(withoutPlural))) {
    const dotted = key.replace(':', '.');
    const inArea = key.slice(key.indexOf(':') + 1);
    const named = [key, dotted, inArea].some((name) =>
      ["'", '"', '`'].some((quote) => source.includes(`${quote}${name}${quote}`)),
    );
    const begun = beginnings.some((start) => [key, dotted, inArea].some((name) => name.startsWith(start)));
    if (!named && !begun) complaints.push(`nothing uses ${key}`);
  }
};

/** An expected failure without words would show its code to a person. */
const findWordless = (english) => {
  const worded = new Set([...english.keys()].map((key) => withoutPlural(key).split(/[:.]/).at(-1)));
  for (const [, code] of sourceText().matchAll(/\bfail\('([a-z0-9-]+)'/g))
    if (!worded.has(code)) complaints.push(`no message says ${code}`);
};

const languages = readdirSync(folder).filter((name) => !name.includes('.'));
const english = readLanguage('en');
for (const language of languages) {
  compare(language, english, readLanguage(language));
  findUnread(language);
}
findUnused(english);
findWordless(english);
for (const complaint of complaints) console.error(complaint);
if (complaints.length > 0) console.error(`${complaints.length} complaints about messages in resources/locales`);
process.exit(complaints.length === 0 ? 0 : 1);

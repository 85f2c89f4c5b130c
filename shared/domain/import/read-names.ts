/** Given and family names as they are written. */
export type NameParts = { readonly givenNames: string; readonly familyName: string };

/** Particles that belong to the family name behind them. */
const particles = new Set([
  'da',
  'de',
  'do',
  'das',
  'dos',
  'di',
  'du',
  'des',
  'van',
  'von',
  'der',
  'den',
  'la',
  'le',
  'el',
  'al',
  'ben',
  'bin',
  'ibn',
  'ole',
  'wa',
]);

/** A text as it is kept: NFC, one space between words, none around. */
export const cleanText = (text: string): string =>
  text
    .normalize('NFC')
    .replace(/[\s\u00a0]+/g, ' ')
    .trim();

const isCapitals = (word: string): boolean =>
  word.length > 1 && word === word.toUpperCase() && word !== word.toLowerCase();

/** True where a whole name is written in capitals: kept as it is, and noted. */
export const isAllCapitals = ({ givenNames, familyName }: NameParts): boolean => {
  const letters = `${givenNames}${familyName}`;
  return isCapitals(letters) && letters.replace(/[^\p{L}]/gu, '').length > 3;
};

const firstOf = (words: readonly string[], count: number): NameParts => ({
  familyName: words.slice(0, count).join(' '),
  givenNames: words.slice(count).join(' '),
});

const lastOf = (words: readonly string[], from: number): NameParts => ({
  givenNames: words.slice(0, from).join(' '),
  familyName: words.slice(from).join(' '),
});

/**
 * Splits a whole name: at a comma (`Banda, Mary`), else at the words in capitals where only some are (`Mary BANDA PHIRI`), else the last word with its
 * particles is the family name, or the first where the column says that it stands in front. A single name is a given name.
 */
export const splitName = (whole: string, familyFirst: boolean): NameParts => {
  const text = cleanText(whole);
  const comma = text.indexOf(',');
  if (comma > 0) return { familyName: cleanText(text.slice(0, comma)), givenNames: cleanText(text.slice(comma + 1)) };
  const words = text.split(' ');
  if (words.length === 1) return { givenNames: text, familyName: '' };
  const capitals = words.map(isCapitals);
  if (capitals.some(Boolean) && !capitals.every(Boolean)) {
    if (capitals[0] === true) return firstOf(words, capitals.indexOf(false));
    const from = capitals.indexOf(true);
    if (capitals.slice(from).every(Boolean)) return lastOf(words, from);
  }
  if (familyFirst) {
    let count = 1;
    while (count < words.length - 1 && particles.has((words[count - 1] ?? '').toLowerCase())) count += 1;
    return firstOf(words, count);
  }
  let from = words.length - 1;
  while (from > 1 && particles.has((words[from - 1] ?? '').toLowerCase())) from -= 1;
  return lastOf(words, from);
};

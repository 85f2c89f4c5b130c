/**
 * How the engine would set a name (look/certificates): the size in points and the lines, or why it cannot. `characters` are those that no
 * font of the template has.
 */
export type NameFit =
  | { readonly kind: 'fits'; readonly font: string; readonly size: number; readonly lines: readonly string[] }
  | { readonly kind: 'no-font'; readonly characters: readonly string[] }
  | { readonly kind: 'too-wide' };

/** One thing to look at in a name. `stop` keeps the certificate from being issued, `look` asks for a glance. */
export const nameFindingCodes = [
  'unconfirmed',
  'empty',
  'not-nfc',
  'outer-space',
  'double-space',
  'hidden-character',
  'all-capitals',
  'single-name',
  'long',
  'no-font',
  'too-wide',
  'two-lines',
] as const;
export type NameFindingCode = (typeof nameFindingCodes)[number];

/** What was found, whether it stops the batch, what the name could become, and what fills the message `certificate-names.<code>`. */
export type NameFinding = {
  readonly code: NameFindingCode;
  readonly severity: 'stop' | 'look';
  readonly mended?: string;
  readonly details?: Readonly<Record<string, string | number>>;
};

/** A name about to be printed: as confirmed, whether it was, and what the engine says of it (absent before it was asked). */
export type NameToCheck = { readonly name: string; readonly confirmed: boolean; readonly fit?: NameFit };

/** Names longer than this are looked at by a person even where they fit. */
export const longNameLength = 45;

const particles = new Set(['da', 'de', 'do', 'dos', 'das', 'e', 'wa', 'van', 'der', 'bin', 'ole']);
const hidden = /[\p{Cc}\p{Cf}\p{Co}\p{Cn}\p{Zl}\p{Zp}\uFFFD]/gu;
/** Joiners that some scripts need between letters. */
const joiners = /[\u200C\u200D]/g;

const withoutHidden = (name: string): string =>
  name.replace(hidden, (character) => (character.match(joiners) ? character : ''));

const capitalised = (word: string): string =>
  word
    .toLowerCase()
    .replace(/(^|[-'’ʼ.])(\p{L})/gu, (_, before: string, letter: string) => `${before}${letter.toUpperCase()}`);

const isCapitals = (word: string): boolean =>
  (word.match(/\p{L}/gu)?.length ?? 0) >= 3 &&
  word === word.toUpperCase() &&
  word !== word.toLowerCase() &&
  !/^[IVX]+$/.test(word);

const mendCapitals = (name: string): string =>
  name
    .split(' ')
    .map((word, index) => {
      if (index > 0 && particles.has(word.toLowerCase()) && word === word.toUpperCase()) return word.toLowerCase();
      return isCapitals(word) ? capitalised(word) : word;
    })
    .join(' ');

const graphemes = (name: string): number =>
  [...name.normalize('NFC')].filter((character) => !/\p{M}/u.test(character)).length;

const spellingFindings = (name: string): readonly NameFinding[] => {
  const nfc = name.normalize('NFC');
  const cleaned = withoutHidden(nfc);
  const capitals = nfc.split(' ').some(isCapitals);
  const look = (code: NameFindingCode, when: boolean, mended?: string): readonly NameFinding[] =>
    when ? [{ code, severity: 'look', ...(mended === undefined ? {} : { mended }) }] : [];
  return [
    ...look('not-nfc', nfc !== name, nfc),
    ...look('outer-space', nfc.trim() !== nfc, nfc.trim()),
    ...look('double-space', /\s{2,}/u.test(nfc.trim()), nfc.replace(/\s{2,}/gu, ' ')),
    ...(cleaned === nfc ? [] : [{ code: 'hidden-character', severity: 'stop', mended: cleaned } as const]),
    ...look('all-capitals', capitals, mendCapitals(nfc)),
    ...look('single-name', nfc.trim() !== '' && !/\S\s+\S/u.test(nfc)),
  ];
};

const fitFindings = (fit: NameFit | undefined): readonly NameFinding[] => {
  if (fit === undefined) return [];
  if (fit.kind === 'no-font')
    return [{ code: 'no-font', severity: 'stop', details: { characters: fit.characters.join(' ') } }];
  if (fit.kind === 'too-wide') return [{ code: 'too-wide', severity: 'stop' }];
  return fit.lines.length > 1 ? [{ code: 'two-lines', severity: 'look', details: { size: fit.size } }] : [];
};

/** Everything to look at in a name before a batch (domain.md 7), what stops it first. An empty list means: print it. */
export const checkName = ({ name, confirmed, fit }: NameToCheck): readonly NameFinding[] => {
  if (name.trim() === '') return [{ code: 'empty', severity: 'stop' }];
  const length = graphemes(name.trim());
  const findings: readonly NameFinding[] = [
    ...(confirmed ? [] : [{ code: 'unconfirmed', severity: 'stop' } as const]),
    ...fitFindings(fit),
    ...spellingFindings(name),
    ...(length > longNameLength ? [{ code: 'long', severity: 'look', details: { length } } as const] : []),
  ];
  return [
    ...findings.filter((finding) => finding.severity === 'stop'),
    ...findings.filter((finding) => finding.severity === 'look'),
  ];
};

/** The name with every proposed mending done: NFC, single spaces, no hidden characters, no capitals throughout. */
export const mendName = (name: string): string =>
  mendCapitals(withoutHidden(name.normalize('NFC')).trim().replace(/\s+/gu, ' '));

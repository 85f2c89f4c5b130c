import type { Failure, Result } from '#shared/lib/result.ts';
import { fail, ok } from '#shared/lib/result.ts';

/** A certificate's serial number as printed: `PROG-CC-YYYY-NNNNN-C` (domain.md 7). */
export type Serial = string;

/** The parts of a serial before its check character. `country` is ISO 3166-1 alpha-2, `number` 1 to 99999. */
export type SerialParts = {
  readonly programme: string;
  readonly country: string;
  readonly year: number;
  readonly number: number;
};

/** What is wrong with a typed serial; each code has a message `errors.<code>`. */
export type SerialErrorCode =
  'serial-shape' | 'serial-programme' | 'serial-country' | 'serial-year' | 'serial-number' | 'serial-check';

/**
 * Numbers `from` to `to` (both included) that one device may give to certificates of one programme, country and year.
 * `next` is the next free one; at `to` + 1 the block is used up. Two offline devices hold different blocks and so cannot collide.
 */
export type SerialBlock = {
  readonly id: string;
  readonly programme: string;
  readonly country: string;
  readonly year: number;
  readonly from: number;
  readonly to: number;
  readonly next: number;
  readonly device: string;
};

/** The highest number a serial can carry. */
export const lastSerialNumber = 99_999;

const alphabet = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ';

/** The check character of ISO 7064 MOD 37,36 over digits and capital letters; undefined where the text has another character. */
export const checkCharacter = (text: string): string | undefined => {
  let product = 36;
  for (const character of text) {
    const value = alphabet.indexOf(character);
    if (value < 0) return undefined;
    product = (((product + value) % 36 || 36) * 2) % 37;
  }
  return alphabet[(37 - product) % 36];
};

const isProgrammeCode = (text: string): boolean => /^[A-Z][A-Z0-9]{1,7}$/.test(text);
const isCountryCode = (text: string): boolean => /^[A-Z]{2}$/.test(text);
const isYear = (year: number): boolean => Number.isInteger(year) && year >= 2000 && year <= 2199;
const isSerialNumber = (number: number): boolean =>
  Number.isInteger(number) && number >= 1 && number <= lastSerialNumber;

/** Says which part of a serial cannot be as given; undefined where all can. */
export const serialPartsProblem = (parts: SerialParts): Failure<SerialErrorCode> | undefined => {
  if (!isProgrammeCode(parts.programme)) return { code: 'serial-programme', details: { part: parts.programme } };
  if (!isCountryCode(parts.country)) return { code: 'serial-country', details: { part: parts.country } };
  if (!isYear(parts.year)) return { code: 'serial-year', details: { part: parts.year } };
  if (!isSerialNumber(parts.number)) return { code: 'serial-number', details: { part: parts.number } };
  return undefined;
};

/** The serial without hyphens and check character, over which the check character is computed. */
const serialBody = (parts: SerialParts): string =>
  `${parts.programme}${parts.country}${parts.year}${String(parts.number).padStart(5, '0')}`;

/** Writes a serial with its check character. Throws where a part cannot be: blocks and programmes are checked when they are made. */
export const formatSerial = (parts: SerialParts): Serial => {
  const problem = serialPartsProblem(parts);
  if (problem) throw new Error(`${problem.code}: ${String(problem.details?.['part'])}`);
  const check = checkCharacter(serialBody(parts)) ?? '';
  const number = String(parts.number).padStart(5, '0');
  return `${parts.programme}-${parts.country}-${parts.year}-${number}-${check}`;
};

type SerialPieces = readonly [programme: string, country: string, year: string, number: string, check: string];

const tidy = (typed: string): string =>
  typed
    .trim()
    .replace(/[\u2010-\u2015\u2212\u00AD]/g, '-')
    .replace(/\s+/g, '')
    .toUpperCase();

const splitSerial = (typed: string): SerialPieces | undefined => {
  const text = tidy(typed);
  if (text.includes('-')) {
    const [programme, country, year, number, check, ...rest] = text.split('-');
    if (check === undefined || rest.length > 0) return undefined;
    return [programme ?? '', country ?? '', year ?? '', number ?? '', check];
  }
  if (text.length < 14) return undefined;
  return [text.slice(0, -12), text.slice(-12, -10), text.slice(-10, -6), text.slice(-6, -1), text.slice(-1)];
};

/**
 * Reads a serial as typed: small letters, other dashes, spaces and missing hyphens are forgiven, a wrong part or a wrong check
 * character is not. The error names the part.
 */
export const parseSerial = (
  typed: string,
): Result<SerialParts & { readonly serial: Serial }, Failure<SerialErrorCode>> => {
  const pieces = splitSerial(typed);
  if (!pieces) return fail('serial-shape', { part: typed.trim().slice(0, 40) });
  const [programme, country, year, number, check] = pieces;
  if (!isProgrammeCode(programme)) return fail('serial-programme', { part: programme });
  if (!isCountryCode(country)) return fail('serial-country', { part: country });
  if (!/^\d{4}$/.test(year) || !isYear(Number(year))) return fail('serial-year', { part: year });
  if (!/^\d{5}$/.test(number) || !isSerialNumber(Number(number))) return fail('serial-number', { part: number });
  const parts: SerialParts = { programme, country, year: Number(year), number: Number(number) };
  if (check !== checkCharacter(serialBody(parts))) return fail('serial-check', { part: check });
  return ok({ ...parts, serial: formatSerial(parts) });
};

/**
 * How the serials begin that a part of one may mean: the beginning of a serial up to its second part at least (`CWCY-ZM-20`), or its number alone
 * (`12`, `00012`) in each series. Empty where the text is no such part. The check character is not looked at.
 */
export const serialBeginnings = (
  typed: string,
  series: readonly Pick<SerialBlock, 'programme' | 'country' | 'year'>[],
): readonly string[] => {
  const text = tidy(typed);
  if (/^[A-Z][A-Z0-9]{1,7}-[A-Z0-9-]{1,14}$/.test(text)) return [text];
  if (!/^\d{1,5}$/.test(text)) return [];
  const number = text.padStart(5, '0');
  return [...new Set(series.map(({ programme, country, year }) => `${programme}-${country}-${year}-${number}-`))];
};

/** Why no serial can be taken from a block. */
export type SerialBlockErrorCode = 'serial-block-used-up' | 'serial-block-of-another-device';

/**
 * Takes the next serial of a block and hands back the block after it. A block belongs to one device: a copied workspace, which has a
 * new device id, must reserve its own. A number handed out never comes again.
 */
export const takeSerial = (
  block: SerialBlock,
  device: string,
): Result<{ readonly serial: Serial; readonly block: SerialBlock }, Failure<SerialBlockErrorCode>> => {
  if (block.device !== device) return fail('serial-block-of-another-device');
  if (block.next < block.from || block.next > block.to)
    return fail('serial-block-used-up', { from: block.from, to: block.to });
  const serial = formatSerial({
    programme: block.programme,
    country: block.country,
    year: block.year,
    number: block.next,
  });
  return ok({ serial, block: { ...block, next: block.next + 1 } });
};

/** How many serials a block has left. */
export const serialsLeft = (block: SerialBlock): number => Math.max(0, block.to - Math.max(block.next, block.from) + 1);

/** What a device asks for: `size` numbers of a programme, country and year. */
export type BlockRequest = Pick<SerialBlock, 'id' | 'programme' | 'country' | 'year' | 'device'> & {
  readonly size: number;
};

const sameSeries = (a: Pick<SerialBlock, 'programme' | 'country' | 'year'>, b: typeof a): boolean =>
  a.programme === b.programme && a.country === b.country && a.year === b.year;

/**
 * Reserves the numbers after all blocks known here, shortened at the last number there is. Blocks of other programmes, countries and
 * years do not count.
 */
export const reserveBlock = (
  known: readonly SerialBlock[],
  request: BlockRequest,
): Result<SerialBlock, Failure<SerialErrorCode | 'serial-series-used-up'>> => {
  const highest = known
    .filter((block) => sameSeries(block, request))
    .reduce((last, block) => Math.max(last, block.to), 0);
  const from = highest + 1;
  if (from > lastSerialNumber) return fail('serial-series-used-up', { year: request.year });
  const problem = serialPartsProblem({ ...request, number: from });
  if (problem) return { ok: false, error: problem };
  const { id, programme, country, year, device } = request;
  const to = Math.min(lastSerialNumber, highest + Math.max(1, Math.floor(request.size)));
  return ok({ id, programme, country, year, from, to, next: from, device });
};

/** Pairs of blocks that share numbers: after a merge there must be none. */
export const overlappingBlocks = (blocks: readonly SerialBlock[]): readonly (readonly [SerialBlock, SerialBlock])[] =>
  blocks.flatMap((a, index) =>
    blocks
      .slice(index + 1)
      .filter((b) => sameSeries(a, b) && a.from <= b.to && b.from <= a.to)
      .map((b) => [a, b] as const),
  );

import { encodeQR } from 'qr';
import type { Failure, Result } from '#shared/lib/result.ts';
import { fail, ok } from '#shared/lib/result.ts';
import { pdfNumber } from './glyph-run.ts';
import { millimetre } from './pdf-objects.ts';

/** Where a code stands: its middle and its side in millimetres, how far it may grow, and the smallest module that prints well. */
export type CodePlace = {
  readonly x: number;
  readonly y: number;
  readonly size: number;
  readonly largest: number;
  readonly smallestModule: number;
};

export type CodeErrorCode = 'certificate-code-not-printable';

/** White modules on each side, inside the block. */
const quiet = 4;

/** Bits of a row of modules, packed from the left; a dark module is 0, which an image mask paints. */
const rowHex = (row: readonly boolean[]): string => {
  let hex = '';
  for (let at = 0; at < row.length; at += 8) {
    let byte = 0;
    for (let bit = 0; bit < 8; bit += 1) byte = byte * 2 + (row[at + bit] ? 0 : 1);
    hex += byte.toString(16).padStart(2, '0');
  }
  return hex;
};

/**
 * The operators that paint a payload as QR code, level M in alphanumeric mode, black, as a mask of one bit a module. The mask pattern is
 * fixed: choosing among eight costs ten times as much and gains nothing at this size. In points from the bottom left of the page.
 */
export const codeOperators = (
  payload: string,
  code: CodePlace,
  pageHeight: number,
): Result<string, Failure<CodeErrorCode>> => {
  if (!/^[0-9A-Z $%*+\-./:]+$/.test(payload)) return fail('certificate-code-not-printable');
  let modules: readonly (readonly boolean[])[];
  try {
    modules = encodeQR(payload, 'raw', { ecc: 'medium', encoding: 'alphanumeric', mask: 2, border: quiet });
  } catch {
    return fail('certificate-code-not-printable');
  }
  const block = Math.max(code.size, modules.length * code.smallestModule);
  if (block > code.largest) return fail('certificate-code-not-printable');
  const inner = modules.slice(quiet, -quiet).map((row) => row.slice(quiet, -quiet));
  const side = (block / modules.length) * inner.length * millimetre;
  const left = code.x * millimetre - side / 2;
  const bottom = (pageHeight - code.y) * millimetre - side / 2;
  const place = `${pdfNumber(side, 3)} 0 0 ${pdfNumber(side, 3)} ${pdfNumber(left, 3)} ${pdfNumber(bottom, 3)} cm`;
  const image = `BI/W ${inner.length}/H ${inner.length}/BPC 1/IM true/F/AHx ID ${inner.map(rowHex).join('')}>\nEI`;
  return ok(`q 0 g ${place}\n${image}\nQ`);
};

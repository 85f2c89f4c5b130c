import { create, type FontkitFont } from 'fontkit';
import type { Failure, Result } from '#shared/lib/result.ts';
import { fail, ok } from '#shared/lib/result.ts';
import { layoutText } from '../glyph-run.ts';
import { drawObjects } from '../pdf-objects.ts';
import { unpackFont } from './woff2-to-sfnt.ts';

export type OwnFontErrorCode = 'font-not-one' | 'font-not-embeddable' | 'font-without-letters';

/** A font as it will be kept: its name, plain bytes, and the letters of names that it lacks. */
export type OwnFont = { readonly family: string; readonly data: Uint8Array; readonly lacks: readonly string[] };

/** Without these it sets no text; names with the rarer ones are set in another font as a whole. */
const basic = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789';
const ofNames = 'áàâãäçéèêëíîïñóôõöúùûüžščćłđũĩŵǀǁǂǃṱḓḽṋẹọṣɓɗƙŋɛɔ’-';

const lacking = (font: FontkitFont, letters: string): readonly string[] =>
  [...letters].filter((letter) => !font.hasGlyphForCodePoint(letter.codePointAt(0) ?? 0));

const tryEmbedding = (font: FontkitFont): void => {
  const face = { key: 'own', resource: 'O', family: font.familyName, font, scale: 1, setsMarks: true };
  drawObjects(1, 0, { width: 10, height: 10 }, (canvas) => {
    const embedded = canvas.font(face);
    for (const { glyph } of layoutText(face, 'Agx').glyphs) embedded.codeOf(glyph);
  });
};

/** Reads a TTF, OTF or WOFF2 that somebody adds. Errors: no font at all, one whose licence forbids embedding or that cannot be cut, one without Latin letters. */
export const readOwnFont = (bytes: Uint8Array): Result<OwnFont, Failure<OwnFontErrorCode>> => {
  let font: FontkitFont;
  let data = bytes;
  try {
    font = create(bytes);
    if (font.type === 'WOFF2' || font.type === 'WOFF') {
      data = unpackFont(font);
      font = create(data);
    }
    if (typeof font.unitsPerEm !== 'number') return fail('font-not-one');
  } catch {
    return fail('font-not-one');
  }
  const { fsType } = font['OS/2'] ?? {};
  if (fsType?.['noEmbedding'] || fsType?.['noSubsetting'] || fsType?.['bitmapOnly'])
    return fail('font-not-embeddable', { family: font.familyName });
  const missing = lacking(font, basic);
  if (missing.length > 0)
    return fail('font-without-letters', { family: font.familyName, characters: missing.slice(0, 8).join(' ') });
  try {
    tryEmbedding(font);
  } catch {
    return fail('font-not-one');
  }
  return ok({ family: font.familyName, data, lacks: lacking(font, ofNames) });
};

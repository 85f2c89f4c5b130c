import type { CertificateFile } from './certificate-file.ts';
import type { Face } from './faces.ts';
import type { GlyphRun } from './glyph-run.ts';
import type { LaidPage } from './page-maker.ts';
import { drawObjects, type DrawnObjects, type PdfFont } from './pdf-objects.ts';

/** Puts fonts with the letters that the shared ones lack into a file; by the key of their face. */
export type ExtraFonts = (file: CertificateFile, pages: readonly LaidPage[]) => ReadonlyMap<string, PdfFont>;

type Wanted = { readonly face: Face; readonly runs: GlyphRun[] };

/** Subsets are told apart by their tags, which pdfkit makes from the number of the font in its document. */
const firstExtraFontNumber = 10;

/** A file is made twice at least: once for its hash in the register, once for the disk. */
const keptFonts = 256;

const draw = ({ face, runs }: Wanted, firstId: number, fontBase: number) =>
  drawObjects(firstId, fontBase, { width: 1, height: 1 }, (canvas): PdfFont => {
    const font = canvas.font(face);
    for (const run of runs) for (const { glyph } of run.glyphs) font.codeOf(glyph);
    return font;
  });

/** All that the bytes of a subset hang on. */
const keyOf = ({ face, runs }: Wanted, firstId: number, fontBase: number): string => {
  const glyphs = runs.flatMap((run) =>
    run.glyphs.map(({ glyph }) => `${String(glyph.id)}:${glyph.codePoints.join('+')}`),
  );
  return `${face.key} ${String(firstId)} ${String(fontBase)} ${[...new Set(glyphs)].join(' ')}`;
};

export const openExtraFonts = (): ExtraFonts => {
  const kept = new Map<string, DrawnObjects & { readonly value: PdfFont }>();
  const drawn = (wanted: Wanted, firstId: number, fontBase: number): DrawnObjects & { readonly value: PdfFont } => {
    const key = keyOf(wanted, firstId, fontBase);
    const known = kept.get(key);
    if (known) return known;
    const made = draw(wanted, firstId, fontBase);
    const oldest = kept.keys().next();
    if (kept.size >= keptFonts && !oldest.done) kept.delete(oldest.value);
    kept.set(key, made);
    return made;
  };
  return (file, pages) => {
    const byFace = new Map<string, Wanted>();
    for (const { face, run } of pages.flatMap(({ extra }) => extra)) {
      const known = byFace.get(face.key);
      if (known) known.runs.push(run);
      else byFace.set(face.key, { face, runs: [run] });
    }
    const fonts = new Map<string, PdfFont>();
    for (const [key, wanted] of byFace) {
      const objects = drawn(wanted, file.nextId(), firstExtraFontNumber + fonts.size);
      file.addObjects(objects);
      fonts.set(key, objects.value);
    }
    return fonts;
  };
};

import { readFileSync } from 'node:fs';
import path from 'node:path';
import { create } from 'fontkit';
import type { KitAsset } from '#shared/domain/designed-documents.ts';
import type { DesignFont } from '#shared/domain/template-design.ts';
import type { Face } from '../faces.ts';

type FaceFile = Omit<Face, 'key' | 'font'> & { readonly file: string };

const shipped: Readonly<Record<string, FaceFile>> = {
  'eb-garamond/regular': face('EBGaramond12-Regular.otf', 'A', 'EB Garamond 12', { setsMarks: false }),
  'eb-garamond/italic': face('EBGaramond12-Italic.otf', 'AI', 'EB Garamond 12 Italic', { setsMarks: false }),
  'noto-sans/regular': face('NotoSans-Regular.ttf', 'S', 'Noto Sans'),
  'noto-sans/bold': face('NotoSans-Bold.ttf', 'SB', 'Noto Sans Bold'),
  'noto-serif/regular': face('NotoSerif-Regular.ttf', 'F', 'Noto Serif'),
  'noto-serif/italic': face('NotoSerif-Italic.ttf', 'FI', 'Noto Serif Italic'),
  'noto-serif-display/regular': face('NotoSerifDisplay-Regular.ttf', 'D', 'Noto Serif Display'),
  'gentium/regular': face('GentiumPlus-Regular.ttf', 'G', 'Gentium Plus'),
  'ethiopic/serif': face('NotoSerifEthiopic-Regular.ttf', 'E', 'Noto Serif Ethiopic', { scale: 0.82 }),
  'ethiopic/sans': face('NotoSansEthiopic-Regular.ttf', 'ES', 'Noto Sans Ethiopic', { scale: 0.9 }),
  'arabic/naskh': face('NotoNaskhArabic-Regular.ttf', 'N', 'Noto Naskh Arabic'),
};

function face(
  file: string,
  resource: string,
  family: string,
  more: { readonly scale?: number; readonly setsMarks?: boolean } = {},
): FaceFile {
  return { file, resource, family, scale: more.scale ?? 1, setsMarks: more.setsMarks ?? true };
}

/** The faces to try for a font of a design, in turn: its own, its family's upright, one for rare Latin letters, Ethiopic and Arabic. */
export type DesignFaces = {
  readonly chain: (font: DesignFont, own: ReadonlyMap<string, KitAsset>) => readonly Face[];
};

const fallbacks = (family: string): readonly string[] =>
  family === 'noto-sans' ? ['ethiopic/sans', 'arabic/naskh'] : ['gentium/regular', 'ethiopic/serif', 'arabic/naskh'];

/** Opens each font when it is first needed. Own fonts are kept by the hash of their bytes. */
export const openDesignFaces = (folder: string): DesignFaces => {
  const opened = new Map<string, Face>();
  const open = (key: string): Face | undefined => {
    const known = opened.get(key);
    if (known) return known;
    const found = shipped[key];
    if (found === undefined) return undefined;
    const { file, ...rest } = found;
    const fresh = { key, ...rest, forgetsGlyphs: true, font: create(readFileSync(path.join(folder, file))) };
    opened.set(key, fresh);
    return fresh;
  };
  const openOwn = (hash: string, own: ReadonlyMap<string, KitAsset>): Face | undefined => {
    const key = `own/${hash}`;
    const known = opened.get(key);
    const asset = own.get(hash);
    if (known || asset === undefined) return known;
    const font = create(asset.data);
    const fresh = {
      key,
      resource: `O${hash.slice(0, 8)}`,
      family: font.familyName,
      font,
      scale: 1,
      setsMarks: false,
      forgetsGlyphs: true,
    };
    opened.set(key, fresh);
    return fresh;
  };
  return {
    chain: ({ family, style }, own) => {
      const first = family.startsWith('own:')
        ? [openOwn(family.slice(4), own)]
        : [open(`${family}/${style}`), style === 'regular' ? undefined : open(`${family}/regular`)];
      return [...first, ...fallbacks(family).map(open)].filter((one) => one !== undefined);
    },
  };
};

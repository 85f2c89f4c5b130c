import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { create, type FontkitFont } from 'fontkit';

export type FaceKey = 'roman' | 'italic' | 'gentium' | 'ethiopic' | 'arabic';

/**
 * One font, parsed once. `resource` is its name in the resources of a file, `scale` evens out its size beside the roman; `setsMarks` where it places
 * marks that NFC leaves combining.
 */
export type Face = {
  readonly key: string;
  readonly resource: string;
  readonly family: string;
  readonly font: FontkitFont;
  readonly scale: number;
  readonly setsMarks: boolean;
  readonly forgetsGlyphs?: boolean;
};

export type Faces = Readonly<Record<FaceKey, Face>>;

const files = {
  roman: { file: 'EBGaramond12-Regular.otf', resource: 'R', family: 'EB Garamond 12', scale: 1, setsMarks: false },
  italic: {
    file: 'EBGaramond12-Italic.otf',
    resource: 'I',
    family: 'EB Garamond 12 Italic',
    scale: 1,
    setsMarks: false,
  },
  gentium: { file: 'GentiumPlus-Regular.ttf', resource: 'G', family: 'Gentium Plus', scale: 1, setsMarks: true },
  ethiopic: {
    file: 'NotoSerifEthiopic-Regular.ttf',
    resource: 'E',
    family: 'Noto Serif Ethiopic',
    scale: 0.82,
    setsMarks: true,
  },
  arabic: {
    file: 'NotoNaskhArabic-Regular.ttf',
    resource: 'N',
    family: 'Noto Naskh Arabic',
    scale: 1,
    setsMarks: true,
  },
} as const satisfies Record<FaceKey, unknown>;

const openFace = async (folder: string, key: FaceKey): Promise<Face> => {
  const { file, ...rest } = files[key];
  return { key, ...rest, font: create(await readFile(path.join(folder, file))) };
};

export const openFaces = async (folder: string): Promise<Faces> => {
  const [roman, italic, gentium, ethiopic, arabic] = await Promise.all([
    openFace(folder, 'roman'),
    openFace(folder, 'italic'),
    openFace(folder, 'gentium'),
    openFace(folder, 'ethiopic'),
    openFace(folder, 'arabic'),
  ]);
  return { roman, italic, gentium, ethiopic, arabic };
};

/** The faces of names in the first edition. Never italic: it lacks letters. */
export const nameChain = ({ roman, gentium, ethiopic }: Faces): readonly Face[] => [roman, gentium, ethiopic];

const leftOverMark = /[\u0300-\u036F]/u;

/** The characters of a text that a face cannot set. */
export const missingIn = (face: Face, text: string): readonly string[] => {
  const characters = [...new Set(text)].filter((character) => !/\s/u.test(character));
  return characters.filter(
    (character) =>
      !face.font.hasGlyphForCodePoint(character.codePointAt(0) ?? 0) ||
      (!face.setsMarks && leftOverMark.test(character)),
  );
};

export type ChosenFace =
  { readonly ok: true; readonly face: Face } | { readonly ok: false; readonly characters: readonly string[] };

/** The first face that has the whole text: never a mixed text, never an empty box. Else the characters that the best face lacks. */
export const chooseFace = (chain: readonly Face[], text: string): ChosenFace => {
  const tried: { readonly face: Face; readonly lacks: readonly string[] }[] = [];
  for (const face of chain) {
    const lacks = missingIn(face, text);
    if (lacks.length === 0) return { ok: true, face };
    tried.push({ face, lacks });
  }
  const best = tried.reduce((least, next) => (next.lacks.length < least.lacks.length ? next : least));
  return { ok: false, characters: best.lacks };
};

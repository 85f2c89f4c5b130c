import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { create, type FontkitFont } from 'fontkit';

export type FaceKey = 'roman' | 'italic' | 'gentium' | 'ethiopic';

/** One font, parsed once. `scale` evens out its size beside the roman; `setsMarks` where it places marks that NFC leaves combining. */
export type Face = {
  readonly key: FaceKey;
  readonly family: string;
  readonly font: FontkitFont;
  readonly scale: number;
  readonly setsMarks: boolean;
};

export type Faces = Readonly<Record<FaceKey, Face>>;

const files = {
  roman: { file: 'EBGaramond12-Regular.otf', family: 'EB Garamond 12', scale: 1, setsMarks: false },
  italic: { file: 'EBGaramond12-Italic.otf', family: 'EB Garamond 12 Italic', scale: 1, setsMarks: false },
  gentium: { file: 'GentiumPlus-Regular.ttf', family: 'Gentium Plus', scale: 1, setsMarks: true },
  ethiopic: { file: 'NotoSerifEthiopic-Regular.ttf', family: 'Noto Serif Ethiopic', scale: 0.82, setsMarks: true },
} as const satisfies Record<FaceKey, unknown>;

const openFace = async (folder: string, key: FaceKey): Promise<Face> => {
  const { file, ...rest } = files[key];
  return { key, ...rest, font: create(await readFile(path.join(folder, file))) };
};

export const openFaces = async (folder: string): Promise<Faces> => {
  const [roman, italic, gentium, ethiopic] = await Promise.all([
    openFace(folder, 'roman'),
    openFace(folder, 'italic'),
    openFace(folder, 'gentium'),
    openFace(folder, 'ethiopic'),
  ]);
  return { roman, italic, gentium, ethiopic };
};

/** Names are never set in italic: it lacks letters. */
export const nameFaces = ['roman', 'gentium', 'ethiopic'] as const satisfies readonly FaceKey[];

const leftOverMark = /[\u0300-\u036F]/u;

const missing = (face: Face, text: string): readonly string[] => {
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
export const chooseFace = (faces: Faces, text: string, chain: readonly FaceKey[]): ChosenFace => {
  const tried = chain.map((key) => ({ face: faces[key], lacks: missing(faces[key], text) }));
  const found = tried.find(({ lacks }) => lacks.length === 0);
  if (found) return { ok: true, face: found.face };
  const best = tried.reduce((least, next) => (next.lacks.length < least.lacks.length ? next : least));
  return { ok: false, characters: best.lacks };
};

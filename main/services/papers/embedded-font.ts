/** What pdfkit keeps of a font that it embeds. */
export type EmbeddedFont = {
  layoutCache?: Record<string, unknown>;
  readonly unicode: (readonly number[] | undefined)[];
  layoutRun(text: string, features?: Readonly<Record<string, boolean>>): unknown;
  widthOfString(text: string, size: number): number;
  encode(text: string): readonly [codes: readonly string[], positions: unknown];
};

/**
 * Whether a reader gets the text back that is drawn: a glyph stands for the characters it was first used for, and marks that combine are put
 * elsewhere by many readers.
 */
export const readsBack = (font: EmbeddedFont | undefined, text: string): boolean => {
  if (font === undefined || /\p{M}/u.test(text)) return false;
  const [codes] = font.encode(text);
  const points = codes.flatMap((code) => font.unicode[parseInt(code, 16)] ?? []);
  return String.fromCodePoint(...points) === text;
};

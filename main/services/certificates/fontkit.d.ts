declare module 'fontkit' {
  export type FontkitGlyph = {
    readonly id: number;
    readonly advanceWidth: number;
    readonly codePoints: readonly number[];
  };

  export type FontkitRun = {
    readonly glyphs: readonly FontkitGlyph[];
    readonly positions: readonly { readonly xAdvance: number; readonly xOffset: number; readonly yOffset: number }[];
    readonly advanceWidth: number;
  };

  export type FontkitFont = {
    readonly unitsPerEm: number;
    _glyphs?: Record<number, FontkitGlyph>;
    readonly postscriptName: string;
    readonly familyName: string;
    readonly type?: string;
    readonly 'OS/2'?: { readonly fsType?: Readonly<Record<string, boolean>> };
    hasGlyphForCodePoint(codePoint: number): boolean;
    layout(text: string, features?: Readonly<Record<string, boolean>>): FontkitRun;
  };

  export const create: (bytes: Uint8Array) => FontkitFont;
}

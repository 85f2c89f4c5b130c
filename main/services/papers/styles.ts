import type { FaceKey } from '../certificates/faces.ts';

/** Paper, ink and hibiscus turn to green and ochre on printed pages, as on the certificates. */
export const ink = {
  text: '#1a1a1a',
  grey: '#4a4a4a',
  green: '#1f5548',
  ochre: '#a06a1c',
  hair: '#b9b4aa',
  wash: '#d5e3dc',
  white: '#ffffff',
};

export type InkName = keyof typeof ink;

/** How a text is set; `size` and `lead` in points. `bold` thickens the letters: no bold face has all our letters. */
export type TextStyle = {
  readonly chain: readonly FaceKey[];
  readonly size: number;
  readonly lead: number;
  readonly colour: InkName;
  readonly bold?: boolean;
};

const body: readonly FaceKey[] = ['gentium', 'roman', 'ethiopic', 'arabic'];
const heads: readonly FaceKey[] = ['roman', 'gentium', 'ethiopic', 'arabic'];
const italics: readonly FaceKey[] = ['italic', 'gentium', 'roman', 'ethiopic', 'arabic'];

const base = {
  title: { chain: heads, size: 25, lead: 29, colour: 'green' },
  heading: { chain: heads, size: 16, lead: 20, colour: 'green' },
  subheading: { chain: italics, size: 13, lead: 17, colour: 'text' },
  name: { chain: heads, size: 24, lead: 28, colour: 'text' },
  figure: { chain: heads, size: 28, lead: 31, colour: 'green' },
  body: { chain: body, size: 10.5, lead: 15, colour: 'text' },
  strong: { chain: body, size: 10.5, lead: 15, colour: 'text', bold: true },
  small: { chain: body, size: 9, lead: 12.5, colour: 'grey' },
  label: { chain: body, size: 8.5, lead: 11.5, colour: 'grey' },
  caption: { chain: italics, size: 12, lead: 16, colour: 'green' },
  cell: { chain: body, size: 9.75, lead: 13, colour: 'text' },
} as const satisfies Readonly<Record<string, TextStyle>>;

export type StyleName = keyof typeof base;
export type Styles = Readonly<Record<StyleName, TextStyle>>;

/** One style at another size. */
export const scaledStyle = (style: TextStyle, scale: number): TextStyle => ({
  ...style,
  size: style.size * scale,
  lead: style.lead * scale,
});

/** All styles at a scale; 1 is full size. */
export const stylesAt = (scale: number): Styles =>
  Object.fromEntries(Object.entries(base).map(([name, style]) => [name, scaledStyle(style, scale)])) as Styles;

export const millimetre = 72 / 25.4;

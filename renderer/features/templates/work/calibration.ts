import type { Language } from '#shared/domain/languages.ts';
import type { Block, TemplateDesign } from '#shared/domain/template-design.ts';

const ink = '#000000';

const line = (id: string, x: number, y: number, width: number, height: number): Block => ({
  id,
  kind: 'line',
  x,
  y,
  width,
  height,
  colour: ink,
  stroke: 0.1,
});

const words = (language: Language, id: string, x: number, y: number, text: string, size = 8): Block => ({
  id,
  kind: 'text',
  x,
  y,
  width: 200,
  height: 5,
  voice: 'first',
  role: 'text',
  texts: { [language]: text },
  look: { font: { family: 'noto-sans', style: 'regular' }, size, colour: ink, align: 'left' },
  baseline: 3.5,
  lead: 4.5,
  lines: 1,
});

/** A cross at a known place, with a scale of half millimetres along both arms. */
const cross = (name: string, x: number, y: number): readonly Block[] => [
  line(`${name}-across`, x - 10, y, 20, 0),
  line(`${name}-down`, x, y - 10, 0, 20),
  ...Array.from({ length: 21 }, (_, at) => at - 10)
    .filter((at) => at !== 0)
    .flatMap((at) => {
      const long = at % 5 === 0 ? 2.4 : 1.2;
      return [
        line(`${name}-x${String(at)}`, x + at, y - long / 2, 0, long),
        line(`${name}-y${String(at)}`, x - long / 2, y + at, long, 0),
      ];
    }),
];

/** The page that is printed on plain paper and held against a sheet of stock: crosses whose places are known, each with its name. */
export const calibrationDesign = (
  language: Language,
  title: string,
  sentences: readonly string[],
  labelOf: (x: number, y: number) => string,
): TemplateDesign => {
  const places = [
    [26, 26],
    [271, 26],
    [26, 184],
    [271, 184],
    [148.5, 105],
  ] as const;
  const blocks = places.flatMap(([x, y], at): readonly Block[] => [
    ...cross(`cross-${String(at)}`, x, y),
    words(language, `label-${String(at)}`, Math.min(x + 3, 262), y + 11, labelOf(x, y)),
  ]);
  return {
    format: 1,
    name: 'calibration',
    version: 1,
    title,
    use: 'certificate',
    page: { size: 'A4', orientation: 'landscape' },
    stock: 'plain',
    languages: [language],
    documentTitle: { [language]: title },
    offices: {},
    blocks: [
      words(language, 'title', 60, 40, title, 16),
      ...sentences.map((sentence, at) => words(language, `sentence-${String(at)}`, 60, 50 + at * 6, sentence, 9)),
      ...blocks,
    ],
    variants: [],
  };
};

import { z } from 'zod';

/**
 * What a text of a design may hold between double braces. All are made by `designValues` (certificate-values.ts) in each language of the design:
 *
 * - of each learner: `name`, `serial`, `learnerNumber`, `overall` (per cent, one decimal), `hours` (attended)
 * - of what was done: `award`, `merit` (with merit, in words; empty without), `programme` (its title), `version`, `modules` (how many, in words), `hoursPlanned`, `module` (number and title of the one
 *   module of a `module-attendance`), `cohort`
 * - of the day and the place: `date` (of the award, in words), `issued` (day of issue, in words), `year`, `place`
 * - of who stands behind it: `partner`, `partnerDetail`, `ministry`, `ministryDetail`, `seal` (words round the seal)
 * - `specimen`: filled in previews and drafts only
 */
export const placeholders = [
  'name',
  'serial',
  'learnerNumber',
  'overall',
  'hours',
  'merit',
  'award',
  'programme',
  'version',
  'modules',
  'hoursPlanned',
  'module',
  'cohort',
  'date',
  'issued',
  'year',
  'place',
  'partner',
  'partnerDetail',
  'ministry',
  'ministryDetail',
  'seal',
  'specimen',
] as const;
export type Placeholder = (typeof placeholders)[number];

/** Placeholders that differ from learner to learner; all others are drawn once for a batch. */
export const ownPlaceholders: readonly Placeholder[] = ['name', 'serial', 'learnerNumber', 'overall', 'hours'];

/** The newest form of a design that this app reads and writes. */
export const designFormat = 1;

/** Sheets of paper, upright, in millimetres. */
export const sheets = { A4: [210, 297], A5: [148, 210], Letter: [215.9, 279.4] } as const;
export type SheetSize = keyof typeof sheets;

/** Font families that every copy of the app has, and the styles they have. An own family is `own:` and the hash of its file. */
export const shippedFamilies = {
  'eb-garamond': { name: 'EB Garamond', styles: ['regular', 'italic'] },
  'noto-sans': { name: 'Noto Sans', styles: ['regular', 'bold'] },
  'noto-serif': { name: 'Noto Serif', styles: ['regular', 'italic'] },
  'noto-serif-display': { name: 'Noto Serif Display', styles: ['regular'] },
  gentium: { name: 'Gentium Plus', styles: ['regular'] },
} as const satisfies Readonly<Record<string, { readonly name: string; readonly styles: readonly FontStyle[] }>>;

export type FontStyle = 'regular' | 'italic' | 'bold';

const languageCode = z.enum(['en', 'fr', 'pt', 'sw']);
const colour = z.string().regex(/^#[0-9a-f]{6}$/);
const hash = z.string().regex(/^[0-9a-f]{64}$/);
const millimetres = z.number().min(-1000).max(2000);
const length = z.number().min(0).max(2000);
const stroke = z.number().min(0.05).max(20);
const points = z.number().min(4).max(200);
const texts = z.partialRecord(languageCode, z.string().max(2000));
const placeholder = z.enum(placeholders);

const font = z.object({
  family: z.union([
    z.enum(Object.keys(shippedFamilies) as [keyof typeof shippedFamilies]),
    z.string().regex(/^own:[0-9a-f]{64}$/),
  ]),
  style: z.enum(['regular', 'italic', 'bold']),
});

/** How a line of text looks; `tracking` is millimetres between letters, `figures` sets old-style or lining digits. */
const look = z.object({
  font,
  size: points,
  colour,
  tracking: z.number().min(-2).max(30).optional(),
  align: z.enum(['left', 'centre', 'right']),
  figures: z.literal('lining').optional(),
});

/** Every block: a box in millimetres from the top left of the page; `when` leaves it out where that placeholder is empty. */
const box = {
  id: z.string().min(1).max(40),
  title: z.string().max(80).optional(),
  x: millimetres,
  y: millimetres,
  width: length,
  height: length,
  when: placeholder.optional(),
};

const shapePart = z.object({
  path: z.string().optional(),
  circle: z.tuple([z.number(), z.number(), z.number()]).optional(),
  fill: colour.optional(),
  stroke: colour.optional(),
  width: z.number().positive().optional(),
  round: z.union([z.literal(true), z.literal('joins')]).optional(),
});

/** Words that do not fit shrink to `floor` points, then break in two lines of `two.size` down to `two.floor` at two baselines from the top of the box. */
const fit = z.object({
  floor: points,
  two: z.object({ size: points, floor: points, baselines: z.tuple([millimetres, millimetres]) }).optional(),
});

const text = z.object({
  ...box,
  kind: z.literal('text'),
  /** `second` speaks the other language of a two-language design. */
  voice: z.enum(['first', 'second']),
  role: z.enum(['heading', 'text']),
  texts,
  look,
  /** From the top of the box to the first baseline, and from line to line. */
  baseline: millimetres,
  lead: length,
  lines: z.number().int().min(1).max(40),
  fit: fit.optional(),
});

const serial = z.object({ ...box, kind: z.literal('serial'), look, baseline: millimetres });

const code = z.object({
  ...box,
  kind: z.literal('code'),
  /** Side that the block may grow to where a long payload would make modules under 0.4 mm. */
  largest: length,
  alt: texts,
});

const picture = z.object({
  ...box,
  kind: z.literal('picture'),
  asset: hash,
  alt: texts,
  align: z.enum(['left', 'centre', 'right']),
});

/** A drawing of shapes in a grid of `grid` units; scaled to fit the box and centred in it. */
const drawing = z.object({
  ...box,
  kind: z.literal('drawing'),
  grid: z.tuple([z.number().positive(), z.number().positive()]),
  parts: z.array(shapePart).max(400),
  /** What a screen reader says; an ornament has none. */
  alt: texts.optional(),
});

const line = z.object({ ...box, kind: z.literal('line'), colour, stroke });

const shape = z.object({
  ...box,
  kind: z.literal('shape'),
  /** `guilloche` is a frame of interlaced curves round the box, `diamonds` a woven band along it. */
  shape: z.enum(['rectangle', 'ellipse', 'guilloche', 'diamonds']),
  fill: colour.optional(),
  stroke: z.object({ colour, width: stroke }).optional(),
  accent: colour.optional(),
  radius: length.optional(),
});

const signature = z.object({
  ...box,
  kind: z.literal('signature'),
  /** Own words in place of the cohort's signatory of this place. */
  person: z.string().max(120).optional(),
  office: texts.optional(),
  /** Whose second office line, in the other language, is shown below the first. */
  bothLanguages: z.boolean().optional(),
  picture: hash.optional(),
  line: z.object({ colour, stroke }).optional(),
  nameLook: look,
  officeLook: look,
  /** From the line, which lies at the top of the box, to the baselines of name and office. */
  nameBaseline: length,
  officeBaseline: length,
});

const seal = z.object({ ...box, kind: z.literal('seal'), texts, below: texts, colour, accent: colour, alt: texts });

const watermark = z.object({
  ...box,
  kind: z.literal('watermark'),
  texts,
  look,
  angle: z.number().min(-90).max(90),
});

export const tableSources = ['modules', 'criteria', 'competencies', 'attendance'] as const;

const column = z.object({
  /** The cell of each row that it shows; `bar` cells hold per cent. */
  key: z.string().min(1).max(30),
  titles: texts,
  width: z.number().positive(),
  align: z.enum(['left', 'centre', 'right']),
  bold: z.boolean().optional(),
  bar: z.boolean().optional(),
});

const table = z.object({
  ...box,
  kind: z.literal('table'),
  source: z.enum(tableSources),
  /** Words above the table, shown where it has rows. */
  caption: texts.optional(),
  captionLook: look.optional(),
  columns: z.array(column).min(1).max(12),
  look,
  headSize: points,
  rowHeight: z.number().min(3).max(40),
  /** Lines under the head and the sum, and between rows. */
  rule: colour,
  thin: colour,
  bar: colour,
});

const block = z.discriminatedUnion('kind', [
  text,
  serial,
  code,
  picture,
  drawing,
  line,
  shape,
  signature,
  seal,
  watermark,
  table,
]);

/** Other words and pictures for the certificates of one partner; by block. */
const variant = z.object({
  id: z.string().min(1).max(40),
  /** The partner institution as a cohort names it. */
  partner: z.string().min(1).max(200),
  texts: z.record(z.string(), texts),
  pictures: z.record(z.string(), hash),
});

const design = z.object({
  format: z.literal(designFormat),
  name: z.string().regex(/^[a-z][a-z0-9-]{0,60}$/),
  version: z.number().int().positive(),
  title: z.string().min(1).max(80),
  use: z.enum(['certificate', 'transcript', 'attendance', 'module-attendance']),
  page: z.object({
    size: z.enum(Object.keys(sheets) as [SheetSize]),
    orientation: z.enum(['portrait', 'landscape']),
  }),
  /** On pre-printed stock only texts, serial, code and table are printed, moved by the printer's calibration. */
  stock: z.enum(['plain', 'pre-printed']),
  languages: z.array(languageCode).min(1),
  /** The other language of each, where the design speaks two at once. */
  second: z.partialRecord(languageCode, languageCode).optional(),
  /** The PDF's title, and what screen readers say of the code; with placeholders. */
  documentTitle: texts,
  /** Offices that sign where a cohort names nobody. */
  offices: z.partialRecord(languageCode, z.array(z.string().max(120))),
  /** Back to front; screen readers read in this order. */
  blocks: z.array(block).max(300),
  variants: z.array(variant).max(100),
});

/**
 * A certificate template as a plain description: measures in millimetres from the top left, type in points, colours `#rrggbb`. It holds no bytes: pictures
 * and own fonts are named by the SHA-256 of theirs.
 */
export type TemplateDesign = z.infer<typeof design>;
export type Block = z.infer<typeof block>;
export type BlockOf<Kind extends Block['kind']> = Extract<Block, { readonly kind: Kind }>;
export type TextLook = z.infer<typeof look>;
export type DesignFont = z.infer<typeof font>;
export type DesignLanguage = z.infer<typeof languageCode>;
export type DesignTexts = z.infer<typeof texts>;
export type ShapePart = z.infer<typeof shapePart>;
export type TableColumn = z.infer<typeof column>;
export type TableSource = (typeof tableSources)[number];
export const designLanguages = languageCode.options;
export const designSchema = design;

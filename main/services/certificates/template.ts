import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { z } from 'zod';
import type { TemplateReference } from '#shared/domain/certificates.ts';
import type { Failure, Result } from '#shared/lib/result.ts';
import { fail, ok } from '#shared/lib/result.ts';

const colour = z.enum(['green', 'ochre', 'text', 'grey', 'paper']);
const faceKey = z.enum(['roman', 'italic']);
const point = z.number().finite();

const shape = z.object({
  path: z.string().optional(),
  circle: z.tuple([point, point, point]).optional(),
  fill: colour.optional(),
  stroke: colour.optional(),
  width: z.number().positive().optional(),
  round: z.union([z.literal(true), z.literal('joins')]).optional(),
});

const textStyle = z.object({
  size: z.number().positive(),
  width: z.number().positive(),
  colour,
  face: faceKey,
  tracking: z.number().optional(),
  align: z.enum(['left', 'centre', 'right']).optional(),
  features: z.array(z.string()).optional(),
});

const placedText = textStyle.extend({ x: point, y: point });

const nameFit = z.object({
  x: point,
  width: z.number().positive(),
  one: z.object({ y: point, size: z.number(), floor: z.number() }),
  two: z.object({ y: z.tuple([point, point]), size: z.number(), floor: z.number() }),
  colour,
});

const phrases = z.object({
  heading: z.string(),
  certify: z.string(),
  verification: z.string(),
  documentTitle: z.string(),
  awardText: z.array(z.string()),
  placeAndDate: z.string(),
  numbers: z.array(z.string()),
  codeDescription: z.string(),
  logosDescription: z.string(),
  sealDescription: z.string(),
  offices: z.array(z.string()),
});

const templateSchema = z.object({
  name: z.string(),
  version: z.number().int().positive(),
  page: z.object({ width: z.number().positive(), height: z.number().positive() }),
  colours: z.record(colour, z.string().regex(/^#[0-9a-f]{6}$/)),
  frame: z.object({
    inset: point,
    band: z.number().positive(),
    period: z.number().positive(),
    amplitude: z.number().positive(),
    line: colour,
    accent: colour,
  }),
  nameFit,
  texts: z.object({
    heading: placedText,
    programmeTitle: placedText,
    certify: placedText,
    placeAndDate: placedText,
    verification: placedText,
    serial: placedText,
    partnerName: placedText,
    partnerDetail: placedText,
    ministryName: placedText,
    ministryDetail: placedText,
  }),
  awardText: placedText.extend({ lead: z.number().positive(), lines: z.number().int().positive() }),
  signatures: z.object({
    y: point,
    lineWidth: z.number().positive(),
    stroke: z.number().positive(),
    colour,
    x: z.array(z.array(point)),
    name: textStyle.extend({ y: point }),
    office: textStyle.extend({ y: point }),
  }),
  code: z.object({ x: point, y: point, size: z.number(), largest: z.number(), smallestModule: z.number() }),
  seal: z.object({
    x: point,
    y: point,
    colour,
    rosette: z.object({
      radius: point,
      amplitude: point,
      waves: z.number().int(),
      curves: z.number().int(),
      width: z.number(),
    }),
    text: z.object({ size: z.number(), tracking: z.number(), above: z.number(), below: z.number() }),
  }),
  emblems: z.object({
    partner: z.array(shape),
    programme: z.array(shape),
    ministry: z.array(shape),
    seal: z.array(shape),
  }),
  rule: z.array(shape),
  phrases: z.record(z.string(), phrases),
});

/** A template: measures in millimetres from the top left, text at its baseline, sizes in points. */
export type CertificateTemplate = z.infer<typeof templateSchema>;
export type TextStyle = z.infer<typeof textStyle>;
export type PlacedTextStyle = z.infer<typeof placedText>;
export type TemplateShape = z.infer<typeof shape>;
export type TemplateColour = z.infer<typeof colour>;

export type TemplateErrorCode = 'certificate-template-unknown' | 'certificate-template-damaged';

/** Reads a shipped template. The file of version 1 is `NAME.json`, that of a later version `NAME-VERSION.json`. */
export const openTemplate = async (
  folder: string,
  { name, version }: TemplateReference,
): Promise<Result<CertificateTemplate, Failure<TemplateErrorCode>>> => {
  const unknown = fail('certificate-template-unknown', { name, version });
  if (!/^[a-z][a-z-]*$/.test(name)) return unknown;
  const text = await readFile(
    path.join(folder, version === 1 ? `${name}.json` : `${name}-${version}.json`),
    'utf8',
  ).catch(() => undefined);
  if (text === undefined) return unknown;
  try {
    const template = templateSchema.safeParse(JSON.parse(text));
    if (template.success && template.data.name === name && template.data.version === version) return ok(template.data);
  } catch {
    // Not JSON: damaged like a file with a missing measure.
  }
  return fail('certificate-template-damaged', { name, version });
};

import { z } from 'zod';
import type { CertificateDocument } from '#shared/domain/certificates.ts';
import type { DesignedDocument } from '#shared/domain/designed-documents.ts';
import { designSchema, tableSources } from '#shared/domain/template-design.ts';
import { isIsoDate } from '#shared/lib/dates.ts';

const label = z.object({ name: z.string(), detail: z.string().optional() });

/** A template and its edition. */
export const templateReference = z.object({
  name: z.string().regex(/^[a-z][a-z0-9-]*$/),
  version: z.number().int().positive(),
});

/** A certificate's description as it crosses to the renderer of PDFs. */
const certificateDocument = z.object({
  template: templateReference,
  language: z.string(),
  issuedOn: z.string().refine(isIsoDate),
  title: z.string(),
  subject: z.string(),
  heading: z.string(),
  programmeTitle: z.string(),
  certify: z.string(),
  name: z.string().min(1),
  awardText: z.array(z.string()),
  placeAndDate: z.string(),
  signatories: z.array(z.object({ name: z.string(), office: z.string() })),
  partner: label.optional(),
  ministry: label.optional(),
  seal: z.object({ text: z.string(), year: z.string() }).optional(),
  verification: z.string(),
  serial: z.string(),
  payload: z.string(),
  codeDescription: z.string(),
  logosDescription: z.string(),
  sealDescription: z.string(),
});

const tableRow = z.object({ cells: z.record(z.string(), z.string()), sum: z.boolean().optional() });

/** A document of a `TemplateDesign`. */
const designedDocument = z.object({
  design: templateReference,
  language: z.string(),
  issuedOn: z.string().refine(isIsoDate),
  title: z.string(),
  subject: z.string(),
  name: z.string().min(1),
  serial: z.string(),
  payload: z.string(),
  values: z.record(z.string(), z.record(z.string(), z.string())),
  signatories: z.array(z.object({ name: z.string(), office: z.string() })),
  tables: z
    .object({
      pass: z.number().optional(),
      rows: z.record(z.string(), z.partialRecord(z.enum(tableSources), z.array(tableRow))),
    })
    .optional(),
});

export const renderedDocument = z.union([designedDocument, certificateDocument]);

/** The designs of a batch, with their pictures and fonts, sent once beside its documents. */
export const templateKit = z.object({
  designs: z.array(designSchema),
  assets: z.array(z.object({ id: z.string(), kind: z.enum(['picture', 'font']), data: z.instanceof(Uint8Array) })),
});

/** What the schema lets through, as the domain's type: members left out stay out. */
export const asRenderedDocument = (parsed: z.output<typeof renderedDocument>): CertificateDocument | DesignedDocument =>
  parsed as CertificateDocument | DesignedDocument;

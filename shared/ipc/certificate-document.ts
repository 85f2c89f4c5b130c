import { z } from 'zod';
import type { CertificateDocument } from '#shared/domain/certificates.ts';
import { isIsoDate } from '#shared/lib/dates.ts';

const label = z.object({ name: z.string(), detail: z.string().optional() });

/** A template and its edition. */
export const templateReference = z.object({
  name: z.string().regex(/^[a-z][a-z0-9-]*$/),
  version: z.number().int().positive(),
});

/** A certificate's description as it crosses to the renderer of PDFs. */
export const certificateDocument = z.object({
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

/** What the schema lets through, as the domain's type: members left out stay out. */
export const asCertificateDocument = (parsed: z.output<typeof certificateDocument>): CertificateDocument =>
  parsed as CertificateDocument;

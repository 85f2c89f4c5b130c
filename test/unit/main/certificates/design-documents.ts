import { readFileSync } from 'node:fs';
import type { DesignWords, ValueSources } from '#shared/domain/certificate-values.ts';
import {
  buildDesignedDocument,
  designValues,
  documentLanguages,
  officesOf,
  resultTables,
} from '#shared/domain/certificate-values.ts';
import type { CertificateSnapshot } from '#shared/domain/certificates.ts';
import type { DesignedDocument } from '#shared/domain/designed-documents.ts';
import type { TemplateDesign } from '#shared/domain/template-design.ts';
import { readDesign } from '#shared/domain/template-designs.ts';
import words from '../../../../resources/certificate-templates/words.json' with { type: 'json' };
import { specimenSnapshot } from './specimens.ts';

export const designWords: DesignWords = words;

/** A shipped design by the name of its file. */
export const shipped = (file: string): TemplateDesign => {
  const design = readDesign(JSON.parse(readFileSync(`resources/certificate-templates/${file}.json`, 'utf8')));
  if (!design.ok) throw new Error(JSON.stringify(design.error));
  return design.value;
};

export const shippedFiles = [
  'classic-2',
  'modern',
  'modern-light',
  'bilingual',
  'pre-printed',
  'transcript',
  'transcript-2',
  'attendance',
  'module-attendance',
] as const;

const sources: Omit<ValueSources, 'name' | 'serial'> = {
  programme: {
    title: {
      en: 'Community Based Work with Children and Youth',
      fr: 'Travail communautaire avec les enfants et les jeunes',
    },
    award: { en: 'Certificate' },
    version: '4 (2025)',
  },
  modules: 6,
  place: 'Manzini, Eswatini',
  awardedOn: '2026-03-28',
  issuedOn: '2026-03-30',
  learnerNumber: 'SZ-2024-0117',
  overall: 685,
  hours: 113,
  hoursPlanned: 120,
  cohort: 'Lubombo 2024',
  partner: { name: 'Partner institution', detail: 'Community studies' },
  ministry: { name: 'Ministry or funder', detail: 'Social development' },
  seal: 'Children and Youth',
  module: { number: 3, title: { en: 'Child and Youth Development' } },
};

/** A document of a design for an invented learner. */
export const designedDocument = (
  design: TemplateDesign,
  change: Partial<CertificateSnapshot> & { readonly sources?: Partial<ValueSources> } = {},
  language: 'en' | 'fr' = 'en',
): DesignedDocument => {
  const { sources: more, ...rest } = change;
  const snapshot = specimenSnapshot({ template: { name: design.name, version: design.version }, ...rest }, language);
  const { name, serial } = snapshot;
  const values = designValues(design, language, { ...sources, name, serial, ...more }, designWords);
  const slots = design.blocks.filter(({ kind }) => kind === 'signature').length;
  const tables = resultTables(
    {
      modules: Array.from({ length: 6 }, (_, at) => ({
        number: at + 1,
        title: { en: `Module about work ${String(at + 1)}` },
        result: 640 + at * 15,
        passed: true,
      })),
      overall: 675,
      hours: '113 / 120',
      pass: 50,
    },
    documentLanguages(design, language),
    designWords,
  );
  const signatories =
    rest.signatories ?? (slots >= 3 ? snapshot.signatories : officesOf(design, language).slice(0, slots));
  return buildDesignedDocument({ ...snapshot, values, tables, signatories }, design);
};

import {
  buildDesignedDocument,
  designValues,
  documentLanguages,
  officesOf,
  resultTables,
} from '#shared/domain/certificate-values.ts';
import type { DesignedDocument, DocumentTables, TemplateKit } from '#shared/domain/designed-documents.ts';
import type { TemplateDesign } from '#shared/domain/template-design.ts';
import type { Result } from '#shared/lib/result.ts';
import { ok } from '#shared/lib/result.ts';
import { asSpecimens, designWords } from '#renderer/db/repositories/certificate-documents.ts';
import { kitOf } from '#renderer/db/repositories/certificate-templates.ts';
import { today } from '#renderer/desktop/clock.ts';
import specimen from '../../../../resources/certificate-templates/specimen.json' with { type: 'json' };

/** Invented names that show what a template must carry; the first is usual, the others are hard. */
export const specimenNames: readonly string[] = specimen.names;

export type SpecimenWish = { readonly name: string; readonly language: string; readonly partner: string | undefined };

const specimenTables = (languages: readonly string[]): DocumentTables =>
  resultTables(
    {
      modules: specimen.modules.map((title, at) => ({
        number: at + 1,
        title,
        result: 650 + at * 23,
        passed: true,
        attempt: 1,
        hours: '20 / 20',
      })),
      overall: 685,
      hours: '113 / 120',
      pass: 50,
      criteria: specimen.criteria.map((title, at) => ({
        title,
        modules: '1, 3',
        percent: 62 + at * 9,
        marks: `${String(31 + at * 4)} / 50`,
      })),
    },
    languages,
    designWords,
  );

/** A certificate of nobody, to look at a design with. */
const specimenDocument = (design: TemplateDesign, { name, language, partner }: SpecimenWish): DesignedDocument => {
  const { serial, programme, place, learnerNumber, cohort, ministry, seal } = specimen;
  const day = today();
  const shown = partner === undefined ? specimen.partner : { name: partner };
  const module = { number: 3, title: specimen.modules[2] ?? { en: '' } };
  const sources = { name, serial, programme, modules: specimen.modules.length, place, awardedOn: day, issuedOn: day };
  const more = {
    learnerNumber,
    cohort,
    ministry,
    seal,
    module,
    partner: shown,
    overall: 685,
    hours: 113,
    hoursPlanned: 120,
  };
  const slots = design.blocks.filter(
    (block) => block.kind === 'signature' && block.person === undefined && block.office === undefined,
  );
  const offices = officesOf(design, language);
  return buildDesignedDocument(
    {
      serial,
      name,
      programme: { title: '', version: programme.version },
      award: '',
      awardText: [],
      placeAndDate: '',
      place,
      awardedOn: day,
      issuedOn: day,
      results: { overall: 685, hours: 113, modules: [] },
      signatories: specimen.signatories.slice(0, slots.length).map((person, at) => ({
        name: person,
        office: offices[at % Math.max(1, offices.length)]?.office ?? '',
      })),
      template: { name: design.name, version: design.version },
      language,
      payload: '',
      keyId: '',
      values: designValues(design, language, { ...sources, ...more }, designWords),
      tables: specimenTables(documentLanguages(design, language)),
    },
    design,
  );
};

/** A specimen with all that it is drawn with. Error: `template-asset-missing`. */
export const describeSpecimen = async (
  design: TemplateDesign,
  wish: SpecimenWish,
): Promise<Result<{ readonly document: DesignedDocument; readonly kit: TemplateKit }>> => {
  const kit = await kitOf([design]);
  if (!kit.ok) return kit;
  const { documents } = asSpecimens({ documents: [specimenDocument(design, wish)], kit: kit.value });
  return ok({ document: documents[0] as DesignedDocument, kit: kit.value });
};

import type { IsoDate } from '#shared/lib/dates.ts';
import type { CertificateSnapshot } from './certificates.ts';
import { certificateDate, fillPattern, specimenPayload } from './certificates.ts';
import type { DesignedDocument, DesignValues, DocumentTables, TableRow } from './designed-documents.ts';
import type { LocalText } from './languages.ts';
import { inLanguage, localeOf } from './languages.ts';
import type { DesignLanguage, Placeholder, TemplateDesign } from './template-design.ts';
import { wordsIn } from './template-designs.ts';

/** Numbers from none to twelve and the words for merit, by language (resources/certificate-templates/words.json). */
export type DesignWords = Readonly<
  Record<
    string,
    | {
        readonly numbers: readonly string[];
        readonly merit: string;
        readonly passed: string;
        readonly below: string;
        /** The row of all modules together, with `{{modules}}`. */
        readonly all: string;
        readonly awarded: string;
        readonly specimen: string;
      }
    | undefined
  >
>;

/** What the placeholders of a document are filled from. Hours are hours, `overall` is per cent in tenths. Absent members leave their places empty. */
export type ValueSources = {
  readonly name: string;
  readonly serial: string;
  readonly programme: { readonly title: LocalText; readonly award: LocalText; readonly version: string };
  readonly modules: number;
  readonly place: string;
  readonly awardedOn: IsoDate;
  readonly issuedOn: IsoDate;
  readonly learnerNumber?: string | undefined;
  readonly overall?: number | undefined;
  readonly hours?: number | undefined;
  readonly hoursPlanned?: number | undefined;
  readonly merit?: boolean | undefined;
  readonly module?: { readonly number: number; readonly title: LocalText } | undefined;
  readonly cohort?: string | undefined;
  readonly partner?: { readonly name: string; readonly detail?: string } | undefined;
  readonly ministry?: { readonly name: string; readonly detail?: string } | undefined;
  readonly seal?: string | undefined;
};

const unbroken = (text: string): string => text.replace(/ /g, '\u00A0');

const number = (value: number | undefined, language: string, decimals: number): string =>
  value === undefined
    ? ''
    : new Intl.NumberFormat(localeOf(language), { maximumFractionDigits: decimals }).format(value);

const valuesIn = (sources: ValueSources, language: string, words: DesignWords): Record<Placeholder, string> => {
  const { programme, partner, ministry } = sources;
  const own = words[language];
  return {
    name: sources.name.normalize('NFC'),
    serial: sources.serial,
    learnerNumber: sources.learnerNumber ?? '',
    overall: number(sources.overall === undefined ? undefined : sources.overall / 10, language, 1),
    hours: number(sources.hours, language, 2),
    hoursPlanned: number(sources.hoursPlanned, language, 2),
    merit: sources.merit === true ? (own?.merit ?? '') : '',
    award: inLanguage(programme.award, language),
    programme: inLanguage(programme.title, language),
    version: unbroken(programme.version),
    modules: own?.numbers[sources.modules] ?? String(sources.modules),
    module:
      sources.module === undefined ? '' : `${sources.module.number} ${inLanguage(sources.module.title, language)}`,
    cohort: sources.cohort ?? '',
    date: unbroken(certificateDate(sources.awardedOn, language)),
    issued: unbroken(certificateDate(sources.issuedOn, language)),
    year: sources.awardedOn.slice(0, 4),
    place: sources.place,
    partner: partner?.name ?? '',
    partnerDetail: partner?.detail ?? '',
    ministry: ministry?.name ?? '',
    ministryDetail: ministry?.detail ?? '',
    seal: sources.seal ?? '',
    specimen: '',
  };
};

/** Results of a learner for the tables of a statement: per cent in tenths, hours in hours, `pass` per cent. */
export type TableSources = {
  readonly modules: readonly {
    readonly number: number;
    readonly title: LocalText;
    readonly result: number;
    readonly passed: boolean;
    readonly attempt?: number;
    readonly hours?: string;
  }[];
  readonly overall: number;
  readonly hours?: string;
  readonly pass?: number;
  readonly criteria?: readonly {
    readonly title: LocalText;
    readonly modules: string;
    readonly percent: number;
    readonly marks: string;
  }[];
  readonly competencies?: readonly {
    readonly code: string;
    readonly title: LocalText;
    readonly percent: number;
    readonly marks: string;
  }[];
};

const wholePercent = (tenths: number): string => String(Math.floor((tenths + 5) / 10));

/** The rows of the tables of a statement of results in each language, to be frozen in its snapshot. Marks are whole per cent, rounded half up. */
export const resultTables = (
  { modules, overall, hours = '', pass, criteria = [], competencies = [] }: TableSources,
  languages: readonly string[],
  words: DesignWords,
): DocumentTables => ({
  ...(pass === undefined ? {} : { pass }),
  rows: Object.fromEntries(
    languages.map((language) => {
      const own = words[language];
      const count = own?.numbers[modules.length] ?? String(modules.length);
      const rows: TableRow[] = modules.map((one) => ({
        cells: {
          number: String(one.number),
          title: inLanguage(one.title, language),
          attempt: one.attempt === undefined ? '' : String(one.attempt),
          hours: one.hours ?? '',
          mark: wholePercent(one.result),
          result: (one.passed ? own?.passed : own?.below) ?? '',
        },
      }));
      const title = fillPattern(own?.all ?? '', { modules: count });
      rows.push({ cells: { title, hours, mark: wholePercent(overall), result: own?.awarded ?? '' }, sum: true });
      const byCriterion = criteria.map((one) => ({
        cells: {
          title: inLanguage(one.title, language),
          modules: one.modules,
          bar: String(one.percent),
          marks: one.marks,
          percent: String(one.percent),
        },
      }));
      const byCompetency = competencies.map((one) => ({
        cells: {
          code: one.code,
          title: inLanguage(one.title, language),
          bar: String(one.percent),
          marks: one.marks,
          percent: String(one.percent),
        },
      }));
      return [
        language,
        {
          modules: rows,
          ...(byCriterion.length === 0 ? {} : { criteria: byCriterion }),
          ...(byCompetency.length === 0 ? {} : { competencies: byCompetency }),
        },
      ];
    }),
  ),
});

/** The languages in which a document of a design speaks, its own first. */
export const documentLanguages = (design: TemplateDesign, language: string): readonly string[] => {
  const second = design.second?.[language as DesignLanguage];
  return second === undefined || second === language ? [language] : [language, second];
};

/** The words of every placeholder in every language that the document speaks, to be frozen in its snapshot at issue. */
export const designValues = (
  design: TemplateDesign,
  language: string,
  sources: ValueSources,
  words: DesignWords,
): DesignValues =>
  Object.fromEntries(documentLanguages(design, language).map((code) => [code, valuesIn(sources, code, words)]));

/** Who signs where a cohort names nobody: the offices of the design, in both its languages where it speaks two. */
export const officesOf = (
  design: TemplateDesign,
  language: string,
): readonly { readonly name: string; readonly office: string }[] => {
  const [own = [], other = []] = documentLanguages(design, language).map(
    (code) => design.offices[code as DesignLanguage] ?? [],
  );
  return own.map((office, at) => ({ name: '', office: [office, other[at]].filter(Boolean).join('\n') }));
};

/** Describes a document of a design from its snapshot alone. Equal inputs give equal descriptions. */
export const buildDesignedDocument = (
  snapshot: CertificateSnapshot & { readonly values: DesignValues },
  design: TemplateDesign,
): DesignedDocument => ({
  design: snapshot.template,
  language: snapshot.language,
  issuedOn: snapshot.issuedOn,
  title: fillPattern(wordsIn(design.documentTitle, snapshot.language), snapshot.values[snapshot.language] ?? {}),
  subject: snapshot.award,
  name: snapshot.name,
  serial: snapshot.serial,
  payload: snapshot.payload,
  values: snapshot.values,
  signatories: snapshot.signatories,
  ...(snapshot.tables ? { tables: snapshot.tables } : {}),
});

/** The same document as a specimen for previews and drafts: its code is not signed and its serial cannot be mistaken. */
export const asDesignedSpecimen = (document: DesignedDocument, words: DesignWords): DesignedDocument => {
  const serial = document.serial.replace(/[^-]/g, '0');
  const values = Object.entries(document.values).map(([language, own]) => [
    language,
    { ...own, serial, specimen: words[language]?.specimen ?? '' },
  ]);
  return { ...document, serial, payload: specimenPayload, values: Object.fromEntries(values) as DesignValues };
};

import type { IsoDate } from '#shared/lib/dates.ts';
import type { Signatory } from './cohorts.ts';
import type { TableSource, TemplateDesign } from './template-design.ts';

/** One row of a table of results: ready words by column key; `sum` is the last line, set in bold. */
export type TableRow = { readonly cells: Readonly<Record<string, string>>; readonly sum?: boolean };
/** The rows of each table in each language, and the pass mark (per cent) that bars show. */
export type DocumentTables = {
  readonly pass?: number;
  readonly rows: Readonly<Record<string, Readonly<Partial<Record<TableSource, readonly TableRow[]>>>>>;
};

/** Words of each placeholder in each language of the design. */
export type DesignValues = Readonly<Record<string, Readonly<Record<string, string>>>>;

/** A complete, plain description of one document of a `TemplateDesign`: no clock, nothing to look up but the design and its assets by name. */
export type DesignedDocument = {
  readonly design: { readonly name: string; readonly version: number };
  readonly language: string;
  readonly issuedOn: IsoDate;
  readonly title: string;
  readonly subject: string;
  readonly name: string;
  readonly serial: string;
  readonly payload: string;
  readonly values: DesignValues;
  readonly signatories: readonly Signatory[];
  readonly tables?: DocumentTables;
};

/** A picture or font by the SHA-256 of its bytes. */
export type KitAsset = { readonly id: string; readonly kind: 'picture' | 'font'; readonly data: Uint8Array };

/** What the documents of a batch are drawn with, sent once beside them. */
export type TemplateKit = { readonly designs: readonly TemplateDesign[]; readonly assets: readonly KitAsset[] };

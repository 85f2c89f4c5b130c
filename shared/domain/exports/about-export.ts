import type { IsoDate } from '#shared/lib/dates.ts';
import type { Message } from '../message.ts';
import { message } from '../message.ts';
import type { ExportKind, ExportSheet, ExportWords } from './export-table.ts';
import { sheetOf } from './export-table.ts';

/** What an export says of itself. `notes` are sentences about what was left out and how to read it. */
export type ExportAbout = {
  readonly kind: ExportKind | 'aggregate' | 'award-list' | 'grade-changes';
  readonly workspace: string;
  readonly demonstration: boolean;
  readonly cohort?: string;
  readonly on: IsoDate;
  readonly by: string;
  /** Left out where it is known only when the file is written. */
  readonly rows?: number;
  readonly named: boolean;
  readonly notes: readonly Message[];
};

type Line = { readonly label: string; readonly text: string | number };

const aboutLines = (about: ExportAbout, { say }: ExportWords): readonly Line[] => {
  const of = (name: string, values?: Message['values']): string => say(message(`exports.about.${name}`, values));
  return [
    { label: of('what'), text: of(`kinds.${about.kind}`) },
    { label: of('from'), text: about.demonstration ? of('demonstration', { name: about.workspace }) : about.workspace },
    ...(about.cohort === undefined ? [] : [{ label: of('cohort'), text: about.cohort }]),
    { label: of('madeOn'), text: about.on },
    { label: of('madeBy'), text: about.by },
    ...(about.rows === undefined ? [] : [{ label: of('rows'), text: about.rows }]),
    { label: of('people'), text: of(about.named ? 'named' : 'deidentified') },
    ...about.notes.map((note) => ({ label: '', text: say(note) })),
  ];
};

/** The sheet that says what the others are; for CSV and JSON it lies beside the file. */
export const aboutSheet = (about: ExportAbout, words: ExportWords): ExportSheet =>
  sheetOf(
    message('exports.sheet.about'),
    [
      { title: message('exports.about.title'), width: 24, cell: ({ label }) => label },
      { title: message('exports.about.words'), width: 100, cell: ({ text }) => text },
    ],
    aboutLines(about, words),
    words,
  );

/** The same as plain text, a line each. */
export const aboutText = (about: ExportAbout, words: ExportWords): string =>
  aboutLines(about, words)
    .map(({ label, text }) => `${label === '' ? '' : `${label}: `}${text}\n`)
    .join('');

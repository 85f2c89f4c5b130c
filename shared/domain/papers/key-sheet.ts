import type { IsoDate } from '#shared/lib/dates.ts';
import { certificateDate } from '../certificates.ts';
import type { ExportWords } from '../exports/export-table.ts';
import type { Message } from '../message.ts';
import { message } from '../message.ts';
import type { Paper } from '../paper.ts';
import type { VerifierKey } from '../verifier-page.ts';

/** The fingerprint in groups of four, as people compare it. */
export const fingerprintGroups = (fingerprint: string): string => fingerprint.replace(/(.{4})(?=.)/g, '$1 ');

/** The text of the code on the sheet: enough to type the key in again where no file is left. */
const keyText = ({ id, publicKey, since }: VerifierKey): string =>
  `FIELDCOURSE-KEY 1 ${id} ${publicKey} ${since.slice(0, 10)}`;

/** The sheet that is printed, signed and kept with the papers of the programme: by it anyone can tell whether a key is ours. */
export const keySheetPaper = (
  input: {
    readonly owner: string;
    readonly key: VerifierKey;
    readonly older: readonly VerifierKey[];
    readonly on: IsoDate;
  },
  { language, say }: ExportWords,
): Paper => {
  const words = (key: string, values?: Message['values']): string =>
    say(message(`certificates.keySheet.${key}`, values));
  const day = (date: string): string => certificateDate(date.slice(0, 10), language);
  const { owner, key, older, on } = input;
  return {
    title: words('title'),
    subject: words('subject', { owner }),
    language,
    date: on,
    page: { size: 'A4', orientation: 'portrait' },
    head: { left: owner, right: words('title') },
    foot: words('foot'),
    number: words('page'),
    blocks: [
      { kind: 'heading', level: 1, text: words('title') },
      { kind: 'paragraph', text: words('lead', { owner }) },
      {
        kind: 'facts',
        items: [
          { label: words('owner'), value: owner },
          { label: words('key'), value: key.id },
          { label: words('since'), value: day(key.since) },
          { label: words('fingerprint'), value: fingerprintGroups(key.fingerprint) },
          { label: words('publicKey'), value: key.publicKey },
        ],
      },
      { kind: 'code', text: keyText(key), caption: words('code', { key: key.id }) },
      ...(older.length === 0
        ? []
        : [
            { kind: 'heading' as const, level: 2 as const, text: words('older') },
            {
              kind: 'table' as const,
              caption: words('older'),
              columns: [
                { title: words('key'), share: 14 },
                { title: words('since'), share: 22 },
                { title: words('fingerprint'), share: 64 },
              ],
              rows: older.map((one) => [one.id, day(one.since), fingerprintGroups(one.fingerprint)]),
            },
          ]),
      { kind: 'paragraph', text: words('private'), tone: 'note' },
      {
        kind: 'signatures',
        lines: [{ office: words('office') }, { office: words('witness') }],
        dateLabel: words('date'),
      },
    ],
  };
};

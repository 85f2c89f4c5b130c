import type { IsoDate } from '#shared/lib/dates.ts';
import type { CertificateRecord } from '../certificates.ts';
import { certificateDate } from '../certificates.ts';
import type { Cohort } from '../cohorts.ts';
import { cohortTitle } from '../cohorts.ts';
import type { ExportWords } from '../exports/export-table.ts';
import type { Message } from '../message.ts';
import { message } from '../message.ts';
import type { Paper } from '../paper.ts';

/** Room to sign by hand. */
const rowHeight = 11;

/** The sheet that learners sign when they receive their certificates; the dates on it are keyed in afterwards. In the order of the serials. */
export const handOverPaper = (
  input: {
    readonly cohort: Pick<Cohort, 'code' | 'name' | 'partner' | 'place'>;
    readonly records: readonly Pick<CertificateRecord, 'serial' | 'snapshot' | 'handedOver'>[];
    readonly on: IsoDate;
  },
  { language, say }: ExportWords,
): Paper => {
  const words = (key: string, values?: Message['values']): string =>
    say(message(`certificates.handOverSheet.${key}`, values));
  const { cohort, records, on } = input;
  const [first] = records;
  return {
    title: words('title', { cohort: cohortTitle(cohort) }),
    subject: words('subject', { cohort: cohort.code }),
    language,
    date: on,
    page: { size: 'A4', orientation: 'portrait' },
    head: {
      left: [first?.snapshot.programme.title, cohort.partner]
        .filter((part) => part !== undefined && part !== '')
        .join(' · '),
      right: words('head', { cohort: cohort.code }),
    },
    foot: words('foot', { date: certificateDate(on, language) }),
    number: words('page'),
    blocks: [
      { kind: 'heading', level: 1, text: words('title', { cohort: cohortTitle(cohort) }) },
      { kind: 'paragraph', text: words('lead', { count: records.length }) },
      {
        kind: 'table',
        caption: words('caption', { cohort: cohort.code }),
        columns: [
          { title: words('number'), share: 5, align: 'right' },
          { title: words('name'), share: 32 },
          { title: words('serial'), share: 25 },
          { title: words('received'), share: 14 },
          { title: words('signature'), share: 24 },
        ],
        rows: records.map(({ serial, snapshot, handedOver }, index) => [
          String(index + 1),
          snapshot.name,
          serial,
          handedOver === undefined ? '' : certificateDate(handedOver, language),
          '',
        ]),
        rowHeight,
      },
      {
        kind: 'together',
        blocks: [
          { kind: 'paragraph', text: words('close'), tone: 'small' },
          { kind: 'signatures', lines: [{ office: words('office') }], dateLabel: words('date') },
        ],
      },
    ],
  };
};

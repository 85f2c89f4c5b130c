import type { IsoDate } from '#shared/lib/dates.ts';
import { textHash } from '#shared/lib/text-hash.ts';
import { lastAttempt } from '../cells.ts';
import type { Cell, Hundredths, Outcome } from '../marks.ts';
import type { Enrolment, Person } from '../people.ts';
import { fullName } from '../people.ts';
import type { Assignment } from '../programmes.ts';

/** The hidden sheet on which a worksheet notes what it was made from, and the version of how it is written. */
export const noteSheetName = '_fieldcourse';
export const worksheetFormat = 1;

/** Headings of the hidden columns: the enrolment, and what the row said when it was made. */
export const idHeading = '_id';
export const stampHeading = '_stamp';

/** The outcomes that a worksheet takes; an extension needs a date and is given on screen. */
export type WorksheetState = Exclude<Outcome, 'DEF'>;

/** What one row of a worksheet says of a cell. Absent is blank; feedback is the fingerprint of its text, or absent. */
export type WorksheetValues = {
  readonly mark?: Hundredths;
  readonly state?: WorksheetState;
  readonly received?: IsoDate;
  readonly criteria: Readonly<Record<string, Hundredths>>;
  readonly feedback?: string;
};

/** A feedback text as it is compared: without the line ends and blanks that spreadsheet programs change. */
export const plainFeedback = (text: string): string => text.normalize('NFC').replace(/\r\n?/g, '\n').trim();

const feedbackStamp = (text: string): string | undefined => {
  const plain = plainFeedback(text);
  return plain === '' ? undefined : textHash(plain);
};

/** What the last attempt of a cell says here and now. */
export const valuesOfCell = (cell: Cell | undefined): WorksheetValues => {
  const last = lastAttempt(cell);
  const feedback = feedbackStamp(last?.feedback ?? '');
  return {
    ...(last?.value === undefined ? {} : { mark: last.value }),
    ...(cell?.outcome === undefined || cell.outcome === 'DEF' ? {} : { state: cell.outcome }),
    ...(last?.received === undefined ? {} : { received: last.received }),
    criteria: last?.criteria ?? {},
    ...(feedback === undefined ? {} : { feedback }),
  };
};

/** What a row said when it was made: the number of the attempt, whom the row is about, and each of its values. */
type Stamp = { readonly attempt: number; readonly who: string; readonly values: WorksheetValues };

/** The attempt that is keyed into; a cell without any waits for its first. */
export const attemptNumber = (cell: Cell | undefined): number => Math.max(1, cell?.attempts.length ?? 0);

/** Whom a row is about, so that a name moved to another row is seen. Blanks at the ends do not count. */
export const whoStamp = (id: string, number: string, name: string): string =>
  textHash([id, number, name].map((text) => text.normalize('NFC').trim()).join('\n'));

/** Writes a row's stamp. */
export const stampText = (cell: Cell | undefined, enrolment: Pick<Enrolment, 'id'>, person: Person): string =>
  JSON.stringify({
    attempt: attemptNumber(cell),
    who: whoStamp(enrolment.id, person.number ?? '', fullName(person)),
    values: valuesOfCell(cell),
  } satisfies Stamp);

/** Reads a row's stamp; undefined where it is none. */
export const readStamp = (text: string): Stamp | undefined => {
  try {
    const read = JSON.parse(text) as Partial<Stamp> | null;
    const whole =
      typeof read?.attempt === 'number' && typeof read.who === 'string' && typeof read.values?.criteria === 'object';
    return whole ? (read as Stamp) : undefined;
  } catch {
    return undefined;
  }
};

/** The edition of an assignment: its maximum and its criteria. A worksheet made for another is not read into it. */
export const assignmentEdition = ({ max, criteria }: Pick<Assignment, 'max' | 'criteria'>): string =>
  [String(max), ...criteria.map(({ id, max: most }) => `${id}:${most}`)].join(' ');

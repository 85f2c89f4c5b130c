import type { IsoDate } from '#shared/lib/dates.ts';

/** A column of a printed table; `share` is its part of the width relative to the other columns. */
export type PaperColumn = {
  readonly title: string;
  readonly share: number;
  readonly align?: 'left' | 'right' | 'center';
};

/** One bar of a printed chart. All values are shares of the chart's `max`; `low`–`high` is drawn as an interval, `text` is printed beside it. */
export type PaperBar = {
  readonly label: string;
  readonly value: number;
  readonly text: string;
  readonly low?: number;
  readonly high?: number;
};

/** One criterion on a feedback sheet: `share` (0 to 1) is drawn as a bar, `least` as the mark across it that must be reached. */
export type PaperCriterion = {
  readonly label: string;
  readonly text: string;
  readonly share?: number;
  readonly least?: number;
  /** Printed small beside the bar, such as "must pass: at least 5". */
  readonly note?: string;
};

/** A part of a printed page, in reading order. All texts are complete and in the paper's language: nothing is looked up when it is drawn. */
export type PaperBlock =
  | { readonly kind: 'heading'; readonly level: 1 | 2 | 3; readonly text: string }
  | { readonly kind: 'paragraph'; readonly text: string; readonly tone?: 'normal' | 'small' | 'strong' | 'note' }
  | { readonly kind: 'list'; readonly items: readonly string[] }
  | { readonly kind: 'facts'; readonly items: readonly { readonly label: string; readonly value: string }[] }
  | {
      readonly kind: 'table';
      /** What the table shows, for screen readers and as its caption. */
      readonly caption: string;
      readonly columns: readonly PaperColumn[];
      readonly rows: readonly (readonly string[])[];
      /** Rows at least this high in millimetres, for tables that are signed or filled in by hand. */
      readonly rowHeight?: number;
    }
  | {
      readonly kind: 'bars';
      readonly caption: string;
      /** What the chart says in words, its alternative text. */
      readonly description: string;
      readonly max: number;
      readonly bars: readonly PaperBar[];
    }
  | {
      readonly kind: 'signatures';
      readonly lines: readonly { readonly office: string; readonly name?: string }[];
      readonly dateLabel: string;
    }
  | { readonly kind: 'blank-lines'; readonly label: string; readonly count: number }
  | { readonly kind: 'code'; readonly text: string; readonly caption: string }
  /** A person or thing by name with lines about it; `figure` stands in a box beside it with words below. */
  | {
      readonly kind: 'banner';
      readonly name: string;
      readonly lines: readonly string[];
      readonly figure?: { readonly value: string; readonly lines: readonly string[] };
    }
  /** Marks for each criterion with bars; `total` closes the list. */
  | {
      readonly kind: 'criteria';
      readonly caption: string;
      readonly columns: { readonly label: string; readonly text: string };
      readonly rows: readonly PaperCriterion[];
      readonly total?: { readonly label: string; readonly text: string };
    }
  | { readonly kind: 'page-break' }
  /** Blocks that stay on one page. */
  | { readonly kind: 'together'; readonly blocks: readonly PaperBlock[] };

/**
 * A plain, complete description of a working paper (sign-off sheet, feedback, report, list): the same description gives the same bytes. `number`
 * is the pattern of the page number, e.g. `Page {{page}} of {{pages}}`. The title is printed as heading of level 1 unless the first block is one.
 */
export type Paper = {
  readonly title: string;
  readonly subject: string;
  readonly language: string;
  readonly date: IsoDate;
  readonly page: { readonly size: 'A4' | 'Letter'; readonly orientation: 'portrait' | 'landscape' };
  /** Printed small at the top of every page: the programme or workspace on the left, what it is about on the right. */
  readonly head: { readonly left: string; readonly right: string };
  readonly foot: string;
  readonly number: string;
  readonly blocks: readonly PaperBlock[];
  /** Letters shrink to a floor of four fifths so that all goes on one page; where even that is too much, it goes on in full size on the next. */
  readonly onePage?: boolean;
};

/** A paper and the name of its own file; names that are equal are numbered. */
export type NamedPaper = { readonly paper: Paper; readonly name: string };

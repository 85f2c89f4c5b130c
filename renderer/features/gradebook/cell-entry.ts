import type { CellChange, Marking } from '#shared/domain/cells.ts';
import { changesReleased, clearCell, enterMark, enterOutcome, lastAttempt } from '#shared/domain/cells.ts';
import type { Language } from '#shared/domain/languages.ts';
import { isScreenLanguage } from '#shared/domain/languages.ts';
import type { CellEntry, MarkFailure } from '#shared/domain/mark-text.ts';
import { formatMark, parseCellEntry } from '#shared/domain/mark-text.ts';
import type { Cell, Outcome } from '#shared/domain/marks.ts';
import type { Assignment } from '#shared/domain/programmes.ts';
import type { IsoDate } from '#shared/lib/dates.ts';
import type { Result } from '#shared/lib/result.ts';
import { ok } from '#shared/lib/result.ts';

/** Who keys, when, and whether the module's marks were released. */
export type Keying = {
  readonly today: IsoDate;
  readonly by: string;
  readonly released: boolean;
  readonly received?: IsoDate;
};

/**
 * What typing into a cell comes to: the cell as it shall be, and whether that needs a reason because its mark was released. `criteriaGone`: the total
 * that was typed stands in the place of criterion marks, which the history alone keeps.
 */
export type Entered = {
  readonly cell: Cell;
  readonly changed: boolean;
  readonly needsReason: boolean;
  readonly criteriaGone: boolean;
};

const hasContent = (cell: Cell | undefined): boolean =>
  cell !== undefined && (cell.outcome !== undefined || cell.attempts.some((attempt) => attempt.value !== undefined));

const markingOf = (cell: Cell | undefined, { today, by, received }: Keying, change: CellChange): Marking => {
  const marking = lastAttempt(cell)?.marker === undefined ? { ...change, today, marker: by } : { ...change, today };
  return received === undefined ? marking : { ...marking, received };
};

/** Applies what was typed. `reason` is given where the mark was released before. */
export const applyEntry = (cell: Cell | undefined, entry: CellEntry, keying: Keying, reason?: string): Entered => {
  const change: CellChange = { released: keying.released, ...(reason === undefined ? {} : { reason }) };
  const applied = (): Cell => {
    if (entry.kind === 'mark') return enterMark(cell, entry.value, markingOf(cell, keying, change));
    return entry.kind === 'outcome' ? sameOutcome(cell, entry.outcome, change) : clearCell(cell, change);
  };
  const next = applied();
  const changed = next !== cell && !(cell === undefined && !hasContent(next));
  const criteriaGone =
    entry.kind === 'mark' && lastAttempt(cell)?.criteria !== undefined && lastAttempt(next)?.criteria === undefined;
  return { cell: next, changed, needsReason: changed && changesReleased(cell, next, keying.released), criteriaGone };
};

const sameOutcome = (cell: Cell | undefined, outcome: 'NS' | 'EX' | 'HOLD', change: CellChange): Cell =>
  cell?.outcome === outcome ? cell : enterOutcome(cell, outcome, change);

/** Reads a typed text and applies it. */
export const applyText = (
  cell: Cell | undefined,
  text: string,
  assignment: Pick<Assignment, 'max'>,
  keying: Keying,
): Result<{ readonly entry: CellEntry; readonly entered: Entered }, MarkFailure> => {
  const entry = parseCellEntry(text, assignment.max);
  return entry.ok ? ok({ entry: entry.value, entered: applyEntry(cell, entry.value, keying) }) : entry;
};

const letters = {
  en: { NS: 'NS', EX: 'EX', HOLD: 'HOLD', DEF: '' },
  fr: { NS: 'NR', EX: 'DISP', HOLD: 'ATT', DEF: '' },
  pt: { NS: 'NE', EX: 'DISP', HOLD: 'PEND', DEF: '' },
  sw: { NS: 'HKW', EX: 'RUH', HOLD: 'SWALI', DEF: '' },
} as const satisfies Record<Language, Record<Outcome, string>>;

/** A cell as text for F2 and for copying out: the mark as given, the letters of an outcome, or nothing. */
export const cellText = (cell: Cell | undefined, language: string): string => {
  if (cell?.outcome !== undefined) return letters[isScreenLanguage(language) ? language : 'en'][cell.outcome];
  const value = lastAttempt(cell)?.value;
  return value === undefined ? '' : formatMark(value, language);
};

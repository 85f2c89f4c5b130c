import type { IsoDate } from '#shared/lib/dates.ts';
import { daysBetween } from '#shared/lib/dates.ts';
import type { CountedMark, EffectiveMark } from './effective-marks.ts';
import { effectiveMark } from './effective-marks.ts';
import type { AttemptState, Cell, Hundredths } from './marks.ts';
import type { Message } from './message.ts';
import { message } from './message.ts';
import { commaList, dayMessage, figure } from './message-lists.ts';
import type { Assignment, ProgrammeRules } from './programmes.ts';

/** The glyphs of the cells (`#g-…` in the look). */
export type CellGlyph =
  | 'awaited'
  | 'received'
  | 'marker'
  | 'marked'
  | 'moderated'
  | 'released'
  | 'ns'
  | 'ex'
  | 'def'
  | 'hold'
  | 'late'
  | 'attempt'
  | 'capped'
  | 'revised'
  | 'clash'
  | 'anomaly';

/** Which colour class a cell has; `delay` is amber: over 21 days with the marker, which is our delay and not the learner's. */
export type CellTone = CellGlyph | 'delay';

/**
 * How a cell shows itself (look, the cells of the marks grid): glyph, small text beside it (`11 d`, `2 d`, `2nd`, `r2`, `NS`, `8 Jun`), the mark to
 * be shown with `formatMark`, the state in one word, and all of it in words for the screen reader. `glyph` is absent where the figure says it all.
 */
export type CellLook = {
  readonly glyph?: CellGlyph;
  readonly tone: CellTone;
  readonly text?: Message;
  readonly figure?: Hundredths;
  readonly word: Message;
  readonly screenReader: Message;
};

/** What the look of a cell depends on. `clash`: two laptops gave two marks and nobody has decided yet. */
export type CellSituation = {
  readonly assignment: Pick<Assignment, 'max'> & Partial<Pick<Assignment, 'criteria'>>;
  readonly rules: ProgrammeRules;
  readonly due: IsoDate | undefined;
  readonly today: IsoDate;
  readonly released?: boolean;
  readonly clash?: boolean;
};

/** Days after which a script that is still with the marker counts as our delay (domain.md 6). */
export const markerDelayDays = 21;

const word = (glyph: CellGlyph): Message => message(`domain.cell.word.${glyph}`);
const spoken = (what: string, values?: Message['values']): Message => message(`domain.cell.spoken.${what}`, values);

const simple = (glyph: CellGlyph, text?: Message, say: Message = spoken(glyph)): CellLook => ({
  glyph,
  tone: glyph,
  ...(text === undefined ? {} : { text }),
  word: word(glyph),
  screenReader: say,
});

const withMarker = (days: number): CellLook => {
  const delay = days > markerDelayDays;
  const look = simple(
    'marker',
    message('domain.cell.text.days', { count: days }),
    spoken(delay ? 'delay' : 'marker', { count: days, limit: markerDelayDays }),
  );
  return delay ? { ...look, tone: 'delay' } : look;
};

const waiting = (cell: Cell | undefined, state: AttemptState, today: IsoDate): CellLook => {
  const since = cell?.attempts.at(-1)?.withMarkerSince;
  if (state === 'with-marker')
    return since === undefined
      ? simple('marker', undefined, spoken('marker-undated'))
      : withMarker(daysBetween(since, today));
  return simple(state === 'received' ? 'received' : 'awaited');
};

const stateGlyph = (state: AttemptState, released: boolean): CellGlyph => {
  if (released || state === 'released') return 'released';
  return state === 'moderated' ? 'moderated' : 'marked';
};

/** Everything that can be said of a mark, in the order in which the screen reader says it; the first in `glyphOrder` is drawn. */
const factsOf = (
  cell: Cell,
  mark: CountedMark,
  released: boolean,
): ReadonlyMap<CellGlyph, { readonly say: Message; readonly text?: Message }> => {
  const facts = new Map<CellGlyph, { readonly say: Message; readonly text?: Message }>();
  const revision = cell.revision ?? 1;
  if (mark.lateDays > 0) {
    const values = { count: mark.lateDays, penalty: mark.penalty / 100 };
    facts.set('late', {
      say: spoken('late', values),
      text: message('domain.cell.text.days', { count: mark.lateDays }),
    });
  }
  if (mark.attemptNumber > 1) {
    const number = Math.min(mark.attemptNumber, 9);
    facts.set('attempt', { say: spoken('attempt', { number }), text: message(`domain.cell.text.attempt.${number}`) });
  }
  if (mark.capped) facts.set('capped', { say: spoken('capped') });
  if (revision > 1)
    facts.set('revised', {
      say: spoken('revised', { revision }),
      text: message('domain.cell.text.revision', { revision }),
    });
  if (mark.attempt.received === undefined) facts.set('anomaly', { say: spoken('anomaly') });
  if (mark.pending) facts.set('received', { say: spoken('pending') });
  if (facts.size > 0 && mark.attempt.state === 'marked' && !released) return facts;
  const state = stateGlyph(mark.attempt.state, released);
  return revision > 1 && state === 'released' ? facts : facts.set(state, { say: spoken(state) });
};

const glyphOrder: readonly CellGlyph[] = [
  'anomaly',
  'revised',
  'received',
  'late',
  'capped',
  'attempt',
  'moderated',
  'released',
  'marked',
];

const marked = (cell: Cell, mark: CountedMark, released: boolean): CellLook => {
  const facts = factsOf(cell, mark, released);
  const chosen = glyphOrder.find((one) => facts.has(one)) ?? 'marked';
  const text = facts.get(chosen)?.text;
  return {
    // The heading says it of a released module; a mark released on its own says it itself.
    ...(chosen === 'marked' || (chosen === 'released' && released) ? {} : { glyph: chosen }),
    tone: chosen,
    ...(text === undefined ? {} : { text }),
    figure: mark.value,
    word: word(chosen),
    screenReader: commaList([figure(mark.value / 100), ...[...facts.values()].map((fact) => fact.say)]),
  };
};

/** The look of a cell whose effective mark is known already. */
export const lookOf = (cell: Cell | undefined, effective: EffectiveMark, situation: CellSituation): CellLook => {
  if (situation.clash === true) return simple('clash', message('domain.cell.text.clash'));
  switch (effective.kind) {
    case 'none':
      return waiting(cell, effective.state, situation.today);
    case 'not-submitted':
      return effective.tooLate
        ? simple(
            'ns',
            message('domain.cell.text.ns'),
            spoken('too-late', { count: effective.lateDays, last: situation.rules.lastLateDay }),
          )
        : simple('ns', message('domain.cell.text.ns'));
    case 'excused':
      return simple('ex', message('domain.cell.text.ex'));
    case 'held':
      return simple('hold', message('domain.cell.text.hold'));
    case 'extended':
      return effective.to === undefined
        ? simple('def', undefined, spoken('def-undated'))
        : simple('def', dayMessage(effective.to, 'short'), spoken('def', { date: dayMessage(effective.to, 'long') }));
    case 'mark':
      // A resubmission marked after the release of its module is released on its own.
      return marked(cell ?? { attempts: [] }, effective, situation.released === true && effective.attemptNumber === 1);
  }
};

/** The look of a cell of the marks grid. */
export const cellLook = (cell: Cell | undefined, situation: CellSituation): CellLook =>
  lookOf(cell, effectiveMark(cell, situation.assignment, situation.rules, situation.due), situation);

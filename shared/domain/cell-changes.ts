import { sameJson } from '#shared/lib/json.ts';
import type { Attempt, Cell, Hundredths } from './marks.ts';
import type { Message } from './message.ts';
import { message } from './message.ts';
import { dayAndYear, figure, plainText, plusList } from './message-lists.ts';

const say = (what: string, values?: Message['values']): Message => message(`domain.change.${what}`, values);

const fromTo = (what: string, before: Message | undefined, after: Message | undefined): Message => {
  if (after === undefined) return before === undefined ? say(`${what}.gone`) : say(`${what}.gone`, { before });
  return before === undefined ? say(`${what}.new`, { after }) : say(`${what}.changed`, { before, after });
};

const shownMark = (value: Hundredths | undefined): Message | undefined =>
  value === undefined ? undefined : figure(value / 100);

const shownDay = (date: string | undefined): Message | undefined => (date === undefined ? undefined : dayAndYear(date));

const shownText = (text: string | undefined): Message | undefined => (text === undefined ? undefined : plainText(text));

const attemptChanges = (before: Attempt, after: Attempt): readonly Message[] => {
  const found: Message[] = [];
  if (before.value !== after.value) found.push(fromTo('mark', shownMark(before.value), shownMark(after.value)));
  else if (!sameJson(before.criteria, after.criteria) && after.criteria !== undefined) found.push(say('criteria'));
  const gone = after.criteria === undefined ? Object.values(before.criteria ?? {}) : [];
  if (gone.length > 0) found.push(say('criteriaGone', { marks: plusList(gone.map((mark) => figure(mark / 100))) }));
  for (const day of ['received', 'returned', 'extendedTo'] as const)
    if (before[day] !== after[day]) found.push(fromTo(day, shownDay(before[day]), shownDay(after[day])));
  if (before.value === after.value && before.marked !== after.marked)
    found.push(fromTo('marked', shownDay(before.marked), shownDay(after.marked)));
  if (before.value === after.value && before.marker !== after.marker)
    found.push(fromTo('marker', shownText(before.marker), shownText(after.marker)));
  if (before.feedback !== after.feedback)
    found.push(
      say(
        after.feedback === undefined
          ? 'feedback.gone'
          : `feedback.${before.feedback === undefined ? 'new' : 'changed'}`,
      ),
    );
  if (before.lateAccepted !== after.lateAccepted)
    found.push(say(after.lateAccepted === undefined ? 'late.refused' : 'late.accepted'));
  const told = new Set(['moderated', 'released', 'with-marker']);
  if (before.state !== after.state && told.has(after.state)) found.push(say(`state.${after.state}`));
  return found;
};

const none: Attempt = { state: 'awaited' };

/** What a change did to a cell, in words: marks, days, feedback, outcomes and attempts, before and after. Empty where nothing that is shown changed. */
export const describeCellChange = (before: Cell | undefined, after: Cell | undefined): readonly Message[] => {
  const [was, is] = [before ?? { attempts: [] }, after ?? { attempts: [] }];
  const found: Message[] = [];
  const count = Math.max(was.attempts.length, is.attempts.length);
  for (let index = 0; index < count; index += 1) {
    const [one, other] = [was.attempts[index], is.attempts[index]];
    if (index > 0 && one === undefined) found.push(say('attempt.new', { number: index + 1 }));
    if (index > 0 && other === undefined) found.push(say('attempt.gone', { number: index + 1 }));
    found.push(...attemptChanges(one ?? none, other ?? none));
  }
  if (was.outcome !== is.outcome)
    found.push(is.outcome === undefined ? say(`lifted.${was.outcome ?? 'NS'}`) : say(`outcome.${is.outcome}`));
  if (was.extendedTo !== is.extendedTo)
    found.push(fromTo('extendedTo', shownDay(was.extendedTo), shownDay(is.extendedTo)));
  if (was.lateOverride !== is.lateOverride)
    found.push(say(is.lateOverride === true ? 'late.accepted' : 'late.refused'));
  if (was.note !== is.note) found.push(say('note'));
  return found;
};

import type { Eligibility } from './eligibility.ts';
import { inLanguage } from './languages.ts';
import type { Message } from './message.ts';
import { message } from './message.ts';
import { andList, plainText } from './message-lists.ts';
import type { ModuleNeed, NeededMark } from './what-if.ts';

/** What one module needs, in words; `possible` false where it cannot be reached any more. `details`: what the sum rests on. */
export type NeedWords = { readonly text: Message; readonly details: readonly Message[]; readonly possible: boolean };

const say = (key: string, values?: Message['values']): Message => message(`results.whatIf.${key}`, values);

const markWords = ({ assignment, attemptNumber, value }: NeededMark, language: string): Message =>
  say(value === 0 ? 'anyMark' : attemptNumber > 1 ? 'again' : 'mark', {
    title: inLanguage(assignment.title, language),
    mark: value / 100,
    max: assignment.max / 100,
    number: attemptNumber,
  });

const either = (ways: readonly Message[]): Message => {
  const [first, ...rest] = ways;
  if (first === undefined) throw new Error('A choice needs at least one way');
  return rest.length === 0 ? first : say('or', { first, rest: either(rest) });
};

const detailsOf = ({ ways }: ModuleNeed, language: string): readonly Message[] => {
  const marks = ways.flat();
  const together: readonly Message[] = ways.some((way) => way.length > 1) ? [say('together')] : [];
  const late = marks.flatMap(({ assignment, lateDays, penalty }) =>
    lateDays === 0
      ? []
      : [say('late', { title: inLanguage(assignment.title, language), count: lateDays, penalty: penalty / 100 })],
  );
  const criteria = marks.flatMap((mark) =>
    mark.criteria.map(({ title, mustPass = 0 }) =>
      say('criterion', { criterion: inLanguage(title, language), least: mustPass / 100 }),
    ),
  );
  return [...together, ...late, ...criteria];
};

/** Says what a module needs: "Module 2 needs 20 of 40 on Essay, or 11.48 of 20 on attempt 2 of Log", or that it cannot be reached any more and why. */
export const needWords = (need: ModuleNeed, language: string): NeedWords => {
  const module = need.module.number;
  const titles = need.queries.map(({ title }) => plainText(inLanguage(title, language)));
  const query: readonly Message[] = titles.length === 0 ? [] : [say('query', { titles: andList(titles) })];
  if (need.noWay !== undefined) {
    return { text: say(`cannot.${need.noWay}`, { module }), details: query, possible: false };
  }
  if (need.ways.length === 0)
    return { text: say('waits', { module, titles: andList(titles) }), details: [], possible: true };
  const ways = need.ways.map((way) => andList(way.map((mark) => markWords(mark, language))));
  return {
    text: say('needs', { module, marks: either(ways) }),
    details: [...query, ...detailsOf(need, language)],
    possible: true,
  };
};

/** How many hours are still needed, in words; undefined where there are enough. */
export const hoursNeed = ({ hours }: Pick<Eligibility, 'hours'>): Message | undefined =>
  hours.enough ? undefined : say('hours', { count: Math.round((hours.needed - hours.attended) * 100) / 100 });

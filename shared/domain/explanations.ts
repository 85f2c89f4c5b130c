import type { CountedMark } from './effective-marks.ts';
import { inLanguage } from './languages.ts';
import type { Message } from './message.ts';
import { message } from './message.ts';
import { andList, figure, plainText, plusList } from './message-lists.ts';
import { openReasons } from './missing-marks.ts';
import type { ItemResult, LearnerResult, ModuleResult, TenthsOfPercent, Verdict } from './module-results.ts';
import { countsInFinal, shareOf } from './module-results.ts';
import type { Assignment, ProgrammeRules } from './programmes.ts';

/** A sentence of an explanation; `strong` is its beginning in bold where it has one. */
export type Sentence = { readonly strong?: Message; readonly text: Message };

/** A line of the sum: what it is of, and what it adds (`67.5 % × 60`); no sum where it is left out. */
export type SumLine = { readonly label: Message; readonly sum?: Message };

/** A computed number in words, as the popover on So far, Final and Overall shows it (look/marks). `result` in tenths of a per cent. */
export type Explanation = {
  readonly title: Message;
  readonly result?: TenthsOfPercent;
  readonly verdict: Verdict;
  readonly lines: readonly SumLine[];
  readonly sentences: readonly Sentence[];
};

const say = (key: string, values?: Message['values']): Message => message(`domain.sum.${key}`, values);

/** A share of one as per cent in figures; for showing only, sums use the exact share. */
const percentOf = (item: ItemResult): number => {
  const share = shareOf(item);
  return (Number(share.n) / Number(share.d)) * 100;
};

const itemLine = (item: ItemResult, language: string): SumLine => {
  const title = inLanguage(item.assignment.title, language);
  const { mark } = item;
  const term = say('term', { percent: percentOf(item), weight: item.assignment.weight });
  switch (mark.kind) {
    case 'mark':
      return { label: say('item.mark', { title, mark: mark.value / 100, max: item.assignment.max / 100 }), sum: term };
    case 'not-submitted':
      return {
        label: say(mark.tooLate ? 'item.too-late' : 'item.not-submitted', { title, count: mark.lateDays }),
        sum: term,
      };
    case 'none':
      return { label: say(`item.${mark.state}`, { title }) };
    case 'excused':
    case 'held':
    case 'extended':
      return { label: say(`item.${mark.kind}`, { title }) };
  }
};

const reductionsOf = (
  mark: CountedMark,
  assignment: Assignment,
  language: string,
  rules: ProgrammeRules,
): readonly Message[] => {
  const title = inLanguage(assignment.title, language);
  const max = assignment.max / 100;
  const found: Message[] = [];
  if (mark.penalty > 0) {
    const days = Math.min(mark.lateDays, rules.lastLateDay);
    const values = {
      title,
      count: mark.lateDays,
      rate: rules.latePenaltyPerDay / 100,
      max,
      penalty: mark.penalty / 100,
      raw: mark.raw / 100,
    };
    found.push(say(mark.lateDays > days ? 'late-overridden' : 'late', { ...values, days }));
  }
  if (mark.capped) {
    found.push(
      say('capped', { title, number: mark.attemptNumber, mark: mark.value / 100, passMark: rules.passMark / 100 }),
    );
  } else if (mark.attemptNumber > 1) found.push(say('attempt', { title, number: mark.attemptNumber }));
  if (mark.insteadOf !== undefined) {
    const { attemptNumber, value, criterion } = mark.insteadOf;
    found.push(
      say('criterion-first', {
        title,
        number: mark.attemptNumber,
        other: attemptNumber,
        mark: value / 100,
        criterion: inLanguage(criterion.title, language),
        least: (criterion.mustPass ?? 0) / 100,
      }),
    );
  }
  return found;
};

/** What was done to a mark before it counts: late penalty, cap, which attempt. Empty where it counts as given. */
export const explainMark = (item: ItemResult, rules: ProgrammeRules, language: string): readonly Message[] =>
  item.mark.kind === 'mark' ? reductionsOf(item.mark, item.assignment, language, rules) : [];

const sumOf = (items: readonly ItemResult[]): Message => {
  const weights = items.reduce((sum, item) => sum + item.assignment.weight, 0);
  const terms = items.map((item) => say('product', { weight: item.assignment.weight, percent: percentOf(item) }));
  return say('quotient', { sum: plusList(terms), weights });
};

const finalSentence = (result: ModuleResult, final: TenthsOfPercent): Sentence => {
  const ns = result.items.some((item) => item.mark.kind === 'not-submitted');
  const ex = result.items.some((item) => item.mark.kind === 'excused');
  const why = ns ? (ex ? 'ns-and-ex' : 'ns') : ex ? 'ex' : 'plain';
  return {
    strong: say('final', { percent: final / 10 }),
    text: say(`because.${why}`, { sum: sumOf(result.items.filter(countsInFinal)) }),
  };
};

const weightsSentence = (result: ModuleResult): readonly Sentence[] => {
  const weights = result.items.map((item) => item.assignment.weight);
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  if (weights.length < 2 || Math.abs(total - 100) < 1e-9) return [];
  return [{ text: say('weights', { weights: andList(weights.map(figure)), total }) }];
};

const verdictSentences = (result: ModuleResult, rules: ProgrammeRules, language: string): readonly Sentence[] => {
  const passMark = rules.passMark / 100;
  const criteria = result.failedCriteria.map((found): Sentence => ({
    text: say('criterion', {
      criterion: inLanguage(found.criterion.title, language),
      least: (found.criterion.mustPass ?? 0) / 100,
      mark: (found.mark ?? 0) / 100,
    }),
  }));
  const unchecked = result.uncheckedCriteria.map((found): Sentence => ({
    text: say('criterion-unchecked', {
      criterion: inLanguage(found.criterion.title, language),
      least: (found.criterion.mustPass ?? 0) / 100,
    }),
  }));
  if (result.final === undefined) return [...criteria, ...unchecked];
  const pass =
    result.missingPoints > 0
      ? say('below', { passMark, count: result.missingPoints / 100 })
      : say('reached', { passMark });
  const signOff: readonly Sentence[] = result.verdict === 'sign-off' ? [{ text: say('sign-off') }] : [];
  return [{ text: pass }, ...criteria, ...unchecked, ...signOff];
};

/** Why a module mark is what it is: each item, both sums, weights that are normalised, penalties, caps, and what is missing. */
export const explainModule = (result: ModuleResult, rules: ProgrammeRules, language: string): Explanation => {
  const soFar: readonly Sentence[] =
    result.soFar === undefined
      ? []
      : [{ strong: say('so-far', { percent: result.soFar / 10 }), text: say('only-marked') }];
  const open = openReasons(result, language).map(({ text }): Sentence => ({ text: say('open', { reason: text }) }));
  const final =
    result.final === undefined
      ? [{ strong: say('no-final'), text: say('waits') }, ...open]
      : [finalSentence(result, result.final)];
  return {
    title: say('module-title', { number: result.module.number }),
    ...(result.final === undefined ? {} : { result: result.final }),
    verdict: result.verdict,
    lines: result.items.map((item) => itemLine(item, language)),
    sentences: [
      ...soFar,
      ...final,
      ...weightsSentence(result),
      ...result.items.flatMap((item) => explainMark(item, rules, language)).map((text): Sentence => ({ text })),
      ...verdictSentences(result, rules, language),
    ],
  };
};

/** Why the overall is what it is. It has no pass mark of its own: every module has to be passed. */
export const explainOverall = (result: LearnerResult, language: string): Explanation => {
  const total = result.modules.reduce((sum, one) => sum + one.module.weight, 0);
  const lines = result.modules.map((one): SumLine => {
    const label = say('module-line', { number: one.module.number, title: inLanguage(one.module.title, language) });
    return one.final === undefined
      ? { label }
      : { label, sum: say('term', { percent: one.final / 10, weight: one.module.weight }) };
  });
  const open = result.modules
    .filter((one) => one.final === undefined)
    .map((one) => plainText(String(one.module.number)));
  const sentences: readonly Sentence[] =
    result.overall === undefined
      ? [
          {
            strong: say('no-overall'),
            text: say('modules-open', { count: open.length, modules: open.length === 0 ? '' : andList(open) }),
          },
        ]
      : [{ strong: say('overall', { percent: result.overall / 10 }), text: say('overall-rounded', { total }) }];
  const passed = result.modules.every((one) => one.verdict === 'passed');
  return {
    title: say('overall-title'),
    ...(result.overall === undefined ? {} : { result: result.overall }),
    verdict: result.overall === undefined ? 'open' : passed ? 'passed' : 'below',
    lines,
    sentences,
  };
};

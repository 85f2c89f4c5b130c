import type { IsoDate } from '#shared/lib/dates.ts';
import { dueDateOf } from '../effective-marks.ts';
import { inLanguage } from '../languages.ts';
import { formatPercent } from '../mark-text.ts';
import type { Attempt, Cell } from '../marks.ts';
import type { ItemResult } from '../module-results.ts';
import type { PaperBlock } from '../paper.ts';
import type { FeedbackContext } from './feedback-context.ts';
import { nextStep } from './next-steps.ts';

/** The attempt whose script and feedback the sheet speaks of: the last with a mark, else the last. */
const attemptShown = (cell: Cell | undefined): Attempt | undefined =>
  cell?.attempts.findLast(({ value }) => value !== undefined) ?? cell?.attempts.at(-1);

const dueText = (cell: Cell | undefined, { input, rules, say, day }: FeedbackContext, item: ItemResult): string => {
  const due = input.cohort.due[item.assignment.id];
  const shown = attemptShown(cell);
  const index = cell === undefined || shown === undefined ? 0 : cell.attempts.indexOf(shown);
  const by = dueDateOf(cell ?? { attempts: [] }, index, rules, due);
  if (by === undefined) return '–';
  return index === 0 && due !== undefined && by > due ? say('extended', { date: day(by) }) : day(by);
};

const factsOf = (cell: Cell | undefined, item: ItemResult, context: FeedbackContext): PaperBlock => {
  const { say, day, input, rules } = context;
  const attempt = attemptShown(cell);
  const number = cell === undefined || attempt === undefined ? 1 : cell.attempts.indexOf(attempt) + 1;
  const fact = (key: string, value: string) => ({ label: say(`fact.${key}`), value });
  const date = (value: IsoDate | undefined): string => (value === undefined ? '–' : day(value));
  return {
    kind: 'facts',
    items: [
      fact('due', dueText(cell, context, item)),
      fact('received', date(attempt?.received)),
      fact('returned', date(attempt?.returned)),
      ...(attempt === undefined
        ? []
        : [fact('attempt', say('of', { number, most: Math.max(number, rules.maxAttempts) }))]),
      ...(input.namesMarker && attempt?.marker !== undefined ? [fact('marker', attempt.marker)] : []),
    ],
  };
};

const criteriaOf = (item: ItemResult, context: FeedbackContext): readonly PaperBlock[] => {
  if (item.mark.kind !== 'mark') return [];
  const { say, mark, language } = context;
  const { assignment } = item;
  const { attempt, raw } = item.mark;
  const of = (value: number, max: number): string => say('mark-of', { mark: mark(value), max: mark(max) });
  const rows = assignment.criteria.map((criterion) => {
    const keyed = attempt.criteria?.[criterion.id];
    const least = criterion.mustPass;
    return {
      label: inLanguage(criterion.title, language),
      text: keyed === undefined ? '–' : of(keyed, criterion.max),
      ...(keyed === undefined || criterion.max === 0 ? {} : { share: Math.min(1, keyed / criterion.max) }),
      ...(least === undefined
        ? {}
        : {
            least: criterion.max === 0 ? 0 : Math.min(1, least / criterion.max),
            note: say(keyed !== undefined && keyed < least ? 'must-pass-missed' : 'must-pass', { least: mark(least) }),
          }),
    };
  });
  if (attempt.criteria === undefined || rows.length === 0) return [];
  return [
    {
      kind: 'criteria',
      caption: say('criteria'),
      columns: { label: say('criterion'), text: say('marks') },
      rows,
      total: { label: say('total'), text: of(raw, assignment.max) },
    },
  ];
};

/** How the mark that counts came out of the marks given: late rule, cap, which attempt. Empty where it counts as given. */
const reductions = (item: ItemResult, cell: Cell | undefined, context: FeedbackContext): readonly string[] => {
  const { mark: counted, assignment } = item;
  if (counted.kind !== 'mark') return [];
  const { say, mark, rules } = context;
  const marked = cell?.attempts.filter(({ value }) => value !== undefined).length ?? 0;
  const late =
    counted.lateDays === 0
      ? []
      : [
          say(counted.lateDays > rules.lastLateDay ? 'late-accepted' : 'late', {
            count: counted.lateDays,
            rate: rules.latePenaltyPerDay / 100,
            max: mark(assignment.max),
            penalty: mark(counted.penalty),
            raw: mark(counted.raw),
            last: rules.lastLateDay,
          }),
        ];
  const capped = counted.capped ? [say('capped', { passMark: rules.passMark / 100 })] : [];
  const which = marked < 2 ? [] : [say(`counts.${rules.attemptPolicy}`, { number: counted.attemptNumber })];
  return [...late, ...capped, ...which];
};

const countsSentence = (item: ItemResult, context: FeedbackContext): string => {
  const { say, mark, day, language, rules } = context;
  const { mark: counted, assignment } = item;
  switch (counted.kind) {
    case 'mark':
      return say('counts-mark', {
        mark: mark(counted.value),
        max: mark(assignment.max),
        percent: formatPercent(Math.floor((counted.parts * 1000) / (assignment.max * 10_000) + 0.5), language),
      });
    case 'not-submitted':
      return counted.tooLate
        ? say('too-late', { count: counted.lateDays, last: rules.lastLateDay })
        : say('not-submitted');
    case 'extended':
      return counted.to === undefined ? say('extension') : say('extension-to', { date: day(counted.to) });
    case 'none':
      return say(`waiting.${counted.state}`);
    case 'excused':
    case 'held':
      return say(counted.kind);
  }
};

const stepBlocks = (item: ItemResult, cell: Cell | undefined, context: FeedbackContext): readonly PaperBlock[] => {
  const { say, mark, day, language, rules, result, input } = context;
  const step = nextStep(item, result, cell, rules, input.on);
  if (step === undefined) return [];
  const sentences = (): readonly string[] => {
    if (step.kind === 'arrived') return [say('step.arrived', { attempt: step.attempt })];
    if (step.kind === 'used-up') return [say('step.used-up', { count: step.attempts })];
    if (step.kind === 'talk') return [say('step.talk')];
    const when =
      step.by === undefined
        ? say('step.within', { count: step.days })
        : say(step.over ? 'step.over' : 'step.by', { date: day(step.by), count: step.days });
    if (step.over) return [when];
    const needs = say('step.needs', { least: mark(step.least), max: mark(item.assignment.max) });
    const criteria = step.criteria.map(({ criterion }) =>
      say('step.criterion', {
        criterion: inLanguage(criterion.title, language),
        least: mark(criterion.mustPass ?? 0),
        max: mark(criterion.max),
      }),
    );
    const cap =
      step.cap === undefined ? [] : [say('step.cap', { most: mark(step.cap), max: mark(item.assignment.max) })];
    return [when, needs, ...criteria, ...cap];
  };
  const [first = '', ...others] = sentences();
  return [
    {
      kind: 'together',
      blocks: [
        { kind: 'heading', level: 3, text: say('step.title') },
        { kind: 'paragraph', tone: 'strong', text: first },
        ...(others.length === 0 ? [] : [{ kind: 'list', items: others } as const]),
      ],
    },
  ];
};

const feedbackBlocks = (cell: Cell | undefined, { say, input }: FeedbackContext): readonly PaperBlock[] => {
  const attempts = cell?.attempts ?? [];
  const shown = attempts.findLast(({ feedback }) => (feedback ?? '').trim() !== '');
  if (shown?.feedback === undefined) return [];
  const older = attempts.filter(({ value }) => value !== undefined).at(-1) !== shown && attempts.length > 1;
  const title = say(older ? 'comment-on-attempt' : 'comment', { number: attempts.indexOf(shown) + 1 });
  const paragraphs = shown.feedback.split(/\n\s*\n/).filter((text) => text.trim() !== '');
  return [
    { kind: 'heading', level: 3, text: title },
    ...paragraphs.map((text): PaperBlock => ({ kind: 'paragraph', text: text.trim() })),
    ...(input.namesMarker && shown.marker !== undefined
      ? [{ kind: 'paragraph', tone: 'small', text: say('marked-by', { marker: shown.marker }) } as const]
      : []),
  ];
};

/** What the sheet says about one assignment. */
export const assignmentBlocks = (item: ItemResult, context: FeedbackContext): readonly PaperBlock[] => {
  const cell = context.input.sheet?.cells[item.assignment.id];
  const more = reductions(item, cell, context);
  return [
    { kind: 'heading', level: 2, text: inLanguage(item.assignment.title, context.language) },
    factsOf(cell, item, context),
    ...criteriaOf(item, context),
    ...more.map((text): PaperBlock => ({ kind: 'paragraph', text })),
    { kind: 'paragraph', tone: 'strong', text: countsSentence(item, context) },
    ...feedbackBlocks(cell, context),
    ...stepBlocks(item, cell, context),
  ];
};

import type { FollowUpAnswers, YesNoUnsure } from './follow-ups.ts';
import { isActive, isPaid, isVolunteer } from './questionnaire.ts';
import type { OutcomeDefinition } from './outcome-definitions.ts';
import { placementOf } from './outcome-definitions.ts';
import type { OutcomeRow } from './outcome-rows.ts';

/** Indicators that count people, not answers. */
export const flowIndicatorIds = ['completion', 'response', 'knowledge'] as const;

/** Indicators computed from raw answers of one wave. */
export const answerIndicatorIds = [
  'volunteerToPaid',
  'attribution',
  'unpaidToStipend',
  'askedToLead',
  'sameCommunity',
  'worksWithChildren',
  'promoted',
  'courseHelped',
  'furtherStudy',
  'placement',
] as const;

export type AnswerIndicatorId = (typeof answerIndicatorIds)[number];
export type IndicatorId = (typeof flowIndicatorIds)[number] | AnswerIndicatorId;

/** All indicators in the order in which they are shown. */
export const indicatorIds: readonly IndicatorId[] = [...flowIndicatorIds, ...answerIndicatorIds];

/** Where one alumnus stands in an indicator: outside its base, in it but not known, or known. */
export type Verdict = 'out' | 'unknown' | 'no' | 'yes';

const plain = (answer: YesNoUnsure | undefined): Verdict =>
  answer === undefined ? 'unknown' : answer === 'yes' ? 'yes' : 'no';

const amongVolunteers = (row: OutcomeRow, answers: FollowUpAnswers, test: (row: OutcomeRow) => boolean): Verdict => {
  if (!isVolunteer(row.baseline)) return 'out';
  if (answers.activity === undefined) return 'unknown';
  return test(row) ? 'yes' : 'no';
};

const amongActive = (answers: FollowUpAnswers, answer: YesNoUnsure | undefined): Verdict => {
  if (answers.activity === undefined) return 'unknown';
  return isActive(answers.activity) ? plain(answer) : 'out';
};

/** The months of the wave and the definition of placement in use. */
export type Reading = { readonly offsetMonths: number; readonly definition: OutcomeDefinition };

/**
 * The programme's own definitions (domain.md 5): paid is employed or self-employed, a volunteer is unpaid or on a stipend, "unsure" is an
 * answer and not a yes; placement alone follows the definition chosen. The messages `outcomeIndicators.<id>.definition` say the same in words.
 */
export const classify: Readonly<
  Record<AnswerIndicatorId, (row: OutcomeRow, answers: FollowUpAnswers, reading: Reading) => Verdict>
> = {
  volunteerToPaid: (row, answers) => amongVolunteers(row, answers, () => isPaid(answers.activity)),
  attribution: (row, answers) =>
    isVolunteer(row.baseline) && isPaid(answers.activity) ? plain(answers.becauseOfCourse) : 'out',
  unpaidToStipend: (row, answers) =>
    amongVolunteers(
      row,
      answers,
      ({ baseline }) => baseline === 'unpaid-volunteer' && answers.activity === 'stipend-volunteer',
    ),
  askedToLead: (_row, answers) => plain(answers.askedToLead),
  sameCommunity: (_row, answers) => plain(answers.sameCommunity),
  worksWithChildren: (_row, answers) => amongActive(answers, answers.worksWithChildren),
  promoted: (_row, answers) => amongActive(answers, answers.promoted),
  courseHelped: (_row, answers) => plain(answers.courseHelped),
  furtherStudy: (_row, answers) => plain(answers.furtherStudy),
  placement: (_row, { activity }, { definition, offsetMonths }) =>
    activity === undefined ? 'unknown' : placementOf(definition, activity, offsetMonths),
};

/** True where the main activity, the community or the leading of discussions is known in this wave, from whatever source (K). */
export const isKnown = (answers: FollowUpAnswers): boolean =>
  answers.activity !== undefined || answers.sameCommunity !== undefined || answers.askedToLead !== undefined;

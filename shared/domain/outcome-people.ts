import type { EnrolmentId } from './ids.ts';
import type { Message } from './message.ts';
import { message } from './message.ts';
import type { AnswerIndicatorId, IndicatorId, Reading, Verdict } from './outcome-indicators.ts';
import { classify, isKnown } from './outcome-indicators.ts';
import type { OutcomeRow, OutcomeWave } from './outcome-rows.ts';
import type { OutcomeSelection } from './outcome-selection.ts';
import { isSelected } from './outcome-selection.ts';
import type { QuestionId } from './follow-ups.ts';
import { isActive, isPaid, isVolunteer } from './questionnaire.ts';

/** One person of a selection in one indicator: counted in or out, and why. */
export type CountedPerson = { readonly enrolmentId: EnrolmentId; readonly verdict: Verdict; readonly reason: Message };

const questionOf: Readonly<Record<AnswerIndicatorId, QuestionId>> = {
  volunteerToPaid: 'activity',
  unpaidToStipend: 'activity',
  placement: 'activity',
  attribution: 'becauseOfCourse',
  askedToLead: 'askedToLead',
  sameCommunity: 'sameCommunity',
  worksWithChildren: 'worksWithChildren',
  promoted: 'promoted',
  courseHelped: 'courseHelped',
  furtherStudy: 'furtherStudy',
};

const why = (name: string): Message => message(`outcomeReasons.${name}`);

const amongVolunteers: readonly IndicatorId[] = ['volunteerToPaid', 'unpaidToStipend', 'attribution'];
const amongActive: readonly IndicatorId[] = ['worksWithChildren', 'promoted'];

const outReason = (id: AnswerIndicatorId, row: OutcomeRow, { answers }: OutcomeWave): Message => {
  if (amongVolunteers.includes(id) && row.baseline === undefined) return why('no-baseline');
  if (amongVolunteers.includes(id) && !isVolunteer(row.baseline)) return why('not-volunteer');
  if (id === 'attribution') return why(isPaid(answers.activity) ? 'not-asked' : 'not-converted');
  if (amongActive.includes(id) && !isActive(answers.activity)) return why('not-working');
  return why('not-in-definition');
};

const unknownReason = ({ complete, answers }: OutcomeWave): Message =>
  why(complete || Object.keys(answers).length > 0 ? 'not-answered' : 'not-interviewed');

const said = (id: AnswerIndicatorId, { answers }: OutcomeWave): Message => {
  const question = questionOf[id];
  const answer = answers[question];
  return message('outcomeReasons.said', {
    question: message(`questionnaire.${question}.short`),
    answer: typeof answer === 'string' ? message(`questionnaire.${question}.choice.${answer}`) : why('not-answered'),
  });
};

const judged = (id: IndicatorId, row: OutcomeRow, reading: Reading): Omit<CountedPerson, 'enrolmentId'> => {
  if (id === 'completion' && row.beginUnknown === true) return { verdict: 'out', reason: why('begin-unknown') };
  if (id === 'completion')
    return { verdict: row.awarded ? 'yes' : 'no', reason: why(row.awarded ? 'awarded' : 'not-awarded') };
  if (!row.awarded) return { verdict: 'out', reason: why('not-awarded') };
  const wave = row.waves.find(({ offsetMonths }) => offsetMonths === reading.offsetMonths);
  if (wave === undefined) return { verdict: 'out', reason: why('not-due') };
  if (wave.lost) return { verdict: 'out', reason: why('lost') };
  if (id === 'response')
    return { verdict: wave.complete ? 'yes' : 'no', reason: why(wave.complete ? 'interviewed' : 'not-interviewed') };
  if (id === 'knowledge') {
    const known = wave.complete || isKnown(wave.answers);
    return { verdict: known ? 'yes' : 'no', reason: known ? why('known') : unknownReason(wave) };
  }
  const verdict = classify[id](row, wave.answers, reading);
  if (verdict === 'out') return { verdict, reason: outReason(id, row, wave) };
  return { verdict, reason: verdict === 'unknown' ? unknownReason(wave) : said(id, wave) };
};

/** Everyone of a selection with where they stand in an indicator: the same verdicts from which `outcomes` counts. */
export const peopleCounted = (
  rows: readonly OutcomeRow[],
  selection: OutcomeSelection,
  id: IndicatorId,
): readonly CountedPerson[] => {
  const reading: Reading = { offsetMonths: selection.offsetMonths, definition: selection.definition ?? 'programme' };
  return rows.flatMap((row) =>
    isSelected(row, selection) ? [{ enrolmentId: row.enrolmentId, ...judged(id, row, reading) }] : [],
  );
};

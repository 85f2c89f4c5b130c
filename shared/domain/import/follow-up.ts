import type { IsoDate } from '#shared/lib/dates.ts';
import type { Award } from '../awards.ts';
import { withdrawConsent } from '../consents.ts';
import { editionName } from '../enumerator/form-fields.ts';
import type { WaveDates } from '../follow-up-waves.ts';
import { followUpId, waveDates } from '../follow-up-waves.ts';
import type { FollowUp } from '../follow-ups.ts';
import { asId } from '../ids.ts';
import type { PersonId } from '../ids.ts';
import type { Message } from '../message.ts';
import { message } from '../message.ts';
import { dayAndYear } from '../message-lists.ts';
import type { Person } from '../people.ts';
import type { Wave } from '../programmes.ts';
import { standardQuestionnaire } from '../questionnaire-standard.ts';
import type { Alumnus, FollowUpInput, FollowUpPlan, PlacedRow, StartedRow } from './follow-up-plan.ts';
import { alumnusOf, closedReason, refuse } from './follow-up-plan.ts';
import type { FollowUpRow } from './follow-up-row.ts';
import { readFollowUpRow } from './follow-up-row.ts';
import type { InterviewContext, RowNews } from './follow-up-merge.ts';
import { designOf, strayAnswers, waveOf } from './follow-up-places.ts';
import { endNotes, interviewDay, newsOf, phoneChange, takeInterview } from './follow-up-merge.ts';
import type { Decision, ImportPlan, ImportRow, PlannedChange, SourceRow } from './import-kinds.ts';
import { learnerFinder } from './match-learners.ts';
import { phoneKey } from './match-people.ts';
import { cellReader } from './row-cells.ts';

/** Everything known of one row once its alumnus and its wave are found. */
type Interview = PlacedRow & {
  readonly base: StartedRow;
  readonly before: FollowUp | undefined;
  readonly context: InterviewContext;
  readonly news: RowNews;
  readonly person: Person;
  /** A telephone that is not the one here. */
  readonly phone: string | undefined;
  readonly day: IsoDate | undefined;
  readonly dates: WaveDates;
  readonly notes: readonly Message[];
  readonly decided: Decision | undefined;
};

const prepare = (plan: FollowUpPlan, source: SourceRow, place: PlacedRow): Interview => {
  const { alumnus, wave, row, start } = place;
  const { input } = plan;
  const { award } = alumnus;
  const before = plan.followUps.get(followUpId(award.id, wave.id));
  const { design, notes } = designOf(input.designs, row, before);
  const asking = { design, baseline: alumnus.enrolment.baseline?.activity };
  const context: InterviewContext = { award, waveId: wave.id, asking, author: input.author, language: input.language };
  const person = plan.people.get(award.personId) ?? alumnus.person;
  const { newPhone } = row;
  const decision = input.decisions[row.line];
  return {
    ...place,
    base: {
      ...start,
      name: award.name,
      problems: [...row.problems, ...strayAnswers(input.designs, plan.readCell, source, design)],
    },
    before,
    context,
    news: newsOf(row, before, context),
    person,
    phone: newPhone !== undefined && phoneKey(newPhone) !== phoneKey(person.phone ?? '') ? newPhone : undefined,
    day: interviewDay(row),
    dates: waveDates(input.cohort.graduation ?? award.awardedOn, wave, input.programme.rules),
    notes,
    decided: decision?.as === 'file' || decision?.as === 'here' ? decision : undefined,
  };
};

/** What becomes of a row that brings nothing, may not be recorded, or waits for a decision; undefined where it is to be taken. */
const withoutTaking = (plan: FollowUpPlan, interview: Interview): ImportRow | undefined => {
  const { row, base, before, news, phone, day, dates, decided, alumnus } = interview;
  const same = (...notes: readonly string[]): ImportRow => ({
    ...base,
    fate: 'same',
    notes: notes.map((note) => message(`import.note.${note}`)),
  });
  if (row.submission !== undefined && before?.submissions?.includes(row.submission) === true)
    return same('known-submission');
  if (news.calls.length + news.answers.length === 0 && phone === undefined) {
    const [first] = base.problems;
    if (first !== undefined) return { ...base, fate: 'refused', reason: first.reason };
    return row.calls.length + row.answers.length === 0 ? same('not-filled-in') : same();
  }
  const closed = closedReason(plan, interview, before);
  if (closed !== undefined) return refuse(base, closed, { name: base.name });
  if (news.answers.length > 0 && day === undefined) return refuse(base, 'no-interview-day');
  const graduation = plan.input.cohort.graduation ?? alumnus.award.awardedOn;
  const first = dates.opens < graduation ? dates.opens : graduation;
  const early = row.calls.find(({ on }) => on < first);
  if (early !== undefined)
    return refuse(base, 'before-graduation', { day: dayAndYear(early.on), first: dayAndYear(first) });
  const { clashes } = news;
  if (clashes.length > 0 && decided === undefined) {
    const code = before?.status === 'complete' ? 'second-interview' : 'answered-otherwise';
    return { ...base, fate: 'unsure', reason: message(`import.reason.${code}`), clashes };
  }
  return before?.status === 'complete' && decided?.as === 'here' ? { ...same('kept-here'), clashes } : undefined;
};

/** The person with what the interview says of them: another telephone, that they want no more calls, or that they have died. */
const keepPerson = (plan: FollowUpPlan, { person, phone, day }: Interview, next: FollowUp): void => {
  const died = next.status === 'deceased' && person.deceasedOn === undefined;
  const optedOut = next.status === 'opted-out';
  if (phone === undefined && !died && !optedOut) return;
  const on = day ?? plan.input.understanding.today;
  const kept: Person = {
    ...person,
    ...(phone === undefined ? {} : { phone }),
    ...(died ? { deceasedOn: on } : {}),
  };
  plan.people.set(person.id, optedOut ? withdrawConsent(kept, 'follow-up-calls', { on, how: 'spoken' }) : kept);
};

const planInterview = (plan: FollowUpPlan, source: SourceRow, place: PlacedRow): ImportRow => {
  const interview = prepare(plan, source, place);
  const left = withoutTaking(plan, interview);
  if (left !== undefined) return left;
  const { row, base, before, context, news, person, phone, day, dates, notes, decided } = interview;
  const taken = takeInterview(row, news, before, context, decided);
  if (taken.changes.length > 0) plan.followUps.set(taken.next.id, taken.next);
  keepPerson(plan, interview, taken.next);
  const clashes = news.clashes.length > 0 ? { clashes: news.clashes } : {};
  const changes = [...taken.changes, ...(phone === undefined ? [] : [phoneChange(person.phone, phone)])];
  const problems = [...base.problems, ...taken.problems];
  const common = { ...base, ...clashes, problems };
  const [worst] = problems;
  if (changes.length === 0)
    return worst === undefined ? { ...common, fate: 'same' } : { ...common, fate: 'refused', reason: worst.reason };
  const outside = day !== undefined && (day < dates.opens || day > dates.closes);
  const window = { opens: dayAndYear(dates.opens), closes: dayAndYear(dates.closes) };
  return {
    ...common,
    fate: before === undefined ? 'new' : 'changed',
    notes: [
      ...endNotes(before, taken.next, context),
      ...(worst === undefined ? [] : [message('import.note.cells-refused', { count: problems.length })]),
      ...(outside ? [message('import.note.outside-window', window)] : []),
      ...notes,
    ],
    changes,
  };
};

/** A phone that says when an interview ended need not say its day again. */
const withDay = (row: FollowUpRow): FollowUpRow =>
  row.calls.length > 0 || row.endedAt === undefined || row.answers.length === 0
    ? row
    : { ...row, calls: [{ on: row.endedAt.slice(0, 10), result: 'talked' }] };

const planRow = (plan: FollowUpPlan, source: SourceRow): ImportRow => {
  const { input } = plan;
  const [inUse = standardQuestionnaire] = input.designs;
  const edition = plan.readCell(source, 'edition')?.text;
  const design = input.designs.find((each) => editionName(each) === edition) ?? inUse;
  const row = withDay(readFollowUpRow(source, plan.readCell, input.understanding, design));
  const decided = input.decisions[row.line];
  const start: StartedRow = {
    line: row.line,
    name: row.key.name,
    ...(row.key.number === undefined ? {} : { number: row.key.number }),
    ...(decided === undefined ? {} : { decided }),
    problems: row.problems,
    notes: [],
    changes: [],
    candidates: [],
  };
  const found = alumnusOf(plan, row);
  if (found.kind === 'refused') return { ...start, fate: 'refused', reason: found.reason };
  if (found.kind === 'unsure') return { ...start, fate: 'unsure', reason: found.reason, candidates: found.candidates };
  const alumnus = plan.alumni.get(found.learner.enrolment.id);
  if (alumnus === undefined) return refuse(start, 'unknown-alumnus', { code: input.cohort.code });
  // A day that cannot be read is a call whose day is not known: nothing of the row can be placed in time.
  const noDay = row.calls.some(({ on }) => on === '');
  const named = { ...start, name: alumnus.award.name };
  if (noDay) {
    const [first] = row.problems;
    return first === undefined
      ? refuse(named, 'no-interview-day')
      : { ...named, fate: 'refused', reason: first.reason };
  }
  const from = input.cohort.graduation ?? alumnus.award.awardedOn;
  const window = (wave: Wave): readonly [IsoDate, IsoDate] => {
    const { opens, closes } = waveDates(from, wave, input.programme.rules);
    return [opens, closes];
  };
  const wave = waveOf(row, input.programme.rules.waves, window);
  if (wave === undefined) {
    const day = interviewDay(row);
    if (day === undefined)
      return row.answers.length > 0
        ? refuse(named, 'no-interview-day')
        : { ...named, fate: 'same', notes: [message('import.note.not-filled-in')] };
    if (row.wave === undefined && day < from)
      return refuse(named, 'before-graduation', { day: dayAndYear(day), first: dayAndYear(from) });
    return refuse(named, row.wave === undefined ? 'no-wave-on-day' : 'no-such-wave', {
      wave: row.wave ?? '',
      day: dayAndYear(day),
    });
  }
  return planInterview(plan, source, { alumnus, wave, row, start });
};

const changesOf = ({ input, followUps, people }: FollowUpPlan): readonly PlannedChange[] => {
  const before = new Map<string, FollowUp>(input.followUps.map((each) => [each.id, each]));
  const known = new Map<string, Person>(input.learners.map(({ person }) => [person.id, person]));
  return [
    ...[...followUps.values()]
      .filter((next) => next !== before.get(next.id))
      .map((next) => ({ table: 'followUps' as const, id: next.id, next })),
    ...[...people.values()]
      .filter((next) => next !== known.get(next.id))
      .map((next) => ({ table: 'people' as const, id: asId<PersonId>(next.id), next })),
  ];
};

/**
 * Plans the import of interviews: an enumerator's sheet, the export of a phone form, or a spreadsheet of somebody's own, one row an alumnus and wave. What
 * the file did not change since it was made is left alone; a second interview for the same wave waits for a decision; the same file again changes nothing.
 */
export const planFollowUp = (input: FollowUpInput): ImportPlan => {
  const awardOf = new Map<string, Award>(input.awards.map((award) => [award.id, award]));
  const alumni = input.learners.flatMap((learner): readonly Alumnus[] => {
    const award = awardOf.get(learner.enrolment.id);
    return award === undefined ? [] : [{ ...learner, award }];
  });
  const plan: FollowUpPlan = {
    input,
    readCell: cellReader(input.table.headings, input.understanding.mapping),
    alumni: new Map(alumni.map((alumnus) => [alumnus.enrolment.id, alumnus])),
    find: learnerFinder(alumni),
    followUps: new Map(input.followUps.map((each) => [each.id, each])),
    people: new Map(input.learners.map(({ person }) => [person.id, person])),
  };
  const rows = input.table.rows.map((row) => planRow(plan, row));
  return { rows, changes: changesOf(plan) };
};

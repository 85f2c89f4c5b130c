import type { Message } from '../message.ts';
import { message } from '../message.ts';
import type { Enrolment, Person } from '../people.ts';
import { fullName } from '../people.ts';
import type { Candidate, Decision, Decisions } from './import-kinds.ts';
import type { Comparison, Identity, IdentifyingField, Known, PeopleFinder } from './match-people.ts';
import { compareIdentities, identityOf, identityOfRow, peopleFinder, verdictOf } from './match-people.ts';
import { mergeEnrolment, mergePerson } from './merge-learner.ts';
import type { LearnerRow } from './read-learner-row.ts';
import { fieldLabel, textValue } from './row-cells.ts';

/** Whom a row is about. `lookalikes` have the same name, but something else says that they are others. */
export type Resolution =
  | { readonly kind: 'person'; readonly person: Person }
  | { readonly kind: 'new'; readonly lookalikes: readonly string[] }
  | { readonly kind: 'duplicate'; readonly ofLine: number }
  | { readonly kind: 'unsure'; readonly reason: Message; readonly candidates: readonly Candidate[] }
  | { readonly kind: 'left-out' };

type Compared = { readonly known: Known; readonly comparison: Comparison };

const labels = (fields: readonly IdentifyingField[]): readonly Message[] => fields.map(fieldLabel);

const candidateOf = ({ known, comparison }: Compared): Candidate => {
  const { person, line } = known;
  const details = (['number', 'born', 'community', 'phone'] as const).flatMap(
    (field) => textValue(person[field]) ?? [],
  );
  return {
    id: known.id,
    name: fullName(person),
    details: line === undefined ? details : [message('import.detail.line', { line }), ...details],
    agrees: [...(comparison.name === 'equal' ? [fieldLabel('name')] : []), ...labels(comparison.agrees)],
    differs: [...(comparison.name === 'none' ? [fieldLabel('name')] : []), ...labels(comparison.differs)],
  };
};

const unsureReason = (doubtful: readonly Compared[]): Message => {
  const first = doubtful[0];
  if (first === undefined) throw new Error('Nobody to be unsure about');
  const name = fullName(first.known.person);
  if (first.known.line !== undefined) return message('import.reason.like-line', { name, line: first.known.line });
  if (verdictOf(first.comparison) === 'name-only')
    return message('import.reason.name-only', { name, count: doubtful.length });
  return message('import.reason.contradicts', { name });
};

/** So many are offered: those who share most with the row, members of this cohort before others. */
const offered = 4;

const likeliest = (context: Context, doubtful: readonly Compared[]): readonly Compared[] => {
  const weight = ({ known, comparison }: Compared): number =>
    comparison.agrees.length * 4 -
    comparison.differs.length * 2 +
    (context.enrolments.has(known.id) || known.line !== undefined ? 3 : 0);
  return doubtful.toSorted((a, b) => weight(b) - weight(a)).slice(0, offered);
};

type Context = {
  readonly finder: PeopleFinder;
  readonly claims: Map<string, number>;
  readonly people: ReadonlyMap<string, Person>;
  readonly enrolments: ReadonlyMap<string, Enrolment>;
  readonly isOfRow: (line: number, enrolment: Enrolment) => boolean;
};

const comparedWith = (context: Context, identity: Identity): readonly Compared[] =>
  context.finder.find(identity).map((known) => ({ known, comparison: compareIdentities(identity, known.identity) }));

/** The one person whom a row surely is about; a number or national id outweighs the rest. */
const sureOf = (compared: readonly Compared[]): Known | undefined => {
  const matches = compared.filter(({ comparison }) => verdictOf(comparison) === 'match');
  const byId = matches.filter(
    ({ comparison }) => comparison.agrees.includes('number') || comparison.agrees.includes('nationalId'),
  );
  const best = byId.length > 0 ? byId : matches;
  return best.length === 1 ? best[0]?.known : undefined;
};

/**
 * The member of this cohort of that name to whom the row adds nothing: importing a list of bare names twice changes nothing, and a bare name
 * never changes anybody.
 */
const unchangedMember = (context: Context, row: LearnerRow, compared: readonly Compared[]): Person | undefined => {
  for (const { known, comparison } of compared) {
    const [person, enrolment] = [context.people.get(known.id), context.enrolments.get(known.id)];
    if (
      person === undefined ||
      enrolment === undefined ||
      !context.isOfRow(row.line, enrolment) ||
      context.claims.has(known.id) ||
      verdictOf(comparison) !== 'name-only'
    )
      continue;
    if (mergePerson(person, row).changes.length + mergeEnrolment(enrolment, row).changes.length === 0) return person;
  }
  return undefined;
};

const claim = (context: Context, row: LearnerRow, person: Person): Resolution => {
  const earlier = context.claims.get(person.id);
  if (earlier !== undefined) return { kind: 'duplicate', ofLine: earlier };
  context.claims.set(person.id, row.line);
  return { kind: 'person', person };
};

const decided = (context: Context, row: LearnerRow, decision: Decision): Resolution => {
  if (decision.as === 'new') return { kind: 'new', lookalikes: [] };
  if (decision.as !== 'same') return { kind: 'left-out' };
  const person = context.people.get(decision.id);
  return person === undefined
    ? { kind: 'duplicate', ofLine: Number(decision.id.slice('line:'.length)) }
    : claim(context, row, person);
};

const resolveRow = (context: Context, row: LearnerRow, decision: Decision | undefined): Resolution => {
  const compared = comparedWith(context, identityOfRow(row));
  const sure = sureOf(compared);
  if (sure !== undefined) {
    const person = context.people.get(sure.id);
    return person === undefined ? { kind: 'duplicate', ofLine: sure.line ?? 0 } : claim(context, row, person);
  }
  const member = unchangedMember(context, row, compared);
  if (member !== undefined) return claim(context, row, member);
  const doubtful = compared.filter(({ comparison }) => verdictOf(comparison) !== 'different');
  if (doubtful.length > 0) {
    if (decision !== undefined) return decided(context, row, decision);
    return {
      kind: 'unsure',
      reason: unsureReason(doubtful),
      candidates: likeliest(context, doubtful).map(candidateOf),
    };
  }
  const lookalikes = compared
    .filter(({ comparison }) => comparison.name === 'equal')
    .map(({ known }) => fullName(known.person));
  return { kind: 'new', lookalikes: [...new Set(lookalikes)] };
};

/**
 * Finds whom each row is about: known people first, where they are sure; then row by row, with the rows above as people of their own, so that doubles
 * within the file are found. `enrolments` are those of the cohort, or of several where `isOfRow` says which one a row is about. The answer is by line.
 */
export const resolveLearners = (
  rows: readonly LearnerRow[],
  people: readonly Person[],
  enrolments: readonly Enrolment[],
  decisions: Decisions,
  isOfRow: Context['isOfRow'] = () => true,
): ReadonlyMap<number, Resolution> => {
  const finder = peopleFinder();
  const context: Context = {
    finder,
    claims: new Map(),
    people: new Map(people.map((person) => [person.id, person])),
    enrolments: new Map(enrolments.map((enrolment) => [enrolment.personId, enrolment])),
    isOfRow,
  };
  for (const person of people) finder.add({ id: person.id, person, identity: identityOf(person) });
  const resolutions = new Map<number, Resolution>();
  for (const row of rows) {
    const person = context.people.get(sureOf(comparedWith(context, identityOfRow(row)))?.id ?? '');
    if (person !== undefined) resolutions.set(row.line, claim(context, row, person));
  }
  for (const row of rows) {
    const resolution = resolutions.get(row.line) ?? resolveRow(context, row, decisions[row.line]);
    resolutions.set(row.line, resolution);
    if (resolution.kind !== 'new') continue;
    const person = { ...row.name, ...row.person };
    finder.add({ id: `line:${row.line}`, person, identity: identityOf(person), line: row.line });
  }
  return resolutions;
};

import { fold } from '#shared/lib/fold.ts';
import { sameJson } from '#shared/lib/json.ts';
import type { IsoDate } from '#shared/lib/dates.ts';
import type { Cohort } from '../cohorts.ts';
import type { EnrolmentId, PersonId } from '../ids.ts';
import type { Message } from '../message.ts';
import { message } from '../message.ts';
import type { AlternateContact, Baseline, Enrolment, Person } from '../people.ts';
import { fullName } from '../people.ts';
import type { FieldChange } from './import-kinds.ts';
import { phoneKey } from './match-people.ts';
import { cleanText, isAllCapitals } from './read-names.ts';
import type { LearnerRow } from './read-learner-row.ts';
import { fieldLabel, textValue } from './row-cells.ts';

/** A person or an enrolment after a row was taken in, with what the row changes. */
export type Merged<T> = {
  readonly next: T;
  readonly changes: readonly FieldChange[];
  readonly notes: readonly Message[];
};

const choiceKeys: Readonly<Record<string, string>> = {
  sex: 'exports.sex.',
  status: 'exports.status.',
  activity: 'questionnaire.activity.choice.',
};

const valueOf = (field: string, value: unknown): Message | undefined => {
  if (value === undefined) return undefined;
  if (typeof value === 'boolean') return message(value ? 'exports.yes' : 'exports.no');
  const prefix = choiceKeys[field];
  return prefix === undefined ? textValue(String(value)) : message(`${prefix}${String(value)}`);
};

const change = (field: string, before: unknown, after: unknown): FieldChange => {
  const was = valueOf(field, before);
  return {
    field: fieldLabel(field),
    ...(was === undefined ? {} : { before: was }),
    after: valueOf(field, after) ?? textValue('–') ?? fieldLabel(field),
  };
};

/** True where two values say the same: texts apart from spaces, telephone numbers by their digits. */
const alike = (field: string, before: unknown, after: unknown): boolean => {
  if (typeof before !== 'string' || typeof after !== 'string') return sameJson(before, after);
  if (/phone$/i.test(field))
    return before === after || (phoneKey(before) !== '' && phoneKey(before) === phoneKey(after));
  return field === 'email' ? fold(before) === fold(after) : cleanText(before) === cleanText(after);
};

const mergeFields = <T extends object>(
  before: T,
  values: Partial<T>,
): { readonly next: T; readonly changes: readonly FieldChange[] } => {
  const different = Object.entries(values).filter(
    ([field, value]) => value !== undefined && !alike(field, before[field as keyof T], value),
  );
  return {
    next: { ...before, ...(Object.fromEntries(different) as Partial<T>) },
    changes: different.map(([field, value]) => change(field, before[field as keyof T], value)),
  };
};

const words = (name: string): string => fold(name).split(' ').sort().join(' ');

const richness = (name: LearnerRow['name']): number =>
  (isAllCapitals(name) ? 0 : 2) + (fullName(name).normalize('NFD').length > fullName(name).length ? 1 : 0);

/** The name to keep: capitals do not replace a name written out, and a name that had to be split does not move the border between its parts. */
const mergeName = (person: Person, { name, wholeName }: LearnerRow): Merged<LearnerRow['name']> => {
  const before = { givenNames: person.givenNames, familyName: person.familyName };
  const kept = (notes: readonly Message[] = []): Merged<LearnerRow['name']> => ({ next: before, changes: [], notes });
  const written = [name.givenNames, name.familyName].map(cleanText).join('|');
  if (written === '|' || written === [before.givenNames, before.familyName].map(cleanText).join('|')) return kept();
  if (words(fullName(name)) === words(fullName(before))) {
    if (
      wholeName &&
      cleanText(fullName(name)).split(' ').sort().join() === cleanText(fullName(before)).split(' ').sort().join()
    )
      return kept();
    if (wholeName ? richness(name) <= richness(before) : isAllCapitals(name) && !isAllCapitals(before)) {
      return kept([message('import.note.name-kept', { kept: fullName(before), given: fullName(name) })]);
    }
  }
  const next = { givenNames: name.givenNames || before.givenNames, familyName: name.familyName || before.familyName };
  return { next, changes: [change('name', fullName(before), fullName(next))], notes: [] };
};

const mergeAlternates = (before: readonly AlternateContact[], row: LearnerRow): Merged<readonly AlternateContact[]> => {
  const next = [...before];
  const changes: FieldChange[] = [];
  row.alternates.forEach((contact, index) => {
    if (contact === undefined) return;
    const place = index < next.length ? index : next.length;
    const merged = mergeFields<AlternateContact>(next[place] ?? { name: '', phone: '' }, contact);
    if (merged.changes.length === 0) return;
    const tell = (each: AlternateContact | undefined): string =>
      [each?.name, each?.relation, each?.phone].filter(Boolean).join(', ');
    changes.push(
      change(`alternate${index + 1}`, before[place] === undefined ? undefined : tell(before[place]), tell(merged.next)),
    );
    next[place] = merged.next;
  });
  return { next, changes, notes: [] };
};

/** A person known already with what the row says; blanks erase nothing. */
export const mergePerson = (person: Person, row: LearnerRow): Merged<Person> => {
  const name = mergeName(person, row);
  const fields = mergeFields<Person>(person, row.person);
  const alternates = mergeAlternates(person.alternates, row);
  return {
    next: { ...fields.next, ...name.next, alternates: alternates.next },
    changes: [...name.changes, ...fields.changes, ...alternates.changes],
    notes: name.notes,
  };
};

/** A person nobody knew before. */
export const newPerson = (id: PersonId, row: LearnerRow): Person => ({
  id,
  ...row.name,
  ...row.person,
  alternates: mergeAlternates([], row).next,
});

const mergeBaseline = (before: Baseline | undefined, row: LearnerRow): Merged<Baseline | undefined> => {
  const start: Partial<Baseline> = before ?? {};
  const { next, changes } = mergeFields<Partial<Baseline>>(start, row.baseline);
  const { activity } = next;
  if (activity !== undefined) return { next: { ...next, activity }, changes, notes: [] };
  const lost = Object.keys(row.baseline).length > 0;
  return {
    next: before,
    changes: [],
    notes: [message(lost ? 'import.note.baseline-incomplete' : 'import.note.no-baseline')],
  };
};

/** An enrolment known already with what the row says. */
export const mergeEnrolment = (enrolment: Enrolment, row: LearnerRow): Merged<Enrolment> => {
  const fields = mergeFields<Enrolment>(enrolment, row.enrolment);
  const baseline = mergeBaseline(enrolment.baseline, row);
  return {
    next: { ...fields.next, ...(baseline.next === undefined ? {} : { baseline: baseline.next }) },
    changes: [...fields.changes, ...baseline.changes],
    notes: enrolment.baseline === undefined ? baseline.notes : [],
  };
};

/** A new membership of the cohort: active, from the cohort's first day or, before it, from today, unless the row says otherwise. */
export const newEnrolment = (
  id: EnrolmentId,
  personId: PersonId,
  cohort: Pick<Cohort, 'id' | 'starts'>,
  row: LearnerRow,
  today: IsoDate,
): Merged<Enrolment> => {
  const baseline = mergeBaseline(undefined, row);
  const { community } = row.person;
  const next: Enrolment = {
    id,
    personId,
    cohortId: cohort.id,
    status: 'active',
    enrolledOn: cohort.starts < today ? cohort.starts : today,
    ...row.enrolment,
    ...(baseline.next === undefined
      ? {}
      : { baseline: { ...baseline.next, ...(community === undefined ? {} : { community }) } }),
  };
  return { next, changes: [], notes: baseline.notes };
};

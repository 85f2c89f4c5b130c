import type { ConsentMethod, ConsentPurpose, ConsentWording } from '#shared/domain/consents.ts';
import {
  consentPurposes,
  giveConsent,
  nextVersion,
  withdrawConsent,
  wordingId,
  wordingInUse,
} from '#shared/domain/consents.ts';
import type { PersonId } from '#shared/domain/ids.ts';
import type { LocalText } from '#shared/domain/languages.ts';
import type { Enrolment, Person } from '#shared/domain/people.ts';
import { fullName } from '#shared/domain/people.ts';
import type { IsoDate } from '#shared/lib/dates.ts';
import { isIsoDate } from '#shared/lib/dates.ts';
import type { Result } from '#shared/lib/result.ts';
import { fail } from '#shared/lib/result.ts';
import { today } from '#renderer/desktop/clock.ts';
import { getRecord, listByPerson, listRecords } from '../records.ts';
import type { RecordChange } from '../write-path.ts';
import { commit } from '../write-path.ts';

/** What the consent panel of a person shows. */
export type PersonConsents = {
  readonly person: Person;
  readonly enrolments: readonly Enrolment[];
  readonly wordings: readonly ConsentWording[];
};

/** Consents of a person with the editions of the wordings; undefined where there is no such person. */
export const loadConsents = async (personId: string): Promise<PersonConsents | undefined> => {
  const [person, enrolments, wordings] = await Promise.all([
    getRecord('people', personId),
    listByPerson('enrolments', personId),
    listRecords('consentWordings'),
  ]);
  return person === undefined ? undefined : { person, enrolments, wordings };
};

/** The flag of the enrolments of a person follows the consent, so that no list calls somebody who said no. */
export const callFlags = (enrolments: readonly Enrolment[], agreed: boolean): readonly RecordChange[] =>
  enrolments
    .filter((enrolment) => enrolment.consentCalls !== agreed)
    .map((enrolment): RecordChange => ({
      table: 'enrolments',
      id: enrolment.id,
      next: { ...enrolment, consentCalls: agreed },
    }));

const changeConsent = async (
  personId: PersonId,
  purpose: ConsentPurpose,
  agreed: boolean,
  edit: (person: Person, wordings: readonly ConsentWording[]) => Person,
): Promise<Result<unknown>> => {
  const known = await getRecord('people', personId);
  if (known === undefined) return fail('person-missing');
  const code = agreed ? 'consent-given' : 'consent-withdrawn';
  return commit({ code, values: { name: fullName(known) } }, async () => {
    const found = await loadConsents(personId);
    if (found === undefined) return [];
    return [
      { table: 'people', id: personId, next: edit(found.person, found.wordings) },
      ...(purpose === 'follow-up-calls' ? callFlags(found.enrolments, agreed) : []),
    ];
  });
};

const dayProblem = (on: IsoDate): Result<never> | undefined =>
  !isIsoDate(on) ? fail('no-such-date', { value: on }) : on > today() ? fail('consent-later') : undefined;

/** Notes a consent to the edition that was in use that day. Errors: `person-missing`, `no-such-date`, `consent-later`, those of `commit`. */
export const noteConsent = async (
  personId: PersonId,
  purpose: ConsentPurpose,
  on: IsoDate,
  how: ConsentMethod,
): Promise<Result<unknown>> =>
  dayProblem(on) ??
  changeConsent(personId, purpose, true, (person, wordings) => {
    const wording = wordingInUse(wordings, purpose, on);
    return giveConsent(person, { purpose, on, how, ...(wording === undefined ? {} : { wording: wording.id }) });
  });

/** Notes that a consent was taken back, or never given: it holds at once. Errors as with `noteConsent`. */
export const noteWithdrawal = async (
  personId: PersonId,
  purpose: ConsentPurpose,
  on: IsoDate,
  how: ConsentMethod,
): Promise<Result<unknown>> =>
  dayProblem(on) ?? changeConsent(personId, purpose, false, (person) => withdrawConsent(person, purpose, { on, how }));

/** The editions of all wordings, by purpose and the latest first, each with how many consents name it. */
export const listWordings = async (): Promise<readonly (ConsentWording & { readonly used: number })[]> => {
  const [wordings, people] = await Promise.all([listRecords('consentWordings'), listRecords('people')]);
  const used = new Map<string, number>();
  for (const { consents = [] } of people)
    for (const { wording } of consents) if (wording !== undefined) used.set(wording, (used.get(wording) ?? 0) + 1);
  return wordings
    .map((wording) => ({ ...wording, used: used.get(wording.id) ?? 0 }))
    .toSorted(
      (a, b) => consentPurposes.indexOf(a.purpose) - consentPurposes.indexOf(b.purpose) || b.version - a.version,
    );
};

const tidy = (text: LocalText): LocalText =>
  Object.fromEntries(
    Object.entries(text).flatMap(([language, words]) => {
      const trimmed = words.trim().normalize('NFC');
      return trimmed === '' ? [] : [[language, trimmed]];
    }),
  ) as LocalText;

/**
 * Adds an edition of a purpose's wording, or changes one that no consent names yet. A used edition is never changed (`wording-used`); an edition needs its
 * English words (`wording-empty`) and a day (`no-such-date`).
 */
export const saveWording = async (
  draft: Pick<ConsentWording, 'purpose' | 'from' | 'text'> & { readonly id?: string },
): Promise<Result<unknown>> => {
  const text = tidy(draft.text);
  if ((text.en as string | undefined) === undefined) return fail('wording-empty');
  if (!isIsoDate(draft.from)) return fail('no-such-date', { value: draft.from });
  const all = await listWordings();
  const before = all.find(({ id }) => id === draft.id);
  if (before !== undefined && before.used > 0) return fail('wording-used');
  const version = before?.version ?? nextVersion(all, draft.purpose);
  const next: ConsentWording = {
    id: wordingId(draft.purpose, version),
    purpose: draft.purpose,
    version,
    from: draft.from,
    text,
  };
  return commit({ code: 'consent-wording-saved', values: { version } }, [
    { table: 'consentWordings', id: next.id, next },
  ]);
};

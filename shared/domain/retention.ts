import type { IsoDate } from '#shared/lib/dates.ts';
import { addMonths } from '#shared/lib/dates.ts';
import type { ErasedRecord } from './erased-records.ts';
import type { Enrolment, Person } from './people.ts';
import type { RetentionKind } from './retention-times.ts';
import { retentionKinds } from './retention-times.ts';

/** A person as the timers see them: what is there of each kind, and the last day with the programme. */
export type Kept = {
  readonly person: Pick<Person, 'id' | 'phone' | 'email' | 'alternates' | 'nationalId'>;
  readonly enrolments: readonly Pick<Enrolment, 'id' | 'status' | 'baseline' | 'mentor'>[];
  readonly sheetIds: readonly string[];
  readonly followUpIds: readonly string[];
  /** The latest of graduation, award, end of an enrolment, interview; undefined while somebody is still a learner. */
  readonly lastDay: IsoDate | undefined;
};

/** What is proposed for a person whose time is up: everything goes where every kind is up, else the kinds that are. */
export type RetentionDue = {
  readonly personId: Person['id'];
  readonly lastDay: IsoDate;
  readonly kinds: readonly RetentionKind[];
  /** The day on which the first of these kinds was up. */
  readonly since: IsoDate;
  readonly action: 'erase' | 'remove';
  /** What is made anonymous where only these kinds go. */
  readonly records: readonly ErasedRecord[];
};

const contactFields = ['phone', 'email', 'alternates', 'nationalId', 'bestTime'] as const;

const recordsOf = (
  { person, enrolments, sheetIds, followUpIds }: Kept,
  kind: RetentionKind,
): readonly ErasedRecord[] => {
  switch (kind) {
    case 'contacts': {
      const { phone, email, alternates, nationalId } = person;
      const held = [phone, email, nationalId].some((value) => value !== undefined) || alternates.length > 0;
      const mentored = enrolments.filter(({ mentor }) => mentor !== undefined);
      return [
        ...(held ? [{ t: 'people', id: person.id, f: contactFields } as const] : []),
        ...mentored.map(({ id }) => ({ t: 'enrolments', id, f: ['mentor'] }) as const),
      ];
    }
    case 'marks':
      return sheetIds.map((id) => ({ t: 'sheets', id, f: ['cells'] }));
    case 'baseline':
      return enrolments
        .filter(({ baseline }) => baseline !== undefined)
        .map(({ id }) => ({ t: 'enrolments', id, f: ['baseline'] }));
    case 'answers':
      return followUpIds.map((id) => ({ t: 'followUps', id, f: ['answers', 'declined', 'attempts'] }));
  }
};

/** Two orders for one record become one. */
const merged = (records: readonly ErasedRecord[]): readonly ErasedRecord[] => {
  const byKey = new Map<string, ErasedRecord>();
  for (const record of records) {
    const key = `${record.t}/${record.id}`;
    const fields = [...(byKey.get(key)?.f ?? []), ...(record.f ?? [])];
    byKey.set(key, { ...record, f: fields });
  }
  return [...byKey.values()];
};

/**
 * What is up for a person on a day: the kinds of which something is there and whose months since the last day have passed. Where nothing that is timed
 * would be left, erasing the person is proposed. Undefined where nothing is up.
 */
export const retentionDue = (
  kept: Kept,
  months: Readonly<Record<RetentionKind, number>>,
  today: IsoDate,
): RetentionDue | undefined => {
  const { lastDay } = kept;
  if (lastDay === undefined) return undefined;
  const upOn = (kind: RetentionKind): IsoDate => addMonths(lastDay, months[kind]);
  const held = retentionKinds.filter((kind) => recordsOf(kept, kind).length > 0);
  const kinds = held.filter((kind) => upOn(kind) <= today);
  const everything = retentionKinds.every((kind) => upOn(kind) <= today);
  const [since] = (everything ? retentionKinds : kinds).map(upOn).toSorted();
  if (since === undefined) return undefined;
  return {
    personId: kept.person.id,
    lastDay,
    kinds,
    since,
    action: everything ? 'erase' : 'remove',
    records: merged(kinds.flatMap((kind) => recordsOf(kept, kind))),
  };
};

import type { Json } from '#shared/lib/json.ts';
import type { RecordData } from './change-sets.ts';
import type { TableName } from './tables.ts';

/** What stands where a name stood. */
export const noName = '–';

type Stub = {
  /** Fields that say nothing of the person and stay. */
  readonly stay: readonly string[];
  /** What stands in place of those that a record of the table cannot be without. */
  readonly instead: RecordData;
};

const stubs: Readonly<Partial<Record<TableName, Stub>>> = {
  people: { stay: ['id'], instead: { givenNames: '', familyName: '', alternates: [] } },
  enrolments: {
    stay: ['id', 'personId', 'cohortId', 'status', 'enrolledOn', 'erasedOn'],
    instead: { consentCalls: false },
  },
  sheets: { stay: ['id', 'cohortId', 'personId'], instead: { cells: {} } },
  registers: { stay: ['id', 'cohortId'], instead: { sessions: {} } },
  awards: { stay: ['id', 'cohortId', 'personId', 'awardListId', 'awardedOn', 'erasedOn'], instead: { name: noName } },
  followUps: {
    stay: ['id', 'enrolmentId', 'personId', 'cohortId', 'waveId'],
    instead: { status: 'opted-out', attempts: [], answers: {} },
  },
  certificates: {
    stay: [
      'id',
      'serial',
      'enrolmentId',
      'personId',
      'cohortId',
      'status',
      'issuedOn',
      'fileHash',
      'handedOver',
      'supersededBy',
      'supersedes',
      'endedOn',
      'kind',
      'erasedOn',
    ],
    instead: { snapshotHash: '', prints: [] },
  },
};

const snapshotStub: Stub = {
  stay: ['serial', 'programme', 'award', 'awardedOn', 'issuedOn', 'template', 'language', 'keyId', 'kind', 'merit'],
  instead: {
    name: noName,
    awardText: [],
    placeAndDate: '',
    place: '',
    results: { overall: 0, hours: 0, modules: [] },
    signatories: [],
    payload: '',
  },
};

const picked = (data: RecordData, { stay, instead }: Stub): RecordData => ({
  ...Object.fromEntries(stay.flatMap((field) => (Object.hasOwn(data, field) ? [[field, data[field] as Json]] : []))),
  ...instead,
});

const isRecord = (value: Json | undefined): value is RecordData =>
  value !== null && typeof value === 'object' && !Array.isArray(value);

/** What is left of a record when the person it is about is erased: random ids, the cohort, days and states, no word of the person. */
export const anonymousRecord = (table: TableName, data: RecordData): RecordData => {
  const stub = stubs[table];
  if (stub === undefined) return Object.hasOwn(data, 'id') ? { id: data.id as Json } : {};
  const next = picked(data, stub);
  if (table !== 'certificates') return next;
  return { ...next, snapshot: picked(isRecord(data.snapshot) ? data.snapshot : {}, snapshotStub) };
};

/** A record with some of its fields gone; a list stays as an empty one, because a record may not be without it. */
export const fieldsEmptied = (data: RecordData, fields: readonly string[]): RecordData =>
  Object.fromEntries(
    Object.entries(data).flatMap(([field, value]): readonly (readonly [string, Json])[] => {
      if (!fields.includes(field)) return [[field, value]];
      if (Array.isArray(value)) return [[field, []]];
      return field === 'cells' || field === 'answers' || field === 'sessions' ? [[field, {}]] : [];
    }),
  );

const names = (item: RecordData, whole: ReadonlySet<string>): boolean =>
  [item.enrolmentId, item.personId].some((id) => typeof id === 'string' && whole.has(id));

/** A line of a frozen list stays in its place, because the list says how many were awarded. */
const lineStub = ({ enrolmentId, personId }: RecordData): RecordData => ({
  enrolmentId: enrolmentId ?? '',
  personId: personId ?? '',
  confirmedName: noName,
  overall: 0,
  modules: [],
  hours: 0,
  erased: true,
});

const scrubList = (list: readonly Json[], whole: ReadonlySet<string>): readonly Json[] => {
  const next = list.flatMap((item): readonly Json[] => {
    if (!isRecord(item) || !names(item, whole)) return [scrub(item, whole)];
    if (!Object.hasOwn(item, 'confirmedName')) return [];
    return [item.erased === true ? item : lineStub(item)];
  });
  return next.length === list.length && next.every((item, index) => item === list[index]) ? list : next;
};

/**
 * Data about many people without the entries about some of them: entries keyed by their ids and list items that name them go, lines of award lists become
 * anonymous. The same value where nothing of it is about them.
 */
export const scrub = (value: Json, whole: ReadonlySet<string>): Json => {
  if (Array.isArray(value)) return scrubList(value as readonly Json[], whole);
  if (!isRecord(value)) return value;
  const entries = Object.entries(value);
  const next = entries.filter(([key]) => !whole.has(key)).map(([key, inner]) => [key, scrub(inner, whole)] as const);
  return next.length === entries.length && next.every(([key, inner]) => inner === value[key])
    ? value
    : Object.fromEntries(next);
};

import type { Reason } from '#shared/domain/change-sets.ts';
import type { ErasedRecord } from '#shared/domain/erased-records.ts';
import { erasurePatches } from '#shared/domain/erasure.ts';
import { nameIndex, otherNames } from '#shared/domain/feedback-names.ts';
import type { PersonId } from '#shared/domain/ids.ts';
import type { Person } from '#shared/domain/people.ts';
import { fullName } from '#shared/domain/people.ts';
import type { TableName } from '#shared/domain/tables.ts';
import { fold } from '#shared/lib/fold.ts';
import type { Json } from '#shared/lib/json.ts';
import type { Result } from '#shared/lib/result.ts';
import { fail, ok } from '#shared/lib/result.ts';
import { desktop } from '#renderer/desktop/bridge.ts';
import { today } from '#renderer/desktop/clock.ts';
import type { IndexedRow } from '../database.ts';
import { database } from '../database.ts';
import { commitErasure } from '../write-path.ts';

type Found = { readonly t: TableName; readonly row: IndexedRow };

const peopleRow = (row: IndexedRow): Person => row.d as unknown as Person;

/**
 * The rows of the people themselves, and of those of the same name who were taken away: an import that was undone and done again leaves the first one behind,
 * seen by nobody.
 */
const ownPeople = async (personIds: readonly string[]): Promise<readonly IndexedRow[]> => {
  const wanted = (await database.people.bulkGet([...personIds])).filter((row) => row !== undefined);
  const names = new Set(wanted.map((row) => fold(fullName(peopleRow(row)))).filter((name) => name !== ''));
  const twins = await database.people
    .filter((row) => row.x !== undefined && !personIds.includes(row.id) && names.has(fold(fullName(peopleRow(row)))))
    .toArray();
  return [...wanted, ...twins];
};

const withIds = async (table: TableName, ids: readonly string[]): Promise<readonly Found[]> =>
  (await database[table].bulkGet([...ids])).flatMap((row) => (row === undefined ? [] : [{ t: table, row }]));

const ofPeople = async (
  table: 'enrolments' | 'awards' | 'certificates' | 'followUps',
  personIds: readonly string[],
): Promise<readonly Found[]> =>
  (await database[table].where('p').anyOf(personIds).toArray()).map((row) => ({ t: table, row }));

/** Every row that is about these people, those taken away among them. */
const rowsAbout = async (personIds: readonly string[]): Promise<readonly Found[]> => {
  const people = await ownPeople(personIds);
  const ids = people.map(({ id }) => id);
  const [enrolments, awards, certificates, followUps] = await Promise.all([
    ofPeople('enrolments', ids),
    ofPeople('awards', ids),
    ofPeople('certificates', ids),
    ofPeople('followUps', ids),
  ]);
  const enrolled = [...new Set([...enrolments, ...awards].map(({ row }) => row.id))];
  const [sheets, registers] = await Promise.all([withIds('sheets', enrolled), withIds('registers', enrolled)]);
  return [
    ...people.map((row): Found => ({ t: 'people', row })),
    ...enrolments,
    ...sheets,
    ...registers,
    ...awards,
    ...certificates,
    ...followUps,
  ];
};

/** Tables whose records speak of several people. */
const shared: readonly TableName[] = ['awardLists', 'boards', 'moderations', 'callPlans'];

const sharedRows = async (): Promise<readonly Found[]> =>
  (
    await Promise.all(
      shared.map(async (table) => (await database[table].toArray()).map((row): Found => ({ t: table, row }))),
    )
  ).flat();

/** Writes an erasure of records down. From then on it is bound to be carried out, at the latest at the next start. */
const writeErasure = (
  why: Reason,
  find: () => Promise<readonly { readonly record: ErasedRecord; readonly row: IndexedRow }[]>,
): Promise<Result<unknown>> =>
  commitErasure(async () => {
    const workspace = await database.workspace.get('workspace');
    if (workspace === undefined) return fail('workspace-empty');
    if (workspace.d.erasing === true) return fail('erasure-unfinished');
    const own = await find();
    if (own.length === 0) return fail('person-missing');
    const others = await sharedRows();
    const records = own.map(({ record }) => record);
    const planned = await desktop.journalPlanErasure({ records });
    if (!planned.ok) return fail(planned.error.code, planned.error.details);
    return ok({
      why,
      erases: { records, frames: planned.value },
      patches: [
        ...erasurePatches(own, others, today()),
        { t: 'workspace', id: 'workspace', set: [{ p: 'erasing', a: true, r: workspace.s }] } as const,
      ],
      rows: [
        ...own.map(({ record, row }) => ({ t: record.t, row })),
        ...others,
        { t: 'workspace', row: workspace } as const,
      ],
    });
  });

/**
 * Erases people: one change set, which cannot be undone. Anonymous places in counts, award lists and register are left. After it the window must start
 * anew, or a job call `finishErasure`. Errors: `person-missing`, `erasure-unfinished`, `journal-unreadable`, those of the write path.
 */
export const erasePeople = (personIds: readonly PersonId[]): Promise<Result<unknown>> =>
  writeErasure({ code: 'person-erased', values: { count: personIds.length } }, async () =>
    (await rowsAbout(personIds)).map(({ t, row }) => ({ record: { t, id: row.id }, row })),
  );

/** Takes fields of records away for good, out of the history as well; `people` counts the people concerned. Errors as with `erasePeople`. */
export const eraseFields = (records: readonly ErasedRecord[], people: number): Promise<Result<unknown>> =>
  writeErasure({ code: 'data-expired', values: { count: people } }, async () => {
    const rows = await Promise.all(records.map(({ t, id }) => database[t].get(id)));
    return records.flatMap((record, index) => {
      const row = rows[index];
      return row === undefined ? [] : [{ record, row }];
    });
  });

/** Another record whose free text names the person: it is shown, and left as it is. `personId` is whose record it is, where it is a person's. */
export type Mention = {
  readonly table: TableName;
  readonly id: string;
  readonly personId?: string;
  readonly text: string;
};

const texts = (value: Json): readonly string[] => {
  if (typeof value === 'string') return [value];
  if (value === null || typeof value !== 'object') return [];
  return Object.values(value).flatMap((inner) => texts(inner));
};

/** Where people write freely. */
const written: readonly TableName[] = [
  'sheets',
  'followUps',
  'comments',
  'boards',
  'moderations',
  'exportNotes',
  'awardLists',
];

/**
 * Texts about other people, and general ones, that hold the whole name of this person or a word of it of three letters or more. Words of a name that others
 * bear as well may be meant for them.
 */
export const mentionsOf = async (person: Person): Promise<readonly Mention[]> => {
  const index = nameIndex([person]);
  const nobody = { givenNames: '', familyName: '' };
  const whole = fold(fullName(person));
  const names = (text: string): boolean =>
    (whole !== '' && fold(text).includes(whole)) || otherNames(text, index, nobody).length > 0;
  const own = new Set((await rowsAbout([person.id])).map(({ t, row }) => `${t}/${row.id}`));
  const found: Mention[] = [];
  for (const table of written) {
    for (const row of await database[table].toArray()) {
      if (row.x !== undefined || own.has(`${table}/${row.id}`)) continue;
      const { lines: _lines, ...free } = row.d;
      const text = texts(free).find(names);
      if (text !== undefined)
        found.push({ table, id: row.id, text, ...(row.p === undefined ? {} : { personId: row.p }) });
    }
  }
  return found;
};

import type { Author, ChangeSet, Reason, RecordPatch } from '#shared/domain/change-sets.ts';
import { changeSetId } from '#shared/domain/change-sets.ts';
import { clockTime } from '#shared/domain/clock.ts';
import { valueAt } from '#shared/domain/rows.ts';
import type { TableName } from '#shared/domain/tables.ts';
import type { Json } from '#shared/lib/json.ts';
import { changesTouching } from './changes-touching.ts';

/** One change of one field of a record: who, when (milliseconds since 1970), on which device, why, and its value before and after (absent: not there). */
export type FieldChange = {
  readonly id: string;
  readonly at: number;
  readonly by: Author;
  readonly device: string;
  readonly why: Reason;
  readonly kind: ChangeSet['kind'];
  readonly before: Json | undefined;
  readonly after: Json | undefined;
};

const entryOf = (path: string): string => path.slice(path.indexOf('/') + 1);

const within = (value: Json | undefined, path: string): Json | undefined =>
  path.includes('/') && value !== undefined ? valueAt({ whole: value }, `whole/${entryOf(path)}`) : value;

/** What a patch did to the field at `path`, whether it named the field, the entries it is one of, or the whole record; undefined where nothing. */
const changeIn = (
  patch: RecordPatch,
  path: string,
): { readonly before: Json | undefined; readonly after: Json | undefined } | undefined => {
  if ('new' in patch) {
    const after = valueAt(patch.new, path);
    return after === undefined ? undefined : { before: undefined, after };
  }
  if ('gone' in patch) return undefined;
  const exact = patch.set.find(({ p }) => p === path);
  if (exact !== undefined) return { before: exact.b, after: exact.a };
  const whole = patch.set.find(({ p }) => p === path.split('/')[0]);
  if (whole === undefined) return undefined;
  const [before, after] = [within(whole.b, path), within(whole.a, path)];
  return JSON.stringify(before) === JSON.stringify(after) ? undefined : { before, after };
};

/** The history of one field (`field` or `field/entry`) of a record from the change log, the latest first. */
export const fieldHistory = async (table: TableName, id: string, path: string): Promise<readonly FieldChange[]> =>
  (await changesTouching([`${table}/${id}`])).toReversed().flatMap((set) =>
    set.patches.flatMap((patch) => {
      const change = patch.t === table && patch.id === id ? changeIn(patch, path) : undefined;
      if (change === undefined) return [];
      const { by, device, why, kind } = set;
      return [{ id: changeSetId(set), at: clockTime(set.clock), by, device, why, kind, ...change }];
    }),
  );

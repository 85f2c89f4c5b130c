import type { ChangeSet, Reason } from '#shared/domain/change-sets.ts';
import type { TableContent, TableName } from '#shared/domain/tables.ts';
import type { Failure, Result } from '#shared/lib/result.ts';
import type { RecordChange } from './write-path.ts';
import { commitFrom } from './write-path.ts';

/**
 * Changes a record from what it is when the turn of the write has come, so that what is still being saved is never overtaken; `make` may refuse, and then
 * nothing is written. It is given undefined where there is no such record.
 */
export const changeInTurn = async <T extends TableName>(
  why: Reason,
  table: T,
  id: string,
  make: (record: TableContent[T] | undefined) => Promise<Result<readonly RecordChange[]>>,
): Promise<Result<ChangeSet | null>> => {
  const refused: Failure[] = [];
  const written = await commitFrom(why, table, [id], async (records) => {
    const made = await make(records.get(id));
    if (made.ok) return made.value;
    refused.push(made.error);
    return [];
  });
  const [error] = refused;
  return error === undefined ? written : { ok: false, error };
};

import type { CertificateRecord, CertificateStatus } from '#shared/domain/certificates.ts';
import type { Cohort } from '#shared/domain/cohorts.ts';
import { fold } from '#shared/lib/fold.ts';
import { database } from '../database.ts';
import { listRecords } from '../records.ts';

/** One row of the register as a list shows it. `folded` is serial and name without case and accents, for searching. */
export type RegisterRow = {
  readonly serial: string;
  readonly name: string;
  readonly cohortId: string;
  readonly cohortCode: string;
  readonly status: CertificateStatus;
  readonly issuedOn: string;
  readonly prints: number;
  readonly handedOver?: string;
  readonly supersededBy?: string;
  readonly revokedReason?: string;
  readonly fileHash: string;
  readonly folded: string;
};

/** A certificate of the register in the form of a list. */
export const registerRow = (record: CertificateRecord, cohortCode: string): RegisterRow => {
  const { serial, snapshot, cohortId, status, issuedOn, prints, handedOver, supersededBy, revokedReason, fileHash } =
    record;
  return {
    serial,
    name: snapshot.name,
    cohortId,
    cohortCode,
    status,
    issuedOn,
    prints: prints.length,
    ...(handedOver === undefined ? {} : { handedOver }),
    ...(supersededBy === undefined ? {} : { supersededBy }),
    ...(revokedReason === undefined ? {} : { revokedReason }),
    fileHash,
    folded: fold(`${serial} ${snapshot.name}`),
  };
};

const rowsAtOnce = 2000;

/** The whole register, latest serial of each series first, and the cohorts that have certificates. Snapshots are read in pieces and let go. */
export const loadRegister = async (): Promise<{
  readonly rows: readonly RegisterRow[];
  readonly cohorts: readonly Cohort[];
}> => {
  const cohorts = await listRecords('cohorts');
  const codes = new Map(cohorts.map(({ id, code }) => [id, code]));
  const rows: RegisterRow[] = [];
  let after = '';
  for (;;) {
    const found = await database.certificates.where('id').above(after).limit(rowsAtOnce).toArray();
    for (const row of found) {
      const record = row.d as unknown as CertificateRecord;
      if (row.x === undefined) rows.push(registerRow(record, codes.get(record.cohortId) ?? ''));
    }
    const last = found.at(-1);
    if (last === undefined || found.length < rowsAtOnce) break;
    after = last.id;
  }
  const having = new Set(rows.map(({ cohortId }) => cohortId));
  return { rows: rows.reverse(), cohorts: cohorts.filter(({ id }) => having.has(id)) };
};

/** What of the register is asked for; an empty search finds everything. */
export type RegisterFilter = {
  readonly search: string;
  readonly cohortId?: string | undefined;
  readonly status?: CertificateStatus | undefined;
};

/** Rows whose serial and name hold every word of the search, of the cohort and in the state asked for. */
export const filterRegister = (
  rows: readonly RegisterRow[],
  { search, cohortId, status }: RegisterFilter,
): readonly RegisterRow[] => {
  const words = fold(search)
    .split(' ')
    .filter((word) => word !== '');
  return rows.filter(
    (row) =>
      (cohortId === undefined || row.cohortId === cohortId) &&
      (status === undefined || row.status === status) &&
      words.every((word) => row.folded.includes(word)),
  );
};

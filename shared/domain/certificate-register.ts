import { fold } from '#shared/lib/fold.ts';
import type { CertificateRecord, CertificateStatus, DocumentKind } from './certificates.ts';
import { kindOf } from './certificates.ts';

/** One row of the register as a list shows it. `folded` is serial and name without case and accents, for searching; `year` that of the issue. */
export type RegisterRow = {
  readonly serial: string;
  readonly kind: DocumentKind;
  readonly name: string;
  readonly cohortId: string;
  readonly status: CertificateStatus;
  readonly issuedOn: string;
  readonly year: string;
  readonly prints: number;
  readonly handedOver?: string;
  readonly supersededBy?: string;
  readonly revokedReason?: string;
  readonly endedOn?: string;
  readonly fileHash: string;
  readonly folded: string;
};

/** A certificate of the register in the form of a list. */
export const registerRow = (record: CertificateRecord): RegisterRow => {
  const { serial, snapshot, cohortId, status, issuedOn, prints, fileHash } = record;
  const { handedOver, supersededBy, revokedReason, endedOn } = record;
  return {
    serial,
    kind: kindOf(record),
    name: snapshot.name,
    cohortId,
    status,
    issuedOn,
    year: issuedOn.slice(0, 4),
    prints: prints.length,
    ...(handedOver === undefined ? {} : { handedOver }),
    ...(supersededBy === undefined ? {} : { supersededBy }),
    ...(revokedReason === undefined ? {} : { revokedReason }),
    ...(endedOn === undefined ? {} : { endedOn }),
    fileHash,
    folded: fold(`${serial} ${snapshot.name}`),
  };
};

/** What of the register is asked for; an empty search finds everything. `handed`: handed over or not yet. */
export type RegisterFilter = {
  readonly search: string;
  readonly cohortId?: string | undefined;
  readonly status?: CertificateStatus | undefined;
  readonly year?: string | undefined;
  readonly handed?: 'yes' | 'no' | undefined;
  readonly kind?: DocumentKind | undefined;
};

/** Rows whose serial and name hold every word of the search and that are of the cohort, state, year, kind and hand-over asked for. */
export const filterRegister = (
  rows: readonly RegisterRow[],
  { search, cohortId, status, year, handed, kind }: RegisterFilter,
): readonly RegisterRow[] => {
  const words = fold(search)
    .split(' ')
    .filter((word) => word !== '');
  return rows.filter(
    (row) =>
      (cohortId === undefined || row.cohortId === cohortId) &&
      (status === undefined || row.status === status) &&
      (year === undefined || row.year === year) &&
      (kind === undefined || row.kind === kind) &&
      // What is no longer in force is not waited for.
      (handed === undefined ||
        (handed === 'yes' ? row.handedOver !== undefined : row.handedOver === undefined && row.status === 'issued')) &&
      words.every((word) => row.folded.includes(word)),
  );
};

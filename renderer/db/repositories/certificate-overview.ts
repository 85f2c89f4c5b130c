import type { CertificateRecord } from '#shared/domain/certificates.ts';
import type { Cohort } from '#shared/domain/cohorts.ts';
import { isCurrent } from '#shared/domain/people.ts';
import type { Module } from '#shared/domain/programmes.ts';
import type { Failure } from '#shared/lib/result.ts';
import { today } from '#renderer/desktop/clock.ts';
import { getRecord, listByCohort } from '../records.ts';
import { cohortCertificates } from './certificate-files.ts';
import type { AwaitingCertificate } from './certificates.ts';
import { awaitingCertificates } from './certificates.ts';
import type { IssueOptions } from './certificate-subjects.ts';
import { isDocument } from './certificate-subjects.ts';
import { takeSerials } from './serial-blocks.ts';

/** Where the certificates of a cohort stand. `unwritten`: issued, but no file of them was ever written. */
export type CertificateOverview = {
  readonly cohort: Cohort;
  readonly awarded: number;
  readonly notAwarded: number;
  /** How many have hours in a register: they can get a certificate of attendance before any award. */
  readonly attended: number;
  readonly waiting: readonly AwaitingCertificate[];
  readonly records: readonly CertificateRecord[];
  /** Those of the document asked for, and of its module where it is about one. */
  readonly ofKind: readonly CertificateRecord[];
  readonly unwritten: readonly CertificateRecord[];
  /** Why the names could not be checked, where they could not. */
  readonly problem: Failure | undefined;
};

/** The modules that a certificate of attendance of one can be about. */
export const modulesOfCohort = async (cohortId: string): Promise<readonly Module[]> => {
  const cohort = await getRecord('cohorts', cohortId);
  const programme = cohort && (await getRecord('programmes', cohort.programmeId));
  return programme?.modules ?? [];
};

/** Reads where the certificates of a cohort stand; names are checked against the fonts of the template. Undefined where there is no such cohort. */
export const loadCertificateOverview = async (options: IssueOptions): Promise<CertificateOverview | undefined> => {
  const { cohortId } = options;
  const [cohort, enrolments, awards, registers, records] = await Promise.all([
    getRecord('cohorts', cohortId),
    listByCohort('enrolments', cohortId),
    listByCohort('awards', cohortId),
    listByCohort('registers', cohortId),
    cohortCertificates(cohortId),
  ]);
  if (cohort === undefined) return undefined;
  const modules = await modulesOfCohort(cohortId);
  const waiting = await awaitingCertificates(options);
  const having = new Set(awards.map(({ id }) => id));
  const ofKind = records.filter(isDocument(modules, options));
  return {
    cohort,
    awarded: awards.length,
    attended: registers.length,
    notAwarded: enrolments.filter(({ id, status }) => isCurrent(status) && !having.has(id)).length,
    waiting: waiting.ok ? waiting.value : [],
    records,
    ofKind,
    unwritten: ofKind.filter(({ status, prints }) => status === 'issued' && prints.length === 0),
    problem: waiting.ok ? undefined : waiting.error,
  };
};

/** The first and the last serial that an issue of so many would take on this device now. Nothing is taken. */
export const serialsToCome = async (
  cohortId: string,
  count: number,
): Promise<readonly [string, string] | undefined> => {
  const cohort = await getRecord('cohorts', cohortId);
  const programme = cohort && (await getRecord('programmes', cohort.programmeId));
  if (cohort === undefined || programme === undefined || count === 0) return undefined;
  const taken = await takeSerials(
    { programme: programme.code, country: cohort.country, year: Number(today().slice(0, 4)) },
    count,
  );
  const [first, last] = taken.ok ? [taken.value.serials[0], taken.value.serials.at(-1)] : [];
  return first === undefined || last === undefined ? undefined : [first, last];
};

import type { CertificateRecord } from '#shared/domain/certificates.ts';
import { kindOf } from '#shared/domain/certificates.ts';
import type { Failure, Result } from '#shared/lib/result.ts';
import { fail, ok } from '#shared/lib/result.ts';
import type { IsoDate } from '#shared/lib/dates.ts';
import { isIsoDate } from '#shared/lib/dates.ts';
import { today } from '#renderer/desktop/clock.ts';
import { getRecord, getRecords, listByCohort } from '../records.ts';
import type { RecordChange } from '../write-path.ts';
import { commit } from '../write-path.ts';
import { contextOf, prepareRows } from './certificate-drafts.ts';
import type { IssueOptions, StatementDetail, Subject, SubjectContext } from './certificate-subjects.ts';
import { statementDetailKinds, subjectOfAward } from './certificate-subjects.ts';
import { currentList } from './results.ts';

const put = (record: CertificateRecord): RecordChange => ({ table: 'certificates', id: record.id, next: record });

/** A certificate that can still end: in force. Errors: `certificate-missing`, `certificate-not-in-force`. */
const inForce = async (serial: string): Promise<Result<CertificateRecord>> => {
  const record = await getRecord('certificates', serial);
  if (record === undefined) return fail('certificate-missing', { serial });
  return record.status === 'issued' ? ok(record) : fail('certificate-not-in-force', { serial });
};

/**
 * Revokes a certificate for good: it stays in the register with the reason, its serial goes on the signed list, and undo does not bring it back.
 * Errors: `reason-missing`, `certificate-missing`, `certificate-not-in-force`.
 */
export const revokeCertificate = async (serial: string, reason: string): Promise<Result<CertificateRecord>> => {
  const why = reason.trim();
  if (why === '') return fail('reason-missing');
  let found: Result<CertificateRecord> | undefined;
  const written = await commit({ code: 'certificate-revoked', values: { serial }, note: why }, async () => {
    found = await inForce(serial);
    if (!found.ok) return [];
    found = ok({ ...found.value, status: 'revoked', revokedReason: why, endedOn: today() });
    return [put(found.value)];
  });
  return written.ok ? (found ?? fail('certificate-missing', { serial })) : written;
};

/** What a correction changes. The results are taken anew from the award list that counts now. */
export type Correction = {
  readonly serial: string;
  readonly name: string;
  readonly reason: string;
  readonly template: string;
  readonly language: string;
};

const correctedSubject = async (
  old: CertificateRecord,
  name: string,
  context: SubjectContext,
): Promise<{ readonly subject: Subject; readonly changes: readonly RecordChange[] }> => {
  const [award, enrolment, lists] = await Promise.all([
    getRecord('awards', old.enrolmentId),
    getRecord('enrolments', old.enrolmentId),
    listByCohort('awardLists', old.cohortId),
  ]);
  const line = currentList(lists)?.lines.find(({ enrolmentId }) => enrolmentId === old.enrolmentId);
  const named =
    award === undefined ? undefined : { ...award, name, ...(line === undefined ? {} : { overall: line.overall }) };
  const { snapshot } = old;
  const module = context.programme.modules.find(({ number }) => number === snapshot.module?.number);
  const subject: Subject =
    named !== undefined && snapshot.module === undefined && kindOf(old) !== 'attendance'
      ? subjectOfAward(named, line, context)
      : {
          id: old.enrolmentId,
          personId: old.personId,
          cohortId: old.cohortId,
          name,
          awardedOn: snapshot.awardedOn,
          confirmed: true,
          results: snapshot.results,
          merit: snapshot.merit === true,
          ...(module === undefined ? {} : { module }),
        };
  const changes: RecordChange[] = [];
  if (named !== undefined && award?.name !== name) changes.push({ table: 'awards', id: named.id, next: named });
  if (enrolment !== undefined && enrolment.confirmedName !== name) {
    const next = { ...enrolment, confirmedName: name, nameConfirmedOn: today() };
    changes.push({ table: 'enrolments', id: enrolment.id, next });
  }
  return { subject, changes };
};

/** A corrected statement of results tells as much as the one that it stands for. */
const detailOf = ({ snapshot }: CertificateRecord): StatementDetail => {
  const [tables = {}] = Object.values(snapshot.tables?.rows ?? {});
  return statementDetailKinds.findLast((kind) => tables[kind] !== undefined) ?? 'modules';
};

/**
 * Issues a corrected certificate under a new serial; the old one stays in the register, superseded, and points to it. One change, which undo does not
 * take back. Errors: `reason-missing`, `name-empty`, `certificate-missing`, `certificate-not-in-force`, those of issuing.
 */
export const supersedeCertificate = async (correction: Correction): Promise<Result<CertificateRecord, Failure>> => {
  const { serial } = correction;
  const [why, name] = [correction.reason.trim(), correction.name.trim().normalize('NFC')];
  if (why === '') return fail('reason-missing');
  if (name === '') return fail('name-empty');
  let done: Result<CertificateRecord> = fail('certificate-missing', { serial });
  const written = await commit({ code: 'certificate-superseded', values: { serial }, note: why }, async () => {
    const old = await inForce(serial);
    const context = old.ok ? await contextOf(old.value.cohortId) : old;
    if (!old.ok || !context.ok) {
      done = old.ok ? (context as Result<CertificateRecord>) : old;
      return [];
    }
    const { subject, changes } = await correctedSubject(old.value, name, context.value);
    const options: IssueOptions = {
      cohortId: old.value.cohortId,
      template: correction.template,
      language: correction.language,
      kind: kindOf(old.value),
      detail: detailOf(old.value),
      ...(subject.module === undefined ? {} : { module: subject.module.id }),
    };
    const prepared = await prepareRows([subject], context.value, options);
    const [fresh] = prepared.ok ? prepared.value.rows : [];
    if (!prepared.ok || fresh === undefined) {
      done = prepared.ok ? done : prepared;
      return [];
    }
    const next: CertificateRecord = { ...fresh, supersedes: old.value.id };
    done = ok(next);
    return [
      ...prepared.value.changes.filter(({ table }) => table !== 'certificates'),
      ...changes,
      put(next),
      put({ ...old.value, status: 'superseded', supersededBy: next.id, endedOn: today() }),
    ];
  });
  return written.ok ? done : written;
};

/** A certificate handed over on a day; no day takes a mistaken entry back. */
export type HandOver = { readonly serial: string; readonly on: IsoDate | undefined };

const handed = (record: CertificateRecord, on: IsoDate | undefined): CertificateRecord => {
  const { handedOver: _before, ...rest } = record;
  return on === undefined ? rest : { ...rest, handedOver: on };
};

/**
 * Notes from the signed sheet who received their certificate and when, as one change that one undo takes back. Errors: `date-missing`, `handed-early` for a
 * day before the certificate was issued or after today.
 */
export const handOverCertificates = async (entries: readonly HandOver[]): Promise<Result<unknown>> => {
  const wanted = new Map(entries.map(({ serial, on }) => [serial, on]));
  if (entries.some(({ on }) => on !== undefined && !isIsoDate(on)))
    return fail('no-such-date', { option: 'date', value: '' });
  const records = await getRecords('certificates', [...wanted.keys()]);
  const wrong = records.find(({ serial, issuedOn }) => {
    const on = wanted.get(serial);
    return on !== undefined && (on < issuedOn || on > today());
  });
  if (wrong !== undefined) return fail('handed-over-early', { serial: wrong.serial, issued: wrong.issuedOn });
  return commit({ code: 'certificates-handed-over', values: { count: entries.length } }, async () =>
    (await getRecords('certificates', [...wanted.keys()])).map((record) =>
      put(handed(record, wanted.get(record.serial))),
    ),
  );
};

import { fail, ok } from '#shared/lib/result.ts';
import type { Failure, Result } from '#shared/lib/result.ts';
import { listRecords } from '#renderer/db/records.ts';
import { verifyText } from '#renderer/db/repositories/verify.ts';
import type { VerificationReport } from '#renderer/db/repositories/verify.ts';
import { desktop } from '#renderer/desktop/bridge.ts';
import type { RevocationEntry, SignedRevocations } from '#shared/domain/revocations.ts';
import type { PublicKeyRecord } from '#shared/domain/workspace.ts';
import { readCodes } from '#renderer/features/certificates/work/read-codes.ts';
import type { RunJob } from './job.ts';

const keysOf = async (path: string | undefined): Promise<Result<readonly PublicKeyRecord[], Failure>> =>
  path === undefined ? ok([]) : desktop.keysReadKeys({ path });

/** A list that somebody handed out says of certificates that are not in the register here what became of them. */
const listOf = async (
  path: string | undefined,
  keys: readonly PublicKeyRecord[],
): Promise<Result<SignedRevocations | undefined, Failure>> => {
  if (path === undefined) return ok(undefined);
  const known = [...(await listRecords('publicKeys')), ...keys];
  const list = await desktop.keysReadRevocations({ path, keys: known });
  return list.ok ? ok(JSON.parse(list.value) as SignedRevocations) : list;
};

const isFile = (text: string): boolean => /\.(pdf|png|jpe?g|webp|gif|bmp)$/i.test(text);

const lineOf = (
  { serial, signed, register }: VerificationReport,
  page: number | undefined,
  ended: RevocationEntry | undefined,
): Readonly<Record<string, unknown>> => ({
  ...(page === undefined ? {} : { page }),
  serial,
  verdict: signed?.verdict ?? (register === undefined ? 'not-in-register' : 'in-register'),
  says: signed === undefined ? null : signed.content,
  register: register ?? null,
  ...(ended === undefined ? {} : { ended }),
});

const isSound = ({ signed, register }: VerificationReport): boolean =>
  (signed === undefined ? register !== undefined : signed.verdict === 'genuine') &&
  (register === undefined || register.status === 'issued');

/** `run verify`: what a certificate says and whether it is ours, from a PDF, a picture, the text of its code or its serial. */
export const runVerify: RunJob = async ({ job, option, print }) => {
  const input = job.files[0] ?? '';
  const keys = await keysOf(option('keys'));
  if (!keys.ok) return keys;
  const list = await listOf(option('list'), keys.value);
  if (!list.ok) return list;
  const codes = isFile(input) ? await readCodes(input) : ok({ codes: [{ page: undefined, text: input }], pages: 1 });
  if (!codes.ok) return codes;
  let sound = 0;
  const { codes: found, pages } = codes.value;
  for (const { page, text } of found) {
    const report = await verifyText(text, keys.value);
    if (!report.ok) return report;
    const ended = list.value?.entries.find(({ serial }) => serial === report.value.serial);
    await print(lineOf(report.value, page, ended));
    if (isSound(report.value) && ended === undefined) sound += 1;
  }
  if (sound < found.length) return fail('not-verified', { count: found.length - sound });
  return ok({ job: 'verify', pages, certificates: found.length, verified: sound });
};

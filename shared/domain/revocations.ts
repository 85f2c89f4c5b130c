import { base64urlDecode } from '#shared/lib/base64url.ts';
import type { IsoDate } from '#shared/lib/dates.ts';
import { isIsoDate } from '#shared/lib/dates.ts';
import { canonicalJson } from '#shared/lib/json.ts';
import type { Failure, Result } from '#shared/lib/result.ts';
import { fail, ok } from '#shared/lib/result.ts';
import { utf8Encode } from '#shared/lib/utf8.ts';
import type { CertificateStatus } from './certificates.ts';
import { parseSerial } from './serials.ts';

/** A certificate that is no longer in force, and the one that stands for it. Why is not told: the list goes to strangers. */
export type RevocationEntry = {
  readonly serial: string;
  readonly state: 'revoked' | 'superseded';
  readonly on?: IsoDate;
  readonly by?: string;
};

/**
 * Every certificate of a programme that is not in force on a day. The code on a certificate proves who issued it, this list what became of it since
 * (domain.md 7). Entries are in the order of their serials.
 */
export type RevocationList = {
  readonly format: 'fieldcourse-revocations';
  readonly version: 1;
  readonly owner: string;
  readonly madeOn: IsoDate;
  readonly keyId: string;
  readonly entries: readonly RevocationEntry[];
};

/** A list with its Ed25519 signature in base64url. */
export type SignedRevocations = RevocationList & { readonly signature: string };

/** The list of the day from the register. */
export const revocationList = (
  records: readonly {
    readonly serial: string;
    readonly status: CertificateStatus;
    readonly supersededBy?: string;
    readonly endedOn?: IsoDate;
  }[],
  about: { readonly owner: string; readonly madeOn: IsoDate; readonly keyId: string },
): RevocationList => ({
  format: 'fieldcourse-revocations',
  version: 1,
  ...about,
  entries: records
    .flatMap(({ serial, status, supersededBy, endedOn }): readonly RevocationEntry[] =>
      status === 'issued'
        ? []
        : [
            {
              serial,
              state: status,
              ...(endedOn === undefined ? {} : { on: endedOn }),
              ...(supersededBy === undefined ? {} : { by: supersededBy }),
            },
          ],
    )
    .toSorted((a, b) => (a.serial < b.serial ? -1 : 1)),
});

/** The bytes to sign: `FCR1:` and the list as canonical JSON, so that no other thing signed by the key can pass for a list. */
export const revocationsToSign = ({ format, version, owner, madeOn, keyId, entries }: RevocationList): Uint8Array =>
  utf8Encode(`FCR1:${canonicalJson({ format, version, owner, madeOn, keyId, entries })}`) ?? new Uint8Array();

/** Says whether a signature over bytes was made with a public key (base64url). */
export type SignatureCheck = (publicKey: string, signed: Uint8Array, signature: Uint8Array) => boolean;

const optional = (value: unknown, fits: (text: string) => boolean): boolean =>
  value === undefined || (typeof value === 'string' && fits(value));

const isSerial = (text: string): boolean => {
  const read = parseSerial(text);
  return read.ok && read.value.serial === text;
};

const isEntry = (value: unknown): value is RevocationEntry => {
  if (typeof value !== 'object' || value === null) return false;
  const { serial, state, on, by } = value as Readonly<Record<string, unknown>>;
  return (
    typeof serial === 'string' &&
    isSerial(serial) &&
    (state === 'revoked' || state === 'superseded') &&
    optional(on, isIsoDate) &&
    optional(by, isSerial)
  );
};

const isSigned = (value: unknown): value is SignedRevocations => {
  if (typeof value !== 'object' || value === null) return false;
  const list = value as Readonly<Record<string, unknown>>;
  return (
    list['format'] === 'fieldcourse-revocations' &&
    list['version'] === 1 &&
    typeof list['owner'] === 'string' &&
    typeof list['madeOn'] === 'string' &&
    isIsoDate(list['madeOn']) &&
    typeof list['keyId'] === 'string' &&
    typeof list['signature'] === 'string' &&
    Array.isArray(list['entries']) &&
    list['entries'].every(isEntry)
  );
};

/**
 * Takes a list only where it is whole and signed by one of the keys known. Errors: `revocations-damaged` (no such list, or altered) and
 * `revocations-unknown-key` (of a programme whose key is not known here).
 */
export const readRevocations = (
  text: string,
  keys: readonly { readonly id: string; readonly publicKey: string }[],
  holds: SignatureCheck,
): Result<SignedRevocations, Failure<'revocations-damaged' | 'revocations-unknown-key'>> => {
  let list: unknown;
  try {
    list = JSON.parse(text);
  } catch {
    return fail('revocations-damaged');
  }
  if (!isSigned(list)) return fail('revocations-damaged');
  const signers = keys.filter(({ id }) => id === list.keyId);
  if (signers.length === 0) return fail('revocations-unknown-key', { key: list.keyId });
  const signature = base64urlDecode(list.signature);
  const signed = revocationsToSign(list);
  return signature !== undefined && signers.some(({ publicKey }) => holds(publicKey, signed, signature))
    ? ok(list)
    : fail('revocations-damaged');
};

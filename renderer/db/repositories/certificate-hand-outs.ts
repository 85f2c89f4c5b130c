import type { CertificateRecord } from '#shared/domain/certificates.ts';
import { certificateFileName } from '#shared/domain/certificates.ts';
import { openBadge, proofOptions, withProof } from '#shared/domain/open-badges.ts';
import { publicKeysFile } from '#shared/domain/public-keys.ts';
import { revocationList } from '#shared/domain/revocations.ts';
import type { RevocationList } from '#shared/domain/revocations.ts';
import type { VerifierKey } from '#shared/domain/verifier-page.ts';
import { verifierPage } from '#shared/domain/verifier-page.ts';
import type { PublicKeyRecord } from '#shared/domain/workspace.ts';
import { base64urlDecode } from '#shared/lib/base64url.ts';
import type { Failure, Result } from '#shared/lib/result.ts';
import { fail, ok } from '#shared/lib/result.ts';
import { desktop } from '#renderer/desktop/bridge.ts';
import { nowInstant, today } from '#renderer/desktop/clock.ts';
import { getRecord, listRecords } from '../records.ts';
import { registerIndex } from '../register-index.ts';
import { commit } from '../write-path.ts';
import { ownedKey } from './certificate-drafts.ts';

const keep = async (key: PublicKeyRecord, code: string): Promise<Result<PublicKeyRecord>> => {
  const owned = (await getRecord('publicKeys', key.id)) ?? (await ownedKey(key));
  const written = await commit({ code }, [{ table: 'publicKeys', id: owned.id, next: owned }]);
  return written.ok ? ok(owned) : written;
};

/** The key that signs now, made on first use and kept with the workspace's public keys. */
export const currentKey = async (): Promise<Result<PublicKeyRecord>> => {
  const key = await desktop.keysReadCurrent();
  return key.ok ? keep(key.value, 'signing-key-kept') : key;
};

const changeKey = async (change: () => Promise<Result<PublicKeyRecord, Failure>>): Promise<Result<PublicKeyRecord>> => {
  // The old public half is kept before the private one goes; a damaged key has none to keep, and changing it is the way out.
  const before = await currentKey();
  if (!before.ok && before.error.code !== 'signing-key-damaged') return before;
  const key = await change();
  return key.ok ? keep(key.value, 'signing-key-changed') : key;
};

/** Puts a new signing key in the place of the old one; the old public key stays for ever. */
export const rotateSigningKey = (): Promise<Result<PublicKeyRecord>> => changeKey(() => desktop.keysRotateKey());

/** Puts the key of a backup in the place of the one that signs now. Errors: `key-backup-…`, `file-not-readable`. */
export const restoreSigningKey = (path: string, passphrase: string): Promise<Result<PublicKeyRecord>> =>
  changeKey(() => desktop.keysRestoreBackup({ path, passphrase }));

const fingerprinted = async (key: PublicKeyRecord): Promise<VerifierKey> => {
  const digest = await crypto.subtle.digest('SHA-256', (base64urlDecode(key.publicKey) ?? new Uint8Array()).slice());
  const fingerprint = Array.from(new Uint8Array(digest), (byte) => byte.toString(16).padStart(2, '0')).join('');
  return { ...key, fingerprint };
};

/** The key that signs now and all that ever signed here or were brought here, newest first. */
export const allKeys = async (): Promise<
  Result<{ readonly current: VerifierKey; readonly older: readonly VerifierKey[]; readonly owner: string }>
> => {
  const current = await currentKey();
  if (!current.ok) return current;
  const others = (await listRecords('publicKeys'))
    .filter(({ id }) => id !== current.value.id)
    .toSorted((a, b) => (a.since < b.since ? 1 : -1));
  const workspace = await getRecord('workspace', 'workspace');
  return ok({
    current: await fingerprinted(current.value),
    older: await Promise.all(others.map(fingerprinted)),
    owner: workspace?.name === undefined || workspace.name === '' ? current.value.owner : workspace.name,
  });
};

/** The signed list of what is no longer in force today, as JSON text. */
const signedList = async (owner: string): Promise<Result<string>> => {
  await registerIndex.build();
  const { keyId: _keyId, ...list }: RevocationList = revocationList(registerIndex.state().rows, {
    owner,
    madeOn: today(),
    keyId: '',
  });
  return desktop.keysSignRevocations({ list });
};

/** A file that was handed out. */
export type HandedOut = { readonly path: string; readonly bytes: number };

/** Writes all public keys, for whoever verifies with the app. */
export const writePublicKeys = async (path: string): Promise<Result<HandedOut>> => {
  const keys = await allKeys();
  if (!keys.ok) return keys;
  return desktop.keysWriteFile({ path, text: publicKeysFile([keys.value.current, ...keys.value.older]) });
};

/** Writes the signed list of what is no longer in force. */
export const writeRevocations = async (path: string): Promise<Result<HandedOut>> => {
  const keys = await allKeys();
  if (!keys.ok) return keys;
  const list = await signedList(keys.value.owner);
  return list.ok ? desktop.keysWriteFile({ path, text: list.value }) : list;
};

/** Writes the verifier: one page with the public keys and the signed list in it. */
export const writeVerifier = async (
  path: string,
  language: string,
): Promise<Result<HandedOut & { readonly keys: number; readonly listed: number }>> => {
  const keys = await allKeys();
  if (!keys.ok) return keys;
  const { current, older, owner } = keys.value;
  const [list, page] = [await signedList(owner), await desktop.keysReadVerifierPage()];
  if (!list.ok) return list;
  if (!page.ok) return page;
  const signed = JSON.parse(list.value) as RevocationList;
  const text = verifierPage(page.value, {
    format: 'fieldcourse-verifier',
    version: 1,
    owner,
    madeOn: today(),
    language,
    keys: [current, ...older],
    list: signed,
  });
  const written = await desktop.keysWriteFile({ path, text });
  return written.ok ? ok({ ...written.value, keys: 1 + older.length, listed: signed.entries.length }) : written;
};

/**
 * Writes Open Badges 3.0 credentials, one file each, named like the certificates. Only what is in force becomes a badge. Errors: `nothing-to-issue`,
 * those of the key and of writing.
 */
export const writeBadges = async (
  records: readonly CertificateRecord[],
  pathOf: (name: string) => string,
): Promise<Result<readonly HandedOut[]>> => {
  const inForce = records.filter(({ status, erasedOn }) => status === 'issued' && erasedOn === undefined);
  if (inForce.length === 0) return fail('nothing-to-issue');
  const key = await currentKey();
  if (!key.ok) return key;
  const { publicKey, owner } = key.value;
  const options = proofOptions(publicKey, nowInstant());
  const credentials = inForce.map(({ snapshot }) => ({
    credential: openBadge(snapshot, { name: owner, publicKey }),
    options,
  }));
  const signatures = await desktop.keysSignCredentials({ credentials });
  if (!signatures.ok) return signatures;
  const files: HandedOut[] = [];
  for (const [index, { serial, snapshot }] of inForce.entries()) {
    const credential = credentials[index]?.credential;
    const signature = base64urlDecode(signatures.value[index] ?? '');
    if (credential === undefined || signature === undefined) continue;
    const name = certificateFileName(serial, snapshot.name).replace(/\.pdf$/, '.json');
    const text = `${JSON.stringify(withProof(credential, options, signature), null, 2)}\n`;
    const written = await desktop.keysWriteFile({ path: pathOf(name), text });
    if (!written.ok) return written;
    files.push(written.value);
  }
  return ok(files);
};

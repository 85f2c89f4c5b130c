import type { PublicKeyRecord } from './workspace.ts';

/** The file that lets anyone verify certificates: every public key, old ones too. */
export const publicKeysFile = (keys: readonly PublicKeyRecord[]): string =>
  `${JSON.stringify({ format: 'fieldcourse-public-keys', version: 1, keys: keys.map(({ id, publicKey, owner, since }) => ({ id, publicKey, owner, since })) }, null, 2)}\n`;

import { ed25519 } from '@noble/curves/ed25519.js';
import type { VerifierKnowledge } from '#shared/domain/certificate-verdicts.ts';
import type { SignatureCheck } from '#shared/domain/revocations.ts';
import { readRevocations } from '#shared/domain/revocations.ts';
import type { VerifierContent } from '#shared/domain/verifier-page.ts';
import { base64urlDecode } from '#shared/lib/base64url.ts';

/** Ed25519 by RFC 8032, in plain code: not every browser has it built in, least of all for a page opened from a file. */
export const holds: SignatureCheck = (publicKey, signed, signature) => {
  const key = base64urlDecode(publicKey);
  try {
    return key !== undefined && ed25519.verify(signature, signed, key, { zip215: false });
  } catch {
    return false;
  }
};

/** What a programme put into this page; `broken` where its list does not fit its signature. */
export type Programme = {
  readonly content: VerifierContent;
  readonly knows: VerifierKnowledge;
  readonly broken: boolean;
};

/** Reads the content of the page; undefined where nothing was put in. */
export const readProgramme = (text: string): Programme | undefined => {
  const content = JSON.parse(text) as VerifierContent | null;
  if (content === null || content.format !== 'fieldcourse-verifier') return undefined;
  if (content.list === null) return { content, knows: { keys: content.keys, list: undefined }, broken: false };
  const list = readRevocations(JSON.stringify(content.list), content.keys, holds);
  return { content, knows: { keys: content.keys, list: list.ok ? list.value : undefined }, broken: !list.ok };
};

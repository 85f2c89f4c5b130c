import { z } from 'zod';
import type { Credential, ProofOptions } from '#shared/domain/open-badges.ts';
import type { RevocationList } from '#shared/domain/revocations.ts';
import { resultOf } from './failure.ts';

const publicKey = z.object({
  id: z.string().regex(/^[0-9a-f]{8}$/),
  publicKey: z.string(),
  owner: z.string(),
  since: z.string(),
});

const isObject = (value: unknown): boolean => typeof value === 'object' && value !== null;
const file = z.object({ path: z.string().min(1) });
const sealedFile = z.object({ path: z.string().min(1), passphrase: z.string().max(1000) });

/** The questions about signing keys and what is signed with them. The private key never crosses. */
export const keysContract = {
  'keys:sign-payloads': {
    request: z.object({
      payloads: z.array(z.object({ serial: z.string(), name: z.string(), award: z.string(), date: z.string() })),
    }),
    reply: resultOf(z.object({ key: publicKey, texts: z.array(z.string()) })),
  },
  'keys:verify-payload': {
    request: z.object({ text: z.string(), keys: z.array(publicKey) }),
    reply: resultOf(
      z.object({
        verdict: z.enum(['genuine', 'altered', 'unknown-key']),
        content: z.object({
          keyId: z.string(),
          serial: z.string(),
          name: z.string(),
          award: z.string(),
          date: z.string(),
        }),
        owner: z.string().optional(),
      }),
    ),
  },
  /** Reads a file of public keys that a programme handed out. */
  'keys:read-keys': { request: file, reply: resultOf(z.array(publicKey)) },
  /** The public half of the key that signs now; it is made where there is none yet. */
  'keys:read-current': { request: z.undefined(), reply: resultOf(publicKey) },
  /** Puts a new key in the place of the old one, whose private half is destroyed. */
  'keys:rotate-key': { request: z.undefined(), reply: resultOf(publicKey) },
  'keys:write-backup': { request: sealedFile, reply: resultOf(z.null()) },
  /** Puts the key of a backup in the place of the one that signs now. */
  'keys:restore-backup': { request: sealedFile, reply: resultOf(publicKey) },
  /** Signs a list of what is no longer in force with the key that signs now; its id is put in. The reply is the list as JSON text. */
  'keys:sign-revocations': {
    request: z.object({ list: z.custom<Omit<RevocationList, 'keyId'>>(isObject) }),
    reply: resultOf(z.string()),
  },
  /** Reads a signed list that a programme handed out; only its signature makes it one. */
  'keys:read-revocations': {
    request: z.object({ path: z.string().min(1), keys: z.array(publicKey) }),
    reply: resultOf(z.string()),
  },
  /** Signs credentials with the key that signs now. The replies are their signatures in base64url. */
  'keys:sign-credentials': {
    request: z.object({
      credentials: z.array(
        z.object({ credential: z.custom<Credential>(isObject), options: z.custom<ProofOptions>(isObject) }),
      ),
    }),
    reply: resultOf(z.array(z.string())),
  },
  /** The page of the verifier without keys and list. */
  'keys:read-verifier-page': { request: z.undefined(), reply: resultOf(z.string()) },
  /** Writes what is handed out: public keys, lists, credentials, the verifier. */
  'keys:write-file': {
    request: z.object({ path: z.string().regex(/\.(?:json|html)$/i), text: z.string() }),
    reply: resultOf(z.object({ path: z.string(), bytes: z.number() })),
  },
} as const;

import { base58Encode } from '#shared/lib/base58.ts';
import { base64urlDecode } from '#shared/lib/base64url.ts';
import type { IsoInstant } from '#shared/lib/dates.ts';
import { canonicalJson } from '#shared/lib/json.ts';
import { utf8Encode } from '#shared/lib/utf8.ts';
import type { CertificateSnapshot } from './certificates.ts';

/** An Open Badges 3.0 credential (JSON-LD) before it is signed. */
export type Credential = Readonly<Record<string, unknown>> & { readonly '@context': readonly string[] };

/** The options of a data integrity proof without its value. */
export type ProofOptions = {
  readonly type: 'DataIntegrityProof';
  readonly cryptosuite: 'eddsa-jcs-2022';
  readonly created: IsoInstant;
  readonly verificationMethod: string;
  readonly proofPurpose: 'assertionMethod';
  readonly '@context': readonly string[];
};

export type SignedCredential = Credential & { readonly proof: ProofOptions & { readonly proofValue: string } };

const contexts = [
  'https://www.w3.org/ns/credentials/v2',
  'https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json',
] as const;

/** The multibase form of an Ed25519 public key (base64url): base58 of the multicodec 0xed01 and the 32 bytes. */
const multikey = (publicKey: string): string =>
  `z${base58Encode(Uint8Array.from([0xed, 0x01, ...(base64urlDecode(publicKey) ?? [])]))}`;

/** The issuer of whoever holds the key: a name that carries the key itself, so that nothing has to be looked up. */
export const didOfKey = (publicKey: string): string => `did:key:${multikey(publicKey)}`;

const identifier = (path: string): string => `urn:fieldcourse:${path}`;

/** The same certificate as a badge: who, what, by whom, when. The serial leads back to the register and to the list of what is no longer in force. */
export const openBadge = (
  snapshot: Pick<CertificateSnapshot, 'serial' | 'name' | 'award' | 'awardedOn' | 'programme' | 'language'>,
  issuer: { readonly name: string; readonly publicKey: string },
): Credential => ({
  '@context': contexts,
  id: identifier(`certificate:${snapshot.serial}`),
  type: ['VerifiableCredential', 'OpenBadgeCredential'],
  issuer: { id: didOfKey(issuer.publicKey), type: ['Profile'], name: issuer.name },
  validFrom: `${snapshot.awardedOn}T00:00:00Z`,
  name: snapshot.award,
  credentialSubject: {
    type: ['AchievementSubject'],
    identifier: [{ type: 'IdentityObject', hashed: false, identityHash: snapshot.name, identityType: 'name' }],
    achievement: {
      id: identifier(
        `achievement:${snapshot.serial.split('-')[0] ?? ''}:${encodeURIComponent(snapshot.programme.version)}`,
      ),
      type: ['Achievement'],
      achievementType: 'Certificate',
      inLanguage: snapshot.language,
      name: snapshot.award,
      description: snapshot.programme.title,
      criteria: { narrative: `${snapshot.programme.title}, ${snapshot.programme.version}` },
      humanCode: snapshot.serial,
    },
  },
});

/** How a credential is signed: `eddsa-jcs-2022` with the issuer's own key. */
export const proofOptions = (publicKey: string, created: IsoInstant): ProofOptions => ({
  type: 'DataIntegrityProof',
  cryptosuite: 'eddsa-jcs-2022',
  created,
  verificationMethod: `${didOfKey(publicKey)}#${multikey(publicKey)}`,
  proofPurpose: 'assertionMethod',
  '@context': contexts,
});

/** The two texts (RFC 8785) whose SHA-256 hashes, one after the other, are signed: options first, then the credential. */
export const badgeBytes = (
  credential: Credential,
  options: ProofOptions,
): { readonly options: Uint8Array; readonly credential: Uint8Array } => ({
  options: utf8Encode(canonicalJson(options)) ?? new Uint8Array(),
  credential: utf8Encode(canonicalJson(credential)) ?? new Uint8Array(),
});

/** The credential with its proof. */
export const withProof = (credential: Credential, options: ProofOptions, signature: Uint8Array): SignedCredential => ({
  ...credential,
  proof: { ...options, proofValue: `z${base58Encode(signature)}` },
});

import type { IsoDate } from '#shared/lib/dates.ts';
import type { PublicKeyRecord } from './workspace.ts';

/** A key with the SHA-256 of its bytes in hexadecimal, to be compared with the printed key sheet. */
export type VerifierKey = PublicKeyRecord & { readonly fingerprint: string };

/** What a programme puts into the verifier that it hands out. `list` is a signed list of revocations as JSON; the page checks it again. */
export type VerifierContent = {
  readonly format: 'fieldcourse-verifier';
  readonly version: 1;
  readonly owner: string;
  readonly madeOn: IsoDate;
  readonly language: string;
  readonly keys: readonly VerifierKey[];
  readonly list: unknown;
};

/** Where the content stands in the page. Its type keeps browsers from running it. */
const place = /(<script type="application\/json" id="programme">)[^<]*(<\/script>)/;

/** The page with its content. Nothing in it can end the element or begin another: every `<` is written as an escape. Throws where the page has no place. */
export const verifierPage = (page: string, content: VerifierContent): string => {
  if (!place.test(page)) throw new Error('The page of the verifier has no place for its content');
  const text = JSON.stringify(content)
    .replace(/</g, '\\u003c')
    .replace(/[\u2028\u2029]/g, (one) => (one === '\u2028' ? '\\u2028' : '\\u2029'));
  return page.replace(place, (_whole, before: string, after: string) => `${before}${text}${after}`);
};

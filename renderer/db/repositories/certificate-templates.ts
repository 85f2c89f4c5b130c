import type { CertificatePhrases, TemplateReference } from '#shared/domain/certificates.ts';
import type { Result } from '#shared/lib/result.ts';
import { fail, ok } from '#shared/lib/result.ts';
import classic from '../../../resources/certificate-templates/classic.json' with { type: 'json' };

type Words = { readonly reference: TemplateReference; readonly phrases: Readonly<Record<string, CertificatePhrases>> };

const templates: readonly Words[] = [
  { reference: { name: classic.name, version: classic.version }, phrases: classic.phrases },
];

/** Names of the templates shipped with the app. */
export const templateNames: readonly string[] = templates.map(({ reference }) => reference.name);

/** The newest edition of a template and its words in a language. Errors: `template-unknown`, `template-not-in-language`. */
export const templateWords = (
  name: string,
  language: string,
): Result<{ readonly reference: TemplateReference; readonly phrases: CertificatePhrases }> => {
  const found = templates.find(({ reference }) => reference.name === name);
  if (found === undefined) return fail('template-unknown', { name });
  const phrases = found.phrases[language];
  return phrases === undefined
    ? fail('template-not-in-language', { name, language })
    : ok({ reference: found.reference, phrases });
};

/** The words of the very edition a snapshot was issued with. */
export const wordsOfEdition = (
  { name, version }: TemplateReference,
  language: string,
): CertificatePhrases | undefined =>
  templates.find(({ reference }) => reference.name === name && reference.version === version)?.phrases[language];

/** Languages that a template has words in. */
export const templateLanguages = (name: string): readonly string[] =>
  Object.keys(templates.find(({ reference }) => reference.name === name)?.phrases ?? {});

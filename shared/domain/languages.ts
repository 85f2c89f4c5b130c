/** Languages in which the screens and the certificates can speak. Portuguese and Swahili follow English and French. */
export const screenLanguages = ['en', 'fr'] as const;
export type Language = (typeof screenLanguages)[number];

/** A text in several languages; English is always there. */
export type LocalText = { readonly en: string; readonly fr?: string; readonly pt?: string; readonly sw?: string };

/** The text in the asked language, or in English where it was not translated. */
export const inLanguage = (text: LocalText, language: string): string =>
  (text as Readonly<Record<string, string | undefined>>)[language] ?? text.en;

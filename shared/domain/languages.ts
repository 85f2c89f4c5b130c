/** Languages in which the screens can speak: those whose messages are complete. */
export const screenLanguages = ['en', 'fr', 'pt', 'sw'] as const;
export type Language = (typeof screenLanguages)[number];

/** Whether the screens can speak a language. */
export const isScreenLanguage = (code: unknown): code is Language => screenLanguages.some((known) => known === code);

/** The language of the screens that fits a locale of the system, such as `pt-MZ`; English where none does. */
export const languageOfLocale = (locale: string): Language =>
  screenLanguages.find((known) => known === locale.toLowerCase().split(/[-_]/)[0]) ?? 'en';

/** The locale for `Intl`: day before month in English, Portuguese as in Mozambique and Angola, which follow Portugal. */
export const localeOf = (language: string): string => ({ en: 'en-GB', pt: 'pt-PT' })[language] ?? language;

/** A text in several languages; English is always there. */
export type LocalText = { readonly en: string; readonly fr?: string; readonly pt?: string; readonly sw?: string };

/** The text in the asked language, or in English where it was not translated. */
export const inLanguage = (text: LocalText, language: string): string =>
  (text as Readonly<Record<string, string | undefined>>)[language] ?? text.en;

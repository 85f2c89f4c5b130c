import type { Language } from '#shared/domain/languages.ts';
import { english } from './english.ts';
import type { Translator } from './make-translator.ts';
import { makeTranslator } from './make-translator.ts';

const others = {
  fr: async (): Promise<object> => (await import('./french.ts')).french,
  pt: async (): Promise<object> => (await import('./portuguese.ts')).portuguese,
  sw: async (): Promise<object> => (await import('./swahili.ts')).swahili,
} satisfies Record<Exclude<Language, 'en'>, () => Promise<object>>;

/** The translator of a language; a language other than English is read only when it is asked for. */
export const loadTranslator = async (language: Language): Promise<Translator> => {
  if (language === 'en') return makeTranslator('en', { en: english });
  return makeTranslator(language, { en: english, [language]: await others[language]() });
};

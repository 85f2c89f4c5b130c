import type { Language } from '#shared/domain/languages.ts';
import { english } from './english.ts';
import type { Translator } from './make-translator.ts';
import { makeTranslator } from './make-translator.ts';

/** The translator of a language; a language other than English is read only when it is asked for. */
export const loadTranslator = async (language: Language): Promise<Translator> => {
  if (language === 'en') return makeTranslator('en', { en: english });
  const { french } = await import('./french.ts');
  return makeTranslator(language, { en: english, fr: french });
};

import type { Language } from '#shared/domain/languages.ts';
import { english } from './english.ts';
import { french } from './french.ts';
import type { Translator } from './make-translator.ts';
import { makeTranslator } from './make-translator.ts';
import { portuguese } from './portuguese.ts';
import { swahili } from './swahili.ts';

/** The translator of a language at once, with the messages of all languages at hand: for the main process and for jobs. */
export const createTranslator = (language: Language): Translator =>
  makeTranslator(language, { en: english, fr: french, pt: portuguese, sw: swahili });

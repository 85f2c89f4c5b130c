import en from '../../resources/verifier/en.json' with { type: 'json' };
import fr from '../../resources/verifier/fr.json' with { type: 'json' };
import pt from '../../resources/verifier/pt.json' with { type: 'json' };
import sw from '../../resources/verifier/sw.json' with { type: 'json' };

/** The languages that a stranger may read: those of the countries where certificates are shown. */
export const verifierLanguages = ['en', 'fr', 'pt', 'sw'] as const;
export type VerifierLanguage = (typeof verifierLanguages)[number];

type Key = keyof typeof en;
const texts: Readonly<Record<VerifierLanguage, Readonly<Record<Key, string>>>> = { en, fr, pt, sw };

/** What a language is called in itself. */
export const ownName = (language: VerifierLanguage): string => texts[language].own;

export const isVerifierLanguage = (text: string | undefined): text is VerifierLanguage =>
  verifierLanguages.some((language) => language === text);

export type Words = {
  readonly t: (key: Key, values?: Readonly<Record<string, string | number>>) => string;
  readonly date: (day: string) => string;
};

/** The words of one language. */
export const wordsIn = (language: VerifierLanguage): Words => ({
  t: (key, values = {}) =>
    texts[language][key].replace(/\{\{(\w+)\}\}/g, (place, name: string) => String(values[name] ?? place)),
  date: (day) =>
    new Intl.DateTimeFormat(language === 'en' ? 'en-GB' : language, { dateStyle: 'long', timeZone: 'UTC' }).format(
      new Date(`${day}T00:00:00Z`),
    ),
});

/** True for a message of the verifier. */
export const isWord = (key: string): key is Key => key in en;

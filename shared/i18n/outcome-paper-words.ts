import { localeOf } from '#shared/domain/languages.ts';
import type { OutcomePaperLanguage, OutcomePaperWords } from '#shared/domain/papers/outcome-paper.ts';
import en from '../../resources/outcome-papers/en.json' with { type: 'json' };
import fr from '../../resources/outcome-papers/fr.json' with { type: 'json' };
import pt from '../../resources/outcome-papers/pt.json' with { type: 'json' };
import sw from '../../resources/outcome-papers/sw.json' with { type: 'json' };
import type { MessageKey } from './message-key.ts';
import { makeTranslator } from './make-translator.ts';

const texts: Readonly<Record<OutcomePaperLanguage, object>> = { en, fr, pt, sw };

/** The words of the outcome papers, which are there in four languages whatever the screens speak. */
export const outcomePaperWords = (language: OutcomePaperLanguage): OutcomePaperWords => {
  // The screens may not speak it; the engine does.
  const name = language;
  const translate = makeTranslator(name, { en, [name]: texts[language] });
  return {
    language,
    locale: localeOf(name),
    say: (key, values) => translate(key as MessageKey, values),
  };
};

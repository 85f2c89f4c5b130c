import type { FormatterModule, Resource, TOptions } from 'i18next';
import { createInstance } from 'i18next';
import type { Language } from '#shared/domain/languages.ts';
import { localeOf } from '#shared/domain/languages.ts';
import type { Message } from '#shared/domain/message.ts';
import type { MessageKey } from './message-key.ts';

/** What fills the placeholders of a message. `count` chooses the plural form. */
export type MessageValues = Readonly<Record<string, string | number>>;

/** Puts a message key into words. A key without a message comes back as it is. */
export type Translator = (key: MessageKey, values?: MessageValues) => string;

/** Numbers in the figures of the language, at most two decimals; a placeholder that names a year is not grouped. */
const figures = (language: Language): FormatterModule => {
  const grouped = new Intl.NumberFormat(localeOf(language), { maximumFractionDigits: 2 });
  const plain = new Intl.NumberFormat(localeOf(language), { maximumFractionDigits: 2, useGrouping: false });
  const format: FormatterModule['format'] = (value: unknown, _format, _language, options) => {
    // A pattern such as that of page numbers is filled in later.
    if (value === undefined) return `{{${String(options?.['interpolationkey'])}}}`;
    if (typeof value !== 'number') return String(value);
    return (/year/i.test(String(options?.['interpolationkey'])) ? plain : grouped).format(value);
  };
  return { type: 'formatter', init: () => undefined, add: () => undefined, addCached: () => undefined, format };
};

/** Makes a translator from the messages of one language (English fills what is missing). */
export const makeTranslator = (
  language: Language,
  messages: Readonly<Partial<Record<Language, object>>>,
): Translator => {
  const resources = Object.fromEntries(
    Object.entries(messages).map(([name, tree]) => [localeOf(name), { translation: tree }]),
  ) as Resource;
  const instance = createInstance();
  void instance.use(figures(language)).init({
    lng: localeOf(language),
    fallbackLng: localeOf('en'),
    // Plural forms are those of the locale: Portugal says "0 formandos", Brazil "0 formando".
    load: 'currentOnly',
    initAsync: false,
    resources,
    returnEmptyString: false,
    interpolation: { escapeValue: false, skipOnVariables: true, alwaysFormat: true },
  });
  const translate = instance.t as (key: string, values: TOptions) => string;
  return (key, values = {}) => translate(key, values);
};

/** Puts a domain `Message` into words, nested messages first. */
export const sayMessage = (translate: Translator, { key, values = {} }: Message): string => {
  const filled = Object.entries(values).map(
    ([name, value]) => [name, typeof value === 'object' ? sayMessage(translate, value) : value] as const,
  );
  return translate(key as MessageKey, Object.fromEntries(filled));
};

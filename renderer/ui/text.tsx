import type { ReactNode } from 'react';
import { createContext, useContext, useEffect, useMemo, useState } from 'react';
import type { Language } from '#shared/domain/languages.ts';
import { localeOf } from '#shared/domain/languages.ts';
import type { Message } from '#shared/domain/message.ts';
import { loadTranslator } from '#shared/i18n/load-translator.ts';
import type { Translator } from '#shared/i18n/make-translator.ts';
import { sayMessage } from '#shared/i18n/make-translator.ts';
import type { MessageKey } from '#shared/i18n/message-key.ts';
import type { IsoDate } from '#shared/lib/dates.ts';
import type { Failure } from '#shared/lib/result.ts';

/** `full` Monday 25 May 2026, `long` 25 May 2026, `short` 25 May, `month` May 2026. */
export type DateStyle = 'full' | 'long' | 'short' | 'month';

/** Words, dates and figures of the screen's language. */
export type Text = {
  readonly language: Language;
  readonly t: Translator;
  /** Puts a message of the domain into words. */
  readonly say: (message: Message) => string;
  /** The sentence for an expected failure. */
  readonly failure: (error: Failure) => string;
  /** A day (`YYYY-MM-DD`, or the day of an instant in milliseconds or ISO text). */
  readonly formatDate: (date: IsoDate | number, style?: DateStyle) => string;
  /** The time of day of a moment in milliseconds, 09:41. */
  readonly formatTime: (moment: number) => string;
  readonly formatNumber: (value: number, options?: Intl.NumberFormatOptions) => string;
  /** Names in the order of this language's alphabet. */
  readonly compare: (a: string, b: string) => number;
};

const dateOptions: Readonly<Record<DateStyle, Intl.DateTimeFormatOptions>> = {
  full: { weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' },
  long: { day: 'numeric', month: 'long', year: 'numeric' },
  short: { day: 'numeric', month: 'short' },
  month: { month: 'long', year: 'numeric' },
};

const makeDates = (locale: string): Text['formatDate'] => {
  const made = new Map<string, Intl.DateTimeFormat>();
  return (date, style = 'long') => {
    // A calendar day has no time zone; a moment has the laptop's.
    const isDay = typeof date === 'string' && date.length === 10;
    const key = `${style}${isDay}`;
    let format = made.get(key);
    if (format === undefined)
      made.set(
        key,
        (format = new Intl.DateTimeFormat(locale, { ...dateOptions[style], ...(isDay ? { timeZone: 'UTC' } : {}) })),
      );
    const moment = new Date(isDay ? `${date}T00:00:00Z` : date);
    return Number.isNaN(moment.getTime()) ? String(date) : format.format(moment);
  };
};

const makeText = (language: Language, t: Translator): Text => {
  const locale = localeOf(language);
  const time = new Intl.DateTimeFormat(locale, { hour: '2-digit', minute: '2-digit' });
  const plain = new Intl.NumberFormat(locale, { maximumFractionDigits: 2 });
  const collator = new Intl.Collator(locale, { numeric: true });
  return {
    language,
    t,
    say: (message) => sayMessage(t, message),
    failure: ({ code, details }) => {
      const sentence = t(`errors.${code}` as MessageKey, details);
      return sentence === `errors.${code}` ? t('errors.unknown', { code }) : sentence;
    },
    formatDate: makeDates(locale),
    formatTime: (moment) => time.format(moment),
    formatNumber: (value, options) =>
      (options === undefined ? plain : new Intl.NumberFormat(locale, options)).format(value),
    compare: collator.compare,
  };
};

const TextContext = createContext<Text | undefined>(undefined);

/** Gives the parts below it their words. While another language is read, the old one stays. */
export const TextProvider = ({
  language,
  children,
}: {
  readonly language: Language;
  readonly children: ReactNode;
}): ReactNode => {
  const [translator, setTranslator] = useState<{ readonly language: Language; readonly t: Translator }>();
  useEffect(() => {
    let wanted = true;
    void loadTranslator(language).then((t) => wanted && setTranslator({ language, t }));
    return () => {
      wanted = false;
    };
  }, [language]);
  const text = useMemo(
    () => (translator === undefined ? undefined : makeText(translator.language, translator.t)),
    [translator],
  );
  useEffect(() => {
    if (text !== undefined) document.documentElement.lang = text.language;
  }, [text]);
  return text === undefined ? null : <TextContext value={text}>{children}</TextContext>;
};

export const useText = (): Text => {
  const text = useContext(TextContext);
  if (text === undefined) throw new Error('useText outside of TextProvider');
  return text;
};

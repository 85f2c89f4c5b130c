import { useMemo } from 'react';
import { countryCodes } from '#shared/domain/country-codes.ts';
import { localeOf } from '#shared/domain/languages.ts';
import type { Option } from './field.tsx';
import { useText } from './text.tsx';

/** Countries by their codes in the words of the screen's language, and all of them in the order of its alphabet. */
export const useCountryNames = (): {
  readonly nameOf: (code: string) => string;
  readonly options: readonly Option[];
} => {
  const { language, compare } = useText();
  return useMemo(() => {
    const names = new Intl.DisplayNames([localeOf(language)], { type: 'region' });
    const nameOf = (code: string): string => (/^[A-Z]{2}$/.test(code) ? (names.of(code) ?? code) : code);
    const options = countryCodes
      .map((code) => ({ value: code, label: nameOf(code) }))
      .toSorted((a, b) => compare(a.label, b.label));
    return { nameOf, options };
  }, [language, compare]);
};

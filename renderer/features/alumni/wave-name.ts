import type { Wave } from '#shared/domain/programmes.ts';
import { localeOf } from '#shared/domain/languages.ts';
import { useText } from '#renderer/ui/text.tsx';

/** The name of a wave by its months after graduation: "Exit survey", "18 months". */
export const useWaveName = (): ((wave: Pick<Wave, 'offsetMonths'>) => string) => {
  const { t } = useText();
  return ({ offsetMonths }) =>
    offsetMonths === 0 ? t('alumni.wave.exit') : t('alumni.wave.months', { count: offsetMonths });
};

/** Countries and languages by their codes, in the words of the screen's language. */
export const usePlaceNames = (): {
  readonly country: (code: string) => string;
  readonly spoken: (code: string) => string;
} => {
  const { language } = useText();
  const locale = localeOf(language);
  const nameOf = (type: 'region' | 'language', code: string): string => {
    const known = type === 'region' ? /^[A-Za-z]{2}$/ : /^[A-Za-z]{2,3}(-[A-Za-z0-9]+)*$/;
    return known.test(code) ? (new Intl.DisplayNames([locale], { type }).of(code) ?? code) : code;
  };
  return { country: (code) => nameOf('region', code), spoken: (code) => nameOf('language', code) };
};

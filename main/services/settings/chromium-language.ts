import { readFileSync } from 'node:fs';
import path from 'node:path';
import { isScreenLanguage, languageOfLocale, localeOf } from '#shared/domain/languages.ts';

/**
 * The language of Chromium's own parts, such as date fields: that of the settings, with the day before the month in English. Read before the app is ready,
 * when nothing can be awaited; without readable settings the system's language decides.
 */
export const chromiumLanguage = (folder: string): string => {
  try {
    const { language } = JSON.parse(readFileSync(path.join(folder, 'settings.json'), 'utf8')) as {
      readonly language?: unknown;
    };
    return localeOf(isScreenLanguage(language) ? language : 'en');
  } catch {
    return localeOf(languageOfLocale(Intl.DateTimeFormat().resolvedOptions().locale));
  }
};

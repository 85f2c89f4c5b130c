import { readFileSync } from 'node:fs';
import path from 'node:path';

/**
 * The language of Chromium's own parts, such as date fields: that of the settings, with the day before the month in English. Read before the app is ready,
 * when nothing can be awaited; without readable settings the system's language decides.
 */
export const chromiumLanguage = (folder: string): string => {
  try {
    const { language } = JSON.parse(readFileSync(path.join(folder, 'settings.json'), 'utf8')) as {
      readonly language?: unknown;
    };
    if (language === 'fr') return 'fr';
  } catch {
    const system = Intl.DateTimeFormat().resolvedOptions().locale;
    if (system.startsWith('fr')) return 'fr';
  }
  return 'en-GB';
};

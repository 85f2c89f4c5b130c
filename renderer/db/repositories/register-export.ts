import type { CertificateRecord } from '#shared/domain/certificates.ts';
import { registerSheet } from '#shared/domain/exports/results-export.ts';
import type { Language } from '#shared/domain/languages.ts';
import { loadTranslator } from '#shared/i18n/load-translator.ts';
import { sayMessage } from '#shared/i18n/make-translator.ts';
import type { Result } from '#shared/lib/result.ts';
import { desktop } from '#renderer/desktop/bridge.ts';
import { getRecords } from '../records.ts';

const atOnce = 2000;

/** Writes certificates of the register as a spreadsheet (CSV or XLSX by the ending), in the words of a language. Errors: those of writing. */
export const exportRegister = async (
  serials: readonly string[],
  path: string,
  language: Language,
): Promise<Result<{ readonly path: string; readonly bytes: number }>> => {
  const records: CertificateRecord[] = [];
  for (let at = 0; at < serials.length; at += atOnce)
    records.push(...(await getRecords('certificates', serials.slice(at, at + atOnce))));
  const translate = await loadTranslator(language);
  const { name, columns, rows } = registerSheet(records, {
    language,
    say: (message) => sayMessage(translate, message),
  });
  return desktop.tablesWriteTable({
    path,
    language,
    sheets: [{ name, columns: [...columns], rows: rows.map((row) => [...row]) }],
  });
};

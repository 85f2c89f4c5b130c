import type { CertificateRecord } from '#shared/domain/certificates.ts';
import { registerSheet } from '#shared/domain/exports/results-export.ts';
import type { Language } from '#shared/domain/languages.ts';
import type { Result } from '#shared/lib/result.ts';
import { getRecords } from '../records.ts';
import { writeNotedTable } from './noted-files.ts';

const atOnce = 2000;

/** Writes certificates of the register as a spreadsheet (CSV or XLSX by the ending), in the words of a language, and notes it. Errors: those of writing. */
export const exportRegister = async (
  serials: readonly string[],
  path: string,
  language: Language,
): Promise<Result<{ readonly path: string; readonly bytes: number }>> => {
  const records: CertificateRecord[] = [];
  for (let at = 0; at < serials.length; at += atOnce)
    records.push(...(await getRecords('certificates', serials.slice(at, at + atOnce))));
  return writeNotedTable({ kind: 'register', path, language }, (words) => registerSheet(records, words));
};

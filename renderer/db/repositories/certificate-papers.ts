import type { CertificateRecord } from '#shared/domain/certificates.ts';
import type { Cohort } from '#shared/domain/cohorts.ts';
import type { ExportWords } from '#shared/domain/exports/export-table.ts';
import type { Language } from '#shared/domain/languages.ts';
import type { Paper } from '#shared/domain/paper.ts';
import { handOverPaper } from '#shared/domain/papers/hand-over-sheet.ts';
import { keySheetPaper } from '#shared/domain/papers/key-sheet.ts';
import { loadTranslator } from '#shared/i18n/load-translator.ts';
import { sayMessage } from '#shared/i18n/make-translator.ts';
import type { Result } from '#shared/lib/result.ts';
import { fail, ok } from '#shared/lib/result.ts';
import { desktop } from '#renderer/desktop/bridge.ts';
import { today } from '#renderer/desktop/clock.ts';
import { newId } from '../new-id.ts';
import { allKeys } from './certificate-hand-outs.ts';

const wordsOf = async (language: Language): Promise<ExportWords> => {
  const translate = await loadTranslator(language);
  return { language, say: (message) => sayMessage(translate, message) };
};

/** A written paper: where it lies. */
export type WrittenPaper = { readonly name: string; readonly path: string };

type Place = { readonly folder: string; readonly fileName: string };

const write = async (paper: Paper, { folder, fileName }: Place, replace: boolean): Promise<Result<WrittenPaper>> => {
  const name = fileName.replace(/\.pdf$/i, '');
  const written = await desktop.papersWriteFiles({
    id: newId(),
    papers: [{ paper, name }],
    mode: 'merged',
    folder,
    fileName: `${name}.pdf`,
    replace,
  });
  const [file] = written.files;
  if (written.error !== null) return { ok: false, error: written.error };
  return file === undefined ? fail('nothing-to-print') : ok({ name: file.name, path: file.path });
};

/** Writes the sheet that learners sign when they receive their certificates; what is no longer in force is left out. */
export const writeHandOverSheet = async (
  cohort: Cohort,
  records: readonly CertificateRecord[],
  place: Place,
  language: Language,
): Promise<Result<WrittenPaper>> => {
  const inForce = records
    .filter(({ status }) => status === 'issued')
    .toSorted((a, b) => (a.serial < b.serial ? -1 : 1));
  if (inForce.length === 0) return fail('nothing-to-print');
  return write(handOverPaper({ cohort, records: inForce, on: today() }, await wordsOf(language)), place, false);
};

/** Writes the key sheet. */
export const writeKeySheet = async (place: Place, language: Language): Promise<Result<WrittenPaper>> => {
  const keys = await allKeys();
  if (!keys.ok) return keys;
  const { current: key, older, owner } = keys.value;
  return write(keySheetPaper({ owner, key, older, on: today() }, await wordsOf(language)), place, true);
};

import type { Award } from '../awards.ts';
import type { CertificateRecord } from '../certificates.ts';
import type { Eligibility } from '../eligibility.ts';
import type { Message } from '../message.ts';
import { message } from '../message.ts';
import type { ProgrammeVersion } from '../programmes.ts';
import type { ColumnOf, ExportSheet, ExportWords } from './export-table.ts';
import { sheetOf } from './export-table.ts';
import type { ExportedLearner } from './learners-export.ts';
import { inNameOrder, learnerColumns } from './learners-export.ts';

const title = (name: string, values?: Message['values']): Message => message(`exports.column.${name}`, values);

/** A learner with results and award. */
export type ResultLine = ExportedLearner & { readonly eligibility: Eligibility; readonly award: Award | undefined };

const tenths = (value: number | undefined): number | undefined => (value === undefined ? undefined : value / 10);

/** Results and eligibility of a cohort, with what is missing in words. Per cent with one decimal, rounded once. */
export const resultsSheet = (
  programme: Pick<ProgrammeVersion, 'modules'>,
  lines: readonly ResultLine[],
  words: ExportWords,
): ExportSheet => {
  const { say } = words;
  const moduleColumns = programme.modules.map((module, index): ColumnOf<ResultLine> => ({
    title: title('moduleResult', { module: module.number }),
    kind: 'number',
    cell: ({ eligibility }) => tenths(eligibility.modules[index]?.final),
  }));
  const columns: readonly ColumnOf<ResultLine>[] = [
    ...learnerColumns<ResultLine>(),
    {
      title: message('import.field.status'),
      cell: ({ enrolment }) => say(message(`exports.status.${enrolment.status}`)),
    },
    ...moduleColumns,
    { title: title('overall'), kind: 'number', cell: ({ eligibility }) => tenths(eligibility.overall) },
    { title: title('hours'), kind: 'number', cell: ({ eligibility }) => eligibility.hours.attended },
    {
      title: title('eligible'),
      cell: ({ eligibility }) => say(message(eligibility.eligible ? 'exports.yes' : 'exports.no')),
    },
    { title: title('missing'), width: 60, cell: ({ eligibility }) => eligibility.missing.map(say).join(' · ') },
    { title: title('awardedOn'), kind: 'date', cell: ({ award }) => award?.awardedOn },
    { title: message('import.field.confirmedName'), width: 28, cell: ({ enrolment }) => enrolment.confirmedName },
  ];
  return sheetOf(message('exports.sheet.results'), columns, inNameOrder(lines, words), words);
};

/** The register of certificates: every certificate ever issued to the cohort with its state. */
export const registerSheet = (certificates: readonly CertificateRecord[], words: ExportWords): ExportSheet => {
  const columns: readonly ColumnOf<CertificateRecord>[] = [
    { title: title('serial'), width: 26, cell: ({ serial }) => serial },
    { title: title('certificateName'), width: 32, cell: ({ snapshot }) => snapshot.name },
    { title: title('programme'), width: 32, cell: ({ snapshot }) => snapshot.programme.title },
    { title: title('version'), cell: ({ snapshot }) => snapshot.programme.version },
    { title: title('awardedOn'), kind: 'date', cell: ({ snapshot }) => snapshot.awardedOn },
    { title: title('issuedOn'), kind: 'date', cell: ({ issuedOn }) => issuedOn },
    { title: title('state'), cell: ({ status }) => words.say(message(`exports.certificate.${status}`)) },
    { title: title('supersededBy'), width: 26, cell: ({ supersededBy }) => supersededBy },
    { title: title('revokedReason'), width: 28, cell: ({ revokedReason }) => revokedReason },
    { title: title('prints'), kind: 'number', cell: ({ prints }) => prints.length },
    { title: title('handedOver'), kind: 'date', cell: ({ handedOver }) => handedOver },
    { title: title('fileHash'), width: 66, cell: ({ fileHash }) => fileHash },
  ];
  return sheetOf(
    message('exports.sheet.register'),
    columns,
    [...certificates].sort((a, b) => (a.serial < b.serial ? -1 : 1)),
    words,
  );
};

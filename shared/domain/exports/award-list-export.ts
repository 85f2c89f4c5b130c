import type { AwardLine } from '../awards.ts';
import { message } from '../message.ts';
import type { ProgrammeVersion } from '../programmes.ts';
import type { ColumnOf, ExportSheet, ExportWords } from './export-table.ts';
import { sheetOf } from './export-table.ts';

/** A line of an award list with the day of the award and the serial of the certificate, where these are there. */
export type AwardListLine = AwardLine & { readonly awardedOn?: string; readonly serial?: string };

/** An award list as a sheet, in the order of the list; per cent with one decimal. */
export const awardListSheet = (
  programme: Pick<ProgrammeVersion, 'modules'>,
  lines: readonly AwardListLine[],
  words: ExportWords,
): ExportSheet => {
  const title = (name: string) => message(`awards.paper.${name}`);
  const columns: readonly ColumnOf<AwardListLine & { readonly place: number }>[] = [
    { title: title('number'), kind: 'number', cell: ({ place }) => place },
    { title: title('name'), width: 36, cell: ({ confirmedName }) => confirmedName },
    ...programme.modules.map(({ number }): ColumnOf<AwardListLine & { readonly place: number }> => ({
      title: message('exports.column.moduleResult', { module: number }),
      kind: 'number',
      cell: ({ modules }) => {
        const result = modules.find((module) => module.number === number)?.result;
        return result === undefined ? undefined : result / 10;
      },
    })),
    { title: message('exports.column.overall'), kind: 'number', cell: ({ overall }) => overall / 10 },
    { title: message('exports.column.hours'), kind: 'number', cell: ({ hours }) => hours },
    { title: message('exports.column.awardedOn'), kind: 'date', cell: ({ awardedOn }) => awardedOn },
    { title: message('exports.column.serial'), width: 26, cell: ({ serial }) => serial },
  ];
  return sheetOf(
    title('sheet'),
    columns,
    lines.map((line, index) => ({ ...line, place: index + 1 })),
    words,
  );
};

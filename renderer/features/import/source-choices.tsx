import type { ReactNode } from 'react';
import type { TableChoice, UnderstoodTable } from '#shared/domain/import/understand-table.ts';
import type { ReadTable } from '#shared/ipc/contract.ts';
import { FilterSelect } from '#renderer/ui/filter-select.tsx';
import { useText } from '#renderer/ui/text.tsx';
import type { CsvChoice } from './use-import.ts';

const encodings = ['utf-8', 'utf-16le', 'utf-16be', 'windows-1252'] as const;
const separators = [
  [',', 'comma'],
  [';', 'semicolon'],
  ['\t', 'tab'],
] as const;

/** At most so many lines are offered for the headings. */
const lines = 20;

type SourceChoicesProps = {
  readonly table: ReadTable;
  readonly understood: UnderstoodTable;
  readonly onChoose: (choice: TableChoice) => void;
  readonly onRead: (csv: CsvChoice) => void;
};

/** How the file was read, each part to be changed: encoding and separator, or the sheet; and where its headings are. */
export const SourceChoices = ({ table, understood, onChoose, onRead }: SourceChoicesProps): ReactNode => {
  const { t } = useText();
  const { encoding, separator, sheets } = table;
  const rows = sheets[understood.sheet]?.rows.length ?? 0;
  const read = { ...(encoding === null ? {} : { encoding }), ...(separator === null ? {} : { separator }) };
  return (
    <>
      {encoding !== null && (
        <FilterSelect
          label={t('import.encoding')}
          value={encoding}
          onChange={(value) => onRead({ ...read, encoding: value })}
          options={encodings.map((value) => ({ value, label: t(`import.encodings.${value}`) }))}
        />
      )}
      {separator !== null && (
        <FilterSelect
          label={t('import.separator')}
          value={separator}
          onChange={(value) => onRead({ ...read, separator: value })}
          options={separators.map(([value, name]) => ({ value, label: t(`import.separators.${name}`) }))}
        />
      )}
      {sheets.filter(({ hidden }) => hidden !== true).length > 1 && (
        <FilterSelect
          label={t('import.sheet')}
          value={String(understood.sheet)}
          onChange={(value) => onChoose({ sheet: Number(value) })}
          options={sheets.flatMap(({ name, hidden }, index) =>
            hidden === true ? [] : [{ value: String(index), label: name }],
          )}
        />
      )}
      <FilterSelect
        label={t('import.headerLine')}
        value={String(understood.headerRow)}
        onChange={(value) => onChoose({ headerRow: Number(value) })}
        options={Array.from({ length: Math.min(lines, rows) }, (_, index) => ({
          value: String(index),
          label: `${t('import.headerLine')} ${index + 1}`,
        }))}
      />
    </>
  );
};

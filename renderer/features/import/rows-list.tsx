import { useVirtualizer } from '@tanstack/react-virtual';
import type { ReactNode } from 'react';
import { useRef } from 'react';
import type { Decision, ImportKind, ImportRow } from '#shared/domain/import/import-kinds.ts';
import { useText } from '#renderer/ui/text.tsx';
import { ClashButtons, ownClashes } from './clash-buttons.tsx';
import { DecideButtons } from './decide-buttons.tsx';
import { FateWord, rowLines } from './fate-words.tsx';

type RowsListProps = {
  readonly rows: readonly ImportRow[];
  readonly kind: ImportKind;
  /** Absent once everything is written. */
  readonly onDecide?: ((line: number, decision: Decision | undefined) => void) | undefined;
};

const RowCells = ({ row, kind, onDecide }: { readonly row: ImportRow } & Omit<RowsListProps, 'rows'>): ReactNode => {
  const text = useText();
  const { t } = text;
  const open = row.candidates.length > 0 || (row.clashes ?? []).length > 0 || row.decided !== undefined;
  const clashes = ownClashes(row);
  const decidable = onDecide !== undefined && open;
  return (
    <>
      <span role="cell" className="num quiet">
        {row.place?.line ?? row.line}
      </span>
      <span role="rowheader" className="who">
        <span>{row.name === '' ? t('import.unnamed') : row.name}</span>
        {(row.number ?? row.place) !== undefined && (
          <small>{[row.number, row.place?.sheet].filter((part) => part !== undefined).join(' · ')}</small>
        )}
      </span>
      <span role="cell">
        <FateWord fate={row.fate} />
      </span>
      <span role="cell" className="why">
        {rowLines(text, row).map((line, index) => (
          <span key={index} className={line.tone === 'bad' ? 't-bad' : line.tone === 'quiet' ? 'second' : undefined}>
            {line.text}
          </span>
        ))}
        {decidable && clashes.length > 0 && (
          <ClashButtons row={row} clashes={clashes} onDecide={(decision) => onDecide(row.line, decision)} />
        )}
        {decidable && clashes.length === 0 && (
          <DecideButtons row={row} kind={kind} onDecide={(decision) => onDecide(row.line, decision)} />
        )}
      </span>
    </>
  );
};

/** Every row of the file with its fate: the glyph, the word, and why. Only what is in sight is drawn. */
export const RowsList = ({ rows, kind, onDecide }: RowsListProps): ReactNode => {
  const { t } = useText();
  const scroll = useRef<HTMLDivElement>(null);
  const virtual = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroll.current,
    estimateSize: () => 40,
    overscan: 12,
    getItemKey: (index) => rows[index]?.line ?? index,
  });
  return (
    <div
      className="import-rows"
      ref={scroll}
      tabIndex={0}
      role="table"
      aria-label={t('import.steps.rows')}
      aria-rowcount={rows.length + 1}
    >
      <div role="rowgroup" className="head">
        <div role="row" aria-rowindex={1}>
          <span role="columnheader" className="num">
            {t('import.line')}
          </span>
          <span role="columnheader">
            {t(kind === 'follow-up' || kind === 'alumni' ? 'import.alumnus' : 'import.learner')}
          </span>
          <span role="columnheader">{t('import.fateHead')}</span>
          <span role="columnheader">{t('import.why')}</span>
        </div>
      </div>
      <div role="rowgroup" className="body" style={{ height: virtual.getTotalSize() }}>
        {virtual.getVirtualItems().map(({ index, start, key }) => {
          const row = rows[index];
          if (row === undefined) return null;
          return (
            <div
              key={key}
              ref={virtual.measureElement}
              data-index={index}
              role="row"
              aria-rowindex={index + 2}
              style={{ transform: `translateY(${start}px)` }}
            >
              <RowCells row={row} kind={kind} onDecide={onDecide} />
            </div>
          );
        })}
      </div>
    </div>
  );
};

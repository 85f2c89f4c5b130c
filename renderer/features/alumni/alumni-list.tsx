import './alumni-list.css';
import type { KeyboardEvent, ReactNode } from 'react';
import { useRef } from 'react';
import { useVirtualizer } from '@tanstack/react-virtual';
import { Link } from 'wouter';
import { daysBetween } from '#shared/lib/dates.ts';
import type { IsoDate } from '#shared/lib/dates.ts';
import type { AlumnusLine } from '#shared/domain/alumni-lines.ts';
import { useText } from '#renderer/ui/text.tsx';
import { callAddress } from './due-filters.ts';
import { StateTag } from './state-tag.tsx';
import { Tries, useNextTry } from './tries.tsx';
import { usePlaceNames, useWaveName } from './wave-name.ts';

const rowHeight = 40;

type RowProps = { readonly line: AlumnusLine; readonly index: number; readonly top: number; readonly today: IsoDate };

const useNextWords = (today: IsoDate): ((line: AlumnusLine) => string) => {
  const { t, formatDate } = useText();
  return (line) => {
    if (line.callable && line.callOn <= today) return line.nextTime ?? t('alumni.list.now');
    if (line.callable) return formatDate(line.callOn, 'short');
    return line.phase === 'due' ? t('alumni.list.from', { date: formatDate(line.opens, 'short') }) : '–';
  };
};

const Window = ({ line, today }: { readonly line: AlumnusLine; readonly today: IsoDate }): ReactNode => {
  const { t, formatDate } = useText();
  const left = daysBetween(today, line.closes);
  const days = { opens: formatDate(line.opens), dueOn: formatDate(line.dueOn), closes: formatDate(line.closes) };
  const open = line.phase === 'in-window' || line.phase === 'overdue';
  return (
    <span role="cell" className="two-lines" title={t(`followUpStates.phase.${line.phase}`, days)}>
      {formatDate(line.opens, 'short')} – {formatDate(line.closes, 'short')}
      {open && <small className={left <= 14 ? 't-warn' : ''}>{t('alumni.list.left', { count: left })}</small>}
    </span>
  );
};

const Row = ({ line, index, top, today }: RowProps): ReactNode => {
  const waveName = useWaveName();
  const nextTry = useNextTry();
  const nextWords = useNextWords(today);
  const { country } = usePlaceNames();
  return (
    <div role="row" className="due-row" aria-rowindex={index + 2} style={{ transform: `translateY(${top}px)` }}>
      <span role="rowheader" className="cut">
        <Link href={callAddress(line)} data-row={index} title={line.name}>
          {line.name}
        </Link>
      </span>
      <span role="cell" className="cut">
        {waveName(line.wave)}
      </span>
      <span role="cell" className="cut" title={country(line.country)}>
        {line.cohortCode} <small>· {line.caller ?? country(line.country)}</small>
      </span>
      <span role="cell" className="nowrap">
        {line.phone ?? '–'}
      </span>
      <span role="cell" className="nowrap">
        <Tries tries={line.tries} needed={line.attemptsNeeded} />{' '}
        <small>{line.callable && nextTry(line.tries.length)}</small>
      </span>
      <span role="cell" className="nowrap">
        {nextWords(line)}
      </span>
      <Window line={line} today={today} />
      <span role="cell">
        <StateTag line={line} />
      </span>
    </div>
  );
};

const Head = (): ReactNode => {
  const { t } = useText();
  const columns = ['name', 'wave', 'cohort', 'phone', 'tries', 'next', 'window', 'state'] as const;
  return (
    <div role="rowgroup" className="due-heads">
      <div role="row" aria-rowindex={1} className="due-head">
        {columns.map((column) => (
          <span key={column} role="columnheader">
            {t(`alumni.column.${column}`)}
          </span>
        ))}
      </div>
    </div>
  );
};

type AlumniListProps = { readonly lines: readonly AlumnusLine[]; readonly today: IsoDate; readonly label: string };

/** The due list: only the rows in sight are drawn. Arrow keys go from name to name; Enter opens the call. */
export const AlumniList = ({ lines, today, label }: AlumniListProps): ReactNode => {
  const scroller = useRef<HTMLDivElement>(null);
  const rows = useVirtualizer({
    count: lines.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => rowHeight,
    overscan: 12,
  });
  const move = (event: KeyboardEvent): void => {
    const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
    const from = event.target instanceof HTMLElement ? event.target.dataset.row : undefined;
    if (step === 0 || from === undefined) return;
    event.preventDefault();
    const to = Math.min(lines.length - 1, Math.max(0, Number(from) + step));
    rows.scrollToIndex(to);
    scroller.current?.querySelector<HTMLElement>(`[data-row="${to}"]`)?.focus();
  };
  return (
    <div className="due-scroll" ref={scroller} onKeyDown={move}>
      <div role="table" aria-label={label} aria-rowcount={lines.length + 1} className="due-table">
        <Head />
        <div role="rowgroup" className="due-body" style={{ height: rows.getTotalSize() }}>
          {rows.getVirtualItems().map(({ index, start }) => {
            const line = lines[index];
            return line === undefined ? null : (
              <Row key={line.id} line={line} index={index} top={start} today={today} />
            );
          })}
        </div>
      </div>
    </div>
  );
};

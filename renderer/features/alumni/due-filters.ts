import type { IsoDate } from '#shared/lib/dates.ts';
import type { AlumnusLine } from '#shared/domain/alumni-lines.ts';

/** Which of the lines to show: to be called today, by window, tried before, not open yet, ended, or all. */
export const stateFilters = ['today', 'in-window', 'overdue', 'attempted', 'due', 'ended', 'all'] as const;
export type StateFilter = (typeof stateFilters)[number];

export type DueFilter = {
  readonly state: StateFilter;
  readonly offsetMonths?: number | undefined;
  readonly country?: string | undefined;
  /** Only the calls of this interviewer. */
  readonly caller?: string | undefined;
};

type Judged = Pick<AlumnusLine, 'callable' | 'callOn' | 'phase' | 'status'>;

const fits: Readonly<Record<StateFilter, (line: Judged, today: IsoDate) => boolean>> = {
  today: (line, today) => line.callable && line.callOn <= today,
  'in-window': (line) => line.callable && line.phase === 'in-window',
  overdue: (line) => line.callable && line.phase === 'overdue',
  attempted: (line) => line.callable && (line.status === 'attempted' || line.status === 'partial'),
  due: (line) => line.phase === 'due',
  ended: (line) => !line.callable && line.phase !== 'due',
  all: () => true,
};

/** True where a line is in the state asked for. */
export const isInState = (line: Judged, state: StateFilter, today: IsoDate): boolean => fits[state](line, today);

/** The lines that every filter lets through, in their order. */
export const filterLines = (lines: readonly AlumnusLine[], filter: DueFilter, today: IsoDate): readonly AlumnusLine[] =>
  lines.filter(
    (line) =>
      isInState(line, filter.state, today) &&
      (filter.offsetMonths === undefined || line.wave.offsetMonths === filter.offsetMonths) &&
      (filter.country === undefined || line.country === filter.country) &&
      (filter.caller === undefined || line.caller === filter.caller),
  );

/** How many lines each wave has in a state and country, by months after graduation; waves without a line count 0. */
export const countByWave = (
  lines: readonly AlumnusLine[],
  filter: DueFilter,
  today: IsoDate,
): ReadonlyMap<number, number> => {
  const counts = new Map<number, number>();
  for (const { wave } of lines) if (!counts.has(wave.offsetMonths)) counts.set(wave.offsetMonths, 0);
  for (const { wave } of filterLines(lines, { ...filter, offsetMonths: undefined }, today)) {
    counts.set(wave.offsetMonths, (counts.get(wave.offsetMonths) ?? 0) + 1);
  }
  return new Map([...counts].sort(([a], [b]) => a - b));
};

/** The address of a call. */
export const callAddress = ({ enrolmentId, wave }: Pick<AlumnusLine, 'enrolmentId' | 'wave'>): string =>
  `/alumni/call/${enrolmentId}/${wave.id}`;

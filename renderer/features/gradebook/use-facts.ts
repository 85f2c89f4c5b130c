import { useCallback, useLayoutEffect, useMemo, useRef, useState } from 'react';
import { useText } from '#renderer/ui/text.tsx';
import type { ColumnPlan } from './grid-columns.ts';
import type { Position } from './grid-state.ts';
import { anomaliesOf, moduleState, stoppedCells, totalsOf } from './marks-facts.ts';
import type { MarksRow } from './marks-row.ts';
import type { Marks } from './use-marks.ts';

/** The inner width and height of an element, kept up. */
export const useSize = () => {
  const ref = useRef<HTMLDivElement>(null);
  const [size, setSize] = useState({ width: 0, height: 0 });
  useLayoutEffect(() => {
    const element = ref.current;
    if (element === null) return undefined;
    const observer = new ResizeObserver(() => setSize({ width: element.clientWidth, height: element.clientHeight }));
    observer.observe(element);
    setSize({ width: element.clientWidth, height: element.clientHeight });
    return () => observer.disconnect();
  }, []);
  return { ref, ...size };
};

/** The value of the first time that its key was this one. */
const useSame = <T>(value: T, key: string): T => {
  const [kept, setKept] = useState({ key, value });
  if (kept.key === key) return kept.value;
  setKept({ key, value });
  return value;
};

const distinct = (values: readonly (string | undefined)[]): readonly string[] =>
  [...new Set(values.filter((value): value is string => value !== undefined && value !== ''))].sort((a, b) =>
    a.localeCompare(b),
  );

/** What stands above the grid, of the same identity as long as it says the same. */
export const useFacts = ({ rows, cache, context }: Marks) => {
  const totals = useMemo(() => totalsOf({ rows, cache, context }), [rows, cache, context]);
  const anomalies = useMemo(() => anomaliesOf({ rows, cache, context }), [rows, cache, context]);
  const states = useMemo(
    () => context.programme.modules.map((module) => moduleState({ rows, cache, context }, module)),
    [rows, cache, context],
  );
  const sites = useMemo(() => distinct(rows.map(({ learner }) => learner.enrolment.site)), [rows]);
  const mentorGroups = useMemo(() => distinct(rows.map(({ learner }) => learner.enrolment.mentorGroup)), [rows]);
  return {
    totals: useSame(totals, JSON.stringify(totals)),
    anomalies: useSame(
      anomalies,
      anomalies.map(({ row, assignmentId, kind }) => `${row.id} ${assignmentId} ${kind}`).join(),
    ),
    states: useSame(states, JSON.stringify(states)),
    sites: useSame(sites, sites.join('\n')),
    mentorGroups: useSame(mentorGroups, mentorGroups.join('\n')),
  };
};

/** What stands in the way of the cells that were refused or not saved, and how to leave it. */
export const useStopped = (marks: Marks, rows: readonly MarksRow[], plan: ColumnPlan) => {
  const { language } = useText();
  const stopped = useMemo(
    () => stoppedCells(marks.pending, rows, plan, language),
    [marks.pending, rows, plan, language],
  );
  const { restore: giveUp } = marks;
  const restore = useCallback(
    (active: Position): Position | undefined => {
      const own = stopped.find(({ at }) => at.row === active.row && at.column === active.column) ?? stopped.at(-1);
      if (own === undefined) return undefined;
      giveUp([own.place]);
      return own.at;
    },
    [stopped, giveUp],
  );
  return { stopped, restore };
};

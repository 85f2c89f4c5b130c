import { useCallback, useEffect, useMemo, useState } from 'react';
import { forgetAsked, isAtRiskAsked } from '#renderer/desktop/asked-filter.ts';
import type { RowFilter } from './row-filter.ts';
import { isFiltered, noFilter, passes } from './row-filter.ts';
import type { Sort } from './row-order.ts';
import { byName, nextSort, ordered } from './row-order.ts';
import type { Marks } from './use-marks.ts';

type Choice = { readonly filter: RowFilter; readonly sort: Sort };

/** The ids to show in their order; undefined where all are shown by name. `known` are those that were there when it was asked. */
type Order = { readonly ids: readonly string[]; readonly known: ReadonlySet<string> };

const orderOf = ({ rows, cache, context }: Marks, { filter, sort }: Choice): Order | undefined => {
  if (!isFiltered(filter) && sort === byName) return undefined;
  const shown = isFiltered(filter) ? rows.filter((row) => passes(row, filter, cache)) : rows;
  return {
    ids: ordered(shown, sort, cache, context).map(({ id }) => id),
    known: new Set(rows.map(({ id }) => id)),
  };
};

/**
 * Which rows are shown and in which order. A row stays in sight and in its place while it is worked on: filters and order are asked when they are
 * set, not at each key. Learners who come meanwhile stand at the end.
 */
export const useShownRows = (marks: Marks) => {
  const { id } = marks.frame.cohort;
  const [choice, setChoice] = useState<Choice>(() => ({
    filter: { ...noFilter, atRisk: isAtRiskAsked(id) },
    sort: byName,
  }));
  useEffect(() => forgetAsked(id), [id]);
  const [order, setOrder] = useState(() => orderOf(marks, choice));
  const choose = useCallback(
    (next: Choice) => {
      setChoice(next);
      setOrder(orderOf(marks, next));
    },
    [marks],
  );
  const rows = useMemo(() => {
    if (order === undefined) return marks.rows;
    const byId = new Map(marks.rows.map((row) => [row.id as string, row]));
    const kept = order.ids.flatMap((id) => byId.get(id) ?? []);
    const added = isFiltered(choice.filter) ? [] : marks.rows.filter(({ id }) => !order.known.has(id));
    return added.length === 0 ? kept : [...kept, ...added];
  }, [marks.rows, order, choice.filter]);
  return {
    filter: choice.filter,
    sort: choice.sort,
    rows,
    setFilter: (filter: RowFilter): void => choose({ ...choice, filter }),
    sortBy: (by: Sort['by']): void => choose({ ...choice, sort: nextSort(choice.sort, by) }),
  };
};

import { useCallback, useMemo, useState } from 'react';
import { keep, recall } from '#renderer/desktop/window-memory.ts';
import type { ModuleId } from '#shared/domain/ids.ts';
import type { Module } from '#shared/domain/programmes.ts';
import { foldToFit, planColumns } from './grid-columns.ts';
import { urgencyOf } from './marks-facts.ts';
import type { Marks } from './use-marks.ts';

const memoryOf = (cohortId: string): string => `marks-folded ${cohortId}`;

/** What was folded in this cohort the last time, without modules that are gone. */
const recalled = (cohortId: string, modules: readonly Module[]): ReadonlySet<ModuleId> | undefined => {
  const kept = recall(memoryOf(cohortId));
  if (!Array.isArray(kept)) return undefined;
  return new Set(modules.map(({ id }) => id).filter((id) => kept.includes(id)));
};

/** The columns with what is folded; until somebody folds or unfolds, as many modules as fit are open. What was chosen is kept for each cohort. */
export const useColumns = (marks: Marks, width: number) => {
  const { modules } = marks.frame.programme;
  const cohortId = marks.frame.cohort.id;
  const [folded, setFolded] = useState(() => recalled(cohortId, modules));
  const [urgency] = useState(() => new Map(modules.map((module) => [module.id, urgencyOf(marks, module)])));
  const fitting = useMemo(
    () => foldToFit(modules, width, (module) => urgency.get(module.id) ?? 0),
    [modules, width, urgency],
  );
  const plan = useMemo(() => planColumns(modules, folded ?? fitting, width), [modules, folded, fitting, width]);
  const choose = useCallback(
    (next: ReadonlySet<ModuleId>) => {
      setFolded(next);
      keep(memoryOf(cohortId), [...next]);
    },
    [cohortId],
  );
  const fold = useCallback(
    (id: ModuleId) => {
      const next = new Set(folded ?? fitting);
      if (!next.delete(id)) return choose(next.add(id));
      return choose(
        foldToFit(modules, width, (module) => (module.id === id ? Infinity : (urgency.get(module.id) ?? 0)), next),
      );
    },
    [choose, folded, fitting, modules, width, urgency],
  );
  const foldAll = useCallback(
    (yes: boolean) => choose(yes ? new Set(modules.map(({ id }) => id)) : new Set()),
    [choose, modules],
  );
  return { plan, fold, foldAll };
};

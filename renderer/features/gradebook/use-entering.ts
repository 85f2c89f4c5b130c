import { useCallback, useState } from 'react';
import type { CellSave } from '#renderer/db/repositories/marks.ts';
import { useSession } from '#renderer/desktop/session.tsx';
import { useNotices } from '#renderer/ui/notices.tsx';
import { useText } from '#renderer/ui/text.tsx';
import type { Reason } from '#shared/domain/change-sets.ts';
import { inLanguage } from '#shared/domain/languages.ts';
import type { Module } from '#shared/domain/programmes.ts';
import type { Keying } from './cell-entry.ts';
import { applyEntry, cellText } from './cell-entry.ts';
import type { CellChange } from './cell-targets.ts';
import type { CellPlace, Marks } from './use-marks.ts';

/** Why marks change, as the history says it. */
export type ReasonCode = 'marks-keyed' | 'marks-cleared' | 'marks-filled' | 'marks-pasted' | 'marks-not-submitted';

/** A change that waits for its reason, because released marks are in it. */
export type Asking = { readonly changes: readonly CellChange[]; readonly code: ReasonCode; readonly released: number };

/** Puts a change into the words of the history: one mark by its learner and assignment, several by their number. */
const useReasons = () => {
  const { language } = useText();
  return useCallback(
    (
      code: ReasonCode,
      saves: readonly CellSave[],
      changes: readonly CellChange[],
      note: string | undefined,
    ): Reason => {
      const only = changes.length === 1 ? changes[0] : undefined;
      const noted = note === undefined ? {} : { note };
      if (only === undefined || code !== 'marks-keyed') return { code, values: { count: saves.length }, ...noted };
      const { row, module, assignment } = only.target;
      const what = `${module.number} ${inLanguage(assignment.title, language)}`;
      const mark = cellText(saves[0]?.cell, language) || '–';
      return { code: 'mark-keyed', values: { name: row.name, assignment: what, mark }, ...noted };
    },
    [language],
  );
};

/** Says once they are saved that totals took the place of criterion marks, and offers to take that back. */
const useCriteriaNotice = () => {
  const { t } = useText();
  const { tell } = useNotices();
  return useCallback(
    (changes: readonly CellChange[]): void => {
      const name = changes[0]?.target.row.name;
      if (name === undefined) return;
      tell({ tone: 'info', text: t('marks.criteriaGone', { count: changes.length, name }), undo: true });
    },
    [t, tell],
  );
};

/** Enters changes into the marks, each call as one change and one undo step; where marks were released, it asks for the reason first. */
export const useEntering = ({ context, save, restore }: Marks, received: string) => {
  const { author } = useSession();
  const [asking, setAsking] = useState<Asking>();
  const reasonOf = useReasons();
  const tellCriteria = useCriteriaNotice();
  const keyingOf = useCallback(
    (module: Module): Keying => ({
      today: context.today,
      by: author.name,
      released: context.cohort.released[module.id] !== undefined,
      ...(received === '' ? {} : { received }),
    }),
    [context, author.name, received],
  );
  const apply = useCallback(
    (changes: readonly CellChange[], code: ReasonCode, note?: string) => {
      const changed: CellChange[] = [];
      const saves: CellSave[] = [];
      const unchanged: CellPlace[] = [];
      const criteriaGone: CellChange[] = [];
      let released = 0;
      for (const change of changes) {
        const { row, module, assignment, cell } = change.target;
        const place = { enrolmentId: row.id, assignmentId: assignment.id };
        const entered = applyEntry(cell, change.entry, keyingOf(module), note);
        if (!entered.changed) {
          unchanged.push(place);
          continue;
        }
        if (entered.needsReason) released += 1;
        if (entered.criteriaGone) criteriaGone.push(change);
        changed.push(change);
        saves.push({ ...place, cell: entered.cell });
      }
      if (unchanged.length > 0) restore(unchanged);
      if (saves.length === 0) return;
      if (released > 0 && note === undefined) setAsking({ changes, code, released });
      else save(saves, reasonOf(code, saves, changed, note), () => tellCriteria(criteriaGone));
    },
    [keyingOf, reasonOf, tellCriteria, restore, save],
  );
  const giveReason = useCallback(
    (note: string | undefined) => {
      setAsking(undefined);
      if (asking !== undefined && note !== undefined) apply(asking.changes, asking.code, note);
    },
    [asking, apply],
  );
  return { apply, keyingOf, asking, giveReason };
};

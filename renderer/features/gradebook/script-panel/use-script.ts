import { useCallback, useMemo, useState } from 'react';
import { useSession } from '#renderer/desktop/session.tsx';
import { useText } from '#renderer/ui/text.tsx';
import type { CellChange, Marking } from '#shared/domain/cells.ts';
import { changesReleased, lastAttempt } from '#shared/domain/cells.ts';
import { inLanguage } from '#shared/domain/languages.ts';
import type { Cell } from '#shared/domain/marks.ts';
import type { MessageKey } from '#shared/i18n/message-key.ts';
import type { Target } from '../cell-targets.ts';
import type { Marks } from '../use-marks.ts';

/** A change of the script's cell: made with the marking at hand, so that it can be made again once a reason is given. */
type Edit = (cell: Cell | undefined, marking: Marking) => Cell;

/** What is saved, in the words of the history. */
type What = Extract<MessageKey, `script.what.${string}`>;

type Asking = { readonly target: Target; readonly edit: Edit; readonly what: What };

/** The script under the cursor and how it is changed. */
export type Script = {
  readonly target: Target;
  readonly cell: Cell | undefined;
  readonly released: boolean;
  readonly marks: Marks;
  /** Saves a change as one step; a change of what a learner was told first asks why. */
  readonly change: (what: What, edit: Edit) => void;
};

/** Changes of scripts, each upon the one before even where the screen has not shown that yet. */
export const useScript = (marks: Marks) => {
  const { author } = useSession();
  const { t, language } = useText();
  const [asking, setAsking] = useState<Asking>();
  const [given, setGiven] = useState(0);
  const { context, save, cellNow } = marks;

  const apply = useCallback(
    ({ target, edit, what }: Asking, reason?: string) => {
      const { row, module, assignment } = target;
      const place = { enrolmentId: row.id, assignmentId: assignment.id };
      const before = cellNow(place);
      const released = context.cohort.released[module.id] !== undefined;
      const change: CellChange = { released, ...(reason === undefined ? {} : { reason }) };
      const marker = lastAttempt(before)?.marker === undefined ? { marker: author.name } : {};
      const next = edit(before, { ...change, ...marker, today: context.today });
      if (next === (before ?? next) && before !== undefined) return;
      if (reason === undefined && changesReleased(before, next, released)) return setAsking({ target, edit, what });
      const values = {
        what: t(what),
        name: row.name,
        assignment: `${module.number} ${inLanguage(assignment.title, language)}`,
      };
      save([{ ...place, cell: next }], {
        code: 'script-changed',
        values,
        ...(reason === undefined ? {} : { note: reason }),
      });
    },
    [context, author.name, save, cellNow, t, language],
  );

  return useMemo(
    () => ({
      asking,
      /** Grows when a reason was given or refused: the fields then show what is saved. */
      given,
      giveReason: (reason: string | undefined) => {
        setAsking(undefined);
        setGiven((count) => count + 1);
        if (asking !== undefined && reason !== undefined) apply(asking, reason);
      },
      scriptOf: (target: Target): Script => ({
        target,
        cell: target.cell,
        released: context.cohort.released[target.module.id] !== undefined,
        marks,
        change: (what, edit) => apply({ target, edit, what }),
      }),
    }),
    [asking, given, apply, context, marks],
  );
};

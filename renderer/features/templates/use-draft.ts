import { useCallback, useEffect, useRef, useState } from 'react';
import type { OwnTemplate } from '#shared/domain/own-templates.ts';
import type { TemplateDesign } from '#shared/domain/template-design.ts';
import type { Failure } from '#shared/lib/result.ts';
import { getRecord } from '#renderer/db/records.ts';
import { readOwn } from '#renderer/db/repositories/certificate-templates.ts';
import { saveDraft } from '#renderer/db/repositories/own-templates.ts';

/** A draft in hand: what is seen changes at once, what is kept follows when the hand rests or goes elsewhere. */
export type Draft = {
  readonly design: TemplateDesign;
  /** Changes the design as it stands when the change is made, which may be after a dialog was answered. */
  readonly change: (make: (design: TemplateDesign) => TemplateDesign) => void;
  /** Shows without keeping, while something is dragged. */
  readonly show: (next: TemplateDesign) => void;
  /** Writes what is not written yet. Each write is one step of undo: one stay on a block, unless the hand rested there. */
  readonly keep: () => Promise<void>;
  readonly problem: Failure | undefined;
};

/** A second: what was changed is on the disk soon after the hand rests, and keys pressed one after the other are one step. */
const rest = 1000;

const designOf = (record: OwnTemplate): TemplateDesign | undefined => {
  const read = readOwn(record);
  return read.ok ? read.value : undefined;
};

/** Writes of one draft; `busy` tells whether one is under way. */
const useWriting = (id: string) => {
  const [problem, setProblem] = useState<Failure>();
  const writing = useRef<Promise<void>>(undefined);
  const write = useCallback(
    (next: TemplateDesign): void => {
      // Asked for at once, so that an undo that comes after it waits for it.
      const saving = saveDraft(id, next);
      const before = writing.current;
      const all = async (): Promise<void> => {
        await before;
        const saved = await saving;
        setProblem(saved.ok ? undefined : saved.error);
      };
      const done: Promise<void> = all().finally(() => {
        if (writing.current === done) writing.current = undefined;
      });
      writing.current = done;
    },
    [id],
  );
  const ended = useCallback(async (): Promise<void> => writing.current, []);
  const busy = useCallback((): boolean => writing.current !== undefined, []);
  return { problem, write, ended, busy };
};

/** Undo must find the last change kept: the write is asked for before the key that undoes it, and when the editor is left. */
const useKeptBeforeUndo = (keep: () => Promise<void>): void => {
  useEffect(() => {
    const press = (event: KeyboardEvent): void => {
      if (event.key === 'Control' || event.key === 'Meta') void keep();
    };
    window.addEventListener('keydown', press);
    return () => {
      window.removeEventListener('keydown', press);
      void keep();
    };
  }, [keep]);
};

/** Edits the design of a record; changes made elsewhere (undo, another window's merge) are taken over when nothing waits to be kept. */
export const useDraft = (record: OwnTemplate, first: TemplateDesign): Draft => {
  const [design, setDesign] = useState(first);
  const latest = useRef(first);
  const known = useRef(record.design);
  const waiting = useRef<ReturnType<typeof setTimeout>>(undefined);
  const { problem, write, ended, busy } = useWriting(record.id);

  const show = useCallback((next: TemplateDesign): void => {
    latest.current = next;
    setDesign(next);
  }, []);
  const keep = useCallback((): Promise<void> => {
    clearTimeout(waiting.current);
    waiting.current = undefined;
    const text = JSON.stringify(latest.current);
    if (text !== known.current) {
      known.current = text;
      write(latest.current);
    }
    return ended();
  }, [write, ended]);
  useKeptBeforeUndo(keep);

  useEffect(() => {
    let here = true;
    const takeOver = async (): Promise<void> => {
      // What this very editor wrote comes back late and may be older than what is in hand: only what stands there now counts.
      const now = await getRecord('templates', record.id);
      if (!here || waiting.current !== undefined || busy() || now === undefined || now.design === known.current) return;
      const other = designOf(now);
      if (other === undefined) return;
      known.current = now.design;
      show(other);
    };
    if (record.design !== known.current) void takeOver();
    return () => {
      here = false;
    };
  }, [record, busy, show]);

  const change = useCallback(
    (make: (design: TemplateDesign) => TemplateDesign): void => {
      show(make(latest.current));
      clearTimeout(waiting.current);
      waiting.current = setTimeout(() => void keep(), rest);
    },
    [show, keep],
  );
  return { design, change, show, keep, problem };
};

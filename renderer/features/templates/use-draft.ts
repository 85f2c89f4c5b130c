import { useCallback, useEffect, useRef, useState } from 'react';
import type { OwnTemplate } from '#shared/domain/own-templates.ts';
import type { TemplateDesign } from '#shared/domain/template-design.ts';
import type { Failure } from '#shared/lib/result.ts';
import { readOwn } from '#renderer/db/repositories/certificate-templates.ts';
import { saveDraft } from '#renderer/db/repositories/own-templates.ts';

/** A draft in hand: what is seen changes at once, what is kept follows when the hand rests. */
export type Draft = {
  readonly design: TemplateDesign;
  /** Changes the design as it stands when the change is made, which may be after a dialog was answered. */
  readonly change: (make: (design: TemplateDesign) => TemplateDesign) => void;
  /** Shows without keeping, while something is dragged. */
  readonly show: (next: TemplateDesign) => void;
  readonly keep: () => Promise<void>;
  readonly problem: Failure | undefined;
};

const rest = 450;

const designOf = (record: OwnTemplate): TemplateDesign | undefined => {
  const read = readOwn(record);
  return read.ok ? read.value : undefined;
};

/** Edits the design of a record; changes made elsewhere (undo, another window's merge) are taken over when nothing waits to be kept. */
export const useDraft = (record: OwnTemplate, first: TemplateDesign): Draft => {
  const [design, setDesign] = useState(first);
  const [problem, setProblem] = useState<Failure>();
  const latest = useRef(first);
  const known = useRef(record.design);
  const waiting = useRef<ReturnType<typeof setTimeout>>(undefined);

  const keep = useCallback(async (): Promise<void> => {
    clearTimeout(waiting.current);
    waiting.current = undefined;
    const text = JSON.stringify(latest.current);
    if (text === known.current) return;
    known.current = text;
    const saved = await saveDraft(record.id, latest.current);
    setProblem(saved.ok ? undefined : saved.error);
  }, [record.id]);

  useEffect(() => {
    if (record.design === known.current || waiting.current !== undefined) return;
    const other = designOf(record);
    if (other === undefined) return;
    known.current = record.design;
    latest.current = other;
    setDesign(other);
  }, [record]);

  useEffect(() => {
    // Undo must find the last change kept: the write is asked for before the key that undoes it.
    const press = (event: KeyboardEvent): void => {
      if (event.key === 'Control' || event.key === 'Meta') void keep();
    };
    window.addEventListener('keydown', press);
    return () => {
      window.removeEventListener('keydown', press);
      void keep();
    };
  }, [keep]);

  const show = useCallback((next: TemplateDesign): void => {
    latest.current = next;
    setDesign(next);
  }, []);
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

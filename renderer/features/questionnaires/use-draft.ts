import { useEffect, useRef, useState } from 'react';
import type { QuestionnaireDesign } from '#shared/domain/questionnaire-design.ts';
import { saveQuestionnaire } from '#renderer/db/repositories/questionnaires.ts';
import { sameJson } from '#shared/lib/json.ts';
import { useDoing } from './use-doing.ts';

/**
 * A draft as it was last changed here, kept until the database shows it: whoever types on while the last change is being saved builds on it and not on
 * what stood before.
 */
export const useDraft = (
  id: string,
  stored: QuestionnaireDesign,
): { readonly design: QuestionnaireDesign; readonly change: (next: QuestionnaireDesign) => void } => {
  const doing = useDoing();
  const [draft, setDraft] = useState<QuestionnaireDesign>();
  const waiting = useRef(0);
  const shown = useRef(stored);
  useEffect(() => {
    shown.current = stored;
    if (waiting.current === 0) setDraft(undefined);
  }, [stored]);
  const save = async (next: QuestionnaireDesign): Promise<void> => {
    setDraft(next);
    waiting.current += 1;
    const saved = await doing(saveQuestionnaire(id, next), undefined);
    waiting.current -= 1;
    // The database may have shown it before the write was reported; else the effect above follows. What was refused is not kept.
    if (waiting.current === 0 && (saved === undefined || sameJson(shown.current, next))) setDraft(undefined);
  };
  return { design: draft ?? stored, change: (next) => void save(next) };
};

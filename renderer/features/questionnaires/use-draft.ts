import { useEffect, useRef, useState } from 'react';
import type { QuestionnaireDesign } from '#shared/domain/questionnaire-design.ts';
import { saveQuestionnaire } from '#renderer/db/repositories/questionnaires.ts';
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
  const seen = useRef(0);
  useEffect(() => {
    seen.current += 1;
    if (waiting.current === 0) setDraft(undefined);
  }, [stored]);
  const save = async (next: QuestionnaireDesign): Promise<void> => {
    setDraft(next);
    waiting.current += 1;
    const before = seen.current;
    await doing(saveQuestionnaire(id, next), undefined);
    waiting.current -= 1;
    // The database may have shown it before the write was reported; else the effect above follows.
    if (waiting.current === 0 && seen.current > before) setDraft(undefined);
  };
  return { design: draft ?? stored, change: (next) => void save(next) };
};

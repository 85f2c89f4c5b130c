import { useEffect, useRef } from 'react';
import { learnFromFeedback, listComments } from '#renderer/db/repositories/comments.ts';
import { useLive } from '#renderer/db/use-live.ts';
import { useText } from '#renderer/ui/text.tsx';
import type { NameIndex } from '#shared/domain/feedback-names.ts';
import { feedbackLanguage } from '#shared/domain/papers/feedback.ts';
import type { Script } from './use-script.ts';

/** The comments kept for the assignment in the language of the learner's feedback: the screen's where the app does not speak the learner's. */
export const useBank = (script: Script) => {
  const { language: screen } = useText();
  const language = feedbackLanguage(script.target.row.learner.person, screen);
  const place = { programmeId: script.marks.context.programme.id, assignmentId: script.target.assignment.id, language };
  const comments = useLive(() => listComments(place), [place.programmeId, place.assignmentId, language]) ?? [];
  return { place, comments };
};

/** Lets the bank learn what was typed since the script was opened or the field left last: when it is left, or the panel goes on to another script. */
export const useLearning = (
  place: ReturnType<typeof useBank>['place'],
  text: string,
  names: NameIndex,
): (() => void) => {
  const begun = useRef(text);
  const learn = useRef<() => void>(() => undefined);
  learn.current = () => {
    const before = begun.current;
    begun.current = text;
    if (before !== text) void learnFromFeedback(place, { before, after: text }, names);
  };
  useEffect(() => () => learn.current(), []);
  return () => learn.current();
};

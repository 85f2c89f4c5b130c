import { useEffect, useRef, useState } from 'react';
import { newFollowUp, recordAnswer } from '#shared/domain/follow-up-calls.ts';
import type { AnswerSource, AnswerValue, FollowUp } from '#shared/domain/follow-ups.ts';
import type { IsoDate, IsoInstant } from '#shared/lib/dates.ts';
import type { Failure, Result } from '#shared/lib/result.ts';
import type { CallEnd, Talk } from '#renderer/db/repositories/follow-up-commands.ts';
import { endCall, finishInterview, saveAnswer } from '#renderer/db/repositories/follow-up-commands.ts';
import type { CallContent } from '#renderer/db/repositories/follow-ups.ts';
import { instantAt, nowInstant, today } from '#renderer/desktop/clock.ts';
import { useSession } from '#renderer/desktop/session.tsx';
import { useNotices } from '#renderer/ui/notices.tsx';
import { useText } from '#renderer/ui/text.tsx';

/** What a call is ended with. */
export type Ending = {
  readonly as: CallEnd;
  readonly next?: IsoDate;
  readonly nextTime?: string;
  readonly note: string;
};

/** An interview that was held on paper: its day and time ("HH:MM"), and who held it. */
export type OnPaper = { readonly on: IsoDate; readonly time: string; readonly by: string };

/** One interview while it is held. */
export type Held = {
  readonly followUp: FollowUp | undefined;
  /** When the first answer of this call was given. */
  readonly talkingSince: IsoInstant | undefined;
  readonly answer: (id: string, answer: AnswerValue | null | undefined) => void;
  readonly end: (ending: Ending) => Promise<Result<FollowUp, Failure>>;
  readonly finish: (note: string) => Promise<Result<FollowUp, Failure>>;
};

/** A talk now, or when it says on the paper. */
const talkOf = (paper: OnPaper | undefined, author: string): Talk =>
  paper === undefined ? { at: nowInstant(), by: author } : { at: instantAt(paper.on, paper.time), by: paper.by };

/** Tells a failure, and gives the result on. */
const useTold = (): (<T>(result: Result<T, Failure>) => Result<T, Failure>) => {
  const { failure } = useText();
  const { tell } = useNotices();
  return (result) => {
    if (!result.ok) tell({ tone: 'bad', text: failure(result.error) });
    return result;
  };
};

/**
 * Holds an interview: each answer is on the screen at once and saved on its own. What was saved last wins over what the screen thought, and
 * an undo or a merge over both.
 */
export const useInterview = (call: CallContent, paper: OnPaper | undefined, source: AnswerSource): Held => {
  const { author } = useSession();
  const told = useTold();
  const [draft, setDraft] = useState<FollowUp>();
  const [talk, setTalk] = useState<Talk>();
  const saving = useRef(0);
  const { award, wave, enrolment, followUp: saved } = call;
  const key = { enrolmentId: award.id, waveId: wave.id };

  useEffect(() => {
    if (saving.current === 0) setDraft(undefined);
  }, [saved]);

  const followUp = draft ?? saved;
  const talkNow = (): Talk => {
    const now = talk ?? talkOf(paper, author.name);
    if (talk === undefined) setTalk(now);
    return now;
  };

  const save = async (id: string, answer: AnswerValue | null | undefined): Promise<void> => {
    const next = recordAnswer(followUp ?? newFollowUp(award, wave.id), id, answer, {
      design: call.design,
      baseline: enrolment.baseline?.activity,
    });
    if (!told(next).ok || !next.ok) return;
    setDraft(next.value);
    saving.current += 1;
    const written = await saveAnswer(key, talkNow(), id, answer, source);
    saving.current -= 1;
    if (!told(written).ok) setDraft(undefined);
    else if (saving.current === 0 && written.ok) setDraft(written.value);
  };

  return {
    followUp,
    talkingSince:
      talk !== undefined && followUp?.attempts.some(({ at }) => at === talk.at) === true ? talk.at : undefined,
    answer: (id, answer) => void save(id, answer),
    end: async ({ as, next, nextTime, note }) =>
      told(
        await endCall(key, talkNow(), {
          as,
          note,
          talked: talk !== undefined,
          source,
          ...(next === undefined ? {} : { next }),
          ...(nextTime === undefined ? {} : { nextTime }),
        }),
      ),
    finish: async (note) =>
      told(
        await finishInterview(
          key,
          talkNow(),
          { on: paper?.on ?? today(), interviewer: paper?.by ?? author.name, source },
          note,
        ),
      ),
  };
};

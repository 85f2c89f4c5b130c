import './alumni.css';
import './call.css';
import type { ReactNode } from 'react';
import { useEffect, useMemo, useState } from 'react';
import { Link, useLocation } from 'wouter';
import { followUpId } from '#shared/domain/follow-up-waves.ts';
import type { AnswerSource } from '#shared/domain/follow-ups.ts';
import type { EnrolmentId } from '#shared/domain/ids.ts';
import { asId } from '#shared/domain/ids.ts';
import { answerTo, questionOf } from '#shared/domain/questionnaire.ts';
import type { DesignedQuestion } from '#shared/domain/questionnaire-design.ts';
import type { IsoDate } from '#shared/lib/dates.ts';
import type { CallEnd } from '#renderer/db/repositories/follow-up-commands.ts';
import type { AlumnusLine } from '#shared/domain/alumni-lines.ts';
import type { CallContent } from '#renderer/db/repositories/follow-ups.ts';
import { callState, listAlumni, readCall } from '#renderer/db/repositories/follow-ups.ts';
import { useLive } from '#renderer/db/use-live.ts';
import { today as clockToday } from '#renderer/desktop/clock.ts';
import { EmptyState } from '#renderer/ui/empty-state.tsx';
import { Note } from '#renderer/ui/note.tsx';
import { useSession } from '#renderer/desktop/session.tsx';
import { useNotices } from '#renderer/ui/notices.tsx';
import { PageTop } from '#renderer/ui/page-top.tsx';
import { useText } from '#renderer/ui/text.tsx';
import { AnswersList } from './answers-list.tsx';
import { AskConsent, Farewell } from './call-notes.tsx';
import { CallHead } from './call-head.tsx';
import { CallQueue, nextInQueue } from './call-queue.tsx';
import { CallSide } from './call-side.tsx';
import { CallSource } from './call-source.tsx';
import type { CallBack } from './end-call.tsx';
import { callAddress } from './due-filters.ts';
import { QuestionPanel, StepButtons, StepDots } from '#renderer/ui/interview/question-panel.tsx';
import type { Interview } from '#renderer/ui/interview/question-steps.ts';
import {
  answerOfKey,
  interviewOf,
  nextQuestion,
  openingQuestion,
  previousQuestion,
} from '#renderer/ui/interview/question-steps.ts';
import { PaperLine } from './paper-line.tsx';
import type { Held, OnPaper } from './use-interview.ts';
import { useInterview } from './use-interview.ts';
import { useWaveName } from './wave-name.ts';

type Steps = {
  readonly question: DesignedQuestion;
  readonly go: (id: string) => void;
  readonly next: () => void;
  readonly back: () => void;
  readonly last: boolean;
  readonly first: boolean;
};

const useSteps = (interview: Interview, onFinish: () => void): Steps | undefined => {
  const [at, setAt] = useState(() => openingQuestion(interview)?.id);
  const question = at === undefined ? undefined : questionOf(interview.design, at);
  if (question === undefined) return undefined;
  const next = nextQuestion(question.id, interview);
  const before = previousQuestion(question.id, interview);
  return {
    question,
    go: setAt,
    next: () => (next === undefined ? onFinish() : setAt(next.id)),
    back: () => before !== undefined && setAt(before.id),
    last: next === undefined,
    first: before === undefined,
  };
};

const isElsewhere = (target: EventTarget | null): boolean => {
  if (document.querySelector('[role="dialog"]') !== null || !(target instanceof HTMLElement)) return true;
  if (target instanceof HTMLInputElement) return target.type !== 'radio' && target.type !== 'checkbox';
  return target instanceof HTMLTextAreaElement || target instanceof HTMLSelectElement;
};

/** Number keys answer, Enter goes on, Esc goes back, wherever the focus is but in a field. */
const useCallKeys = (steps: Steps | undefined, interview: Interview, onAnswer: Held['answer'], open: boolean): void => {
  useEffect(() => {
    if (steps === undefined || !open) return undefined;
    const press = (event: KeyboardEvent): void => {
      if (event.defaultPrevented || event.ctrlKey || event.altKey || event.metaKey || isElsewhere(event.target)) return;
      const onControl = event.target instanceof HTMLElement && event.target.closest('button, a') !== null;
      const before = answerTo(interview.answers, steps.question.id);
      const chosen = answerOfKey(steps.question, event.key, before);
      if (chosen !== undefined) onAnswer(steps.question.id, chosen);
      else if (event.key === 'Enter' && !onControl) steps.next();
      else if (event.key === 'Escape') steps.back();
      else return;
      event.preventDefault();
    };
    window.addEventListener('keydown', press);
    return () => window.removeEventListener('keydown', press);
  });
};

const useEnding = (call: CallContent, held: Held, lines: readonly AlumnusLine[], today: IsoDate, note: string) => {
  const { t } = useText();
  const { tell } = useNotices();
  const [, navigate] = useLocation();
  const leave = (text: string): void => {
    const own = followUpId(call.award.id, call.wave.id);
    const next = nextInQueue(lines, own, today);
    if (next === undefined) tell({ tone: 'ok', text, undo: true });
    // Between two calls the list says what was ended: a notice would stand in the way of the next question.
    navigate(next === undefined ? '/alumni' : callAddress(next), { state: { ended: own } });
  };
  const { name } = call.award;
  return {
    end: async (as: CallEnd, next?: CallBack): Promise<void> => {
      const ended = await held.end({ as, note, ...next });
      // After a death nothing hurries on to the next name.
      if (ended.ok && as !== 'deceased') leave(t('alumni.end.told', { name, how: t(`alumni.end.${as}`) }));
    },
    finish: async (onMissing: (id: string) => void): Promise<void> => {
      const done = await held.finish(note);
      if (done.ok) leave(t('alumni.end.complete', { name }));
      else if (done.error.code === 'answers-missing') onMissing(String(done.error.details?.first ?? ''));
    },
  };
};

/** Ended for good, or not begun: nothing can be recorded until that is undone or the window opens. */
const shutBlocks = ['not-open', 'refused', 'deceased', 'opted-out', 'no-consent'] as const;

/** The list that a call stands in: whoever calls their own list stays in it. */
const useQueue = (lines: readonly AlumnusLine[], current: string) => {
  const { author } = useSession();
  const mine = lines.find(({ id }) => id === current)?.caller === author.name;
  const queue = useMemo(
    () => (mine ? lines.filter(({ caller }) => caller === author.name) : lines),
    [lines, mine, author.name],
  );
  return { mine, queue };
};

const Interviewing = ({
  interview,
  steps,
  onAnswer,
}: {
  readonly interview: Interview;
  readonly steps: Steps;
  readonly onAnswer: Held['answer'];
}): ReactNode => (
  <>
    <StepDots question={steps.question} interview={interview} />
    <QuestionPanel
      question={steps.question}
      interview={interview}
      onAnswer={onAnswer}
      onNext={steps.next}
      onBack={steps.back}
    />
    <div className="below">
      <AnswersList question={steps.question} interview={interview} onGo={steps.go} />
      <StepButtons first={steps.first} last={steps.last} onNext={steps.next} onBack={steps.back} />
    </div>
  </>
);

const Call = ({
  call,
  lines,
  today,
}: {
  readonly call: CallContent;
  readonly lines: readonly AlumnusLine[];
  readonly today: IsoDate;
}): ReactNode => {
  const { t } = useText();
  const current = followUpId(call.award.id, call.wave.id);
  const { mine, queue } = useQueue(lines, current);
  const [paper, setPaper] = useState<OnPaper>();
  const [source, setSource] = useState<AnswerSource>(call.followUp?.source ?? 'self');
  const held = useInterview(call, paper, source);
  const [note, setNote] = useState('');
  const ending = useEnding(call, held, queue, today, note);
  const interview = interviewOf(held.followUp, { design: call.design, baseline: call.enrolment.baseline?.activity });
  const steps = useSteps(interview, () => void ending.finish((id) => steps?.go(id)));
  const state = callState(call, held.followUp, today);
  const open = !shutBlocks.some((block) => block === state.block);
  useCallKeys(steps, interview, held.answer, open);
  return (
    <div className="call">
      <CallHead call={call} open={open} />
      <CallQueue lines={queue} current={current} today={today} mine={mine} />
      <section className="ask interview" aria-label={t('alumni.call.interview')}>
        {state.block === 'deceased' && <Farewell name={call.award.name} next={nextInQueue(queue, current, today)} />}
        {state.block !== undefined && state.block !== 'deceased' && (
          <Note tone={state.block === 'complete' ? 'ok' : 'info'}>{t(`followUpStates.block.${state.block}`)}</Note>
        )}
        {state.asksConsent && <AskConsent call={call} />}
        {open && (
          <div className="call-how">
            <PaperLine
              paper={paper}
              onChange={setPaper}
              earliest={call.cohort.graduation ?? call.award.awardedOn}
              fixed={held.talkingSince !== undefined}
            />
            <CallSource source={source} onSource={setSource} />
          </div>
        )}
        {open && steps !== undefined && <Interviewing interview={interview} steps={steps} onAnswer={held.answer} />}
      </section>
      <CallSide
        call={call}
        followUp={held.followUp}
        talkingSince={open ? held.talkingSince : undefined}
        today={today}
        note={note}
        onNote={setNote}
        onEnd={(as, next) => void ending.end(as, next)}
        open={open}
      />
    </div>
  );
};

/** One call: the question in the middle, who is next on the left, what explains it on the right. */
export const FollowUpCall = ({
  enrolmentId,
  waveId,
}: {
  readonly enrolmentId: string;
  readonly waveId: string;
}): ReactNode => {
  const { t } = useText();
  const waveName = useWaveName();
  const today = clockToday();
  const call = useLive(async () => (await readCall(enrolmentId, waveId)) ?? null, [enrolmentId, waveId]);
  const offsetMonths = call?.wave.offsetMonths;
  const lines = useLive(
    async () => (offsetMonths === undefined ? [] : listAlumni({ today, offsetMonths })),
    [today, offsetMonths],
  );
  if (call === undefined) return <PageTop title={t('alumni.call.title')} />;
  if (call === null)
    return (
      <EmptyState
        sentence={t('alumni.call.noCall')}
        action={
          <Link className="btn" href="/alumni">
            {t('alumni.title')}
          </Link>
        }
      />
    );
  const key = followUpId(asId<EnrolmentId>(enrolmentId), waveId);
  // While another call is read, the last one is still at hand: it must not be shown under the new address.
  if (followUpId(call.award.id, call.wave.id) !== key) return null;
  return (
    <>
      <PageTop
        title={t('alumni.call.title')}
        detail={t('alumni.call.detail', { wave: waveName(call.wave), cohort: call.cohort.code })}
      />
      <Call key={key} call={call} lines={lines ?? []} today={today} />
    </>
  );
};

import './call-queue.css';
import type { ReactNode } from 'react';
import { useMemo } from 'react';
import { Link } from 'wouter';
import type { IsoDate } from '#shared/lib/dates.ts';
import type { AlumnusLine } from '#shared/domain/alumni-lines.ts';
import { Glyph } from '#renderer/ui/icon.tsx';
import { useText } from '#renderer/ui/text.tsx';
import { callAddress, isInState } from './due-filters.ts';
import { StateTag } from './state-tag.tsx';
import { Tries, TryGlyph, useNextTry } from './tries.tsx';

/** More are a scroll without end; the due list has them all. */
const room = 60;

type CallQueueProps = {
  readonly lines: readonly AlumnusLine[];
  readonly current: string;
  readonly today: IsoDate;
  /** True where the lines are those of the person at work only. */
  readonly mine: boolean;
};

const wasTriedToday = (line: AlumnusLine, today: IsoDate): boolean =>
  line.completedOn === today || line.tries.some(({ at }) => at.slice(0, 10) === today);

/** The talk under way is itself the attempt. */
const isTalking = (line: AlumnusLine, today: IsoDate): boolean =>
  line.tries.at(-1)?.outcome === 'talked' && wasTriedToday(line, today);

const lastTry = ({ tries }: AlumnusLine): string => tries.at(-1)?.at ?? '';

/** The one to call after this one: the next in the list that is still to be called today. */
export const nextInQueue = (lines: readonly AlumnusLine[], current: string, today: IsoDate): AlumnusLine | undefined =>
  lines.find((line) => line.id !== current && isInState(line, 'today', today) && !wasTriedToday(line, today));

const Waiting = ({
  line,
  current,
  today,
}: {
  readonly line: AlumnusLine;
  readonly current: boolean;
  readonly today: IsoDate;
}): ReactNode => {
  const { t, formatDate } = useText();
  const nextTry = useNextTry();
  const closes = t('alumni.queue.closes', { date: formatDate(line.closes, 'short') });
  return (
    <li aria-current={current || undefined}>
      <Link href={callAddress(line)} className="cut" title={line.name}>
        {line.name}
      </Link>
      <span className="second nowrap" title={closes}>
        <span aria-hidden="true">
          {current ? t('alumni.list.now') : (line.nextTime ?? formatDate(line.closes, 'short'))}
        </span>
        <span className="vh">{closes}</span>
      </span>
      <small>
        <Tries tries={line.tries} needed={line.attemptsNeeded} />{' '}
        {nextTry(current && isTalking(line, today) ? line.tries.length - 1 : line.tries.length)}
      </small>
    </li>
  );
};

const DoneGlyph = ({ line }: { readonly line: AlumnusLine }): ReactNode => {
  const last = line.tries.at(-1);
  if (last !== undefined && line.status !== 'complete')
    return <TryGlyph outcome={line.next === undefined ? last.outcome : 'call-back'} />;
  return (
    <span className={line.status === 'complete' ? 't-ok' : 'second'}>
      <Glyph name={line.status === 'complete' ? 'pass' : 'ring'} />
    </span>
  );
};

const Done = ({ line }: { readonly line: AlumnusLine }): ReactNode => {
  const { t, formatDate } = useText();
  return (
    <li>
      <Link href={callAddress(line)} className="cut" title={line.name}>
        {line.name}
      </Link>
      <DoneGlyph line={line} />
      <small>
        {line.next === undefined ? (
          <StateTag line={line} />
        ) : (
          t('alumni.queue.next', { date: formatDate(line.next, 'short') })
        )}
      </small>
    </li>
  );
};

/** The call that led here, as the address remembers it. */
const endedBefore = (): string | undefined => {
  const state: unknown = window.history.state;
  return typeof state === 'object' && state !== null && 'ended' in state && typeof state.ended === 'string'
    ? state.ended
    : undefined;
};

/** The people of this wave: to be called today, and those already called. */
export const CallQueue = ({ lines, current, today, mine }: CallQueueProps): ReactNode => {
  const { t, formatNumber } = useText();
  const { waiting, done } = useMemo(() => {
    const due = lines.filter(
      (line) => isInState(line, 'today', today) && (line.id === current || !wasTriedToday(line, today)),
    );
    const here = due.find(({ id }) => id === current);
    return {
      waiting: here === undefined ? due : [here, ...due.filter(({ id }) => id !== current)],
      done: lines
        .filter((line) => line.id !== current && wasTriedToday(line, today))
        .toSorted((a, b) => (lastTry(a) < lastTry(b) ? 1 : -1)),
    };
  }, [lines, current, today]);
  const ended = lines.find(({ id }) => id !== current && id === endedBefore());
  return (
    <nav className="queue" aria-label={t('alumni.queue.title')}>
      {ended !== undefined && (
        <div role="status">
          <h2>{t('alumni.queue.ended')}</h2>
          <ul>
            <Done line={ended} />
          </ul>
        </div>
      )}
      <h2>
        {t(mine ? 'alumni.queue.mine' : 'alumni.queue.today')}{' '}
        <span>{t('alumni.queue.due', { count: waiting.length })}</span>
      </h2>
      <ol>
        {waiting.slice(0, room).map((line) => (
          <Waiting key={line.id} line={line} current={line.id === current} today={today} />
        ))}
      </ol>
      {waiting.length > room && (
        <p>
          <Link href="/alumni">{t('alumni.queue.more', { count: waiting.length - room })}</Link>
        </p>
      )}
      {done.length > 0 && (
        <>
          <h2>
            {t('alumni.queue.done')} <span>{formatNumber(done.length)}</span>
          </h2>
          <ol>
            {done.slice(0, room).map((line) => (
              <Done key={line.id} line={line} />
            ))}
          </ol>
        </>
      )}
    </nav>
  );
};

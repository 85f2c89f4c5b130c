import './call-side.css';
import type { ReactNode } from 'react';
import { useState } from 'react';
import type { FollowUp } from '#shared/domain/follow-ups.ts';
import type { IsoDate } from '#shared/lib/dates.ts';
import { standardQuestion } from '#shared/domain/questionnaire-standard.ts';
import { textIn } from '#shared/domain/questionnaire-design.ts';
import type { CallEnd } from '#renderer/db/repositories/follow-up-commands.ts';
import type { CallContent } from '#renderer/db/repositories/follow-ups.ts';
import { Button } from '#renderer/ui/button.tsx';
import { Icon } from '#renderer/ui/icon.tsx';
import { useText } from '#renderer/ui/text.tsx';
import { useAnswerWords } from './answer-words.ts';
import { ContactsDialog } from './contacts-dialog.tsx';
import type { CallBack } from './end-call.tsx';
import { EndCall } from './end-call.tsx';
import { TryGlyph } from './tries.tsx';
import { useWaveName } from './wave-name.ts';

const Facts = ({ call }: { readonly call: CallContent }): ReactNode => {
  const { t, formatDate, formatNumber } = useText();
  const { award, enrolment } = call;
  const { baseline } = enrolment;
  const facts = [
    [
      t('alumni.facts.activity'),
      baseline === undefined ? t('alumni.facts.unknown') : t(`questionnaire.activity.choice.${baseline.activity}`),
    ],
    [t('alumni.facts.community'), baseline?.community ?? call.person.community ?? '–'],
    ...(baseline?.organisation === undefined ? [] : [[t('alumni.facts.organisation'), baseline.organisation]]),
    [
      t('alumni.facts.awarded'),
      award.overall === undefined
        ? formatDate(award.awardedOn)
        : t('alumni.facts.awardedOn', { date: formatDate(award.awardedOn), mark: formatNumber(award.overall / 10) }),
    ],
    ...(enrolment.mentorGroup === undefined ? [] : [[t('alumni.facts.mentor'), enrolment.mentorGroup]]),
  ];
  return (
    <section aria-labelledby="facts-title">
      <h2 id="facts-title">{t('alumni.facts.title')}</h2>
      <dl className="facts">
        {facts.map(([name, value], index) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd className={index === 0 ? 'strong' : undefined}>{value}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
};

/** The answers worth a glance before the first question. */
const remembered = ['sameCommunity', 'newCommunity', 'activity', 'employer', 'sector', 'becauseOfCourse'] as const;

const LastTime = ({ call }: { readonly call: CallContent }): ReactNode => {
  const { t, language } = useText();
  const waveName = useWaveName();
  const answerWords = useAnswerWords();
  const last = call.programme.rules.waves
    .filter(({ offsetMonths }) => offsetMonths < call.wave.offsetMonths)
    .toSorted((a, b) => b.offsetMonths - a.offsetMonths)
    .flatMap((wave) =>
      call.others
        .filter(({ waveId, answers }) => waveId === wave.id && Object.keys(answers).length > 0)
        .map(({ answers }) => ({ wave, answers })),
    )[0];
  if (last === undefined) return null;
  const said = remembered.flatMap((id) => {
    const question = standardQuestion(id);
    const answer = last.answers[id];
    return question === undefined || answer === undefined
      ? []
      : [{ id, name: textIn(question.short, language), words: answerWords(question, answer) }];
  });
  return (
    <section aria-labelledby="last-title">
      <h2 id="last-title">{t('alumni.lastTime.title', { wave: waveName(last.wave) })}</h2>
      <dl className="facts last-time">
        {said.map(({ id, name, words }) => (
          <div key={id}>
            <dt className="cut" title={name}>
              {name}
            </dt>
            <dd className="cut" title={words}>
              {words}
            </dd>
          </div>
        ))}
      </dl>
    </section>
  );
};

const Attempts = ({
  followUp,
  needed,
  talkingSince,
}: {
  readonly followUp: FollowUp | undefined;
  readonly needed: number;
  readonly talkingSince: string | undefined;
}): ReactNode => {
  const { t, formatDate, formatTime } = useText();
  const attempts = followUp?.attempts ?? [];
  return (
    <section aria-labelledby="attempts-title">
      <h2 id="attempts-title">{t('alumni.attempts.title', { needed })}</h2>
      {attempts.length === 0 && <p className="second">{t('alumni.attempts.none')}</p>}
      <ol className="tr">
        {attempts.slice(-5).map(({ at, outcome, note }) => {
          const moment = Date.parse(at);
          const now = at === talkingSince;
          return (
            <li key={at}>
              <TryGlyph outcome={outcome} />
              <span>
                {formatDate(moment, 'short')}, {formatTime(moment)}
              </span>
              <span className={now ? 'strong' : 'second'}>
                {now ? t('alumni.attempts.now') : t(`followUpStates.outcome.${outcome}`)}
              </span>
              {note !== undefined && <small>{note}</small>}
            </li>
          );
        })}
      </ol>
    </section>
  );
};

const Contacts = ({ call }: { readonly call: CallContent }): ReactNode => {
  const { t } = useText();
  const [editing, setEditing] = useState(false);
  const { person, enrolment } = call;
  const mentor = enrolment.mentor === undefined ? [] : [{ relation: t('alumni.facts.mentor'), ...enrolment.mentor }];
  const contacts = [...person.alternates, ...mentor];
  return (
    <section aria-labelledby="contacts-title">
      <h2 id="contacts-title">
        {t('alumni.contacts.title')}{' '}
        <Button size="tiny" kind="plain" aria-label={t('alumni.contacts.edit')} onClick={() => setEditing(true)}>
          {t('alumni.contacts.change')}
        </Button>
      </h2>
      {person.bestTime !== undefined && <p>{t('alumni.contacts.best', { time: person.bestTime })}</p>}
      {contacts.length === 0 && <p className="second">{t('alumni.contacts.none')}</p>}
      <ul className="alt">
        {contacts.map(({ name, relation, phone }) => (
          <li key={`${name} ${phone}`}>
            <span className="cut" title={name}>
              {relation === undefined ? name : `${relation}, ${name}`}
            </span>
            <span className="nowrap">{phone}</span>
          </li>
        ))}
      </ul>
      {editing && <ContactsDialog person={person} enrolment={enrolment} onClose={() => setEditing(false)} />}
    </section>
  );
};

type CallSideProps = {
  readonly call: CallContent;
  readonly followUp: FollowUp | undefined;
  readonly talkingSince: string | undefined;
  readonly today: IsoDate;
  readonly note: string;
  readonly onNote: (note: string) => void;
  readonly onEnd: (as: CallEnd, next?: CallBack) => void;
  /** False where nothing more can be recorded. */
  readonly open: boolean;
};

/** What explains the call: before the course, last time, the attempts, whom else to reach, and how to end it. */
export const CallSide = ({
  call,
  followUp,
  talkingSince,
  today,
  note,
  onNote,
  onEnd,
  open,
}: CallSideProps): ReactNode => {
  const { t } = useText();
  const { rules } = call.programme;
  return (
    <aside className="side" aria-label={t('alumni.call.about')}>
      <Facts call={call} />
      <LastTime call={call} />
      <Attempts followUp={followUp} needed={rules.attemptsBeforeUnreachable} talkingSince={talkingSince} />
      <Contacts call={call} />
      {open && (
        <>
          <EndCall followUp={followUp} rules={rules} talking={talkingSince !== undefined} today={today} onEnd={onEnd} />
          <section>
            <label className="label" htmlFor="note">
              {t('alumni.note.title')}
            </label>
            <textarea
              id="note"
              className="field"
              value={note}
              maxLength={400}
              aria-describedby="note-warning"
              onChange={(event) => onNote(event.target.value)}
            />
            <p id="note-warning" className="quiet warning">
              <Icon name="shield" /> {t('alumni.note.warning')}
            </p>
          </section>
        </>
      )}
    </aside>
  );
};

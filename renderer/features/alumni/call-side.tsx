import type { ReactNode } from 'react';
import type { FollowUp } from '#shared/domain/follow-ups.ts';
import type { IsoDate } from '#shared/lib/dates.ts';
import type { CallEnd } from '#renderer/db/repositories/follow-up-commands.ts';
import type { CallContent } from '#renderer/db/repositories/follow-ups.ts';
import { Icon } from '#renderer/ui/icon.tsx';
import { useText } from '#renderer/ui/text.tsx';
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
      t('alumni.facts.awardedOn', { date: formatDate(award.awardedOn), mark: formatNumber(award.overall / 10) }),
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

const LastTime = ({ call }: { readonly call: CallContent }): ReactNode => {
  const { t } = useText();
  const waveName = useWaveName();
  const last = call.programme.rules.waves
    .filter(({ offsetMonths }) => offsetMonths < call.wave.offsetMonths)
    .toSorted((a, b) => b.offsetMonths - a.offsetMonths)
    .flatMap((wave) =>
      call.others
        .filter(({ waveId, answers }) => waveId === wave.id && answers.activity !== undefined)
        .map((followUp) => ({ wave, followUp })),
    )[0];
  if (last?.followUp.answers.activity === undefined) return null;
  const { activity, employer } = last.followUp.answers;
  const said = [t(`questionnaire.activity.choice.${activity}`), ...(employer === undefined ? [] : [employer])].join(
    ', ',
  );
  return (
    <section aria-labelledby="last-title">
      <h2 id="last-title">{t('alumni.lastTime.title', { wave: waveName(last.wave) })}</h2>
      <p className="cut" title={said}>
        {said}
      </p>
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
  const { alternates } = call.person;
  return (
    <section aria-labelledby="contacts-title">
      <h2 id="contacts-title">{t('alumni.contacts.title')}</h2>
      {alternates.length === 0 && <p className="second">{t('alumni.contacts.none')}</p>}
      <ul className="alt">
        {alternates.map(({ name, relation, phone }) => (
          <li key={`${name} ${phone}`}>
            <span className="cut" title={name}>
              {relation === undefined ? name : `${relation}, ${name}`}
            </span>
            <span className="nowrap">{phone}</span>
          </li>
        ))}
      </ul>
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
  readonly onEnd: (as: CallEnd, next?: IsoDate) => void;
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

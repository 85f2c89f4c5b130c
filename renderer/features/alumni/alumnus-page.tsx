import './alumni.css';
import './alumnus-page.css';
import type { ReactNode } from 'react';
import { useState } from 'react';
import { Link } from 'wouter';
import { consentPurposes, lastConsent, consentFor } from '#shared/domain/consents.ts';
import { inLanguage } from '#shared/domain/languages.ts';
import type { AlumnusFile } from '#renderer/db/repositories/alumni.ts';
import { readAlumnus } from '#renderer/db/repositories/alumni.ts';
import { useLive } from '#renderer/db/use-live.ts';
import { today as clockToday } from '#renderer/desktop/clock.ts';
import { Button } from '#renderer/ui/button.tsx';
import { EmptyState } from '#renderer/ui/empty-state.tsx';
import { Note } from '#renderer/ui/note.tsx';
import { FactList } from '#renderer/ui/fact-list.tsx';
import { PageTop } from '#renderer/ui/page-top.tsx';
import { Sheet } from '#renderer/ui/sheet.tsx';
import { useText } from '#renderer/ui/text.tsx';
import { ContactsDialog } from './contacts-dialog.tsx';
import { AlumnusWaves } from './alumnus-waves.tsx';
import { TryGlyph } from './tries.tsx';
import { usePlaceNames, useWaveName } from './wave-name.ts';

type FileProps = { readonly file: AlumnusFile };

const Contacts = ({ file }: FileProps): ReactNode => {
  const { t } = useText();
  const { spoken } = usePlaceNames();
  const [editing, setEditing] = useState(false);
  const { person, enrolment } = file;
  const unknown = t('alumni.file.unknown');
  const contact = (at: number): string => {
    const found = person.alternates[at];
    return found === undefined ? unknown : [found.name, found.relation, found.phone].filter(Boolean).join(' · ');
  };
  const mentor = enrolment.mentor ?? { name: enrolment.mentorGroup ?? '', phone: '' };
  return (
    <Sheet
      title={t('alumni.file.contacts')}
      actions={
        <Button size="small" aria-label={t('alumni.contacts.edit')} onClick={() => setEditing(true)}>
          {t('alumni.contacts.change')}
        </Button>
      }
    >
      <FactList
        className="alumnus-facts"
        facts={[
          [t('alumni.contacts.field.phone'), person.phone ?? unknown],
          [t('alumni.contacts.field.email'), person.email ?? unknown],
          [t('alumni.contacts.field.community'), person.community ?? unknown],
          [t('alumni.contacts.language'), person.language === undefined ? unknown : spoken(person.language)],
          [t('alumni.contacts.field.bestTime'), person.bestTime ?? unknown],
          [t('alumni.contacts.alternate', { number: 1 }), contact(0)],
          [t('alumni.contacts.alternate', { number: 2 }), contact(1)],
          [t('alumni.facts.mentor'), [mentor.name, mentor.phone].filter(Boolean).join(' · ') || unknown],
        ]}
      />
      {editing && <ContactsDialog person={person} enrolment={enrolment} onClose={() => setEditing(false)} />}
    </Sheet>
  );
};

const Course = ({ file }: FileProps): ReactNode => {
  const { t, language, formatDate, formatNumber } = useText();
  const { award, line, cohort, programme, enrolment, certificates } = file;
  const percent = (tenths: number): string => t('alumni.file.percent', { value: formatNumber(tenths / 10) });
  const modules =
    line?.modules.map(({ number, title, result }) => ({ number, title, result })) ??
    programme.modules.flatMap(({ id, number, title }) => {
      const result = award.imported?.results[id];
      return result === undefined ? [] : [{ number, title: inLanguage(title, language), result }];
    });
  const { baseline } = enrolment;
  const facts: readonly (readonly [string, ReactNode])[] = [
    [t('alumni.column.cohort'), <Link href={`/cohorts/${cohort.id}/follow-up`}>{cohort.code}</Link>],
    [t('alumni.facts.awarded'), formatDate(award.awardedOn)],
    [t('alumni.file.overall'), award.overall === undefined ? t('alumni.file.unknown') : percent(award.overall)],
    [
      t('alumni.facts.title'),
      baseline === undefined ? t('alumni.facts.unknown') : t(`questionnaire.activity.choice.${baseline.activity}`),
    ],
    [t('alumni.facts.community'), baseline?.community ?? t('alumni.file.unknown')],
    [
      t('alumni.file.certificate'),
      certificates.length === 0
        ? (award.imported?.certificateNumber ?? t('alumni.file.noCertificate'))
        : certificates.map(({ id, serial }) => (
            <Link key={id} className="serial" href={`/certificates?serial=${serial}`}>
              {serial}{' '}
            </Link>
          )),
    ],
  ];
  return (
    <Sheet title={t('alumni.file.course')}>
      <FactList className="alumnus-facts" facts={facts} />
      {modules.length > 0 && (
        <ol className="alumnus-modules" aria-label={t('alumni.file.modules')}>
          {modules.map(({ number, title, result }) => (
            <li key={number}>
              <span className="cut" title={title}>
                {number} {title}
              </span>
              <b className="nowrap">{percent(result)}</b>
            </li>
          ))}
        </ol>
      )}
      {(award.imported?.gaps.length ?? 0) > 0 && <Note tone="info">{t('alumni.file.gaps')}</Note>}
    </Sheet>
  );
};

const Consents = ({ file }: FileProps): ReactNode => {
  const { t, formatDate } = useText();
  const { person, enrolment } = file;
  return (
    <Sheet title={t('alumni.file.consents')}>
      <FactList
        className="alumnus-facts"
        facts={consentPurposes.map((purpose) => {
          const last = lastConsent(person, purpose);
          const on = last?.withdrawn?.on ?? last?.on;
          const state = t(`alumni.file.consent.${consentFor(person, enrolment, purpose)}`);
          return [
            t(`alumni.file.purpose.${purpose}`),
            on === undefined ? state : t('alumni.file.since', { state, date: formatDate(on) }),
          ] as const;
        })}
      />
    </Sheet>
  );
};

const History = ({ file }: FileProps): ReactNode => {
  const { t, formatDate, formatTime } = useText();
  const waveName = useWaveName();
  return (
    <Sheet title={t('alumni.file.history')} count={file.tries.length}>
      {file.tries.length === 0 ? (
        <p className="alumnus-none">{t('alumni.attempts.none')}</p>
      ) : (
        <ol className="alumnus-tries">
          {file.tries.map(({ at, outcome, by, wave, note, next }) => (
            <li key={`${wave.id} ${at}`}>
              <TryGlyph outcome={outcome} />
              <span className="nowrap">
                {formatDate(Date.parse(at))}, {formatTime(Date.parse(at))}
              </span>
              <span>{t(`followUpStates.outcome.${outcome}`)}</span>
              <span className="second">{waveName(wave)}</span>
              <span className="second cut">{by}</span>
              {note !== undefined && <small>{note}</small>}
              {next !== undefined && <small>{t('alumni.queue.next', { date: formatDate(next) })}</small>}
            </li>
          ))}
        </ol>
      )}
    </Sheet>
  );
};

const Shown = ({ file }: FileProps): ReactNode => {
  const { t } = useText();
  const { award, cohort, person } = file;
  return (
    <div className="alumnus-page">
      <PageTop
        title={award.name}
        detail={cohort.code}
        actions={
          <Link className="btn small" href={`/people/${person.id}`}>
            {t('alumni.file.person')}
          </Link>
        }
      />
      {person.deceasedOn !== undefined && <Note tone="info">{t('alumni.farewell.calls')}</Note>}
      <div className="alumnus-columns">
        <div className="stack">
          <AlumnusWaves file={file} />
          <History file={file} />
        </div>
        <div className="stack">
          <Contacts file={file} />
          <Course file={file} />
          <Consents file={file} />
        </div>
      </div>
    </div>
  );
};

/** One alumnus: what the course left, how they are reached, and what became of them wave by wave. */
export const AlumnusPage = ({ enrolmentId }: { readonly enrolmentId: string }): ReactNode => {
  const { t } = useText();
  const today = clockToday();
  const file = useLive(async () => (await readAlumnus(enrolmentId, today)) ?? null, [enrolmentId, today]);
  if (file === undefined) return null;
  if (file === null)
    return (
      <EmptyState
        sentence={t('alumni.file.gone')}
        action={
          <Link className="btn" href="/alumni/register">
            {t('alumni.register.title')}
          </Link>
        }
      />
    );
  return <Shown file={file} />;
};

import './call-head.css';
import type { ReactNode } from 'react';
import { useEffect, useState } from 'react';
import { Link } from 'wouter';
import { consentFor } from '#shared/domain/consents.ts';
import type { CallContent } from '#renderer/db/repositories/follow-ups.ts';
import { now } from '#renderer/desktop/clock.ts';
import { localeOf } from '#shared/domain/languages.ts';
import { Tag } from '#renderer/ui/tag.tsx';
import { useText } from '#renderer/ui/text.tsx';
import { usePlaceNames } from './wave-name.ts';

/** What an interview takes (domain.md 5: about ten questions, four minutes). */
const usualSeconds = 240;

/** Seconds since the page was opened. */
const useElapsed = (): number => {
  const [start] = useState(now);
  const [elapsed, setElapsed] = useState(0);
  useEffect(() => {
    const timer = setInterval(() => setElapsed(Math.floor((now() - start) / 1000)), 1000);
    return () => clearInterval(timer);
  }, [start]);
  return elapsed;
};

const CallClock = (): ReactNode => {
  const { t } = useText();
  const elapsed = useElapsed();
  const words = `${Math.floor(elapsed / 60)}:${String(elapsed % 60).padStart(2, '0')}`;
  return (
    <div className="clock">
      <span>{t('alumni.call.time', { elapsed: words, usual: usualSeconds / 60 })}</span>
      <div
        className="bar"
        role="progressbar"
        aria-valuenow={Math.min(elapsed, usualSeconds)}
        aria-valuemin={0}
        aria-valuemax={usualSeconds}
        aria-label={t('alumni.call.timeOf')}
      >
        <i style={{ width: `${Math.min(100, (100 * elapsed) / usualSeconds)}%` }} />
      </div>
    </div>
  );
};

type Zoned = Intl.Locale & { readonly timeZones?: readonly string[]; readonly getTimeZones?: () => readonly string[] };

/** The time where the alumnus lives, so that nobody is called at night; undefined where the country's time zone is not known. */
const localTime = (country: string | undefined, language: string): string | undefined => {
  if (country === undefined || !/^[A-Za-z]{2}$/.test(country)) return undefined;
  const locale: Zoned = new Intl.Locale(`und-${country}`);
  const timeZone = (locale.getTimeZones?.() ?? locale.timeZones)?.[0];
  if (timeZone === undefined) return undefined;
  return new Intl.DateTimeFormat(language, { hour: '2-digit', minute: '2-digit', timeZone }).format(now());
};

/** Who is called and, while the call can be held, whether they agreed, for how long already, and at which number. */
export const CallHead = ({ call, open }: { readonly call: CallContent; readonly open: boolean }): ReactNode => {
  const { t, language } = useText();
  const { country, spoken } = usePlaceNames();
  const { person, enrolment, award, cohort } = call;
  const consent = consentFor(person, enrolment, 'follow-up-calls');
  const place = person.country ?? cohort.country;
  const time = localTime(place, localeOf(language));
  const where = time === undefined ? country(place) : t('alumni.call.timeIn', { time, country: country(place) });
  return (
    <section className="who" aria-label={t('alumni.call.who')}>
      <h2 className="cut" title={award.name}>
        <Link href={`/alumni/person/${award.id}`}>{award.name}</Link>
      </h2>
      {open && consent === 'given' && (
        <Tag tone="ok" glyph="pass">
          {t('alumni.call.agreed')}
        </Tag>
      )}
      {open && consent === 'not-asked' && (
        <Tag tone="warn" glyph="anomaly">
          {t('alumni.call.askFirst')}
        </Tag>
      )}
      <span className="push" />
      {open && <CallClock />}
      <div className="tel">
        {person.phone ?? t('alumni.call.noPhone')}
        <small>{person.language === undefined ? where : `${where} · ${spoken(person.language)}`}</small>
      </div>
    </section>
  );
};

import type { ReactNode } from 'react';
import { useState } from 'react';
import { Link } from 'wouter';
import { inLanguage } from '#shared/domain/languages.ts';
import type { ModuleResult } from '#shared/domain/module-results.ts';
import type { Person } from '#shared/domain/people.ts';
import type { PersonEnrolment } from '#renderer/db/repositories/people.ts';
import { Button } from '#renderer/ui/button.tsx';
import { CourseLine } from '#renderer/ui/course-line.tsx';
import { Dialog } from '#renderer/ui/dialog.tsx';
import { Glyph } from '#renderer/ui/icon.tsx';
import { Sheet } from '#renderer/ui/sheet.tsx';
import { useText } from '#renderer/ui/text.tsx';
import { EnrolmentForm } from './enrolment-form.tsx';
import { StatusTag } from './status-tag.tsx';

const useFigure = (): ((tenths: number | undefined) => string) => {
  const { formatNumber } = useText();
  return (tenths) =>
    tenths === undefined ? '–' : formatNumber(tenths / 10, { minimumFractionDigits: 1, maximumFractionDigits: 1 });
};

const ResultCell = ({ result }: { readonly result: ModuleResult }): ReactNode => {
  const { t } = useText();
  const figure = useFigure();
  if (result.final !== undefined) {
    const passed = result.verdict === 'passed';
    return (
      <td className="num">
        <span className={passed ? 't-ok' : 't-bad'}>
          <Glyph name={passed ? 'pass' : 'below'} />
        </span>{' '}
        {figure(result.final)}
        <span className="vh">{t(passed ? 'people.result.passed' : 'people.result.notPassed')}</span>
      </td>
    );
  }
  return (
    <td className="num quiet">
      {figure(result.soFar)} {result.soFar !== undefined && <small>{t('people.result.soFar')}</small>}
    </td>
  );
};

const Results = ({ file }: { readonly file: PersonEnrolment }): ReactNode => {
  const { t, language } = useText();
  const figure = useFigure();
  const { modules, overall, soFar, hours } = file.eligibility;
  return (
    <div className="result-scroll">
      <table className="list result-table">
        <thead>
          <tr>
            {modules.map(({ module }) => (
              <th key={module.id} scope="col" className="num" title={inLanguage(module.title, language)}>
                {t('people.result.module', { number: module.number })}
              </th>
            ))}
            <th scope="col" className="num">
              {t('people.result.overall')}
            </th>
            <th scope="col" className="num">
              {t('people.result.hours')}
            </th>
          </tr>
        </thead>
        <tbody>
          <tr>
            {modules.map((result) => (
              <ResultCell key={result.module.id} result={result} />
            ))}
            <td className="num">
              {overall === undefined ? (
                <span className="quiet">
                  {figure(soFar)} {soFar !== undefined && <small>{t('people.result.soFar')}</small>}
                </span>
              ) : (
                <b>{figure(overall)}</b>
              )}
            </td>
            <td className="num">
              <span className={hours.enough ? 't-ok' : 'quiet'}>
                <Glyph name={hours.enough ? 'pass' : 'half'} />
              </span>{' '}
              {t('people.result.hoursOf', { attended: hours.attended, planned: hours.planned })}
            </td>
          </tr>
        </tbody>
      </table>
    </div>
  );
};

const AwardLines = ({ file }: { readonly file: PersonEnrolment }): ReactNode => {
  const { t, formatDate } = useText();
  const { award, certificates, followUps, programme } = file;
  const wave = (id: string): string => {
    const months = programme.rules.waves.find((each) => each.id === id)?.offsetMonths;
    return months === undefined || months === 0 ? t('people.wave.exit') : t('people.wave.months', { count: months });
  };
  return (
    <dl className="person-facts">
      {award !== undefined && (
        <>
          <dt>{t('people.award')}</dt>
          <dd>
            {t('people.awardedOn', { date: formatDate(award.awardedOn), name: award.name })}{' '}
            <Link href={`/alumni/person/${award.id}`}>{t('people.alumnus')}</Link>
          </dd>
        </>
      )}
      {certificates.length > 0 && <dt>{t('people.certificate')}</dt>}
      {certificates.map(({ id, serial, status, issuedOn }) => (
        <dd key={id}>
          <Link className="serial" href={`/certificates?serial=${serial}`}>
            {serial}
          </Link>{' '}
          {t(`people.certificateState.${status}`, { date: formatDate(issuedOn) })}
        </dd>
      ))}
      {followUps.length > 0 && <dt>{t('people.followUp')}</dt>}
      {followUps.length > 0 && (
        <dd>
          {followUps.map(({ id, waveId, status, completedOn }) => (
            <span key={id} className="follow-up-line">
              {[
                t('people.followUpLine', { wave: wave(waveId), state: t(`people.followUpState.${status}`) }),
                completedOn === undefined ? '' : formatDate(completedOn),
              ]
                .filter((part) => part !== '')
                .join(' · ')}
            </span>
          ))}
        </dd>
      )}
    </dl>
  );
};

const MissingList = ({ file }: { readonly file: PersonEnrolment }): ReactNode => {
  const { t, say } = useText();
  const { missing } = file.eligibility;
  if (file.award !== undefined) return null;
  if (missing.length === 0)
    return (
      <p className="eligible t-ok">
        <Glyph name="pass" /> {t('people.eligible')}
      </p>
    );
  return (
    <div className="person-missing">
      <h3>{t('people.missing', { count: missing.length })}</h3>
      <ul>
        {missing.map((each, index) => (
          <li key={index}>{say(each)}</li>
        ))}
      </ul>
    </div>
  );
};

/** One membership of a person: where they stand, results, award, certificate, follow-ups; editable. */
export const EnrolmentSheet = ({
  file,
  person,
}: {
  readonly file: PersonEnrolment;
  readonly person: Person;
}): ReactNode => {
  const { t, formatDate } = useText();
  const [editing, setEditing] = useState(false);
  const { cohort, enrolment, eligibility } = file;
  const passed = eligibility.modules.findIndex(({ final }) => final === undefined);
  const facts = [
    t('people.enrolledOn', { date: formatDate(enrolment.enrolledOn) }),
    enrolment.site ?? '',
    enrolment.mentorGroup === undefined ? '' : t('people.withMentor', { mentor: enrolment.mentorGroup }),
    enrolment.baseline === undefined
      ? ''
      : t('people.began', { activity: t(`questionnaire.activity.choice.${enrolment.baseline.activity}`) }),
    enrolment.statusReason === undefined
      ? ''
      : t('people.because', { reason: t(`people.reason.${enrolment.statusReason}`) }),
    enrolment.statusNote ?? '',
  ].filter((part) => part !== '');
  return (
    <Sheet
      title={<Link href={`/cohorts/${cohort.id}/overview`}>{`${cohort.code} ${cohort.name}`.trim()}</Link>}
      actions={
        <>
          <StatusTag status={enrolment.status} />
          <Button
            size="tiny"
            onClick={() => setEditing(true)}
            aria-label={t('people.editEnrolment', { code: cohort.code })}
          >
            {t('people.edit')}
          </Button>
        </>
      }
    >
      <div className="enrolment-head">
        <p className="second">{facts.join(' · ')}</p>
        <CourseLine
          stations={eligibility.modules.length}
          now={passed < 0 ? eligibility.modules.length + 1 : passed + 1}
          label={cohort.code}
        />
      </div>
      <Results file={file} />
      <MissingList file={file} />
      <AwardLines file={file} />
      {editing && (
        <Dialog open title={t('people.editEnrolment', { code: cohort.code })} onClose={() => setEditing(false)}>
          <EnrolmentForm enrolment={enrolment} person={person} />
        </Dialog>
      )}
    </Sheet>
  );
};

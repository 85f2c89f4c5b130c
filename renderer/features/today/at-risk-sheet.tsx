import type { ReactNode } from 'react';
import { Link } from 'wouter';
import type { LearnerAtRisk, RisksToday } from '#renderer/db/repositories/risks-today.ts';
import { askForAtRisk } from '#renderer/desktop/asked-filter.ts';
import { Glyph } from '#renderer/ui/icon.tsx';
import { Sheet } from '#renderer/ui/sheet.tsx';
import { useText } from '#renderer/ui/text.tsx';

/** Hours are seen and set in the register of learners, all else in the marks. */
const hrefOf = ({ enrolment, risks }: LearnerAtRisk): string => {
  const code = risks[0]?.code;
  const tab = code === 'absences' || code === 'hours' ? 'learners' : 'marks';
  return `/cohorts/${enrolment.cohortId}/${tab}`;
};

const Row = ({ learner }: { readonly learner: LearnerAtRisk }): ReactNode => {
  const { t, say } = useText();
  const { enrolment, name, cohortCode, risks } = learner;
  const [first] = risks;
  if (first === undefined) return null;
  const owner = first.ours ? t('today.risk.ours') : enrolment.mentorGroup;
  return (
    <tr>
      <th scope="row">
        <Link href={`/people/${enrolment.personId}`}>{name}</Link>
        <small>{[cohortCode, enrolment.site].filter((part) => part !== undefined).join(' · ')}</small>
      </th>
      <td>
        {risks.map(({ code, text, ours }) => (
          <p key={`${code} ${say(text)}`}>
            <span className={ours ? 't-warn' : 'quiet'}>
              <Glyph name={ours ? 'late' : 'flag'} />
            </span>
            {say(text)}
          </p>
        ))}
      </td>
      <td>
        <Link href={hrefOf(learner)} onClick={() => askForAtRisk(enrolment.cohortId)}>
          {t(`today.risk.next.${first.code}`)}
        </Link>
        {owner !== undefined && <small>{owner}</small>}
      </td>
    </tr>
  );
};

/** Who is at risk, why, and what would help: those with most reasons by name, the others behind the link. */
export const AtRiskSheet = ({ risks }: { readonly risks: RisksToday }): ReactNode => {
  const { t, formatNumber } = useText();
  const { count, most, first } = risks;
  return (
    <Sheet
      className="at-risk"
      title={t('today.risk.title')}
      count={formatNumber(count)}
      actions={
        <Link href={`/cohorts/${most.id}/marks`} onClick={() => askForAtRisk(most.id)}>
          {t('today.risk.all', { cohort: most.code })}
        </Link>
      }
    >
      <table className="list">
        <thead>
          <tr>
            <th scope="col">{t('today.risk.learner')}</th>
            <th scope="col">{t('today.risk.reason')}</th>
            <th scope="col">{t('today.risk.action')}</th>
          </tr>
        </thead>
        <tbody>
          {first.map((learner) => (
            <Row key={learner.enrolment.id} learner={learner} />
          ))}
        </tbody>
      </table>
    </Sheet>
  );
};

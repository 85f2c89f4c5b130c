import type { ReactNode } from 'react';
import { useEffect, useId, useRef } from 'react';
import { Link } from 'wouter';
import { fullName } from '#shared/domain/people.ts';
import type { CohortRegister, RegisteredLearner } from '#renderer/db/repositories/cohort-overview.ts';
import { IconButton } from '#renderer/ui/button.tsx';
import { Icon } from '#renderer/ui/icon.tsx';
import { useText } from '#renderer/ui/text.tsx';
import type { Places } from './enrolment-form.tsx';
import { EnrolmentForm } from './enrolment-form.tsx';
import { HoursForm } from './hours-form.tsx';
import { PersonForm } from './person-form.tsx';
import { StatusTag } from './status-tag.tsx';

type LearnerPanelProps = {
  readonly content: CohortRegister;
  readonly learner: RegisteredLearner;
  readonly places: Places;
  readonly onClose: () => void;
};

/** One learner beside the list: enrolment, hours, person; each saved for itself. Esc closes while nothing is typed and unsaved. */
export const LearnerPanel = ({ content, learner, places, onClose }: LearnerPanelProps): ReactNode => {
  const { t } = useText();
  const id = useId();
  const { person, enrolment, register } = learner;
  const name = fullName(person);
  const heading = useRef<HTMLHeadingElement>(null);
  // Who opens a learner goes on in the panel; Esc leads back to the list.
  useEffect(() => heading.current?.focus(), [enrolment.id]);
  return (
    <aside
      className="sheet learner-panel"
      aria-labelledby={id}
      onKeyDown={(event) =>
        event.key === 'Escape' && event.currentTarget.querySelector('.form-end') === null && onClose()
      }
    >
      <header>
        <div className="panel-name">
          <h2 id={id} ref={heading} tabIndex={-1} className="cut" title={name}>
            {name}
          </h2>
          <p>
            {person.number !== undefined && <span className="second">{person.number}</span>}{' '}
            <StatusTag status={enrolment.status} />
          </p>
        </div>
        <span className="push" />
        <Link href={`/people/${person.id}`}>{t('people.openPerson')}</Link>
        <IconButton label={t('people.closePanel')} onClick={onClose}>
          <Icon name="close" />
        </IconButton>
      </header>
      <div className="panel-body">
        <h3>{t('people.enrolment')}</h3>
        <EnrolmentForm key={`e-${enrolment.id}`} enrolment={enrolment} person={person} places={places} />
        <h3>{t('people.hours.title')}</h3>
        <HoursForm
          key={`h-${enrolment.id}`}
          cohort={content.cohort}
          programme={content.programme}
          sessions={content.sessions}
          enrolment={enrolment}
          register={register}
          name={name}
        />
        <h3>{t('people.person')}</h3>
        <PersonForm key={`p-${person.id}`} person={person} />
      </div>
    </aside>
  );
};

import './people.css';
import type { ReactNode } from 'react';
import { Link } from 'wouter';
import { fullName } from '#shared/domain/people.ts';
import type { PersonFile } from '#renderer/db/repositories/people.ts';
import { loadPersonFile } from '#renderer/db/repositories/people.ts';
import { useLive } from '#renderer/db/use-live.ts';
import { EmptyState } from '#renderer/ui/empty-state.tsx';
import { PageTop } from '#renderer/ui/page-top.tsx';
import { Sheet } from '#renderer/ui/sheet.tsx';
import { useText } from '#renderer/ui/text.tsx';
import { EnrolmentSheet } from './enrolment-sheet.tsx';
import { PersonForm } from './person-form.tsx';

const Shown = ({ file, more }: { readonly file: PersonFile; readonly more: ReactNode }): ReactNode => {
  const { t } = useText();
  const { person, enrolments } = file;
  const name = fullName(person);
  const detail = [person.number ?? '', person.community ?? '', person.phone ?? '']
    .filter((part) => part !== '')
    .join(' · ');
  return (
    <div className="person-page">
      <PageTop title={name} detail={detail} />
      <div className="stack">
        {enrolments.length === 0 ? (
          <section className="sheet">
            <EmptyState
              sentence={t('people.noEnrolment', { name })}
              action={
                <Link className="btn" href="/cohorts">
                  {t('people.toCohorts')}
                </Link>
              }
            />
          </section>
        ) : (
          enrolments.map((each) => <EnrolmentSheet key={each.enrolment.id} file={each} person={person} />)
        )}
      </div>
      <div className="stack">
        <Sheet title={t('people.person')} actions={<Link href="/people">{t('people.everybody')}</Link>}>
          <div className="person-body">
            <PersonForm key={person.id} person={person} />
          </div>
        </Sheet>
        {more}
      </div>
    </div>
  );
};

/** Everything about one person on this laptop; `more` stands below the person. */
export const PersonPage = ({ personId, more }: { readonly personId: string; readonly more?: ReactNode }): ReactNode => {
  const { t, language } = useText();
  const file = useLive(async () => (await loadPersonFile(personId, language)) ?? null, [personId, language]);
  if (file === undefined) return null;
  if (file === null)
    return (
      <EmptyState
        sentence={t('people.gone')}
        action={
          <Link className="btn" href="/people">
            {t('people.everybody')}
          </Link>
        }
      />
    );
  return <Shown file={file} more={more} />;
};

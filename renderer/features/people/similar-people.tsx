import type { ReactNode } from 'react';
import { useEffect, useState } from 'react';
import type { PersonId } from '#shared/domain/ids.ts';
import { fullName } from '#shared/domain/people.ts';
import type { PersonDraft, SimilarPerson } from '#renderer/db/repositories/people.ts';
import { similarPeople } from '#renderer/db/repositories/people.ts';
import { listRecords } from '#renderer/db/records.ts';
import { useLive } from '#renderer/db/use-live.ts';
import { Button } from '#renderer/ui/button.tsx';
import { Note } from '#renderer/ui/note.tsx';
import { useText } from '#renderer/ui/text.tsx';

const pause = 250;

/** Who the person being typed may be, asked a moment after the last key. */
export const useSimilar = (draft: PersonDraft): readonly SimilarPerson[] => {
  const [found, setFound] = useState<readonly SimilarPerson[]>([]);
  const asked = JSON.stringify(draft);
  useEffect(() => {
    let wanted = true;
    const timer = setTimeout(
      () => void similarPeople(JSON.parse(asked) as PersonDraft).then((people) => wanted && setFound(people)),
      pause,
    );
    return () => {
      wanted = false;
      clearTimeout(timer);
    };
  }, [asked]);
  return found;
};

type SimilarProps = { readonly found: readonly SimilarPerson[]; readonly onChoose: (personId: PersonId) => void };

/** People here already who may be the one being typed: what agrees, what differs, and the way to enrol them instead. */
export const SimilarPeople = ({ found, onChoose }: SimilarProps): ReactNode => {
  const { t } = useText();
  const cohorts = useLive(() => listRecords('cohorts'), []);
  if (found.length === 0) return null;
  const codes = new Map<string, string>(cohorts?.map(({ id, code }) => [id, code]));
  const factsOf = ({ person, cohortIds, comparison }: SimilarPerson): string =>
    [
      ...cohortIds.map((id) => codes.get(id) ?? ''),
      person.number ?? '',
      ...comparison.agrees.map((field) => t(`people.same.${field}`)),
      ...comparison.differs.map((field) => t(`people.other.${field}`)),
    ]
      .filter((part) => part !== '')
      .join(' · ');
  return (
    <Note tone="warn">
      <p>{t('people.maybeHere', { count: found.length })}</p>
      <ul className="similar">
        {found.map((each) => (
          <li key={each.person.id}>
            <span>
              <b>{fullName(each.person)}</b> <span className="second">{factsOf(each)}</span>
            </span>
            <Button
              size="tiny"
              onClick={() => onChoose(each.person.id)}
              aria-label={t('people.enrolKnown', { name: fullName(each.person) })}
            >
              {t('people.enrolThis')}
            </Button>
          </li>
        ))}
      </ul>
    </Note>
  );
};

import type { FormEvent, ReactNode } from 'react';
import { useState } from 'react';
import type { PersonId } from '#shared/domain/ids.ts';
import { asId } from '#shared/domain/ids.ts';
import type { CohortId, EnrolmentId } from '#shared/domain/ids.ts';
import type { Cohort } from '#shared/domain/cohorts.ts';
import type { Enrolment } from '#shared/domain/people.ts';
import { fullName } from '#shared/domain/people.ts';
import type { EnrolmentDraft, LearnerDraft } from '#renderer/db/repositories/people.ts';
import { addLearner } from '#renderer/db/repositories/people.ts';
import { today } from '#renderer/desktop/clock.ts';
import { Button } from '#renderer/ui/button.tsx';
import { hasBadDay } from '#renderer/ui/day-field.tsx';
import { Dialog } from '#renderer/ui/dialog.tsx';
import { Note } from '#renderer/ui/note.tsx';
import { useText } from '#renderer/ui/text.tsx';
import { useEdits } from '#renderer/ui/use-edits.ts';
import type { EnrolmentField } from './enrolment-fields.ts';
import { enrolmentFields, withEnrolmentFields } from './enrolment-fields.ts';
import type { Places } from './enrolment-form.tsx';
import { BaselinePart, PlacePart } from './enrolment-form.tsx';
import { PersonFieldsPart } from './person-form.tsx';
import type { PersonField } from './person-fields.ts';
import { nobody, personFields, withPersonFields } from './person-fields.ts';
import { SimilarPeople, useSimilar } from './similar-people.tsx';
import { useSave } from './use-save.ts';

type AddLearnerProps = {
  readonly cohort: Cohort;
  readonly places: Places;
  readonly onAdded: (enrolmentId: EnrolmentId) => void;
  readonly onClose: () => void;
};

const emptyPerson = personFields(nobody);

const draftOf = (typed: Partial<Record<EnrolmentField, string>>, on: string): EnrolmentDraft => {
  const bare: Enrolment = {
    id: asId<EnrolmentId>(''),
    personId: asId<PersonId>(''),
    cohortId: asId<CohortId>(''),
    status: 'active',
    enrolledOn: on,
  };
  const {
    id: _id,
    personId: _person,
    cohortId: _cohort,
    ...draft
  } = withEnrolmentFields(bare, typed, { today: on, fullName: '' });
  return draft;
};

/** One learner by hand: whoever may be here already is shown while typing, so that nobody is in twice. */
export const AddLearnerDialog = ({ cohort, places, onAdded, onClose }: AddLearnerProps): ReactNode => {
  const { t, failure } = useText();
  const person = useEdits<PersonField>(emptyPerson);
  const [emptyEnrolment] = useState(() => enrolmentFields({ status: 'active', enrolledOn: today() }));
  const enrolment = useEdits<EnrolmentField>(emptyEnrolment);
  const { error, save } = useSave();
  const draft = withPersonFields(nobody, person.values);
  const found = useSimilar(draft);
  const add = async (who: LearnerDraft['person'], name: string): Promise<void> => {
    const added: { id?: EnrolmentId } = {};
    const draftEnrolment = draftOf(enrolment.values, today());
    const work = async () => {
      const result = await addLearner({ cohortId: cohort.id, person: who, enrolment: draftEnrolment });
      if (result.ok) added.id = result.value.id;
      return result;
    };
    if ((await save(work, t('people.added', { name, code: cohort.code }))) && added.id !== undefined) onAdded(added.id);
  };
  const submit = (event: FormEvent<HTMLFormElement>): void => {
    event.preventDefault();
    if (!hasBadDay(event.currentTarget)) void add({ draft }, fullName(draft));
  };
  const chooseKnown = (id: PersonId): void => {
    const known = found.find(({ person: each }) => each.id === id)?.person;
    if (known !== undefined) void add({ known: id }, fullName(known));
  };
  return (
    <Dialog
      open
      size="wide"
      title={t('people.addTitle', { code: cohort.code })}
      onClose={onClose}
      footer={
        <>
          <Button onClick={onClose}>{t('people.cancel')}</Button>
          <Button kind="first" type="submit" form="add-learner">
            {found.length > 0 ? t('people.addAsNew') : t('people.addLearner')}
          </Button>
        </>
      }
    >
      <form id="add-learner" className="person-form" noValidate onSubmit={submit}>
        <PersonFieldsPart edits={person} />
        <SimilarPeople found={found} onChoose={chooseKnown} />
        <PlacePart edits={enrolment} places={places} />
        <BaselinePart edits={enrolment} />
        {error !== undefined && <Note tone="bad">{failure(error)}</Note>}
      </form>
    </Dialog>
  );
};

import type { ReactNode } from 'react';
import { useId, useMemo } from 'react';
import type { Enrolment, EnrolmentStatus, Person } from '#shared/domain/people.ts';
import { activities, fullName, withdrawalReasons } from '#shared/domain/people.ts';
import { saveEnrolment } from '#renderer/db/repositories/people.ts';
import { today } from '#renderer/desktop/clock.ts';
import { DayField, hasBadDay } from '#renderer/ui/day-field.tsx';
import { CheckField, SelectField, TextField } from '#renderer/ui/field.tsx';
import { Note } from '#renderer/ui/note.tsx';
import { useText } from '#renderer/ui/text.tsx';
import type { Edits } from '#renderer/ui/use-edits.ts';
import { useEdits } from '#renderer/ui/use-edits.ts';
import type { EnrolmentField } from './enrolment-fields.ts';
import { asksNote, asksReason, choosableStatuses, enrolmentFields, withEnrolmentFields } from './enrolment-fields.ts';
import { FormEnd } from './form-end.tsx';
import { useSave } from './use-save.ts';

/** Places and groups that others of the cohort have, offered while typing. */
export type Places = { readonly sites: readonly string[]; readonly mentorGroups: readonly string[] };
export const noPlaces: Places = { sites: [], mentorGroups: [] };

type PartProps = { readonly edits: Edits<EnrolmentField> };

const Suggestions = ({ id, words }: { readonly id: string; readonly words: readonly string[] }): ReactNode => (
  <datalist id={id}>
    {words.map((word) => (
      <option key={word} value={word} />
    ))}
  </datalist>
);

/** Where a learner meets, and with which mentor. */
export const PlacePart = ({ edits: { values, set }, places }: PartProps & { readonly places: Places }): ReactNode => {
  const { t } = useText();
  const id = useId();
  return (
    <div className="form-pairs">
      <TextField
        label={t('people.field.site')}
        value={values.site}
        onChange={set('site')}
        maxLength={120}
        list={`${id}-sites`}
        autoComplete="off"
      />
      <TextField
        label={t('people.field.mentorGroup')}
        value={values.mentorGroup}
        onChange={set('mentorGroup')}
        maxLength={120}
        list={`${id}-groups`}
        autoComplete="off"
      />
      <Suggestions id={`${id}-sites`} words={places.sites} />
      <Suggestions id={`${id}-groups`} words={places.mentorGroups} />
    </div>
  );
};

/** What was true at enrolment. Without the activity, volunteer → paid can never be computed for this learner. */
export const BaselinePart = ({ edits: { values, set } }: PartProps): ReactNode => {
  const { t } = useText();
  return (
    <>
      <div className="form-pairs">
        <SelectField
          label={t('people.field.activity')}
          value={values.activity}
          onChange={set('activity')}
          options={[
            { value: '', label: t('people.notKnown') },
            ...activities.map((value) => ({ value, label: t(`questionnaire.activity.choice.${value}`) })),
          ]}
        />
        <TextField
          label={t('people.field.organisation')}
          value={values.organisation}
          onChange={set('organisation')}
          maxLength={120}
          autoComplete="off"
        />
      </div>
      {values.activity === '' && <Note tone="warn">{t('people.baselineMissingWhy')}</Note>}
    </>
  );
};

const ReasonPart = ({ edits: { values, set } }: PartProps): ReactNode => {
  const { t } = useText();
  return (
    <div className="form-pairs">
      {asksReason(values.status) && (
        <SelectField
          label={t('people.field.statusReason')}
          value={values.statusReason}
          onChange={set('statusReason')}
          options={[
            { value: '', label: t('people.chooseReason') },
            ...withdrawalReasons
              .filter((reason) => reason !== 'death')
              .map((value) => ({ value, label: t(`people.reason.${value}`) })),
          ]}
        />
      )}
      <DayField
        label={t('people.field.statusOn')}
        value={values.statusOn === '' ? today() : values.statusOn}
        onChange={set('statusOn')}
      />
      <TextField
        label={t('people.field.statusNote')}
        value={values.statusNote}
        onChange={set('statusNote')}
        maxLength={200}
        autoComplete="off"
        hint={t('people.noCaseDetail')}
      />
    </div>
  );
};

const NamePart = ({ edits: { values, set }, name }: PartProps & { readonly name: string }): ReactNode => {
  const { t, formatDate } = useText();
  const confirmed = values.nameConfirmedOn !== '';
  return (
    <>
      <TextField
        label={t('people.field.confirmedName')}
        value={values.confirmedName}
        onChange={set('confirmedName')}
        placeholder={name}
        maxLength={160}
        autoComplete="off"
      />
      <CheckField
        label={
          confirmed
            ? t('people.nameConfirmedOn', { date: formatDate(values.nameConfirmedOn) })
            : t('people.confirmName')
        }
        checked={confirmed}
        onChange={(checked) => set('nameConfirmedOn')(checked ? today() : '')}
      />
    </>
  );
};

type EnrolmentFormProps = { readonly enrolment: Enrolment; readonly person: Person; readonly places?: Places };

/** Status, place, baseline and the name on the certificate; saved as one change. */
export const EnrolmentForm = ({ enrolment, person, places = noPlaces }: EnrolmentFormProps): ReactNode => {
  const { t } = useText();
  const base = useMemo(() => enrolmentFields(enrolment), [enrolment]);
  const edits = useEdits<EnrolmentField>(base);
  const { error, clear, save } = useSave();
  const { values, set } = edits;
  const name = fullName(person);
  const submit = async (form: HTMLFormElement): Promise<void> => {
    if (!edits.isChanged || hasBadDay(form)) return;
    const given = { today: today(), fullName: name };
    const saved = await save(
      () => saveEnrolment(enrolment.id, (now) => withEnrolmentFields(now, edits.changed, given)),
      t('people.saved', { name }),
    );
    if (saved) edits.restore();
  };
  const restore = (): void => {
    edits.restore();
    clear();
  };
  const statuses = choosableStatuses(enrolment.status).map((value: EnrolmentStatus) => ({
    value,
    label: t(`people.status.${value}`),
  }));
  return (
    <form
      className="person-form"
      noValidate
      aria-label={t('people.enrolment')}
      onSubmit={(event) => (event.preventDefault(), void submit(event.currentTarget))}
    >
      <div className="form-pairs">
        <SelectField
          label={t('people.field.status')}
          value={values.status}
          onChange={set('status')}
          options={statuses}
          disabled={statuses.length < 2}
        />
        <DayField label={t('people.field.enrolledOn')} value={values.enrolledOn} onChange={set('enrolledOn')} />
      </div>
      {asksNote(values.status) && <ReasonPart edits={edits} />}
      <PlacePart edits={edits} places={places} />
      <BaselinePart edits={edits} />
      <NamePart edits={edits} name={name} />
      <SelectField
        label={t('people.field.consentCalls')}
        value={values.consentCalls}
        onChange={set('consentCalls')}
        options={[
          { value: '', label: t('people.notAsked') },
          { value: 'yes', label: t('people.consent.yes') },
          { value: 'no', label: t('people.consent.no') },
        ]}
      />
      <FormEnd changed={edits.isChanged} onRestore={restore} error={error} />
    </form>
  );
};

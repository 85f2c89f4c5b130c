import type { ReactNode } from 'react';
import { useMemo } from 'react';
import type { Person } from '#shared/domain/people.ts';
import { fullName, sexes } from '#shared/domain/people.ts';
import { savePerson } from '#renderer/db/repositories/people.ts';
import { today } from '#renderer/desktop/clock.ts';
import { useCountryNames } from '#renderer/ui/country-names.ts';
import { DayField, hasBadDay } from '#renderer/ui/day-field.tsx';
import { SelectField, TextField } from '#renderer/ui/field.tsx';
import { useText } from '#renderer/ui/text.tsx';
import type { Edits } from '#renderer/ui/use-edits.ts';
import { useEdits } from '#renderer/ui/use-edits.ts';
import { FormEnd } from './form-end.tsx';
import type { PersonField } from './person-fields.ts';
import { personFields, withPersonFields } from './person-fields.ts';
import { useSave } from './use-save.ts';

type FieldsProps = { readonly edits: Edits<PersonField> };

/** Names, number, birth and where a person is found. */
export const PersonFieldsPart = ({ edits: { values, set } }: FieldsProps): ReactNode => {
  const { t } = useText();
  const { options } = useCountryNames();
  const unknown = { value: '', label: t('people.notKnown') };
  const text = (
    field: 'givenNames' | 'familyName' | 'number' | 'phone' | 'community' | 'email' | 'nationalId',
    type = 'text',
  ): ReactNode => (
    <TextField
      label={t(`people.field.${field}`)}
      value={values[field]}
      onChange={set(field)}
      type={type}
      maxLength={120}
      autoComplete="off"
    />
  );
  return (
    <div className="form-pairs">
      {text('givenNames')}
      {text('familyName')}
      {text('number')}
      {text('phone', 'tel')}
      <DayField label={t('people.field.born')} value={values.born} onChange={set('born')} max={today()} />
      <SelectField
        label={t('people.field.sex')}
        value={values.sex}
        onChange={set('sex')}
        options={[unknown, ...sexes.map((value) => ({ value, label: t(`people.sex.${value}`) }))]}
      />
      {text('community')}
      <SelectField
        label={t('people.field.country')}
        value={values.country}
        onChange={set('country')}
        options={[unknown, ...options]}
      />
      {text('email', 'email')}
      {text('nationalId')}
    </div>
  );
};

/** Two people through whom a learner can be found again; asked for at enrolment, needed eighteen months later. */
const ContactsPart = ({ edits: { values, set } }: FieldsProps): ReactNode => {
  const { t } = useText();
  const contact = (number: 1 | 2): ReactNode => (
    <fieldset className="form-three">
      <legend className="label">{t('people.contact', { number })}</legend>
      <TextField
        label={t('people.field.contactName')}
        value={values[`alternate${number}Name`]}
        onChange={set(`alternate${number}Name`)}
        maxLength={120}
        autoComplete="off"
      />
      <TextField
        label={t('people.field.contactRelation')}
        value={values[`alternate${number}Relation`]}
        onChange={set(`alternate${number}Relation`)}
        maxLength={60}
        autoComplete="off"
      />
      <TextField
        label={t('people.field.contactPhone')}
        value={values[`alternate${number}Phone`]}
        onChange={set(`alternate${number}Phone`)}
        type="tel"
        maxLength={40}
        autoComplete="off"
      />
    </fieldset>
  );
  return (
    <>
      {contact(1)}
      {contact(2)}
    </>
  );
};

/** A person and their contacts, saved as one change. */
export const PersonForm = ({ person }: { readonly person: Person }): ReactNode => {
  const { t } = useText();
  const base = useMemo(() => personFields(person), [person]);
  const edits = useEdits<PersonField>(base);
  const { error, clear, save } = useSave();
  const submit = async (form: HTMLFormElement): Promise<void> => {
    if (!edits.isChanged || hasBadDay(form)) return;
    const saved = await save(
      () => savePerson(person.id, (now) => withPersonFields(now, edits.changed)),
      t('people.saved', { name: fullName(withPersonFields(person, edits.changed)) }),
    );
    if (saved) edits.restore();
  };
  const restore = (): void => {
    edits.restore();
    clear();
  };
  return (
    <form
      className="person-form"
      noValidate
      aria-label={t('people.person')}
      onSubmit={(event) => (event.preventDefault(), void submit(event.currentTarget))}
    >
      <PersonFieldsPart edits={edits} />
      <ContactsPart edits={edits} />
      <FormEnd changed={edits.isChanged} onRestore={restore} error={error} />
    </form>
  );
};

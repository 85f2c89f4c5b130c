import './contacts-dialog.css';
import type { ReactNode } from 'react';
import { useMemo, useState } from 'react';
import type { Enrolment, Person } from '#shared/domain/people.ts';
import { fullName } from '#shared/domain/people.ts';
import type { Failure } from '#shared/lib/result.ts';
import { saveContacts } from '#renderer/db/repositories/alumni.ts';
import { Button } from '#renderer/ui/button.tsx';
import { Dialog } from '#renderer/ui/dialog.tsx';
import { TextField } from '#renderer/ui/field.tsx';
import { Note } from '#renderer/ui/note.tsx';
import { useNotices } from '#renderer/ui/notices.tsx';
import { useText } from '#renderer/ui/text.tsx';
import type { Edits } from '#renderer/ui/use-edits.ts';
import { useEdits } from '#renderer/ui/use-edits.ts';
import type { ContactField } from './contacts-fields.ts';
import { contactFields, withContacts, withMentor } from './contacts-fields.ts';

const Row = ({
  title,
  fields,
  edits,
}: {
  readonly title: string;
  readonly fields: readonly ContactField[];
  readonly edits: Edits<ContactField>;
}): ReactNode => {
  const { t } = useText();
  return (
    <fieldset className="contact-row">
      <legend className="label">{title}</legend>
      {fields.map((field) => (
        <TextField
          key={field}
          label={t(`alumni.contacts.field.${field}`)}
          value={edits.values[field]}
          onChange={edits.set(field)}
          type={/[pP]hone/.test(field) ? 'tel' : 'text'}
          maxLength={120}
          autoComplete="off"
        />
      ))}
    </fieldset>
  );
};

type ContactsDialogProps = {
  readonly person: Person;
  readonly enrolment: Enrolment;
  readonly onClose: () => void;
};

/** How an alumnus is reached, changed in place: what is learnt in a call goes to the person, for everybody after. */
export const ContactsDialog = ({ person, enrolment, onClose }: ContactsDialogProps): ReactNode => {
  const { t, failure } = useText();
  const { tell } = useNotices();
  const base = useMemo(() => contactFields(person, enrolment), [person, enrolment]);
  const edits = useEdits<ContactField>(base);
  const [error, setError] = useState<Failure>();
  const save = async (): Promise<void> => {
    const { changed } = edits;
    const saved = await saveContacts(enrolment.id, {
      person: (now) => withContacts(now, changed),
      enrolment: (now) => withMentor(now, changed),
    });
    if (!saved.ok) return setError(saved.error);
    tell({ tone: 'ok', text: t('alumni.contacts.saved', { name: fullName(person) }), undo: true });
    onClose();
  };
  return (
    <Dialog open onClose={onClose} title={t('alumni.contacts.dialog', { name: fullName(person) })}>
      <form
        className="contacts-form"
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          if (edits.isChanged) void save();
        }}
      >
        <Row title={t('alumni.contacts.own')} fields={['phone', 'email', 'community']} edits={edits} />
        <Row title={t('alumni.contacts.when')} fields={['language', 'bestTime']} edits={edits} />
        {([1, 2] as const).map((number) => (
          <Row
            key={number}
            title={t('alumni.contacts.alternate', { number })}
            fields={[`alternate${number}Name`, `alternate${number}Relation`, `alternate${number}Phone`]}
            edits={edits}
          />
        ))}
        <Row title={t('alumni.facts.mentor')} fields={['mentorName', 'mentorPhone']} edits={edits} />
        {error !== undefined && <Note tone="bad">{failure(error)}</Note>}
        <div className="dialog-end">
          <Button onClick={onClose}>{t('alumni.contacts.cancel')}</Button>
          <Button kind="first" type="submit" disabled={!edits.isChanged}>
            {t('alumni.contacts.save')}
          </Button>
        </div>
      </form>
    </Dialog>
  );
};

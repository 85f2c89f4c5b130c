import type { ReactNode } from 'react';
import { useState } from 'react';
import type { ConsentMethod, ConsentPurpose, ConsentWording } from '#shared/domain/consents.ts';
import { consentMethods, wordingInUse } from '#shared/domain/consents.ts';
import { inLanguage } from '#shared/domain/languages.ts';
import type { Person } from '#shared/domain/people.ts';
import { noteConsent, noteWithdrawal } from '#renderer/db/repositories/consents.ts';
import { today } from '#renderer/desktop/clock.ts';
import { Button } from '#renderer/ui/button.tsx';
import { Dialog } from '#renderer/ui/dialog.tsx';
import { DateField, SelectField } from '#renderer/ui/field.tsx';
import { Note } from '#renderer/ui/note.tsx';
import { useText } from '#renderer/ui/text.tsx';

const Words = ({
  wording,
  language,
}: {
  readonly wording: ConsentWording | undefined;
  readonly language: string;
}): ReactNode => {
  const { t } = useText();
  if (wording === undefined) return <Note tone="info">{t('privacy.consent.noWords')}</Note>;
  return (
    <figure className="privacy-words">
      <figcaption>
        {t('privacy.consent.read')} <small>{t('privacy.consent.edition', { version: wording.version })}</small>
      </figcaption>
      <blockquote lang={language}>{inLanguage(wording.text, language)}</blockquote>
    </figure>
  );
};

/** Notes that a person agreed to a purpose, or took it back: on which day and how. The words are shown in the person's language. */
export const ConsentDialog = ({
  person,
  purpose,
  agreed,
  wordings,
  onClose,
}: {
  readonly person: Person;
  readonly purpose: ConsentPurpose;
  readonly agreed: boolean;
  readonly wordings: readonly ConsentWording[];
  readonly onClose: () => void;
}): ReactNode => {
  const { t, language, failure } = useText();
  const [on, setOn] = useState<string>(today);
  const [how, setHow] = useState<ConsentMethod>('signed');
  const [error, setError] = useState<string>();
  const save = async (): Promise<void> => {
    const saved = await (agreed ? noteConsent : noteWithdrawal)(person.id, purpose, on, how);
    if (saved.ok) onClose();
    else setError(failure(saved.error));
  };
  return (
    <Dialog
      open
      onClose={onClose}
      size="narrow"
      title={t(agreed ? 'privacy.consent.giveTitle' : 'privacy.consent.withdrawTitle', {
        purpose: t(`privacy.purpose.${purpose}`),
      })}
      footer={
        <>
          <Button onClick={onClose}>{t('privacy.consent.cancel')}</Button>
          <Button kind="first" onClick={() => void save()}>
            {t('privacy.consent.save')}
          </Button>
        </>
      }
    >
      <form className="privacy-erase" onSubmit={(event) => (event.preventDefault(), void save())}>
        {agreed ? (
          <Words wording={wordingInUse(wordings, purpose, on)} language={person.language ?? language} />
        ) : (
          purpose === 'follow-up-calls' && <Note tone="info">{t('privacy.consent.callsStop')}</Note>
        )}
        <DateField label={t('privacy.consent.on')} value={on} onChange={setOn} max={today()} error={error} />
        <SelectField
          label={t('privacy.consent.how')}
          value={how}
          onChange={setHow}
          options={consentMethods.map((value) => ({ value, label: t(`privacy.method.${value}`) }))}
        />
      </form>
    </Dialog>
  );
};

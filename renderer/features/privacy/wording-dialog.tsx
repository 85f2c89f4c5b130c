import type { ReactNode } from 'react';
import { useState } from 'react';
import type { ConsentPurpose, ConsentWording } from '#shared/domain/consents.ts';
import { consentPurposes } from '#shared/domain/consents.ts';
import type { LocalText } from '#shared/domain/languages.ts';
import { saveWording } from '#renderer/db/repositories/consents.ts';
import { today } from '#renderer/desktop/clock.ts';
import { Button } from '#renderer/ui/button.tsx';
import { Dialog } from '#renderer/ui/dialog.tsx';
import { DateField, SelectField, TextArea } from '#renderer/ui/field.tsx';
import { useText } from '#renderer/ui/text.tsx';

export const wordingLanguages = ['en', 'fr', 'pt', 'sw'] as const satisfies readonly (keyof LocalText)[];

type TextsProps = {
  readonly text: LocalText;
  readonly onText: (text: LocalText) => void;
  readonly error: string | undefined;
};

/** The words in each language; the English ones are needed. */
const WordingTexts = ({ text, onText, error }: TextsProps): ReactNode => {
  const { t } = useText();
  return wordingLanguages.map((language) => (
    <TextArea
      key={language}
      label={t('privacy.wording.text', { language: t(`privacy.language.${language}`) })}
      lang={language}
      rows={5}
      value={text[language] ?? ''}
      onChange={(words) => onText({ ...text, [language]: words })}
      error={language === 'en' ? error : undefined}
    />
  ));
};

/** Adds an edition of a wording, or changes one that nobody has agreed to yet. */
export const WordingDialog = ({
  wording,
  onClose,
}: {
  readonly wording: ConsentWording | undefined;
  readonly onClose: () => void;
}): ReactNode => {
  const { t, failure } = useText();
  const [purpose, setPurpose] = useState<ConsentPurpose>(wording?.purpose ?? 'administration');
  const [from, setFrom] = useState<string>(wording?.from ?? today());
  const [text, setText] = useState<LocalText>(wording?.text ?? { en: '' });
  const [error, setError] = useState<{ readonly code: string; readonly text: string }>();
  const title =
    wording === undefined
      ? t('privacy.wording.addTitle')
      : t('privacy.wording.changeTitle', { purpose: t(`privacy.purpose.${purpose}`), version: wording.version });
  const save = async (): Promise<void> => {
    const saved = await saveWording({ purpose, from, text, ...(wording === undefined ? {} : { id: wording.id }) });
    if (saved.ok) onClose();
    else setError({ code: saved.error.code, text: failure(saved.error) });
  };
  return (
    <Dialog
      open
      onClose={onClose}
      size="wide"
      title={title}
      footer={
        <>
          <Button onClick={onClose}>{t('privacy.consent.cancel')}</Button>
          <Button kind="first" onClick={() => void save()}>
            {t('privacy.wording.save')}
          </Button>
        </>
      }
    >
      <div className="privacy-pair">
        <SelectField
          label={t('privacy.wording.purpose')}
          value={purpose}
          onChange={setPurpose}
          disabled={wording !== undefined}
          options={consentPurposes.map((value) => ({ value, label: t(`privacy.purpose.${value}`) }))}
        />
        <DateField
          label={t('privacy.wording.from')}
          value={from}
          onChange={setFrom}
          error={error?.code === 'wording-empty' ? undefined : error?.text}
        />
        <WordingTexts text={text} onText={setText} error={error?.code === 'wording-empty' ? error.text : undefined} />
      </div>
    </Dialog>
  );
};

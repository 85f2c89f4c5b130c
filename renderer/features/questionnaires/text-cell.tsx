import type { ReactNode } from 'react';
import { useState } from 'react';
import type { QuestionnaireLanguage } from '#shared/domain/questionnaire-design.ts';

type TextCellProps = {
  readonly label: string;
  readonly language: QuestionnaireLanguage;
  readonly value: string;
  /** Whether an empty text is marked as missing. */
  readonly needed: boolean;
  readonly onChange: (text: string) => void;
  readonly rows?: number;
};

/** One text in one language; kept when the field is left. */
export const TextCell = ({ label, language, value, needed, onChange, rows = 1 }: TextCellProps): ReactNode => {
  const [typed, setTyped] = useState<string>();
  const keep = (): void => {
    const text = typed?.trim().normalize('NFC');
    setTyped(undefined);
    if (text !== undefined && text !== value) onChange(text);
  };
  return (
    <textarea
      className={needed && (typed ?? value) === '' ? 'field text-cell lacking' : 'field text-cell'}
      aria-label={label}
      lang={language}
      rows={rows}
      maxLength={400}
      value={typed ?? value}
      onChange={(event) => setTyped(event.target.value)}
      onBlur={keep}
    />
  );
};

import type { ReactNode } from 'react';
import type { Language } from '#shared/domain/languages.ts';
import { screenLanguages } from '#shared/domain/languages.ts';
import { Button } from '#renderer/ui/button.tsx';
import { Icon } from '#renderer/ui/icon.tsx';
import { useText } from '#renderer/ui/text.tsx';

type LanguageStepProps = {
  readonly language: Language;
  readonly onLanguage: (language: Language) => void;
  readonly onNext: () => void;
};

/** Each language says its own name; the screen follows at once. */
export const LanguageStep = ({ language, onLanguage, onNext }: LanguageStepProps): ReactNode => {
  const { t } = useText();
  return (
    <form className="step" onSubmit={(event) => (event.preventDefault(), onNext())}>
      <div className="mid">
        <fieldset>
          <legend>{t('first-start.language.question')}</legend>
          <p>{t('first-start.language.hint')}</p>
          <div className="ways">
            {screenLanguages.map((code) => (
              <label key={code} lang={code}>
                <input
                  type="radio"
                  name="language"
                  value={code}
                  checked={language === code}
                  autoFocus={language === code}
                  onChange={() => onLanguage(code)}
                />
                <span className="pic code">{code.toUpperCase()}</span>
                <span>
                  <b>{t(`languages.own.${code}`)}</b>
                  <small>{t(`languages.sample.${code}`)}</small>
                </span>
                <span className="r" />
              </label>
            ))}
          </div>
        </fieldset>
      </div>
      <div className="foot">
        <span className="push" />
        <Button type="submit" kind="first">
          {t('first-start.goOn')} <Icon name="right" />
        </Button>
      </div>
    </form>
  );
};

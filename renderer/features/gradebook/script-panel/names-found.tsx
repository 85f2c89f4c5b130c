import type { ReactNode } from 'react';
import { Icon } from '#renderer/ui/icon.tsx';
import { useText } from '#renderer/ui/text.tsx';
import type { NameIndex } from '#shared/domain/feedback-names.ts';
import { otherNames } from '#shared/domain/feedback-names.ts';
import { fullName } from '#shared/domain/people.ts';
import type { Script } from './use-script.ts';

type NamesFoundProps = { readonly script: Script; readonly text: string; readonly names: NameIndex };

/** The other learners whose names stand in the text: a warning, which stops nobody. */
export const NamesFound = ({ script, text, names }: NamesFoundProps): ReactNode => {
  const { t } = useText();
  const found = otherNames(text, names, script.target.row.learner.person);
  return (
    <div role="status" className="names-found">
      {found.length > 0 && (
        <div className="note warn">
          <Icon name="alert" />
          <div className="note-text">
            {found.map(({ word, person }) => (
              <p key={word}>{t('script.otherName', { word, name: fullName(person) })}</p>
            ))}
          </div>
        </div>
      )}
    </div>
  );
};

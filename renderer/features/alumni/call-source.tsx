import type { ReactNode } from 'react';
import type { AnswerSource } from '#shared/domain/follow-ups.ts';
import { answerSources } from '#shared/domain/follow-ups.ts';
import { useText } from '#renderer/ui/text.tsx';

type CallSourceProps = { readonly source: AnswerSource; readonly onSource: (source: AnswerSource) => void };

/** From whom the answers come: the person, somebody close, the employer, or records. */
export const CallSource = ({ source, onSource }: CallSourceProps): ReactNode => {
  const { t } = useText();
  return (
    <label className="source">
      {t('alumni.source')}
      <select value={source} onChange={(event) => onSource(event.target.value as AnswerSource)}>
        {answerSources.map((each) => (
          <option key={each} value={each}>
            {t(`followUpStates.source.${each}`)}
          </option>
        ))}
      </select>
    </label>
  );
};

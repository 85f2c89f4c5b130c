import './explanation.css';
import type { ReactNode } from 'react';
import type { Explanation } from '#shared/domain/explanations.ts';
import { useText } from './text.tsx';

type ExplanationWordsProps = {
  /** Whose figure it is. */
  readonly name: string;
  readonly explanation: Explanation;
  /** The figure itself, beside the title. */
  readonly result: ReactNode;
};

/** What stands inside an element of the class `explanation`: the figure's title, its sum line by line, and its sentences. */
export const ExplanationWords = ({ name, explanation, result }: ExplanationWordsProps): ReactNode => {
  const { t, say } = useText();
  const { title, lines, sentences } = explanation;
  return (
    <>
      <p className="explanation-title">
        <b>{say(title)}</b>
        {result}
      </p>
      <p>{name}</p>
      <dl>
        {lines.map(({ label, sum }, index) => (
          <div key={index}>
            <dt>{say(label)}</dt>
            <dd>{sum === undefined ? '–' : say(sum)}</dd>
          </div>
        ))}
      </dl>
      <p>
        {sentences.map(({ strong, text }, index) => (
          <span key={index}>
            {strong !== undefined && <b>{t('results.strong', { text: say(strong) })} </b>}
            {say(text)}{' '}
          </span>
        ))}
      </p>
    </>
  );
};

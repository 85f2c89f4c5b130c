import type { ReactNode } from 'react';
import { useLayoutEffect, useRef } from 'react';
import type { Explanation } from '#shared/domain/explanations.ts';
import { formatPercent } from '#shared/domain/mark-text.ts';
import { Glyph } from '#renderer/ui/icon.tsx';
import { useText } from '#renderer/ui/text.tsx';

/** A figure that is being explained, and where it stands. */
export type Explained = { readonly anchor: HTMLElement; readonly name: string; readonly explanation: Explanation };

export const explanationId = 'result-explanation';

const gap = 6;
const margin = 8;

const place = (element: HTMLElement, anchor: HTMLElement): void => {
  const box = anchor.getBoundingClientRect();
  const { offsetWidth: width, offsetHeight: height } = element;
  const below = box.bottom + gap;
  const top = below + height <= window.innerHeight - margin ? below : Math.max(margin, box.top - gap - height);
  element.style.top = `${top}px`;
  element.style.left = `${Math.max(margin, Math.min(box.right - width, window.innerWidth - width - margin))}px`;
};

const looks = {
  open: { tone: 'quiet', glyph: 'awaited' },
  passed: { tone: 't-ok', glyph: 'pass' },
  below: { tone: 't-bad', glyph: 'below' },
  criterion: { tone: 't-bad', glyph: 'below' },
  'sign-off': { tone: 't-warn', glyph: 'anomaly' },
} as const;

/** A computed figure in words, beside the figure. */
export const ExplanationTip = ({ anchor, name, explanation }: Explained): ReactNode => {
  const { t, say, language } = useText();
  const ref = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    if (ref.current !== null) place(ref.current, anchor);
  });
  const { title, result, verdict, lines, sentences } = explanation;
  return (
    <div ref={ref} id={explanationId} role="tooltip" className="explanation">
      <p className="explanation-title">
        <b>{say(title)}</b>
        {result !== undefined && (
          <b className={looks[verdict].tone}>
            <Glyph name={looks[verdict].glyph} /> {t('results.percent', { percent: formatPercent(result, language) })}
          </b>
        )}
      </p>
      <p>{name}</p>
      <dl>
        {lines.map((line, index) => (
          <div key={index}>
            <dt>{say(line.label)}</dt>
            <dd>{line.sum === undefined ? '–' : say(line.sum)}</dd>
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
    </div>
  );
};

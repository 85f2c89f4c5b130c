import './explanation.css';
import type { ReactNode } from 'react';
import { useLayoutEffect, useRef } from 'react';
import type { Explanation } from '#shared/domain/explanations.ts';
import { formatPercent } from '#shared/domain/mark-text.ts';
import { ExplanationWords } from '#renderer/ui/explanation.tsx';
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
  const { t, language } = useText();
  const ref = useRef<HTMLDivElement>(null);
  useLayoutEffect(() => {
    if (ref.current !== null) place(ref.current, anchor);
  });
  const { result, verdict } = explanation;
  const { tone, glyph } = looks[verdict];
  return (
    <div ref={ref} id={explanationId} role="tooltip" className="explanation result-tip">
      <ExplanationWords
        name={name}
        explanation={explanation}
        result={
          result !== undefined && (
            <b className={tone}>
              <Glyph name={glyph} /> {t('results.percent', { percent: formatPercent(result, language) })}
            </b>
          )
        }
      />
    </div>
  );
};

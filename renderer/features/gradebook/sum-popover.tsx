import './sum-popover.css';
import type { ReactNode } from 'react';
import { useLayoutEffect, useRef } from 'react';
import { ExplanationWords } from '#renderer/ui/explanation.tsx';
import { Glyph } from '#renderer/ui/icon.tsx';
import { useText } from '#renderer/ui/text.tsx';
import type { Explanation } from '#shared/domain/explanations.ts';
import { formatPercent } from '#shared/domain/mark-text.ts';
import type { Box } from './geometry.ts';

const gap = 8;

/** Puts an element beside a box, inside what can be seen of the scrolled grid. */
const place = (element: HTMLElement, box: Box, rise: number): void => {
  const scroller = element.closest<HTMLElement>('.marks-wrap');
  if (scroller === null) return;
  const { scrollLeft, scrollTop, clientWidth, clientHeight } = scroller;
  const right = box.left + box.width + gap;
  const fits = right + element.offsetWidth <= scrollLeft + clientWidth - 4;
  const left = fits ? right : Math.max(scrollLeft + 4, box.left - gap - element.offsetWidth);
  const lowest = scrollTop + clientHeight - element.offsetHeight - 8;
  element.dataset['side'] = fits ? 'right' : 'left';
  element.style.left = `${left}px`;
  const top = Math.max(scrollTop + 4, Math.min(box.top - rise, lowest));
  element.style.top = `${top}px`;
  element.style.setProperty(
    '--tip',
    `${Math.max(8, Math.min(box.top + box.height / 2 - top - 5, element.offsetHeight - 18))}px`,
  );
};

/** `what` it says: placed anew when that changes, for its size may. */
const usePlaced = (box: Box, rise: number, what: unknown) => {
  const ref = useRef<HTMLDivElement>(null);
  const { left, top, width, height } = box;
  useLayoutEffect(() => {
    if (ref.current !== null) place(ref.current, { left, top, width, height }, rise);
  }, [left, top, width, height, rise, what]);
  return ref;
};

const shownVerdicts = {
  passed: { tone: 'pass', glyph: 'pass' },
  below: { tone: 'fail', glyph: 'below' },
  criterion: { tone: 'fail', glyph: 'below' },
  'sign-off': { tone: 'hold-on', glyph: 'anomaly' },
} as const;

type SumPopoverProps = {
  readonly id: string;
  readonly box: Box;
  readonly name: string;
  readonly explanation: Explanation;
};

/** A computed figure in words, beside its cell. */
export const SumPopover = ({ id, box, name, explanation }: SumPopoverProps): ReactNode => {
  const { t, language } = useText();
  const ref = usePlaced(box, 8, explanation);
  const { result, verdict } = explanation;
  const look = verdict === 'open' ? undefined : shownVerdicts[verdict];
  return (
    <div ref={ref} id={id} role="tooltip" className="explanation sum-words">
      <ExplanationWords
        name={name}
        explanation={explanation}
        result={
          result !== undefined && (
            <b className={look?.tone}>
              {look !== undefined && <Glyph name={look.glyph} />}{' '}
              {t('marks.percent', { percent: formatPercent(result, language) })}
            </b>
          )
        }
      />
    </div>
  );
};

/** Why a cell does not hold what was typed, and the way back. */
export const Bubble = ({ box, text }: { readonly box: Box; readonly text: string }): ReactNode => {
  const ref = usePlaced(box, 0, text);
  return (
    <div ref={ref} role="alert" className="refusal">
      {text}
    </div>
  );
};

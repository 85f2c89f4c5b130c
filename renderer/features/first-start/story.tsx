import type { ReactNode } from 'react';
import { Brand } from '#renderer/ui/brand.tsx';
import { Glyph } from '#renderer/ui/icon.tsx';
import { useText } from '#renderer/ui/text.tsx';

export type StepId = 'language' | 'begin' | 'cohort';

const steps: readonly StepId[] = ['language', 'begin', 'cohort'];

/** The dark side: what this is, and how far one is. */
export const Story = ({
  step,
  known,
  version,
}: {
  readonly step: StepId;
  readonly known: boolean;
  readonly version: string;
}): ReactNode => {
  const { t, formatDate } = useText();
  const shown = known ? steps.slice(0, 2) : steps;
  const at = shown.indexOf(step);
  return (
    <aside className="story">
      <Brand />
      <h1>{t('first-start.promise')}</h1>
      <p>{t('first-start.offline')}</p>
      <ol className="path" aria-label={t('first-start.steps')}>
        {shown.map((name, index) => (
          <li
            key={name}
            className={index < at ? 'done' : index === at ? 'now' : ''}
            {...(index === at ? { 'aria-current': 'step' as const } : {})}
          >
            <span className="no">{index < at ? <Glyph name="pass" /> : index + 1}</span>
            <div>
              <b>{t(`first-start.step.${known && name === 'begin' ? 'who' : name}.title`)}</b>
              <small>
                {t(`first-start.step.${known && name === 'begin' ? 'who' : name}.text`, {
                  date: formatDate('2026-05-25'),
                })}
              </small>
            </div>
          </li>
        ))}
      </ol>
      <footer>{t('first-start.version', { version })}</footer>
    </aside>
  );
};

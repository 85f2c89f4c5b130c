import type { ReactNode } from 'react';
import type { ResultLine } from '#renderer/db/repositories/results.ts';
import { Glyph } from '#renderer/ui/icon.tsx';
import { useText } from '#renderer/ui/text.tsx';
import { missingGlyphs, stateOf } from './result-states.ts';

/** Sign and words of where a learner stands: what is missing first, and how much more there is. */
export const ResultStateCell = ({ line }: { readonly line: ResultLine }): ReactNode => {
  const { t, say } = useText();
  const state = stateOf(line);
  const { missing } = line.eligibility;
  const [first] = missing;
  const all = missing.map(say).join(' · ');
  if (state === 'awarded') {
    return (
      <span className={missing.length === 0 ? 't-ok' : 't-warn'} title={all}>
        <Glyph name={missing.length === 0 ? 'moderated' : 'anomaly'} />{' '}
        {missing.length === 0 ? t('results.state.awarded') : t('results.state.awardedButMissing', { missing: all })}
      </span>
    );
  }
  if (first === undefined) {
    return (
      <span className="t-ok">
        <Glyph name="pass" /> {t('results.state.eligible')}
      </span>
    );
  }
  const tone = state === 'left' ? 'quiet' : state === 'name' ? 't-warn' : 't-bad';
  return (
    <span className="result-state" title={all}>
      <span className={tone}>
        <Glyph name={missingGlyphs[first.code]} />
      </span>{' '}
      <span className={state === 'left' ? 'quiet cut' : 'cut'}>{say(first)}</span>
      {missing.length > 1 && state !== 'left' && (
        <b className="result-more">{t('results.state.more', { count: missing.length - 1 })}</b>
      )}
    </span>
  );
};

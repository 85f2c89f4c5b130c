import type { ReactNode } from 'react';
import type { CallAttempt } from '#shared/domain/follow-ups.ts';
import type { GlyphName } from '#renderer/ui/icon.tsx';
import { Glyph } from '#renderer/ui/icon.tsx';
import { useText } from '#renderer/ui/text.tsx';

type Look = { readonly glyph: GlyphName; readonly tone: string };

const looks: Readonly<Record<CallAttempt['outcome'], Look>> = {
  'no-answer': { glyph: 'ns', tone: 't-warn' },
  'wrong-number': { glyph: 'refused', tone: 't-warn' },
  'call-back': { glyph: 'def', tone: 't-info' },
  talked: { glyph: 'half', tone: 't-accent' },
  refused: { glyph: 'ns', tone: 'second' },
};

/** The sign of one attempt. */
export const TryGlyph = ({ outcome }: { readonly outcome: CallAttempt['outcome'] }): ReactNode => (
  <span className={looks[outcome].tone}>
    <Glyph name={looks[outcome].glyph} />
  </span>
);

/** The attempts made, and the ones still to be made before "unreachable". The words beside it say the number. */
export const Tries = ({
  tries,
  needed,
}: {
  readonly tries: readonly CallAttempt[];
  readonly needed: number;
}): ReactNode => {
  const { t } = useText();
  const open = Math.max(0, needed - tries.length);
  return (
    <span className="tries">
      {tries.slice(-6).map((attempt) => (
        <TryGlyph key={attempt.at} outcome={attempt.outcome} />
      ))}
      {Array.from({ length: open }, (_, index) => (
        <span key={index} className="quiet">
          <Glyph name="ring" />
        </span>
      ))}
      {tries.length > 0 && (
        <span className="vh">{tries.map(({ outcome }) => t(`followUpStates.outcome.${outcome}`)).join(', ')}</span>
      )}
    </span>
  );
};

/** The attempt to be made now. */
export const useNextTry = (): ((made: number) => string) => {
  const { t } = useText();
  return (made) => t('alumni.attempt', { number: made + 1 });
};

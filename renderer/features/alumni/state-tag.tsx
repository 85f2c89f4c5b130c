import type { ReactNode } from 'react';
import type { FollowUpStatus } from '#shared/domain/follow-ups.ts';
import type { WaveState } from '#shared/domain/follow-up-waves.ts';
import type { GlyphName } from '#renderer/ui/icon.tsx';
import type { TagTone } from '#renderer/ui/tag.tsx';
import { Tag } from '#renderer/ui/tag.tsx';
import { useText } from '#renderer/ui/text.tsx';

type Look = { readonly tone: TagTone; readonly glyph: GlyphName };

const looks: Readonly<Record<FollowUpStatus, Look>> = {
  due: { tone: 'mute', glyph: 'awaited' },
  'in-window': { tone: 'info', glyph: 'ring' },
  attempted: { tone: 'warn', glyph: 'attempt' },
  partial: { tone: 'accent', glyph: 'half' },
  complete: { tone: 'ok', glyph: 'pass' },
  refused: { tone: 'mute', glyph: 'ns' },
  unreachable: { tone: 'mute', glyph: 'refused' },
  deceased: { tone: 'mute', glyph: 'dot' },
  'opted-out': { tone: 'mute', glyph: 'refused' },
};

type Stood = Pick<WaveState, 'status' | 'phase' | 'block'>;

/** How an alumnus stands in a wave, in one or two words. A window past its due day says overdue; one past its end says closed. */
export const StateTag = ({ line }: { readonly line: Stood }): ReactNode => {
  const { t } = useText();
  const { status, phase, block } = line;
  if (block === 'no-consent')
    return (
      <Tag tone="mute" glyph="ns">
        {t('alumni.state.noConsent')}
      </Tag>
    );
  if (block === 'closed')
    return (
      <Tag tone="mute" glyph="released">
        {t('alumni.state.closed')}
      </Tag>
    );
  if (status === 'in-window' && phase === 'overdue')
    return (
      <Tag tone="warn" glyph="late">
        {t('alumni.state.overdue')}
      </Tag>
    );
  return (
    <Tag tone={looks[status].tone} glyph={looks[status].glyph}>
      {t(`followUpStates.status.${status}`)}
    </Tag>
  );
};

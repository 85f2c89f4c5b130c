import type { ReactNode } from 'react';
import type { GlyphName } from './icon.tsx';
import { Glyph } from './icon.tsx';

export type TagTone = 'ok' | 'warn' | 'bad' | 'info' | 'accent' | 'mute';

/** A state in one or two words; a glyph stands before it where the colour would speak alone. */
export const Tag = ({
  tone = 'mute',
  glyph,
  children,
}: {
  readonly tone?: TagTone;
  readonly glyph?: GlyphName;
  readonly children: ReactNode;
}): ReactNode => (
  <span className={tone === 'mute' ? 'tag' : `tag ${tone}`}>
    {glyph !== undefined && <Glyph name={glyph} />}
    {children}
  </span>
);

import type { ReactNode } from 'react';
import type { EnrolmentStatus } from '#shared/domain/people.ts';
import type { GlyphName } from '#renderer/ui/icon.tsx';
import { Tag } from '#renderer/ui/tag.tsx';
import type { TagTone } from '#renderer/ui/tag.tsx';
import { useText } from '#renderer/ui/text.tsx';

const looks: Readonly<Record<EnrolmentStatus, { readonly glyph: GlyphName; readonly tone: TagTone }>> = {
  applied: { glyph: 'awaited', tone: 'mute' },
  waitlisted: { glyph: 'late', tone: 'mute' },
  declined: { glyph: 'ns', tone: 'mute' },
  active: { glyph: 'half', tone: 'mute' },
  deferred: { glyph: 'def', tone: 'warn' },
  transferred: { glyph: 'marker', tone: 'mute' },
  withdrawn: { glyph: 'ns', tone: 'mute' },
  excluded: { glyph: 'refused', tone: 'mute' },
  completed: { glyph: 'pass', tone: 'ok' },
  awarded: { glyph: 'moderated', tone: 'ok' },
  deceased: { glyph: 'ex', tone: 'mute' },
};

/** The status of an enrolment: glyph and word. A learner is never painted red. */
export const StatusTag = ({ status }: { readonly status: EnrolmentStatus }): ReactNode => {
  const { t } = useText();
  const { glyph, tone } = looks[status];
  return (
    <Tag tone={tone} glyph={glyph}>
      {t(`people.status.${status}`)}
    </Tag>
  );
};

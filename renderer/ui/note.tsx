import type { ReactNode } from 'react';
import type { IconName } from './icon.tsx';
import { Icon } from './icon.tsx';

export type NoteTone = 'warn' | 'bad' | 'info' | 'ok';

const icons: Readonly<Record<NoteTone, IconName>> = { warn: 'alert', bad: 'alert', info: 'info', ok: 'check' };

/** A sentence that stands beside the work; `actions` are what can be done about it. */
export const Note = ({
  tone = 'info',
  actions,
  children,
}: {
  readonly tone?: NoteTone;
  readonly actions?: ReactNode;
  readonly children: ReactNode;
}): ReactNode => (
  <div className={`note ${tone}`} role={tone === 'bad' ? 'alert' : 'note'}>
    <Icon name={icons[tone]} />
    <div className="note-text">{children}</div>
    {actions !== undefined && <div className="note-actions">{actions}</div>}
  </div>
);

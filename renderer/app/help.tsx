import type { ReactNode } from 'react';
import type { MessageKey } from '#shared/i18n/message-key.ts';
import { Dialog } from '#renderer/ui/dialog.tsx';
import { useText } from '#renderer/ui/text.tsx';

type Topic =
  | 'begin'
  | 'today'
  | 'cohorts'
  | 'learners'
  | 'marks'
  | 'moderation'
  | 'results'
  | 'certificates'
  | 'people'
  | 'alumni'
  | 'outcomes'
  | 'settings'
  | 'import';

/** Keys as they are written on the keyboard; alternatives stand side by side. */
type KeyLine = readonly [keys: readonly string[], does: string];

const everywhere: readonly KeyLine[] = [
  [['Ctrl K'], 'find'],
  [['Ctrl Z'], 'undo'],
  [['Ctrl Y'], 'redo'],
  [['Ctrl +', 'Ctrl −', 'Ctrl 0'], 'zoom'],
  [['F1'], 'help'],
  [['Esc'], 'close'],
];

const marks: readonly KeyLine[] = [
  [['0–9'], 'type'],
  [['Enter'], 'enter'],
  [['Tab'], 'tab'],
  [['←', '↑', '→', '↓'], 'arrows'],
  [['Ctrl ←', 'Ctrl →'], 'jump'],
  [['F2'], 'edit'],
  [['Esc'], 'restore'],
  [['N', 'X', 'H'], 'outcomes'],
  [['Del'], 'clear'],
  [['Ctrl C', 'Ctrl V'], 'paste'],
];

const topicOf = (location: string): Topic => {
  const [, first = '', , tab] = location.split('/');
  if (first === 'first-start') return 'begin';
  if (first === 'cohorts') {
    if (
      tab === 'marks' ||
      tab === 'moderation' ||
      tab === 'results' ||
      tab === 'learners' ||
      tab === 'certificates' ||
      tab === 'import'
    )
      return tab;
    return tab === 'follow-up' ? 'alumni' : 'cohorts';
  }
  return first === 'people' ||
    first === 'certificates' ||
    first === 'alumni' ||
    first === 'outcomes' ||
    first === 'settings'
    ? first
    : 'today';
};

const Keys = ({
  lines,
  area,
}: {
  readonly lines: readonly KeyLine[];
  readonly area: 'everywhere' | 'marks';
}): ReactNode => {
  const { t } = useText();
  return (
    <dl className="help-keys">
      {lines.map(([keys, does]) => (
        <div key={does}>
          <dt>
            {keys.map((key) => (
              <kbd key={key}>{key}</kbd>
            ))}
          </dt>
          <dd>{t(`app.help.${area}.${does}` as MessageKey)}</dd>
        </div>
      ))}
    </dl>
  );
};

/** Help for the screen one is on: what it is for, its keys, and where the guide is. Offline. */
export const Help = ({ location, onClose }: { readonly location: string; readonly onClose: () => void }): ReactNode => {
  const { t } = useText();
  const topic = topicOf(location);
  return (
    <Dialog open onClose={onClose} title={t(`app.help.topics.${topic}.title`)}>
      <div className="help" tabIndex={0}>
        <p>{t(`app.help.topics.${topic}.text`)}</p>
        {topic === 'marks' && (
          <>
            <h3>{t('app.help.gridKeys')}</h3>
            <Keys lines={marks} area="marks" />
          </>
        )}
        <h3>{t('app.help.keysEverywhere')}</h3>
        <Keys lines={everywhere} area="everywhere" />
        <p className="quiet">{t('app.help.guide')}</p>
      </div>
    </Dialog>
  );
};

import './marks-popover.css';
import { Menu } from '@base-ui/react/menu';
import type { ReactNode } from 'react';
import { useSession } from '#renderer/desktop/session.tsx';
import { Icon } from '#renderer/ui/icon.tsx';
import { useText } from '#renderer/ui/text.tsx';
import type { Settings } from '#shared/ipc/settings.ts';

type MarksMoreProps = {
  readonly onPaste: () => void;
  readonly onNotSubmitted: () => void;
  readonly onFeedback: () => void;
  readonly onFoldAll: (yes: boolean) => void;
};

const densities = ['compact', 'normal', 'roomy'] as const;

/** What is done to many cells at once, and how the grid is laid out. */
export const MarksMore = ({ onPaste, onNotSubmitted, onFeedback, onFoldAll }: MarksMoreProps): ReactNode => {
  const { t } = useText();
  const { settings, saveSettings } = useSession();
  return (
    <Menu.Root>
      <Menu.Trigger className="pick">
        {t('marks.more')}
        <Icon name="down" />
      </Menu.Trigger>
      <Menu.Portal>
        <Menu.Positioner sideOffset={4} align="end" className="popover-place">
          <Menu.Popup className="marks-popover marks-menu">
            <Menu.Item onClick={onPaste}>{t('marks.pasteFrom')}</Menu.Item>
            <Menu.Item onClick={onNotSubmitted}>{t('marks.ns.menu')}</Menu.Item>
            <Menu.Item onClick={onFeedback}>{t('papers.dialog.menu')}</Menu.Item>
            <Menu.Separator />
            <Menu.Item onClick={() => onFoldAll(true)}>{t('marks.foldAll')}</Menu.Item>
            <Menu.Item onClick={() => onFoldAll(false)}>{t('marks.unfoldAll')}</Menu.Item>
            <Menu.Separator />
            <Menu.RadioGroup
              aria-label={t('marks.density.label')}
              value={settings.density}
              onValueChange={(density: Settings['density']) => void saveSettings({ density })}
            >
              {densities.map((value) => (
                <Menu.RadioItem key={value} value={value}>
                  <span className="menu-check">
                    <Menu.RadioItemIndicator>
                      <Icon name="check" />
                    </Menu.RadioItemIndicator>
                  </span>
                  {t(`marks.density.${value}`)}
                </Menu.RadioItem>
              ))}
            </Menu.RadioGroup>
          </Menu.Popup>
        </Menu.Positioner>
      </Menu.Portal>
    </Menu.Root>
  );
};

import type { ReactNode } from 'react';
import { screenLanguages } from '#shared/domain/languages.ts';
import { useSession } from '#renderer/desktop/session.tsx';
import { Sheet } from '#renderer/ui/sheet.tsx';
import { useText } from '#renderer/ui/text.tsx';
import { Choice } from './choice.tsx';

const themes = ['light', 'dark', 'contrast', 'system'] as const;
const densities = ['compact', 'normal', 'roomy'] as const;

/** Language, colours, height of rows. */
export const LookSheet = (): ReactNode => {
  const { t } = useText();
  const { settings, saveSettings } = useSession();
  return (
    <Sheet title={t('settings.look')}>
      <div className="settings-body">
        <Choice
          legend={t('settings.language')}
          name="language"
          value={settings.language}
          options={screenLanguages.map((value) => ({ value, label: t(`languages.own.${value}`), lang: value }))}
          onChange={(language) => void saveSettings({ language })}
        />
        <Choice
          legend={t('settings.theme')}
          name="theme"
          value={settings.theme}
          options={themes.map((value) => ({ value, label: t(`settings.themes.${value}`) }))}
          onChange={(theme) => void saveSettings({ theme })}
        />
        <Choice
          legend={t('settings.density')}
          name="density"
          value={settings.density}
          options={densities.map((value) => ({ value, label: t(`settings.densities.${value}`) }))}
          onChange={(density) => void saveSettings({ density })}
        />
        <p className="field-hint">{t('settings.zoom')}</p>
      </div>
    </Sheet>
  );
};

import './settings.css';
import type { ReactNode } from 'react';
import { PageTop } from '#renderer/ui/page-top.tsx';
import { useText } from '#renderer/ui/text.tsx';
import { About } from './about.tsx';
import { LookSheet } from './look-sheet.tsx';
import { PrivacyLink } from './privacy-link.tsx';
import { PersonSheet } from './person-sheet.tsx';
import { SafetySheet } from './safety-sheet.tsx';
import { WorkspaceSheet } from './workspace-sheet.tsx';

/** This laptop: how it looks, who works on it, where the data is and how safe. Every change holds at once. */
export const SettingsPage = (): ReactNode => {
  const { t } = useText();
  return (
    <div className="settings">
      <PageTop title={t('app.places.settings')} detail={t('settings.detail')} />
      <div className="settings-column">
        <LookSheet />
        <PersonSheet />
      </div>
      <div className="settings-column">
        <SafetySheet />
        <WorkspaceSheet />
        <PrivacyLink />
        <About />
      </div>
    </div>
  );
};

import './privacy.css';
import type { ReactNode } from 'react';
import { PageTop } from '#renderer/ui/page-top.tsx';
import { useText } from '#renderer/ui/text.tsx';
import { RetentionSheet } from './retention-sheet.tsx';
import { WordingsSheet } from './wordings-sheet.tsx';
import { WorklistSheet } from './worklist-sheet.tsx';

/** Wordings of consents, how long data is kept, and whose time is up. */
export const PrivacyPage = (): ReactNode => {
  const { t } = useText();
  return (
    <div className="privacy-page">
      <PageTop title={t('privacy.title')} detail={t('privacy.detail')} />
      <WorklistSheet />
      <RetentionSheet />
      <WordingsSheet />
    </div>
  );
};

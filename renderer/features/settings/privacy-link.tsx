import type { ReactNode } from 'react';
import { Link } from 'wouter';
import { Sheet } from '#renderer/ui/sheet.tsx';
import { useText } from '#renderer/ui/text.tsx';

/** The way to the wordings of consents, the times data is kept, and the people whose time is up. */
export const PrivacyLink = (): ReactNode => {
  const { t } = useText();
  return (
    <Sheet
      title={t('privacy.title')}
      actions={
        <Link className="btn small" href="/settings/privacy">
          {t('privacy.open')}
        </Link>
      }
    >
      <p className="settings-body second">{t('privacy.openHint')}</p>
    </Sheet>
  );
};

import './certificate-panel.css';
import type { ReactNode } from 'react';
import { useState } from 'react';
import type { CertificateRecord } from '#shared/domain/certificates.ts';
import { mayBeReprinted } from '#shared/domain/certificates.ts';
import { Button } from '#renderer/ui/button.tsx';
import { useText } from '#renderer/ui/text.tsx';
import { IssuedSheet } from './preview-sheet.tsx';
import { RevokeDialog } from './revoke-dialog.tsx';
import { SupersedeDialog } from './supersede-dialog.tsx';
import { useHandOuts } from './use-hand-outs.ts';

type CertificatePanelProps = {
  readonly record: CertificateRecord;
  readonly onReprint: () => void;
  /** Opens another certificate of the register. */
  readonly onOpen: (serial: string) => void;
};

/** One certificate of the register as it was issued, and all that can be done with it. */
export const CertificatePanel = ({ record, onReprint, onOpen }: CertificatePanelProps): ReactNode => {
  const { t } = useText();
  const [asked, setAsked] = useState<'revoke' | 'supersede'>();
  const { giveBadge, busy } = useHandOuts();
  const { supersededBy, supersedes, status } = record;
  const close = (): void => setAsked(undefined);
  return (
    <>
      <IssuedSheet
        record={record}
        actions={
          <div className="cert-actions" role="group" aria-label={t('certificates.register.actions')}>
            {mayBeReprinted(record) && (
              <Button size="small" onClick={onReprint}>
                {t('certificates.register.reprint')}
              </Button>
            )}
            {status === 'issued' && (
              <>
                <Button size="small" onClick={() => setAsked('supersede')}>
                  {t('certificates.supersede.open')}
                </Button>
                <Button size="small" onClick={() => setAsked('revoke')}>
                  {t('certificates.revoke.open')}
                </Button>
                <Button size="small" disabled={busy} onClick={() => giveBadge(record)}>
                  {t('certificates.give.badgeOpen')}
                </Button>
              </>
            )}
            {supersededBy !== undefined && (
              <Button size="small" kind="plain" onClick={() => onOpen(supersededBy)}>
                {t('certificates.register.openNext', { serial: supersededBy })}
              </Button>
            )}
            {supersedes !== undefined && (
              <Button size="small" kind="plain" onClick={() => onOpen(supersedes)}>
                {t('certificates.register.openBefore', { serial: supersedes })}
              </Button>
            )}
          </div>
        }
      />
      {asked === 'revoke' && <RevokeDialog record={record} onClose={close} />}
      {asked === 'supersede' && <SupersedeDialog record={record} onClose={close} onDone={onOpen} />}
    </>
  );
};

import type { ReactNode } from 'react';
import { useState } from 'react';
import type { CertificateRecord } from '#shared/domain/certificates.ts';
import { revokeCertificate } from '#renderer/db/repositories/certificate-changes.ts';
import { Button } from '#renderer/ui/button.tsx';
import { Dialog } from '#renderer/ui/dialog.tsx';
import { TextField } from '#renderer/ui/field.tsx';
import { Note } from '#renderer/ui/note.tsx';
import { useNotices } from '#renderer/ui/notices.tsx';
import { useText } from '#renderer/ui/text.tsx';

/** Takes a certificate back for good: says what that means, asks why. */
export const RevokeDialog = ({
  record: { serial, snapshot },
  onClose,
}: {
  readonly record: CertificateRecord;
  readonly onClose: () => void;
}): ReactNode => {
  const { t, failure } = useText();
  const { tell } = useNotices();
  const [reason, setReason] = useState('');
  const [error, setError] = useState<string>();
  const revoke = async (): Promise<void> => {
    const done = await revokeCertificate(serial, reason);
    if (!done.ok) return setError(failure(done.error));
    tell({ tone: 'ok', text: t('certificates.revoke.done', { serial }) });
    onClose();
  };
  return (
    <Dialog
      open
      onClose={onClose}
      title={t('certificates.revoke.title', { serial })}
      footer={
        <>
          <Button onClick={onClose}>{t('certificates.dialog.cancel')}</Button>
          <Button kind="first" onClick={() => void revoke()}>
            {t('certificates.revoke.do')}
          </Button>
        </>
      }
    >
      <p>
        <b lang="und">{snapshot.name}</b>, {snapshot.award}
      </p>
      <Note tone="warn">{t('certificates.revoke.means')}</Note>
      <TextField
        label={t('certificates.dialog.reason')}
        hint={t('certificates.revoke.hint')}
        value={reason}
        onChange={setReason}
        error={error}
        maxLength={300}
      />
    </Dialog>
  );
};

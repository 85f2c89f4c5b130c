import type { ReactNode } from 'react';
import { useState } from 'react';
import type { CertificateRecord } from '#shared/domain/certificates.ts';
import { supersedeCertificate } from '#renderer/db/repositories/certificate-changes.ts';
import { Button } from '#renderer/ui/button.tsx';
import { Dialog } from '#renderer/ui/dialog.tsx';
import { TextField } from '#renderer/ui/field.tsx';
import { Note } from '#renderer/ui/note.tsx';
import { useNotices } from '#renderer/ui/notices.tsx';
import { useText } from '#renderer/ui/text.tsx';

type Errors = { readonly name?: string; readonly reason?: string };

/** Corrects a certificate by a new one: under a new serial, in the same template and language, with the results that count now. */
export const SupersedeDialog = ({
  record: { serial, snapshot },
  onClose,
  onDone,
}: {
  readonly record: CertificateRecord;
  readonly onClose: () => void;
  readonly onDone: (serial: string) => void;
}): ReactNode => {
  const { t, failure } = useText();
  const { tell } = useNotices();
  const [name, setName] = useState(snapshot.name);
  const [reason, setReason] = useState('');
  const [errors, setErrors] = useState<Errors>({});
  const correct = async (): Promise<void> => {
    const { template, language } = snapshot;
    const done = await supersedeCertificate({ serial, name, reason, template: template.name, language });
    if (!done.ok) {
      const sentence = failure(done.error);
      return setErrors(done.error.code === 'name-empty' ? { name: sentence } : { reason: sentence });
    }
    tell({ tone: 'ok', text: t('certificates.supersede.done', { serial, next: done.value.serial }) });
    onDone(done.value.serial);
    onClose();
  };
  return (
    <Dialog
      open
      onClose={onClose}
      title={t('certificates.supersede.title', { serial })}
      footer={
        <>
          <Button onClick={onClose}>{t('certificates.dialog.cancel')}</Button>
          <Button kind="first" onClick={() => void correct()}>
            {t('certificates.supersede.do')}
          </Button>
        </>
      }
    >
      <TextField
        label={t('certificates.fix.label')}
        lang="und"
        value={name}
        onChange={setName}
        error={errors.name}
        hint={t('certificates.supersede.results')}
      />
      <TextField
        label={t('certificates.dialog.reason')}
        hint={t('certificates.supersede.hint')}
        value={reason}
        onChange={setReason}
        error={errors.reason}
        maxLength={300}
      />
      <Note tone="info">{t('certificates.supersede.means', { serial })}</Note>
    </Dialog>
  );
};

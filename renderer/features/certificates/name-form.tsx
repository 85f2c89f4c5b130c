import './certificate-panel.css';
import type { ReactNode } from 'react';
import { useState } from 'react';
import type { AwaitingCertificate } from '#renderer/db/repositories/certificates.ts';
import { Button } from '#renderer/ui/button.tsx';
import { TextField } from '#renderer/ui/field.tsx';
import { useText } from '#renderer/ui/text.tsx';
import { mendedName, useMend } from './names-sheet.tsx';

/** The name of one certificate, free to change until it is issued. */
export const NameForm = ({ waiting }: { readonly waiting: AwaitingCertificate }): ReactNode => {
  const { t } = useText();
  const mend = useMend();
  const [name, setName] = useState(waiting.subject.name);
  const [error, setError] = useState<string>();
  const proposed = mendedName(waiting);
  const changed = name.trim() !== waiting.subject.name;
  const save = async (): Promise<void> =>
    setError(name.trim() === '' ? t('errors.name-empty') : await mend([{ enrolmentId: waiting.subject.id, name }]));
  return (
    <section className="sheet" aria-label={t('certificates.fix.title')}>
      <form
        className="cert-fix"
        onSubmit={(event) => {
          event.preventDefault();
          void save();
        }}
      >
        <TextField
          label={t('certificates.fix.label')}
          value={name}
          lang="und"
          onChange={setName}
          error={error}
          hint={t('certificates.fix.hint')}
        />
        <Button type="submit" size="small" disabled={!changed}>
          {t('certificates.fix.save')}
        </Button>
        {proposed !== undefined && name !== proposed && (
          <Button size="small" className="cert-proposed" lang="und" onClick={() => setName(proposed)}>
            {proposed}
          </Button>
        )}
      </form>
    </section>
  );
};

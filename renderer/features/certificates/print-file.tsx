import type { ReactNode } from 'react';
import { useState } from 'react';
import { desktop } from '#renderer/desktop/bridge.ts';
import { Button } from '#renderer/ui/button.tsx';
import { useText } from '#renderer/ui/text.tsx';

/** Prints a PDF through the system's dialog; where that is refused, says so and offers the system's own program for PDFs. */
export const PrintFile = ({ path }: { readonly path: string }): ReactNode => {
  const { t, failure } = useText();
  const [busy, setBusy] = useState(false);
  const [said, setSaid] = useState<string>();
  const print = async (how: 'dialog' | 'viewer'): Promise<void> => {
    setBusy(true);
    const done = await desktop.certificatesPrintFile({ path, with: how });
    setBusy(false);
    // Whoever closes the dialog knows it.
    setSaid(done.ok || done.error.code === 'print-cancelled' ? undefined : failure(done.error));
  };
  return (
    <>
      <Button size="small" disabled={busy} onClick={() => void print('dialog')}>
        {t('certificates.run.print')}
      </Button>
      {said !== undefined && (
        <>
          <span role="alert">{said}</span>
          <Button size="small" onClick={() => void print('viewer')}>
            {t('certificates.run.viewer')}
          </Button>
        </>
      )}
    </>
  );
};

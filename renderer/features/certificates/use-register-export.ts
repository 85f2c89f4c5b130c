import { useState } from 'react';
import type { RegisterRow } from '#shared/domain/certificate-register.ts';
import { exportRegister } from '#renderer/db/repositories/register-export.ts';
import { desktop } from '#renderer/desktop/bridge.ts';
import { useNotices } from '#renderer/ui/notices.tsx';
import { useText } from '#renderer/ui/text.tsx';

/** Saves what is shown of the register as a spreadsheet where the person says. */
export const useRegisterExport = (): {
  readonly save: (rows: readonly RegisterRow[]) => void;
  readonly saving: boolean;
} => {
  const { t, failure, language } = useText();
  const { tell } = useNotices();
  const [saving, setSaving] = useState(false);
  const run = async (rows: readonly RegisterRow[]): Promise<void> => {
    const path = await desktop.filesChooseSave({
      title: t('certificates.export.title'),
      name: `${t('certificates.export.name')}.xlsx`,
      filters: [
        { name: t('results.export.xlsx'), extensions: ['xlsx'] },
        { name: t('results.export.csv'), extensions: ['csv'] },
      ],
    });
    if (path === null) return;
    setSaving(true);
    const written = await exportRegister(
      rows.map(({ serial }) => serial),
      path,
      language,
    );
    setSaving(false);
    tell(
      written.ok
        ? { tone: 'ok', text: t('certificates.export.saved', { count: rows.length, file: written.value.path }) }
        : { tone: 'bad', text: failure(written.error) },
    );
  };
  return { save: (rows) => void run(rows), saving };
};

import { useState } from 'react';
import type { CohortId } from '#shared/domain/ids.ts';
import { desktop } from '#renderer/desktop/bridge.ts';
import { runExport } from '#renderer/db/repositories/exports.ts';
import { useNotices } from '#renderer/ui/notices.tsx';
import { useText } from '#renderer/ui/text.tsx';

/** Asks where to save, writes the de-identified data of all cohorts or of one, and says where they are. */
export const useExport = (cohortId: CohortId | undefined): { readonly save: () => void; readonly saving: boolean } => {
  const { t, failure } = useText();
  const { tell } = useNotices();
  const [saving, setSaving] = useState(false);
  const run = async (): Promise<void> => {
    const path = await desktop.filesChooseSave({
      title: t('outcomes.exportTitle'),
      name: `${t('outcomes.exportName')}.xlsx`,
      filters: [
        { name: t('outcomes.xlsx'), extensions: ['xlsx'] },
        { name: t('outcomes.csv'), extensions: ['csv'] },
      ],
    });
    if (path === null) return;
    setSaving(true);
    const written = await runExport({ kind: 'outcomes', path, ...(cohortId === undefined ? {} : { cohortId }) });
    setSaving(false);
    tell(
      written.ok
        ? { tone: 'ok', text: t('outcomes.exported', { file: path }) }
        : { tone: 'bad', text: failure(written.error) },
    );
  };
  return { save: () => void run(), saving };
};

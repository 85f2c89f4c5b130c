import { useState } from 'react';
import type { Cohort } from '#shared/domain/cohorts.ts';
import { runExport } from '#renderer/db/repositories/exports.ts';
import { desktop } from '#renderer/desktop/bridge.ts';
import { useNotices } from '#renderer/ui/notices.tsx';
import { useText } from '#renderer/ui/text.tsx';

/** Saves the results of a cohort as a spreadsheet where the person says. */
export const useResultsExport = (
  cohort: Cohort | undefined,
): { readonly save: () => void; readonly saving: boolean } => {
  const { t, failure, language } = useText();
  const { tell } = useNotices();
  const [saving, setSaving] = useState(false);
  const run = async (): Promise<void> => {
    if (cohort === undefined) return;
    const path = await desktop.filesChooseSave({
      title: t('results.export.title'),
      name: `${t('results.export.name', { code: cohort.code })}.xlsx`,
      filters: [
        { name: t('results.export.xlsx'), extensions: ['xlsx'] },
        { name: t('results.export.csv'), extensions: ['csv'] },
      ],
    });
    if (path === null) return;
    setSaving(true);
    const written = await runExport({ kind: 'results', cohortId: cohort.id, path, language });
    setSaving(false);
    tell(
      written.ok
        ? { tone: 'ok', text: t('results.export.saved', { count: written.value.rows, file: written.value.path }) }
        : { tone: 'bad', text: failure(written.error) },
    );
  };
  return { save: () => void run(), saving };
};

import { useState } from 'react';
import { inLanguage } from '#shared/domain/languages.ts';
import type { Batch, CohortModeration } from '#renderer/db/repositories/moderation.ts';
import { writeSignOff } from '#renderer/db/repositories/moderation-papers.ts';
import { desktop } from '#renderer/desktop/bridge.ts';
import { today } from '#renderer/desktop/clock.ts';
import { useNotices } from '#renderer/ui/notices.tsx';
import { useText } from '#renderer/ui/text.tsx';

/** Saves the sign-off sheet of a batch as PDF where the person says. */
export const usePrint = (
  content: CohortModeration,
  batch: Batch,
): { readonly print: () => void; readonly printing: boolean } => {
  const { t, failure, language } = useText();
  const { tell } = useNotices();
  const [printing, setPrinting] = useState(false);
  const run = async (): Promise<void> => {
    const name = t('moderation.print.name', {
      cohort: content.cohort.code,
      module: batch.module.number,
      assignment: inLanguage(batch.assignment.title, language).toLocaleLowerCase(language),
    });
    const path = await desktop.filesChooseSave({
      title: t('moderation.print.title'),
      name: `${name}.pdf`,
      filters: [{ name: t('moderation.print.pdf'), extensions: ['pdf'] }],
    });
    if (path === null) return;
    setPrinting(true);
    const written = await writeSignOff(content, batch, { path, language, today: today() });
    setPrinting(false);
    tell(
      written.ok
        ? { tone: 'ok', text: t('moderation.print.saved', { file: written.value.path }) }
        : { tone: 'bad', text: failure(written.error) },
    );
  };
  return { print: () => void run(), printing };
};

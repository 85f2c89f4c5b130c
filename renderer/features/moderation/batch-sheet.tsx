import type { ReactNode } from 'react';
import { useState } from 'react';
import { inLanguage } from '#shared/domain/languages.ts';
import { countReasons } from '#shared/domain/moderation-sample.ts';
import { countsInWords } from '#shared/domain/moderation-words.ts';
import type { Moderation } from '#shared/domain/moderation.ts';
import type { Batch } from '#renderer/db/repositories/moderation.ts';
import { Button } from '#renderer/ui/button.tsx';
import { Icon } from '#renderer/ui/icon.tsx';
import { Note } from '#renderer/ui/note.tsx';
import { Sheet } from '#renderer/ui/sheet.tsx';
import { useText } from '#renderer/ui/text.tsx';
import type { BatchProps } from './batch-parts.ts';
import { DrawPanel } from './draw-panel.tsx';
import { SecondMarks } from './second-marks.tsx';
import { usePrint } from './use-print.ts';
import { VerdictPanel } from './verdict-panel.tsx';

const NewScripts = ({ batch, onAgain }: { readonly batch: Batch; readonly onAgain: () => void }): ReactNode => {
  const { t } = useText();
  const accepted = batch.moderation?.verdict !== undefined;
  if (batch.newScripts === 0 || batch.moderation?.verdict?.kind === 're-mark') return null;
  return (
    <Note tone="info">
      {t(accepted ? 'moderation.draw.newSince' : 'moderation.draw.newScripts', { count: batch.newScripts })}{' '}
      <Button size="tiny" onClick={onAgain}>
        {t(accepted ? 'moderation.draw.next' : 'moderation.draw.again')}
      </Button>
    </Note>
  );
};

const Drawn = ({
  content,
  batch,
  moderation,
  justDrawn,
}: BatchProps & { readonly moderation: Moderation; readonly justDrawn: boolean }): ReactNode => {
  const { t, say, formatDate } = useText();
  const [again, setAgain] = useState(false);
  const { verdict, sample, scripts, seed, drawnOn, drawnBy } = moderation;
  const next = again || verdict?.kind === 're-mark';
  return (
    <>
      <p className="drawn-line">
        {t('moderation.draw.line', {
          count: sample.length,
          scripts,
          seed: String(seed),
          date: formatDate(drawnOn),
          by: drawnBy,
          reasons: say(countsInWords(countReasons(sample))),
        })}
      </p>
      <div className="batch-notes">
        <NewScripts batch={batch} onAgain={() => setAgain(true)} />
      </div>
      {next && <DrawPanel cohortId={content.cohort.id} batch={batch} onDrawn={() => setAgain(false)} />}
      <SecondMarks content={content} batch={batch} justDrawn={justDrawn} />
      <VerdictPanel content={content} batch={batch} />
    </>
  );
};

/** One assignment's second marking: its sample, the second marks, and the verdict on the batch. */
export const BatchSheet = ({ content, batch }: BatchProps): ReactNode => {
  const { t, language } = useText();
  const { module, assignment, scripts, moderation } = batch;
  const { print, printing } = usePrint(content, batch);
  const [undrawn] = useState(moderation === undefined);
  return (
    <Sheet
      className="batch-sheet"
      title={t('moderation.batchTitle', { number: module.number, title: inLanguage(assignment.title, language) })}
      count={t('moderation.scripts', { count: scripts.length, max: assignment.max / 100 })}
      actions={
        moderation !== undefined && (
          <Button size="small" disabled={printing} onClick={print}>
            <Icon name="print" /> {t('moderation.print.signOff')}
          </Button>
        )
      }
    >
      {scripts.length === 0 && <p className="batch-words second">{t('moderation.noScripts')}</p>}
      {scripts.length > 0 && moderation === undefined && <DrawPanel cohortId={content.cohort.id} batch={batch} />}
      {moderation !== undefined && (
        <Drawn content={content} batch={batch} moderation={moderation} justDrawn={undrawn} />
      )}
    </Sheet>
  );
};

import type { ReactNode } from 'react';
import { useState } from 'react';
import { inPercent, signedMean } from '#shared/domain/moderation-words.ts';
import type { BatchVerdict } from '#shared/domain/moderation.ts';
import { Button } from '#renderer/ui/button.tsx';
import { Glyph } from '#renderer/ui/icon.tsx';
import { Note } from '#renderer/ui/note.tsx';
import { useText } from '#renderer/ui/text.tsx';
import type { BatchProps } from './batch-parts.ts';
import { VerdictDialog } from './verdict-dialog.tsx';

const useSummary = ({ batch }: BatchProps): string => {
  const { t, language } = useText();
  const { sampled, waiting, differs, changed, agreed, meanDifference } = batch.findings;
  const parts = [t('moderation.verdict.progress', { done: sampled - waiting, count: sampled })];
  if (differs > 0) parts.push(t('moderation.verdict.differs', { count: differs }));
  if (changed > 0) parts.push(t('moderation.verdict.changed', { count: changed }));
  if (agreed > 0) parts.push(t('moderation.verdict.agreed', { count: agreed }));
  if (meanDifference !== undefined && waiting === 0)
    parts.push(
      t('moderation.verdict.mean', {
        difference: signedMean(meanDifference, language),
        percent: inPercent(meanDifference, batch.assignment.max, language),
      }),
    );
  return parts.join(' · ');
};

const Given = ({ batch }: Pick<BatchProps, 'batch'>): ReactNode => {
  const { t, formatDate } = useText();
  const verdict = batch.moderation?.verdict;
  if (verdict === undefined) return null;
  const accepted = verdict.kind === 'accepted';
  return (
    <p className={accepted ? 't-ok' : 't-bad'}>
      <Glyph name={accepted ? 'moderated' : 'below'} />{' '}
      {t(`moderation.verdict.${verdict.kind}`, { date: formatDate(verdict.on), by: verdict.by })}
      {verdict.note !== undefined && <span className="second">: {verdict.note}</span>}
    </p>
  );
};

/** What the comparisons come to, the warning where the batch should be marked again, and the decision. */
export const VerdictPanel = (props: BatchProps): ReactNode => {
  const { batch } = props;
  const { t, language } = useText();
  const [asked, setAsked] = useState<BatchVerdict>();
  const summary = useSummary(props);
  const { findings, moderation, rules, assignment } = batch;
  return (
    <section className="verdict-panel" tabIndex={-1} aria-label={t('moderation.verdict.title')}>
      {findings.flagged && findings.waiting === 0 && (
        <Note tone="warn">
          {t('moderation.verdict.flagged', {
            percent: inPercent(findings.meanDifference ?? 0, assignment.max, language),
            limit: rules.meanLimit / 100,
          })}
        </Note>
      )}
      <div className="verdict-line">
        <p className="second" role="status">
          {summary}
        </p>
        <Given batch={batch} />
        {moderation?.verdict === undefined && (
          <span className="verdict-buttons">
            <Button disabled={findings.compared === 0} onClick={() => setAsked('re-mark')}>
              {t('moderation.verdict.reMark')}
            </Button>
            <Button kind="first" disabled={!findings.finished} onClick={() => setAsked('accepted')}>
              {t('moderation.verdict.accept')}
            </Button>
          </span>
        )}
      </div>
      {asked !== undefined && <VerdictDialog {...props} kind={asked} onClose={() => setAsked(undefined)} />}
    </section>
  );
};

import type { ReactNode } from 'react';
import { useState } from 'react';
import type { CohortId } from '#shared/domain/ids.ts';
import type { OutcomePaperLanguage } from '#shared/domain/papers/outcome-paper.ts';
import { outcomePaperLanguages } from '#shared/domain/papers/outcome-paper.ts';
import type { OutcomeSelection } from '#shared/domain/outcome-selection.ts';
import { desktop } from '#renderer/desktop/bridge.ts';
import { Button } from '#renderer/ui/button.tsx';
import { Dialog } from '#renderer/ui/dialog.tsx';
import { SelectField } from '#renderer/ui/field.tsx';
import { Note } from '#renderer/ui/note.tsx';
import { PaperRunLine } from '#renderer/ui/paper-run-line.tsx';
import { Progress } from '#renderer/ui/progress.tsx';
import { useText } from '#renderer/ui/text.tsx';
import type { GiveOut, GiveOutKind } from './use-give-out.ts';
import { giveOutKinds, isPaper, namedKinds, useGiveOut } from './use-give-out.ts';

const Result = ({ give }: { readonly give: GiveOut }): ReactNode => {
  const { t, failure } = useText();
  const { progress, outcome } = give;
  if (progress !== undefined)
    return (
      <Progress
        label={t('outcomes.give.writing')}
        done={Math.round(progress.done / 10)}
        total={Math.round(progress.total / 10)}
        actions={
          <Button size="small" onClick={give.stop}>
            {t('outcomes.give.stop')}
          </Button>
        }
      />
    );
  if (outcome === undefined) return null;
  if ('error' in outcome) return <Note tone="bad">{failure(outcome.error)}</Note>;
  const { path, rows } = outcome;
  return (
    <Note
      tone="ok"
      actions={
        <Button size="small" onClick={() => void desktop.filesShowFile({ path })}>
          {t('papers.run.show')}
        </Button>
      }
    >
      {t('outcomes.give.done', { file: path, count: rows })}
    </Note>
  );
};

type GiveOutDialogProps = {
  readonly first: GiveOutKind;
  readonly selection: Omit<OutcomeSelection, 'offsetMonths'>;
  readonly offsetMonths: number | undefined;
  readonly cohort: { readonly id: CohortId; readonly code: string } | undefined;
  readonly onClose: () => void;
};

/** What may leave the workspace: data, papers, lists and files for other systems, each with what it holds in words. */
export const GiveOutDialog = ({ first, selection, offsetMonths, cohort, onClose }: GiveOutDialogProps): ReactNode => {
  const { t, language } = useText();
  const [kind, setKind] = useState<GiveOutKind>(first);
  const [paperLanguage, setPaperLanguage] = useState<OutcomePaperLanguage>(language);
  const give = useGiveOut(selection, offsetMonths, cohort?.id);
  const busy = give.progress !== undefined || give.paperRun.progress !== undefined;
  return (
    <Dialog
      open
      onClose={busy ? give.stop : onClose}
      title={t('outcomes.give.title')}
      footer={
        <>
          <Button disabled={busy} onClick={onClose}>
            {t('outcomes.give.close')}
          </Button>
          <Button kind="first" disabled={busy} onClick={() => void give.save(kind, paperLanguage)}>
            {t('outcomes.give.save')}
          </Button>
        </>
      }
    >
      <SelectField<GiveOutKind>
        label={t('outcomes.give.what')}
        value={kind}
        onChange={setKind}
        options={giveOutKinds.map((value) => ({ value, label: t(`outcomes.give.kind.${value}`) }))}
        hint={t(`outcomes.give.holds.${kind}`)}
      />
      {isPaper(kind) && (
        <SelectField<OutcomePaperLanguage>
          label={t('outcomes.give.language')}
          value={paperLanguage}
          onChange={setPaperLanguage}
          options={outcomePaperLanguages.map((value) => ({ value, label: t(`languages.own.${value}`) }))}
        />
      )}
      {!isPaper(kind) && (
        <p className="second">
          {cohort === undefined ? t('outcomes.give.all') : t('outcomes.give.cohort', { code: cohort.code })}
        </p>
      )}
      {namedKinds.includes(kind) && <Note tone="warn">{t('outcomes.give.named')}</Note>}
      <Result give={give} />
      <PaperRunLine run={give.paperRun} onShow={(path) => void desktop.filesShowFile({ path })} />
    </Dialog>
  );
};

import type { ReactNode } from 'react';
import { desktop } from '#renderer/desktop/bridge.ts';
import { Button } from '#renderer/ui/button.tsx';
import { Note } from '#renderer/ui/note.tsx';
import { Progress } from '#renderer/ui/progress.tsx';
import { useText } from '#renderer/ui/text.tsx';
import { PrintFile } from './print-file.tsx';
import { useRun } from './use-runs.ts';
import type { Run } from './work/runs.ts';
import { forgetRun, stopRun } from './work/runs.ts';

const secondsLeft = ({ done, total, startedAt, at }: Extract<Run, { readonly kind: 'writing' }>): number | undefined =>
  done === 0 || at - startedAt < 500 ? undefined : ((at - startedAt) / 1000 / done) * (total - done);

const Ended = ({
  run,
  cohortId,
}: {
  readonly run: Extract<Run, { readonly kind: 'ended' }>;
  readonly cohortId: string;
}): ReactNode => {
  const { t, failure, formatNumber } = useText();
  const { report, issued, again, held, folder, sheet } = run;
  const [first] = report.files;
  const count = report.printed.length;
  const size = formatNumber(report.files.reduce((sum, { bytes }) => sum + bytes, 0) / 1024, {
    maximumFractionDigits: 0,
  });
  const bad = report.outcome === 'failed';
  const sentence = (): string => {
    if (report.error !== null) return failure(report.error);
    if (report.outcome === 'cancelled') return t('certificates.run.stopped', { count });
    if (report.files.length === 1 && first !== undefined)
      return t(again ? 'certificates.run.againOne' : 'certificates.run.doneOne', { count, file: first.name, size });
    return t(again ? 'certificates.run.again' : 'certificates.run.done', { count, folder, size });
  };
  return (
    <Note
      tone={bad ? 'bad' : report.outcome === 'cancelled' ? 'warn' : 'ok'}
      actions={
        <>
          {report.files.length === 1 && first !== undefined && <PrintFile path={first.path} />}
          {sheet?.ok === true && (
            <Button size="small" onClick={() => void desktop.filesShowFile({ path: sheet.value.path })}>
              {t('certificates.run.sheet')}
            </Button>
          )}
          {first !== undefined && (
            <Button size="small" onClick={() => void desktop.filesShowFile({ path: first.path })}>
              {t('certificates.run.show')}
            </Button>
          )}
          <Button size="small" kind="plain" onClick={() => forgetRun(cohortId)}>
            {t('certificates.run.close')}
          </Button>
        </>
      }
    >
      {sentence()}
      {bad && issued > 0 && ` ${t('certificates.run.kept', { count: issued - count })}`}
      {held > 0 && ` ${t('certificates.run.held', { count: held })}`}
      {sheet?.ok === true && ` ${t('certificates.run.sheetWritten', { file: sheet.value.name })}`}
      {sheet?.ok === false && ` ${t('certificates.run.sheetNot')} ${failure(sheet.error)}`}
    </Note>
  );
};

/** How a run of certificates goes and how it ended; the result stays until it is put away. */
export const RunProgress = ({ cohortId }: { readonly cohortId: string }): ReactNode => {
  const { t, failure } = useText();
  const run = useRun(cohortId);
  if (run === undefined) return null;
  if (run.kind === 'issuing') {
    return (
      <p className="run-line" role="status">
        {t('certificates.run.issuing', { count: run.count })}
      </p>
    );
  }
  if (run.kind === 'writing') {
    return (
      <div className="run-line">
        <Progress
          label={t('certificates.run.writing')}
          done={run.done}
          total={run.total}
          secondsLeft={secondsLeft(run)}
          actions={
            <Button size="small" disabled={run.stopping} onClick={() => stopRun(cohortId)}>
              {t('certificates.run.stop')}
            </Button>
          }
        />
      </div>
    );
  }
  return (
    <div className="run-line">
      {run.kind === 'ended' ? (
        <Ended run={run} cohortId={cohortId} />
      ) : (
        <Note
          tone="bad"
          actions={
            <Button size="small" kind="plain" onClick={() => forgetRun(cohortId)}>
              {t('certificates.run.close')}
            </Button>
          }
        >
          {failure(run.error)} {run.issued > 0 && t('certificates.run.kept', { count: run.issued })}
        </Note>
      )}
    </div>
  );
};

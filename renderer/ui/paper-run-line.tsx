import type { ReactNode } from 'react';
import type { Reply } from '#shared/ipc/contract.ts';
import { Button } from './button.tsx';
import { Note } from './note.tsx';
import { Progress } from './progress.tsx';
import { useText } from './text.tsx';

type Report = Reply<'papers:write-files'>;

type PaperRunLineProps = {
  /** What `usePaperRun` (desktop) tells. */
  readonly run: {
    readonly progress:
      | {
          readonly done: number;
          readonly total: number;
          readonly secondsLeft?: number | undefined;
          readonly stopping: boolean;
        }
      | undefined;
    readonly report: Report | undefined;
    readonly stop: () => void;
    readonly forget: () => void;
  };
  readonly onShow: (path: string) => void;
};

const Ended = ({
  report,
  onShow,
  onForget,
}: {
  readonly report: Report;
  readonly onShow: (path: string) => void;
  readonly onForget: () => void;
}): ReactNode => {
  const { t, failure, formatNumber } = useText();
  const { outcome, files, error } = report;
  const [first] = files;
  const pages = files.reduce((sum, file) => sum + file.pages, 0);
  const size = formatNumber(Math.ceil(files.reduce((sum, { bytes }) => sum + bytes, 0) / 1024));
  const count = files.length;
  const sentence = (): string => {
    if (error !== null) return `${failure(error)}${count > 0 ? ` ${t('papers.run.kept', { count })}` : ''}`;
    if (outcome === 'cancelled') return t(count === 0 ? 'papers.run.stoppedEmpty' : 'papers.run.stopped', { count });
    if (count === 1 && first !== undefined) return t('papers.run.doneOne', { file: first.name, count: pages, size });
    return t('papers.run.done', { count, size });
  };
  return (
    <Note
      tone={outcome === 'failed' ? 'bad' : outcome === 'cancelled' ? 'warn' : 'ok'}
      actions={
        <>
          {first !== undefined && (
            <Button size="small" onClick={() => onShow(first.path)}>
              {t('papers.run.show')}
            </Button>
          )}
          <Button size="small" kind="plain" onClick={onForget}>
            {t('papers.run.close')}
          </Button>
        </>
      }
    >
      {sentence()}
    </Note>
  );
};

/** How the writing of papers goes, with a way to stop it, and how it ended; the result stays until it is put away. */
export const PaperRunLine = ({ run, onShow }: PaperRunLineProps): ReactNode => {
  const { t } = useText();
  const { progress, report, stop, forget } = run;
  if (progress !== undefined) {
    return (
      <Progress
        label={t('papers.run.writing')}
        done={progress.done}
        total={progress.total}
        secondsLeft={progress.secondsLeft}
        actions={
          <Button size="small" disabled={progress.stopping} onClick={stop}>
            {t('papers.run.stop')}
          </Button>
        }
      />
    );
  }
  return report === undefined ? null : <Ended report={report} onShow={onShow} onForget={forget} />;
};

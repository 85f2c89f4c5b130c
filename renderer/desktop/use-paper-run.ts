import { useCallback, useRef, useState } from 'react';
import type { NamedPaper } from '#shared/domain/paper.ts';
import { desktop } from './bridge.ts';
import { now } from './clock.ts';
import type { PaperOrder, PaperReport } from './write-papers.ts';
import { splitPath, writePapers } from './write-papers.ts';

/** How far a run is; `secondsLeft` once it can be told. */
type PaperProgress = {
  readonly done: number;
  readonly total: number;
  readonly secondsLeft?: number | undefined;
  readonly stopping: boolean;
};

/** One run of papers at a time: what to show of it, and how to start and stop it. `PaperRunLine` (ui) shows it. */
export type PaperRun = {
  readonly progress: PaperProgress | undefined;
  readonly report: PaperReport | undefined;
  readonly write: (order: PaperOrder) => Promise<PaperReport>;
  /** Asks for a file by the system's dialog and writes all papers into it; undefined where the person gave up. */
  readonly saveAs: (ask: {
    readonly title: string;
    readonly papers: readonly NamedPaper[];
    readonly fileName: string;
  }) => Promise<PaperReport | undefined>;
  readonly stop: () => void;
  /** Puts the result away. */
  readonly forget: () => void;
};

const settledAfter = 500;

/** The state of a run of papers in a part of the screen. */
export const usePaperRun = (): PaperRun => {
  const [progress, setProgress] = useState<PaperProgress>();
  const [report, setReport] = useState<PaperReport>();
  const running = useRef<string>(undefined);
  const write = useCallback(async (order: PaperOrder) => {
    const id = crypto.randomUUID();
    const started = now();
    running.current = id;
    setReport(undefined);
    setProgress({ done: 0, total: order.papers.length, stopping: false });
    try {
      const written = await writePapers(order, {
        id,
        onProgress: (done, total) => {
          const spent = now() - started;
          const secondsLeft = spent < settledAfter ? undefined : (spent / 1000 / done) * (total - done);
          setProgress((before) => ({ done, total, secondsLeft, stopping: before?.stopping === true }));
        },
      });
      setReport(written);
      return written;
    } finally {
      running.current = undefined;
      setProgress(undefined);
    }
  }, []);
  const saveAs = useCallback<PaperRun['saveAs']>(
    async ({ title, papers, fileName }) => {
      const filters = [{ name: 'PDF', extensions: ['pdf'] }];
      const path = await desktop.filesChooseSave({ title, name: fileName, filters });
      return path === null ? undefined : write({ papers, mode: 'merged', replace: true, ...splitPath(path) });
    },
    [write],
  );
  const stop = useCallback(() => {
    if (running.current === undefined) return;
    setProgress((before) => before && { ...before, stopping: true });
    void desktop.papersCancelFiles({ id: running.current });
  }, []);
  const forget = useCallback(() => setReport(undefined), []);
  return { progress, report, write, saveAs, stop, forget };
};

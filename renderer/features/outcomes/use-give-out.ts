import { useRef, useState } from 'react';
import type { CohortId } from '#shared/domain/ids.ts';
import type { OutcomePaperLanguage } from '#shared/domain/papers/outcome-paper.ts';
import type { OutcomeSelection } from '#shared/domain/outcome-selection.ts';
import type { Failure } from '#shared/lib/result.ts';
import { runExport } from '#renderer/db/repositories/exports.ts';
import { runAggregate } from '#renderer/db/repositories/outcome-aggregates.ts';
import { makeOutcomePaper, noteOutcomePaper } from '#renderer/db/repositories/outcome-papers.ts';
import { desktop } from '#renderer/desktop/bridge.ts';
import type { PaperRun } from '#renderer/desktop/use-paper-run.ts';
import { usePaperRun } from '#renderer/desktop/use-paper-run.ts';
import { useText } from '#renderer/ui/text.tsx';

export const giveOutKinds = [
  'outcomes',
  'brief',
  'report',
  'follow-up',
  'alumni',
  'training-records',
  'dhis2',
  'json-stat',
] as const;
export type GiveOutKind = (typeof giveOutKinds)[number];

/** What holds names, and so is for few hands. */
export const namedKinds: readonly GiveOutKind[] = ['follow-up', 'alumni', 'training-records'];

export const isPaper = (kind: GiveOutKind): kind is 'brief' | 'report' => kind === 'brief' || kind === 'report';

/** How it went: the file with its rows, or why not. */
type Outcome = { readonly path: string; readonly rows: number } | { readonly error: Failure };

export type GiveOut = {
  readonly progress: { readonly done: number; readonly total: number } | undefined;
  readonly outcome: Outcome | undefined;
  readonly paperRun: PaperRun;
  readonly save: (kind: GiveOutKind, language: OutcomePaperLanguage) => Promise<void>;
  readonly stop: () => void;
};

const endings: Readonly<Record<GiveOutKind, readonly ('xlsx' | 'csv' | 'json')[]>> = {
  outcomes: ['xlsx', 'csv'],
  brief: [],
  report: [],
  'follow-up': ['xlsx', 'csv'],
  alumni: ['xlsx', 'csv'],
  'training-records': ['csv', 'xlsx'],
  dhis2: ['json', 'csv'],
  'json-stat': ['json'],
};

/** Writes what is chosen to a place that the person is asked for; spreadsheets with progress and a way to stop. */
export const useGiveOut = (
  selection: Omit<OutcomeSelection, 'offsetMonths'>,
  offsetMonths: number | undefined,
  cohortId: CohortId | undefined,
): GiveOut => {
  const { t, language } = useText();
  const [progress, setProgress] = useState<GiveOut['progress']>();
  const [outcome, setOutcome] = useState<Outcome>();
  const stopping = useRef<AbortController>(undefined);
  const paperRun = usePaperRun();
  const savePaper = async (kind: 'brief' | 'report', paperLanguage: OutcomePaperLanguage): Promise<void> => {
    const made = await makeOutcomePaper({
      kind,
      language: paperLanguage,
      selection,
      ...(offsetMonths === undefined ? {} : { offsetMonths }),
    });
    if (made === undefined) return setOutcome({ error: { code: 'wave-not-open', details: { wave: '' } } });
    const title = t(`outcomes.give.kind.${kind}`);
    const report = await paperRun.saveAs({ title, papers: [made], fileName: made.name });
    const [file] = report?.files ?? [];
    if (file !== undefined) await noteOutcomePaper(kind, file.path);
  };
  const saveFile = async (kind: Exclude<GiveOutKind, 'brief' | 'report'>): Promise<void> => {
    const wanted = endings[kind];
    const path = await desktop.filesChooseSave({
      title: t(`outcomes.give.kind.${kind}`),
      name: `${t(`outcomes.give.file.${kind}`)}.${wanted[0] ?? 'csv'}`,
      filters: wanted.map((ending) => ({ name: t(`outcomes.give.ending.${ending}`), extensions: [ending] })),
    });
    if (path === null) return;
    const controller = new AbortController();
    stopping.current = controller;
    setProgress({ done: 0, total: 1000 });
    const of = cohortId === undefined ? {} : { cohortId };
    const watch = {
      signal: controller.signal,
      onProgress: (done: number, total: number) => setProgress({ done, total }),
    };
    const written =
      kind === 'dhis2' || kind === 'json-stat'
        ? await runAggregate({ kind, path, language, ...of })
        : await runExport({ kind, path, language, ...of }, watch);
    setProgress(undefined);
    setOutcome(written.ok ? { path, rows: written.value.rows } : { error: written.error });
  };
  return {
    progress,
    outcome,
    paperRun,
    save: (kind, paperLanguage) => {
      setOutcome(undefined);
      return isPaper(kind) ? savePaper(kind, paperLanguage) : saveFile(kind);
    },
    stop: () => stopping.current?.abort(),
  };
};

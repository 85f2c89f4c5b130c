import { cyclesOf } from '#shared/domain/outcome-cycles.ts';
import { compareWaves } from '#shared/domain/outcome-comparison.ts';
import type { AnswerIndicatorId } from '#shared/domain/outcome-indicators.ts';
import { answerIndicatorIds } from '#shared/domain/outcome-indicators.ts';
import type { OutcomeRow } from '#shared/domain/outcome-rows.ts';
import type { OutcomeSelection } from '#shared/domain/outcome-selection.ts';
import { outcomes } from '#shared/domain/outcomes.ts';
import type { NamedPaper } from '#shared/domain/paper.ts';
import { outcomeBrief } from '#shared/domain/papers/outcome-brief.ts';
import type { OutcomePaperLanguage, PaperSection } from '#shared/domain/papers/outcome-paper.ts';
import { outcomeReportPaper } from '#shared/domain/papers/outcome-report.ts';
import { loadTranslator } from '#shared/i18n/load-translator.ts';
import { sayMessage } from '#shared/i18n/make-translator.ts';
import { desktop } from '#renderer/desktop/bridge.ts';
import { today } from '#renderer/desktop/clock.ts';
import { getRecord } from '../records.ts';
import { noteExport } from './export-notes.ts';
import { outcomeRows } from './outcomes.ts';

export const outcomePaperKinds = ['brief', 'report'] as const;
export type OutcomePaperKind = (typeof outcomePaperKinds)[number];

/** Whom the paper is about: a cycle, narrowed as on the page. */
export type OutcomePaperRequest = {
  readonly kind: OutcomePaperKind;
  readonly language: OutcomePaperLanguage;
  readonly selection: Omit<OutcomeSelection, 'offsetMonths'>;
  /** The wave the page shows; without it the two of the headline. */
  readonly offsetMonths?: number;
};

const headline: readonly { readonly offsetMonths: number; readonly ids: readonly AnswerIndicatorId[] }[] = [
  { offsetMonths: 18, ids: ['volunteerToPaid', 'attribution', 'unpaidToStipend', 'askedToLead', 'placement'] },
  { offsetMonths: 24, ids: ['sameCommunity'] },
];

const wavesOf = (
  { kind, offsetMonths }: OutcomePaperRequest,
  opened: readonly number[],
): readonly { readonly offsetMonths: number; readonly ids: readonly AnswerIndicatorId[] }[] => {
  if (kind === 'report') return opened.map((each) => ({ offsetMonths: each, ids: answerIndicatorIds }));
  if (offsetMonths !== undefined) return [{ offsetMonths, ids: answerIndicatorIds }];
  const shown = headline.filter((each) => opened.includes(each.offsetMonths));
  const last = opened.at(-1);
  return shown.length > 0 || last === undefined ? shown : [{ offsetMonths: last, ids: answerIndicatorIds }];
};

const sectionsOf = (
  rows: readonly OutcomeRow[],
  request: OutcomePaperRequest,
  opened: readonly number[],
): readonly PaperSection[] =>
  wavesOf(request, opened).map(({ offsetMonths, ids }) => ({
    ids,
    report: outcomes(rows, { ...request.selection, offsetMonths }),
  }));

/** Makes a brief or a full report in one of four languages; undefined where no wave of the cycle has opened. */
export const makeOutcomePaper = async (request: OutcomePaperRequest): Promise<NamedPaper | undefined> => {
  const { kind, language, selection } = request;
  const rows = await outcomeRows();
  const opened = cyclesOf(rows).find(({ cycle }) => cycle === selection.cycle)?.answered ?? [];
  const sections = sectionsOf(rows, request, opened);
  if (sections.length === 0) return undefined;
  const { outcomePaperWords } = await import('#shared/i18n/outcome-paper-words.ts');
  const words = outcomePaperWords(language);
  const [workspace, cohort] = await Promise.all([
    getRecord('workspace', 'workspace'),
    selection.cohortId === undefined ? undefined : getRecord('cohorts', selection.cohortId),
  ]);
  const input = {
    workspace: workspace?.name ?? '',
    demonstration: workspace?.demonstration ?? false,
    sections,
    on: today(),
    ...(cohort === undefined ? {} : { cohort: cohort.code }),
  };
  const paper =
    kind === 'brief'
      ? outcomeBrief(input, words)
      : outcomeReportPaper({ ...input, comparison: compareWaves(rows, selection, opened) }, words);
  return { paper, name: `${words.say(`${kind}.file`)}.pdf` };
};

/** Notes that a paper was written. */
export const noteOutcomePaper = async (kind: OutcomePaperKind, path: string): Promise<void> => {
  const { language } = await desktop.settingsReadSettings();
  const translate = await loadTranslator(language);
  await noteExport(
    { kind: `outcome-${kind}`, path, rows: 1, named: false },
    { language, say: (one) => sayMessage(translate, one) },
  );
};

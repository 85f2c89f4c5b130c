import { cyclesOf } from '#shared/domain/outcome-cycles.ts';
import { isOutcomeDefinition } from '#shared/domain/outcome-definitions.ts';
import type { OutcomePaperLanguage } from '#shared/domain/papers/outcome-paper.ts';
import { outcomePaperLanguages } from '#shared/domain/papers/outcome-paper.ts';
import { fail, ok } from '#shared/lib/result.ts';
import type { AggregateKind } from '#renderer/db/repositories/outcome-aggregates.ts';
import { aggregateKinds, runAggregate } from '#renderer/db/repositories/outcome-aggregates.ts';
import type { OutcomePaperKind } from '#renderer/db/repositories/outcome-papers.ts';
import { makeOutcomePaper, noteOutcomePaper, outcomePaperKinds } from '#renderer/db/repositories/outcome-papers.ts';
import { outcomeRows } from '#renderer/db/repositories/outcomes.ts';
import { findCohort } from '#renderer/db/repositories/results.ts';
import { splitPath, writePapers } from '#renderer/desktop/write-papers.ts';
import type { RunJob } from './job.ts';

/** A PDF named on the command line, or a file for another system. */
export type OutcomeFile = { readonly paper: OutcomePaperKind } | { readonly aggregate: AggregateKind };

/** `outcome-brief`, `outcome-report`, `dhis2`, `json-stat`; undefined for other kinds of export. */
export const outcomeFileOf = (kind: string): OutcomeFile | undefined => {
  const paper = outcomePaperKinds.find((name) => kind === `outcome-${name}`);
  if (paper !== undefined) return { paper };
  const aggregate = aggregateKinds.find((name) => kind === name);
  return aggregate === undefined ? undefined : { aggregate };
};

const isPaperLanguage = (text: string): text is OutcomePaperLanguage =>
  outcomePaperLanguages.some((language) => language === text);

/** The latest cycle that has reached 18 months, or the latest: as on the page. */
const cycleOf = async (cohortId: string | undefined): Promise<string> => {
  const rows = await outcomeRows();
  const cycles = cyclesOf(cohortId === undefined ? rows : rows.filter((row) => row.cohortId === cohortId));
  return (cycles.findLast(({ offsets }) => offsets.includes(18)) ?? cycles.at(-1))?.cycle ?? '';
};

const writePaper =
  (kind: OutcomePaperKind): RunJob =>
  async ({ option, language }) => {
    const paperLanguage = option('language') ?? language;
    if (!isPaperLanguage(paperLanguage)) return fail('paper-language-unknown', { language: paperLanguage });
    const definition = option('definition') ?? 'programme';
    if (!isOutcomeDefinition(definition)) return fail('definition-unknown', { definition });
    const code = option('cohort');
    const cohort = code === undefined ? undefined : await findCohort(code);
    if (code !== undefined && cohort === undefined) return fail('cohort-missing', { code });
    const wave = option('wave');
    const made = await makeOutcomePaper({
      kind,
      language: paperLanguage,
      selection: {
        cycle: option('cycle') ?? (await cycleOf(cohort?.id)),
        definition,
        ...(cohort === undefined ? {} : { cohortId: cohort.id }),
      },
      ...(wave === undefined ? {} : { offsetMonths: Number(wave) }),
    });
    if (made === undefined) return fail('wave-not-open', { wave: wave ?? '' });
    const report = await writePapers({
      papers: [made],
      mode: 'merged',
      replace: true,
      ...splitPath(option('out') ?? ''),
    });
    if (report.error !== null) return { ok: false, error: report.error };
    const [file] = report.files;
    if (file === undefined) return fail('export-cancelled');
    await noteOutcomePaper(kind, file.path);
    return ok({ job: 'export', kind: `outcome-${kind}`, path: file.path, bytes: file.bytes, pages: file.pages });
  };

const writeAggregate =
  (kind: AggregateKind): RunJob =>
  async ({ option, language }) => {
    const code = option('cohort');
    const cohort = code === undefined ? undefined : await findCohort(code);
    if (code !== undefined && cohort === undefined) return fail('cohort-missing', { code });
    const written = await runAggregate({
      kind,
      path: option('out') ?? '',
      language,
      ...(cohort === undefined ? {} : { cohortId: cohort.id }),
    });
    return written.ok ? ok({ job: 'export', ...written.value }) : written;
  };

/** `run export outcome-brief|outcome-report|dhis2|json-stat`. */
export const runOutcomeFile = (file: OutcomeFile): RunJob =>
  'paper' in file ? writePaper(file.paper) : writeAggregate(file.aggregate);

import type { AssignmentId, CohortId, EnrolmentId } from '#shared/domain/ids.ts';
import type { Hundredths, MarkSheet } from '#shared/domain/marks.ts';
import { enterAgreedMark, moderateSheet } from '#shared/domain/moderation-cells.ts';
import type { BatchFindings, Comparison } from '#shared/domain/moderation-comparison.ts';
import { compareSample, findingsOf } from '#shared/domain/moderation-comparison.ts';
import type { ModerationState } from '#shared/domain/moderation-release.ts';
import { moderationState, scriptsOf, scriptsToDraw } from '#shared/domain/moderation-release.ts';
import type { ModerationRules } from '#shared/domain/moderation-rules.ts';
import { moderationRulesOf } from '#shared/domain/moderation-rules.ts';
import type { Script } from '#shared/domain/moderation-sample.ts';
import { drawSample } from '#shared/domain/moderation-sample.ts';
import type { BatchVerdict, Moderation, ModerationRound, SecondMark } from '#shared/domain/moderation.ts';
import { moderationId } from '#shared/domain/moderation.ts';
import { isCurrent } from '#shared/domain/people.ts';
import { rulesOf } from '#shared/domain/programme-rules.ts';
import type { Assignment, Module, ProgrammeRules } from '#shared/domain/programmes.ts';
import type { IsoDate } from '#shared/lib/dates.ts';
import type { Result } from '#shared/lib/result.ts';
import { fail, ok } from '#shared/lib/result.ts';
import { getRecord, listByCohort } from '../records.ts';
import type { RecordChange } from '../write-path.ts';
import { commit } from '../write-path.ts';
import { writeState } from '../write-state.ts';
import type { CohortMarks } from './marks.ts';
import { loadCohortMarks } from './marks.ts';

/** Everything that second marking and release of a cohort are shown and computed from. `current` are the sheets of its current learners. */
export type CohortModeration = CohortMarks & {
  readonly rules: ProgrammeRules;
  readonly current: readonly MarkSheet[];
  readonly moderations: ReadonlyMap<AssignmentId, Moderation>;
};

/** One assignment's scripts of a cohort with their moderation. */
export type Batch = {
  readonly module: Module;
  readonly assignment: Assignment;
  readonly scripts: readonly Script[];
  readonly rules: ModerationRules;
  readonly moderation: Moderation | undefined;
  readonly state: ModerationState;
  readonly comparisons: readonly Comparison[];
  readonly findings: BatchFindings;
  /** Scripts marked since the sample was drawn, or since the batch was accepted. */
  readonly newScripts: number;
};

/** Reads a cohort's marks and moderations; undefined where there is no such cohort. */
export const loadModeration = async (cohortId: string): Promise<CohortModeration | undefined> => {
  const [marks, moderations] = await Promise.all([loadCohortMarks(cohortId), listByCohort('moderations', cohortId)]);
  if (marks === undefined) return undefined;
  const current = marks.learners.flatMap(({ enrolment: { id, status, personId, cohortId: cohort } }) =>
    isCurrent(status) ? [marks.sheets.get(id) ?? { id, cohortId: cohort, personId, cells: {} }] : [],
  );
  return {
    ...marks,
    current,
    rules: rulesOf(marks.cohort, marks.programme),
    moderations: new Map(moderations.map((one) => [one.assignmentId, one])),
  };
};

const newScriptsOf = (moderation: Moderation | undefined, scripts: readonly Script[]): number => {
  if (moderation === undefined) return 0;
  if (moderation.verdict?.kind === 'accepted') return scriptsToDraw(scripts, moderation).length;
  return Math.max(0, scriptsToDraw(scripts, moderation).length - moderation.scripts);
};

/** The batches of a cohort, one an assignment, in the order of the programme. */
export const batchesOf = ({ programme, current, rules, moderations }: CohortModeration): readonly Batch[] =>
  programme.modules.flatMap((module) =>
    module.assignments.map((assignment): Batch => {
      const scripts = scriptsOf(assignment, current);
      const moderation = moderations.get(assignment.id);
      const own = moderationRulesOf(rules);
      const comparisons = moderation === undefined ? [] : compareSample(moderation, scripts, assignment.max, own);
      return {
        module,
        assignment,
        scripts,
        rules: own,
        moderation,
        state: moderationState(moderation, scripts, assignment, rules),
        comparisons,
        findings: findingsOf(comparisons, assignment.max, own),
        newScripts: newScriptsOf(moderation, scripts),
      };
    }),
  );

type Which = { readonly cohortId: CohortId; readonly assignmentId: AssignmentId };

const findBatch = (
  content: CohortModeration | undefined,
  { assignmentId }: Which,
): (CohortModeration & { readonly batch: Batch }) | undefined => {
  const batch = content && batchesOf(content).find(({ assignment }) => assignment.id === assignmentId);
  return content === undefined || batch === undefined ? undefined : { ...content, batch };
};

/** Reads one batch; undefined where there is no such cohort or assignment. */
export const loadBatch = async (which: Which): Promise<(CohortModeration & { readonly batch: Batch }) | undefined> =>
  findBatch(await loadModeration(which.cohortId), which);

const roundOf = ({ seed, scripts, drawnOn, drawnBy, sample, seconds, verdict }: Moderation): ModerationRound => ({
  seed,
  scripts,
  drawnOn,
  drawnBy,
  sample,
  seconds,
  ...(verdict === undefined ? {} : { verdict }),
});

/** A sample that is drawn again before its verdict keeps the scripts that have their second mark. */
const drawn = (which: Which, batch: Batch, passMark: number, seed: number, today: IsoDate): Moderation => {
  const before = batch.moderation;
  const again = before !== undefined && before.verdict === undefined;
  const scripts = scriptsToDraw(batch.scripts, before);
  const sample = drawSample(scripts, { assignment: batch.assignment, passMark, rules: batch.rules, seed });
  const chosen = new Set(sample.map(({ enrolmentId }) => enrolmentId));
  const kept = again
    ? before.sample.filter(({ enrolmentId }) => before.seconds[enrolmentId] !== undefined && !chosen.has(enrolmentId))
    : [];
  const earlier = [
    ...(before?.earlier ?? []),
    ...(before === undefined || before.verdict === undefined ? [] : [roundOf(before)]),
  ];
  return {
    ...which,
    id: moderationId(which.cohortId, which.assignmentId),
    seed,
    scripts: scripts.length,
    drawnOn: today,
    drawnBy: writeState().author.name,
    sample: [...sample, ...kept],
    seconds: again ? before.seconds : {},
    ...(earlier.length === 0 ? {} : { earlier }),
  };
};

/**
 * Draws the sample of an assignment from a seed and records it. A batch without a verdict is drawn again and keeps its second marks; after a verdict a
 * new round begins. Errors: `assignment-missing`, `moderation-nothing-marked`, those of `commit`.
 */
export const drawModeration = async (which: Which, seed: number, today: IsoDate): Promise<Result<Moderation>> => {
  const found = await loadBatch(which);
  if (found === undefined) return fail('assignment-missing', { assignment: which.assignmentId });
  const moderation = drawn(which, found.batch, found.rules.passMark, seed, today);
  if (moderation.scripts === 0) return fail('moderation-nothing-marked');
  const values = { code: found.cohort.code, count: moderation.sample.length, seed: String(seed) };
  const written = await commit({ code: 'moderation-drawn', values }, [
    { table: 'moderations', id: moderation.id, next: moderation },
  ]);
  return written.ok ? ok(moderation) : written;
};

const withSecond = (moderation: Moderation, enrolmentId: EnrolmentId, second: SecondMark | null): Moderation => {
  const { [enrolmentId]: _before, ...others } = moderation.seconds;
  return { ...moderation, seconds: second === null ? others : { ...others, [enrolmentId]: second } };
};

type OneScript = Which & { readonly enrolmentId: EnrolmentId };

const comparisonOf = (batch: Batch, { enrolmentId }: OneScript): Comparison | undefined =>
  batch.comparisons.find((one) => one.enrolmentId === enrolmentId);

/**
 * Records the blind second mark of a script of the sample, or takes it away to be keyed anew (null). What it is compared with is the first mark as it
 * is at that moment. Errors: `moderation-decided` (the batch has its verdict), `moderation-not-sampled`, those of `commit`.
 */
export const enterSecondMark = async (
  which: OneScript,
  value: Hundredths | null,
  today: IsoDate,
): Promise<Result<unknown>> => {
  const found = await loadBatch(which);
  const comparison = found && comparisonOf(found.batch, which);
  const moderation = found?.batch.moderation;
  if (found === undefined || moderation === undefined || comparison?.script === undefined)
    return fail('moderation-not-sampled');
  if (moderation.verdict !== undefined) return fail('moderation-decided');
  const second: SecondMark | null =
    value === null ? null : { value, first: comparison.script.value, by: writeState().author.name, on: today };
  return commit({ code: value === null ? 'second-mark-taken-back' : 'second-mark-keyed' }, async () => {
    const fresh = (await getRecord('moderations', moderation.id)) ?? moderation;
    return [{ table: 'moderations', id: fresh.id, next: withSecond(fresh, which.enrolmentId, second) }];
  });
};

/**
 * Records the mark that two markers agreed on, with their note, and enters it in the mark sheet in the same change; a released mark makes a new
 * revision. Errors: `moderation-not-sampled`, `moderation-decided`, `agreed-mark-note`, those of `commit`.
 */
export const agreeOnMark = async (
  which: OneScript,
  agreement: { readonly value: Hundredths; readonly note: string },
  today: IsoDate,
): Promise<Result<unknown>> => {
  const note = agreement.note.trim();
  if (note === '') return fail('agreed-mark-note');
  const found = await loadBatch(which);
  const comparison = found && comparisonOf(found.batch, which);
  const moderation = found?.batch.moderation;
  const sheet = found?.sheets.get(which.enrolmentId);
  const cell = sheet?.cells[which.assignmentId];
  const second = comparison?.second;
  if (
    found === undefined ||
    moderation === undefined ||
    sheet === undefined ||
    cell === undefined ||
    second === undefined
  )
    return fail('moderation-not-sampled');
  if (moderation.verdict !== undefined) return fail('moderation-decided');
  const released = found.cohort.released[found.batch.module.id] !== undefined;
  const next = enterAgreedMark(cell, agreement.value, { today, reason: note, released });
  const agreed = { value: agreement.value, note, by: writeState().author.name, on: today };
  return commit({ code: 'mark-agreed', note }, [
    {
      table: 'moderations',
      id: moderation.id,
      next: withSecond(moderation, which.enrolmentId, { ...second, agreed }),
    },
    { table: 'sheets', id: sheet.id, next: { ...sheet, cells: { ...sheet.cells, [which.assignmentId]: next } } },
  ]);
};

/**
 * Records the verdict on a batch. Accepted: its marked scripts are moderated from then on. Sent back: they stay as they are, to be marked again. Errors:
 * `moderation-not-finished` (accepting while marks or agreements are missing), `verdict-note` (sending back, or accepting a flagged batch, without a
 * note), `moderation-not-drawn`, `moderation-decided`, those of `commit`.
 */
export const decideBatch = async (
  which: Which,
  decision: { readonly kind: BatchVerdict; readonly note: string },
  today: IsoDate,
): Promise<Result<unknown>> => {
  const found = await loadBatch(which);
  const moderation = found?.batch.moderation;
  if (found === undefined || moderation === undefined) return fail('moderation-not-drawn');
  if (moderation.verdict !== undefined) return fail('moderation-decided');
  const { findings } = found.batch;
  const { kind } = decision;
  const note = decision.note.trim();
  if (kind === 'accepted' && !findings.finished)
    return fail('moderation-not-finished', { count: findings.waiting + findings.differs + findings.changed });
  if (note === '' && (kind === 're-mark' || findings.flagged)) return fail('verdict-note');
  const verdict = { kind, by: writeState().author.name, on: today, ...(note === '' ? {} : { note }) };
  const values = { code: found.cohort.code, module: found.batch.module.number };
  const reason = { code: kind === 'accepted' ? 'batch-accepted' : 'batch-sent-back', values };
  return commit(note === '' ? reason : { ...reason, note }, [
    { table: 'moderations', id: moderation.id, next: { ...moderation, verdict } },
    ...(kind === 'accepted' ? found.current : []).flatMap((sheet): readonly RecordChange[] => {
      const next = moderateSheet(sheet, which.assignmentId);
      return next === sheet ? [] : [{ table: 'sheets', id: sheet.id, next }];
    }),
  ]);
};

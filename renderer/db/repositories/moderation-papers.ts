import type { GradeChangeLine } from '#shared/domain/exports/grade-changes-export.ts';
import { gradeChangeLine, gradeChangesSheet } from '#shared/domain/exports/grade-changes-export.ts';
import { gradeChanges } from '#shared/domain/grade-changes.ts';
import type { CohortId } from '#shared/domain/ids.ts';
import type { Language } from '#shared/domain/languages.ts';
import { inLanguage } from '#shared/domain/languages.ts';
import type { MarkerStatistics } from '#shared/domain/moderation-statistics.ts';
import { batchStatistics, markerStatistics } from '#shared/domain/moderation-statistics.ts';
import { gradeChangesPaper } from '#shared/domain/papers/grade-changes.ts';
import { signOffPaper } from '#shared/domain/papers/sign-off.ts';
import { fullName } from '#shared/domain/people.ts';
import type { IsoDate } from '#shared/lib/dates.ts';
import type { Result } from '#shared/lib/result.ts';
import { fail } from '#shared/lib/result.ts';
import type { WrittenPaper } from '#renderer/desktop/write-papers.ts';
import { changesTouching } from '../changes-touching.ts';
import { writeState } from '../write-state.ts';
import { loadCohortMarks } from './marks.ts';
import type { Batch, CohortModeration } from './moderation.ts';
import { wordsIn, writeNotedPaper, writeNotedTable } from './noted-files.ts';

/** The statistics of a batch as they are shown and printed: all markers first, then each where there are several. */
export const statisticsOf = ({ rules }: CohortModeration, batch: Batch): readonly MarkerStatistics[] => {
  const input = { ...batch, max: batch.assignment.max, passMark: rules.passMark };
  const each = markerStatistics(input);
  const all = batchStatistics(input);
  return all === undefined || each.length === 1 ? each : [all, ...each];
};

/** Writes the sign-off sheet of a batch as PDF. Errors: `moderation-not-drawn`, those of writing papers. */
export const writeSignOff = async (
  content: CohortModeration,
  batch: Batch,
  file: { readonly path: string; readonly language: Language; readonly today: IsoDate },
): Promise<Result<WrittenPaper>> => {
  const { moderation } = batch;
  if (moderation === undefined) return fail('moderation-not-drawn');
  const names = new Map(
    content.learners.map(({ enrolment, person }) => [enrolment.id, enrolment.confirmedName ?? fullName(person)]),
  );
  const collator = new Intl.Collator(file.language);
  const nameOf = (id: (typeof batch.comparisons)[number]['enrolmentId']): string => names.get(id) ?? '';
  const paper = signOffPaper(
    {
      ...batch,
      moderation,
      cohort: content.cohort,
      programme: content.programme,
      passMark: content.rules.passMark,
      comparisons: batch.comparisons.toSorted((a, b) => collator.compare(nameOf(a.enrolmentId), nameOf(b.enrolmentId))),
      statistics: statisticsOf(content, batch),
      names,
      on: file.today,
    },
    await wordsIn(file.language),
  );
  const { path, language } = file;
  return writeNotedPaper(
    { kind: 'sign-off', path, language, cohort: content.cohort.code },
    paper,
    batch.comparisons.length,
  );
};

const momentIn = (language: Language): ((at: number) => string) => {
  const format = new Intl.DateTimeFormat(language === 'en' ? 'en-GB' : language, {
    dateStyle: 'short',
    timeStyle: 'short',
  });
  return (at) => format.format(at);
};

/** Every change of a released mark of a cohort in words, the oldest first; undefined where there is no such cohort. */
export const loadGradeChanges = async (
  cohortId: CohortId,
  language: Language,
): Promise<readonly GradeChangeLine[] | undefined> => {
  const found = await loadCohortMarks(cohortId);
  if (found === undefined) return undefined;
  const { learners, programme } = found;
  const sets = await changesTouching([
    `cohorts/${cohortId}`,
    ...learners.map(({ enrolment }) => `sheets/${enrolment.id}`),
  ]);
  const names = new Map(learners.map(({ enrolment, person }) => [enrolment.id, fullName(person)]));
  const words = await wordsIn(language);
  const titles = new Map(
    programme.modules.flatMap(({ number, assignments }) =>
      assignments.map(({ id, title }) => [id, `${String(number)} ${inLanguage(title, language)}`] as const),
    ),
  );
  const moment = momentIn(language);
  const changes = gradeChanges(sets, {
    cohortId,
    enrolmentIds: new Set(learners.map(({ enrolment }) => enrolment.id)),
    modules: programme.modules,
  });
  return changes.map((change) =>
    gradeChangeLine(
      change,
      {
        when: moment(change.at),
        learner: names.get(change.enrolmentId) ?? '–',
        assignment: titles.get(change.assignmentId) ?? change.assignmentId,
      },
      words,
    ),
  );
};

/** Writes the grade-change report of a cohort; the ending of the path chooses PDF, XLSX or CSV. Errors: `cohort-missing`, those of writing. */
export const writeGradeChanges = async (
  cohortId: CohortId,
  file: { readonly path: string; readonly language: Language; readonly today: IsoDate },
): Promise<Result<{ readonly path: string }>> => {
  const { path, language, today } = file;
  // Every change listed is before this entry of the history, or is this entry.
  const { seq, hash } = writeState().head;
  const [found, lines, words] = await Promise.all([
    loadCohortMarks(cohortId),
    loadGradeChanges(cohortId, language),
    wordsIn(language),
  ]);
  if (found === undefined || lines === undefined) return fail('cohort-missing', { code: cohortId });
  const { cohort, programme } = found;
  const noted = { kind: 'grade-changes' as const, path, language, cohort: cohort.code };
  if (!path.toLowerCase().endsWith('.pdf')) return writeNotedTable(noted, () => gradeChangesSheet(lines, words));
  const paper = gradeChangesPaper({ cohort, programme, lines, head: { seq, hash }, on: today }, words);
  return writeNotedPaper(noted, paper, lines.length);
};

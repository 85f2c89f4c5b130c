import type { GradeChangeLine } from '#shared/domain/exports/grade-changes-export.ts';
import { gradeChangeLine, gradeChangesSheet } from '#shared/domain/exports/grade-changes-export.ts';
import { gradeChanges } from '#shared/domain/grade-changes.ts';
import type { CohortId } from '#shared/domain/ids.ts';
import type { Language } from '#shared/domain/languages.ts';
import { inLanguage } from '#shared/domain/languages.ts';
import type { MarkerStatistics } from '#shared/domain/moderation-statistics.ts';
import { batchStatistics, markerStatistics } from '#shared/domain/moderation-statistics.ts';
import type { Paper } from '#shared/domain/paper.ts';
import { gradeChangesPaper } from '#shared/domain/papers/grade-changes.ts';
import { signOffPaper } from '#shared/domain/papers/sign-off.ts';
import { fullName } from '#shared/domain/people.ts';
import { loadTranslator } from '#shared/i18n/load-translator.ts';
import { sayMessage } from '#shared/i18n/make-translator.ts';
import type { IsoDate } from '#shared/lib/dates.ts';
import type { Result } from '#shared/lib/result.ts';
import { fail, ok } from '#shared/lib/result.ts';
import { desktop } from '#renderer/desktop/bridge.ts';
import { changesTouching } from '../changes-touching.ts';
import { newId } from '../new-id.ts';
import { writeState } from '../write-state.ts';
import { loadCohortMarks } from './marks.ts';
import type { Batch, CohortModeration } from './moderation.ts';

const wordsIn = async (language: Language) => {
  const translate = await loadTranslator(language);
  return { language, say: (text: Parameters<typeof sayMessage>[1]) => sayMessage(translate, text) };
};

const writePaper = async (paper: Paper, path: string): Promise<Result<string>> => {
  const cut = Math.max(path.lastIndexOf('/'), path.lastIndexOf('\\'));
  const written = await desktop.papersWriteFiles({
    id: newId(),
    papers: [{ paper, name: paper.title }],
    mode: 'merged',
    folder: cut < 0 ? '.' : path.slice(0, Math.max(1, cut)),
    fileName: path.slice(cut + 1),
    replace: true,
  });
  if (written.error !== null) return fail(written.error.code, written.error.details);
  return ok(written.files[0]?.path ?? path);
};

/** The statistics of a batch as they are shown and printed: all markers first, then each where there are several. */
export const statisticsOf = ({ rules }: CohortModeration, batch: Batch): readonly MarkerStatistics[] => {
  const input = { ...batch, max: batch.assignment.max, passMark: rules.passMark };
  const each = markerStatistics(input);
  const all = batchStatistics(input);
  return all === undefined || each.length === 1 ? each : [all, ...each];
};

/** Writes the sign-off sheet of a batch as PDF and gives its path. Errors: `moderation-not-drawn`, those of writing papers. */
export const writeSignOff = async (
  content: CohortModeration,
  batch: Batch,
  file: { readonly path: string; readonly language: Language; readonly today: IsoDate },
): Promise<Result<string>> => {
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
  return writePaper(paper, file.path);
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
): Promise<Result<string>> => {
  const { path, language, today } = file;
  // Every change listed is before this entry of the history, or is this entry.
  const { seq, hash } = writeState().head;
  const [found, lines, words] = await Promise.all([
    loadCohortMarks(cohortId),
    loadGradeChanges(cohortId, language),
    wordsIn(language),
  ]);
  if (found === undefined || lines === undefined) return fail('cohort-missing', { code: cohortId });
  if (path.toLowerCase().endsWith('.pdf')) {
    const { cohort, programme } = found;
    return writePaper(gradeChangesPaper({ cohort, programme, lines, head: { seq, hash }, on: today }, words), path);
  }
  const { name, columns, rows } = gradeChangesSheet(lines, words);
  const written = await desktop.tablesWriteTable({
    path,
    language,
    sheets: [{ name, columns: [...columns], rows: rows.map((row) => [...row]) }],
  });
  return written.ok ? ok(written.value.path) : fail(written.error.code, written.error.details);
};

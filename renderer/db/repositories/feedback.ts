import type { Cohort } from '#shared/domain/cohorts.ts';
import type { EnrolmentId, ModuleId } from '#shared/domain/ids.ts';
import type { Language } from '#shared/domain/languages.ts';
import type { NamedPaper } from '#shared/domain/paper.ts';
import {
  feedbackFileName,
  feedbackLanguage,
  feedbackPaper,
  hasFeedback,
  isReleasedTo,
} from '#shared/domain/papers/feedback.ts';
import type { FeedbackInput } from '#shared/domain/papers/feedback-context.ts';
import { isCurrent } from '#shared/domain/people.ts';
import type { Module } from '#shared/domain/programmes.ts';
import { loadTranslator } from '#shared/i18n/load-translator.ts';
import { sayMessage } from '#shared/i18n/make-translator.ts';
import type { Translator } from '#shared/i18n/make-translator.ts';
import { today } from '#renderer/desktop/clock.ts';
import type { PaperReport } from '#renderer/desktop/write-papers.ts';
import type { CohortLearner, CohortMarks } from './marks.ts';
import { notePapers } from './noted-files.ts';

/** Whose feedback on which module. Without `enrolments`: all learners to whom the module's marks are released. */
export type FeedbackRequest = {
  readonly moduleId: ModuleId;
  readonly enrolments?: readonly EnrolmentId[];
  readonly namesMarker: boolean;
  /** The language for learners whose own the app does not speak. */
  readonly fallback: Language;
};

/** One learner's sheet to be. `released`: the marks on it are released; else it says that they may change. */
type Sheet = {
  readonly learner: CohortLearner;
  readonly input: FeedbackInput;
  readonly language: Language;
  readonly released: boolean;
};

/** The sheets that would be written, in the order in which they are handed out, and how many of those asked for have nothing to be told yet. */
export type FeedbackPlan = {
  readonly module: Module;
  readonly sheets: readonly Sheet[];
  readonly without: number;
};

const byHand = new Intl.Collator(undefined, { numeric: true });

/** Site, mentor group, name: the heaps in which papers travel. */
const inHandOutOrder = (a: Sheet, b: Sheet): number => {
  const key = ({ learner: { enrolment, person } }: Sheet): readonly string[] => [
    enrolment.site ?? '',
    enrolment.mentorGroup ?? '',
    person.familyName,
    person.givenNames,
  ];
  const [first, second] = [key(a), key(b)];
  return first.reduce((found, text, index) => found || byHand.compare(text, second[index] ?? ''), 0);
};

/** Finds whose feedback there is; undefined where the cohort's programme has no such module. */
export const planFeedback = (marks: CohortMarks, request: FeedbackRequest): FeedbackPlan | undefined => {
  const { cohort, programme, learners } = marks;
  const module = programme.modules.find(({ id }) => id === request.moduleId);
  if (module === undefined) return undefined;
  const wanted = request.enrolments === undefined ? undefined : new Set(request.enrolments);
  const asked = learners.filter(({ enrolment }) =>
    wanted === undefined ? isCurrent(enrolment.status) : wanted.has(enrolment.id),
  );
  const all = asked.map((learner): Sheet => {
    const { enrolment, person } = learner;
    const input: FeedbackInput = {
      programme,
      cohort,
      person,
      enrolment,
      sheet: marks.sheets.get(enrolment.id),
      module,
      on: today(),
      namesMarker: request.namesMarker,
    };
    return { learner, input, language: feedbackLanguage(person, request.fallback), released: isReleasedTo(input) };
  });
  const sheets = all
    .filter(({ input, released }) => hasFeedback(input) && (wanted !== undefined || released))
    .sort(inHandOutOrder);
  return { module, sheets, without: all.length - sheets.length };
};

/** The papers of a plan, each in its learner's language, and the name of its own file. */
export const feedbackPapers = async ({ module, sheets }: FeedbackPlan): Promise<readonly NamedPaper[]> => {
  const languages = [...new Set(sheets.map(({ language }) => language))];
  const translators = new Map<Language, Translator>(
    await Promise.all(languages.map(async (language) => [language, await loadTranslator(language)] as const)),
  );
  return sheets.flatMap(({ input, language }) => {
    const translate = translators.get(language);
    if (translate === undefined) return [];
    const words = { language, say: (message: Parameters<typeof sayMessage>[1]) => sayMessage(translate, message) };
    return [{ paper: feedbackPaper(input, words), name: feedbackFileName(module, input.person) }];
  });
};

/** Notes in the history that feedback of so many learners left the workspace: the file, or the first of several. */
export const noteFeedback = async (
  { code }: Pick<Cohort, 'code'>,
  { files }: PaperReport,
  learners: number,
  language: Language,
): Promise<void> => {
  const [first] = files;
  if (first !== undefined) await notePapers({ kind: 'feedback', path: first.path, language, cohort: code }, learners);
};

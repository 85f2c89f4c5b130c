import type { QuestionKind, DesignedQuestion, QuestionnaireDesign, QuestionTexts } from './questionnaire-design.ts';
import { baselineName, questionnaireLanguages } from './questionnaire-design.ts';
import type { QuestionnaireLanguage } from './questionnaire-design.ts';
import { isStandard, standardQuestion } from './questionnaire-standard.ts';

/** What keeps a questionnaire from being used, with message key `questionnaires.problem.<code>`. */
export type QuestionnaireProblem = {
  readonly code:
    | 'twice'
    | 'no-words'
    | 'few-choices'
    | 'choice-twice'
    | 'choice-no-words'
    | 'bad-range'
    | 'condition-unknown'
    | 'condition-later'
    | 'standard-changed';
  readonly question: string;
};

const said = (texts: QuestionTexts | undefined): boolean => Object.values(texts ?? {}).some((text) => text !== '');

const hasChoices = (kind: QuestionKind): boolean => kind === 'single' || kind === 'multiple';

const choiceProblem = ({ kind, choices = [] }: DesignedQuestion): QuestionnaireProblem['code'] | undefined => {
  if (!hasChoices(kind)) return undefined;
  if (choices.length < 2) return 'few-choices';
  if (new Set(choices.map(({ value }) => value)).size < choices.length) return 'choice-twice';
  return choices.every(({ label }) => said(label)) ? undefined : 'choice-no-words';
};

/** A scale is answered by a number key where it ends at 9 or below; 0 is "does not say". */
const hasBadRange = ({ kind, from, to }: DesignedQuestion): boolean => {
  if (kind === 'scale') return from === undefined || to === undefined || from < 1 || to > 10 || from >= to;
  return kind === 'number' && from !== undefined && to !== undefined && from > to;
};

const isChanged = (question: DesignedQuestion): boolean => {
  const shipped = standardQuestion(question.id);
  if (shipped === undefined) return false;
  const values = ({ choices = [] }: DesignedQuestion): string =>
    choices
      .map(({ value }) => value)
      .sort()
      .join(' ');
  return shipped.kind !== question.kind || values(shipped) !== values(question);
};

const conditionProblem = (
  { when = [] }: DesignedQuestion,
  earlier: ReadonlySet<string>,
  all: ReadonlySet<string>,
): QuestionnaireProblem['code'] | undefined => {
  const named = when.map(({ question }) => question).filter((name) => name !== baselineName);
  if (named.some((name) => !all.has(name))) return 'condition-unknown';
  return named.every((name) => earlier.has(name)) ? undefined : 'condition-later';
};

/**
 * Everything that must be put right before a questionnaire can be used, in the order of its questions. Questions of domain.md may get other words and
 * another place, but keep their kind and the values of their choices: indicators are computed from them.
 */
export const questionnaireProblems = ({ questions }: QuestionnaireDesign): readonly QuestionnaireProblem[] => {
  const all = new Set(questions.map(({ id }) => id));
  const earlier = new Set<string>();
  return questions.flatMap((question): readonly QuestionnaireProblem[] => {
    const codes: readonly (QuestionnaireProblem['code'] | undefined)[] = [
      earlier.has(question.id) ? 'twice' : undefined,
      said(question.say) && said(question.short) ? undefined : 'no-words',
      isChanged(question) ? 'standard-changed' : choiceProblem(question),
      hasBadRange(question) ? 'bad-range' : undefined,
      conditionProblem(question, earlier, all),
    ];
    earlier.add(question.id);
    return codes.flatMap((code) => (code === undefined ? [] : [{ code, question: question.id }]));
  });
};

/** How many texts a question lacks in a language. */
export const missingTexts = (
  { say, short, choices = [] }: DesignedQuestion,
  language: QuestionnaireLanguage,
): number => {
  const lacks = (texts: QuestionTexts): number => ((texts[language] ?? '') === '' ? 1 : 0);
  const hints = choices.flatMap(({ hint }) => (said(hint) && hint !== undefined ? [hint] : []));
  return [say, short, ...choices.map(({ label }) => label), ...hints].reduce((sum, texts) => sum + lacks(texts), 0);
};

/** How many texts a questionnaire lacks, by language. */
export const missingByLanguage = ({
  questions,
}: QuestionnaireDesign): Readonly<Record<QuestionnaireLanguage, number>> =>
  Object.fromEntries(
    questionnaireLanguages.map((language) => [
      language,
      questions.reduce((sum, question) => sum + missingTexts(question, language), 0),
    ]),
  ) as Record<QuestionnaireLanguage, number>;

/** The questionnaire with one question changed. */
export const withQuestion = (design: QuestionnaireDesign, next: DesignedQuestion): QuestionnaireDesign => ({
  ...design,
  questions: design.questions.map((question) => (question.id === next.id ? next : question)),
});

/** The questionnaire with a question one place earlier (-1) or later (1); at either end it stays where it is. */
export const withMoved = (design: QuestionnaireDesign, id: string, by: -1 | 1): QuestionnaireDesign => {
  const from = design.questions.findIndex((question) => question.id === id);
  const to = from + by;
  const [one, other] = [design.questions[from], design.questions[to]];
  if (one === undefined || other === undefined) return design;
  return {
    ...design,
    questions: design.questions.map((question, index) => (index === from ? other : index === to ? one : question)),
  };
};

/** The questionnaire without a question. The last one stays. */
export const withoutQuestion = (design: QuestionnaireDesign, id: string): QuestionnaireDesign =>
  design.questions.length < 2 ? design : { ...design, questions: design.questions.filter((each) => each.id !== id) };

const freshId = ({ questions }: QuestionnaireDesign): string => {
  const taken = new Set(questions.map(({ id }) => id));
  for (let number = 1; ; number += 1) if (!taken.has(`own${number}`)) return `own${number}`;
};

/** What a kind of question needs besides its words. */
export const partsOf = (kind: QuestionKind): Pick<DesignedQuestion, 'kind' | 'choices' | 'from' | 'to'> => {
  if (kind === 'scale') return { kind, from: 1, to: 5 };
  if (!hasChoices(kind)) return { kind };
  return { kind, choices: [1, 2].map((number) => ({ value: `choice${number}`, label: {} })) };
};

/** The questionnaire with a new question of the programme's own after another one, and its id. */
export const withNewQuestion = (
  design: QuestionnaireDesign,
  after: string | undefined,
  kind: QuestionKind,
): { readonly design: QuestionnaireDesign; readonly id: string } => {
  const id = freshId(design);
  const place = design.questions.findIndex((question) => question.id === after);
  // A question that shares the number of this one stays with it.
  const next = design.questions.findIndex(({ joined }, index) => index > place && joined !== true);
  const at = place < 0 || next < 0 ? design.questions.length : next;
  const added: DesignedQuestion = { id, say: {}, short: {}, required: false, ...partsOf(kind) };
  return { id, design: { ...design, questions: design.questions.toSpliced(at, 0, added) } };
};

/** The questions of domain.md that a questionnaire leaves out: their indicators cannot be computed from its answers. */
export const leftOut = (design: QuestionnaireDesign, standard: QuestionnaireDesign): readonly DesignedQuestion[] =>
  standard.questions.filter(({ id }) => isStandard(id) && !design.questions.some((question) => question.id === id));

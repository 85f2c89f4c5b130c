import shipped from '../../resources/questionnaires/follow-up-1.json' with { type: 'json' };
import type { QuestionId } from './follow-ups.ts';
import type { DesignedQuestion, QuestionnaireDesign } from './questionnaire-design.ts';
import { readQuestionnaire } from './questionnaire-design.ts';

const readShipped = (): QuestionnaireDesign => {
  const read = readQuestionnaire(shipped);
  if (!read.ok) throw new Error(`The shipped questionnaire is damaged: ${JSON.stringify(read.error)}`);
  return read.value;
};

/** The interview of domain.md 5 in the order in which it is spoken, in four languages: ten steps, about four minutes. */
export const standardQuestionnaire: QuestionnaireDesign = readShipped();

const standard = new Map(standardQuestionnaire.questions.map((question) => [question.id, question]));

/** The shipped form of a question of domain.md; undefined for a question of a programme's own. */
export const standardQuestion = (id: string): DesignedQuestion | undefined => standard.get(id);

/** True where an id is that of a question of domain.md, answered in a field of its own. */
export const isStandard = (id: string): id is QuestionId => standard.has(id);

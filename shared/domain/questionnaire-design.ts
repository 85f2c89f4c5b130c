import { z } from 'zod';
import type { Result } from '#shared/lib/result.ts';
import { fail, ok } from '#shared/lib/result.ts';

/** Languages in which a question can be read aloud, whatever language the screen speaks. */
export const questionnaireLanguages = ['en', 'fr', 'pt', 'sw'] as const;
export type QuestionnaireLanguage = (typeof questionnaireLanguages)[number];

/** How a question is answered: one choice, several, a point on a scale, a number, a day, or words. */
export const questionKinds = ['single', 'multiple', 'scale', 'number', 'date', 'text'] as const;
export type QuestionKind = (typeof questionKinds)[number];

/** The name under which a condition asks for the main activity at enrolment. */
export const baselineName = 'baseline';

const language = z.enum(questionnaireLanguages);
const texts = z.partialRecord(language, z.string().max(400));
const id = z.string().regex(/^[a-z][A-Za-z0-9_]{0,39}$/);
const code = z.string().regex(/^[a-z0-9][a-z0-9_-]{0,39}$/);

const choice = z.strictObject({ value: code, label: texts, hint: texts.optional() });

/** Holds where the answer is one of `is`, and a number not under `atLeast` nor over `atMost`. An answer that is not known fulfils nothing. */
const condition = z.strictObject({
  question: id,
  is: z.array(z.string()).min(1).optional(),
  atLeast: z.number().optional(),
  atMost: z.number().optional(),
});

const question = z.strictObject({
  id,
  kind: z.enum(questionKinds),
  /** Read aloud. */
  say: texts,
  /** Stands in lists and column headings. */
  short: texts,
  choices: z.array(choice).max(40).optional(),
  /** Least and most of a scale or a number. */
  from: z.number().optional(),
  to: z.number().optional(),
  /** Asked only where all of these hold. */
  when: z.array(condition).max(6).optional(),
  /** An interview is complete when every required question that applies is answered or declined. */
  required: z.boolean(),
  /** Shares the number of the question before it. */
  joined: z.boolean().optional(),
});

const design = z.strictObject({
  format: z.literal(1),
  name: code,
  version: z.int().min(1),
  title: texts,
  languages: z.array(language).min(1),
  questions: z.array(question).min(1).max(80),
});

/** A text in the languages of a questionnaire; one that is missing is read in the first language that has it. */
export type QuestionTexts = z.infer<typeof texts>;
export type QuestionCondition = z.infer<typeof condition>;
export type DesignedQuestion = z.infer<typeof question>;

/** An edition of a follow-up questionnaire as plain data; an edition that was used is never changed. */
export type QuestionnaireDesign = z.infer<typeof design>;

/** Reads a questionnaire from plain data. Error `questionnaire-damaged` with `where`, the path of the first fault. */
export const readQuestionnaire = (data: unknown): Result<QuestionnaireDesign> => {
  const read = design.safeParse(data);
  if (read.success) return ok(read.data);
  return fail('questionnaire-damaged', { where: read.error.issues[0]?.path.join('.') ?? '' });
};

/** A text in the language asked for, or in the first language of the questionnaires that has it. */
export const textIn = (text: QuestionTexts | undefined, wanted: string): string => {
  const found = (text as Readonly<Record<string, string | undefined>> | undefined)?.[wanted];
  if (found !== undefined && found !== '') return found;
  for (const each of questionnaireLanguages) {
    const other = text?.[each];
    if (other !== undefined && other !== '') return other;
  }
  return '';
};

/** The numbers the caller sees, by question id; a joined question has the number of the one before it. */
export const stepsOf = ({ questions }: QuestionnaireDesign): ReadonlyMap<string, number> => {
  let step = 0;
  return new Map(
    questions.map(({ id: own, joined }) => {
      if (joined !== true || step === 0) step += 1;
      return [own, step];
    }),
  );
};

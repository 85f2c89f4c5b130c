import type { IsoDate } from '#shared/lib/dates.ts';
import { editionName, plainWord } from '../enumerator/form-fields.ts';
import { enumeratorTexts } from '../enumerator/words.ts';
import type { FollowUp } from '../follow-ups.ts';
import type { Message } from '../message.ts';
import { message } from '../message.ts';
import type { Wave } from '../programmes.ts';
import type { DesignedQuestion, QuestionnaireDesign } from '../questionnaire-design.ts';
import { questionOf } from '../questionnaire.ts';
import { standardQuestionnaire } from '../questionnaire-standard.ts';
import { interviewDay } from './follow-up-merge.ts';
import type { FollowUpRow } from './follow-up-row.ts';
import type { CellProblem, SourceRow } from './import-kinds.ts';
import type { ReadCell } from './row-cells.ts';
import { problem } from './row-cells.ts';

/** All questions of all editions, each once: what columns of a file can be about. */
export const allQuestions = (designs: readonly QuestionnaireDesign[]): readonly DesignedQuestion[] => {
  const byId = new Map<string, DesignedQuestion>();
  for (const { questions } of designs)
    for (const question of questions) if (!byId.has(question.id)) byId.set(question.id, question);
  return [...byId.values()];
};

const isExit = (text: string): boolean => {
  const wanted = plainWord(text);
  return wanted === 'exit' || Object.values(enumeratorTexts('wave.exit')).some((word) => plainWord(word) === wanted);
};

/** The wave that a row names, by id or by its months; else the one in whose window the interview lies. */
export const waveOf = (
  row: FollowUpRow,
  waves: readonly Wave[],
  opens: (wave: Wave) => readonly [IsoDate, IsoDate],
) => {
  const { wave: text } = row;
  if (text !== undefined) {
    const months = isExit(text) ? 0 : Number(/\d+/.exec(text)?.[0] ?? Number.NaN);
    return waves.find(({ id }) => id === text) ?? waves.find(({ offsetMonths }) => offsetMonths === months);
  }
  const on = interviewDay(row);
  return waves.find((wave) => {
    const [first, last] = opens(wave);
    return on !== undefined && on >= first && on <= last;
  });
};

/** The questions that the answers are recorded under, and what is to be said of the edition. Answers keep the edition they were given to, where it is known. */
export const designOf = (
  designs: readonly QuestionnaireDesign[],
  row: FollowUpRow,
  before: FollowUp | undefined,
): { readonly design: QuestionnaireDesign; readonly notes: readonly Message[] } => {
  const [inUse = standardQuestionnaire] = designs;
  const named = (name: string): QuestionnaireDesign | undefined => designs.find((each) => editionName(each) === name);
  const begun = before !== undefined && (Object.keys(before.answers).length > 0 || (before.declined ?? []).length > 0);
  const standing = begun ? named(editionName(before.questionnaire ?? standardQuestionnaire)) : undefined;
  const given = row.edition === undefined ? undefined : named(row.edition);
  const design = standing ?? given ?? inUse;
  const edition = editionName(design);
  if (row.edition === undefined || row.edition === editionName(inUse)) return { design, notes: [] };
  const code = row.edition === edition ? 'older-edition' : 'other-edition';
  return { design, notes: [message(`import.note.${code}`, { made: row.edition, here: edition })] };
};

/** Answers to questions that the edition does not have: named, not dropped in silence. */
export const strayAnswers = (
  designs: readonly QuestionnaireDesign[],
  readCell: ReadCell,
  row: SourceRow,
  design: QuestionnaireDesign,
): readonly CellProblem[] =>
  allQuestions(designs).flatMap(({ id }) => {
    const cell = questionOf(design, id) === undefined ? readCell(row, `answer:${id}`) : undefined;
    return cell === undefined ? [] : [problem(cell, 'question-not-in-edition')];
  });

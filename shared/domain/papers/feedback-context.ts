import type { IsoDate } from '#shared/lib/dates.ts';
import { certificateDate } from '../certificates.ts';
import type { Cohort } from '../cohorts.ts';
import type { ExportWords } from '../exports/export-table.ts';
import { formatMark } from '../mark-text.ts';
import type { MarkSheet } from '../marks.ts';
import type { Message } from '../message.ts';
import { message } from '../message.ts';
import type { ModuleResult } from '../module-results.ts';
import { moduleResult } from '../module-results.ts';
import type { Enrolment, Person } from '../people.ts';
import { rulesOf } from '../programme-rules.ts';
import type { Module, ProgrammeRules, ProgrammeVersion } from '../programmes.ts';

/** What a learner's feedback on a module is printed from. `namesMarker`: the programme wants learners to know who marked. */
export type FeedbackInput = {
  readonly programme: Pick<ProgrammeVersion, 'title' | 'modules' | 'rules'>;
  readonly cohort: Pick<Cohort, 'code' | 'name' | 'due' | 'released' | 'ruleOverrides'>;
  readonly person: Pick<Person, 'givenNames' | 'familyName'>;
  readonly enrolment?: Pick<Enrolment, 'signedOff'>;
  readonly sheet: Pick<MarkSheet, 'cells'> | undefined;
  readonly module: Module;
  readonly on: IsoDate;
  readonly namesMarker: boolean;
};

type Say = (key: string, values?: Message['values']) => string;

/** All that the blocks of a feedback sheet are made from: rules and results of the learner, and words of their language. */
export type FeedbackContext = {
  readonly input: FeedbackInput;
  readonly rules: ProgrammeRules;
  readonly result: ModuleResult;
  readonly words: ExportWords;
  readonly language: string;
  readonly say: Say;
  readonly day: (date: IsoDate) => string;
  readonly mark: (value: number) => string;
};

/** Computes the learner's result once for the whole sheet. */
export const feedbackContext = (input: FeedbackInput, words: ExportWords): FeedbackContext => {
  const { language } = words;
  const rules = rulesOf(input.cohort, input.programme);
  return {
    input,
    rules,
    words,
    language,
    result: moduleResult(input.module, input, rules),
    say: (key, values) => words.say(message(`papers.feedback.${key}`, values)),
    day: (date) => certificateDate(date, language),
    mark: (value) => formatMark(value, language),
  };
};

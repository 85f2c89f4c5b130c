import type { Register } from '#shared/domain/attendance.ts';
import { defaultProgramme } from '#shared/domain/default-programme.ts';
import type {
  AssignmentId,
  CohortId,
  EnrolmentId,
  ModuleId,
  PersonId,
  ProgrammeId,
  SessionId,
} from '#shared/domain/ids.ts';
import { asId } from '#shared/domain/ids.ts';
import type { Attempt, Cell } from '#shared/domain/marks.ts';
import type { Message } from '#shared/domain/message.ts';
import type { LearnerResult, ModuleResult, ResultInput } from '#shared/domain/module-results.ts';
import { learnerResult } from '#shared/domain/module-results.ts';
import type { Assignment, Module, ProgrammeRules, ProgrammeVersion } from '#shared/domain/programmes.ts';
import type { Language } from '#shared/domain/languages.ts';
import { sayMessage } from '#shared/i18n/make-translator.ts';
import { createTranslator } from '#shared/i18n/translator.ts';

export const programme: ProgrammeVersion = defaultProgramme({
  id: asId<ProgrammeId>('programme-4'),
  version: '4',
  validFrom: '2025-01-01',
  rulesSetBy: 'Demonstration Board',
  rulesSetOn: '2025-01-01',
});

export const rules: ProgrammeRules = programme.rules;

export const ids = {
  cohort: asId<CohortId>('cohort-1'),
  enrolment: asId<EnrolmentId>('enrolment-1'),
  person: asId<PersonId>('person-1'),
};

export const assignmentId = (id: string): AssignmentId => asId<AssignmentId>(id);
export const moduleId = (id: string): ModuleId => asId<ModuleId>(id);

/** Criterion marks in hundredths by the ids of their criteria. */
export const criteriaOf = (marks: Readonly<Record<string, number>>): NonNullable<Attempt['criteria']> => marks;

/** A register of one session at which so many hours were attended. */
export const registerOf = (hours: number): Pick<Register, 'sessions'> => ({
  sessions: { [asId<SessionId>('s1')]: { presence: 'present', hours } },
});

export const cellOf = (value: number, attempt: Partial<Attempt> = {}): Cell => ({
  attempts: [{ state: 'marked', value, received: '2026-05-01', marked: '2026-05-10', ...attempt }],
});

/** An assignment with an id from its position, a maximum in marks and a weight. */
export const assignment = (number: number, max: number, weight: number): Assignment => ({
  id: assignmentId(`a${number}`),
  title: { en: `Work ${number}`, fr: `Travail ${number}` },
  max: max * 100,
  weight,
  criteria: [],
});

export const moduleWith = (assignments: readonly Assignment[], number = 1): Module => ({
  id: moduleId(`m${number}`),
  number,
  title: { en: `Module ${number}` },
  weight: 1,
  sessions: 4,
  hoursPerSession: 5,
  needsSignOff: false,
  assignments,
});

export const inputOf = (
  modules: readonly Module[],
  cells: Readonly<Record<string, Cell>>,
  change: Partial<ProgrammeRules> = {},
): ResultInput => ({
  programme: { modules, rules: { ...rules, ...change } },
  cohort: { due: {} },
  sheet: { cells },
});

/** The result of one module made of these assignments and cells. */
export const resultOf = (assignments: readonly Assignment[], cells: Readonly<Record<string, Cell>>): ModuleResult => {
  const [result] = learnerResult(inputOf([moduleWith(assignments)], cells)).modules;
  if (result === undefined) throw new Error('A learner has one result a module');
  return result;
};

export const moduleOf = (result: LearnerResult, number: number): ModuleResult => {
  const found = result.modules.find((one) => one.module.number === number);
  if (found === undefined) throw new Error(`No module ${number}`);
  return found;
};

const translators = {
  en: createTranslator('en'),
  fr: createTranslator('fr'),
  pt: createTranslator('pt'),
  sw: createTranslator('sw'),
};

/** The message in words, with plain spaces for those that do not break, so that expectations can be typed. */
export const words = (text: Message, language: Language = 'en'): string =>
  sayMessage(translators[language], text).replace(/[\u00a0\u202f]/gu, ' ');

import type { Award } from '../awards.ts';
import type { Cohort } from '../cohorts.ts';
import { plainWord } from '../enumerator/form-fields.ts';
import { circumstancesOf, followUpId } from '../follow-up-waves.ts';
import type { FollowUp } from '../follow-ups.ts';
import type { Message } from '../message.ts';
import { message } from '../message.ts';
import type { Person } from '../people.ts';
import { fullName } from '../people.ts';
import type { ProgrammeVersion, Wave } from '../programmes.ts';
import type { QuestionnaireDesign, QuestionnaireLanguage } from '../questionnaire-design.ts';
import type { FollowUpRow } from './follow-up-row.ts';
import type { Decisions, ImportRow, SourceTable, Understanding } from './import-kinds.ts';
import type { FoundLearner, Learner, learnerFinder } from './match-learners.ts';
import type { ReadCell } from './row-cells.ts';

/** What a file of interviews is planned from; everything of one cohort. `designs` are all editions known, the one in use first; `author` is who imports. */
export type FollowUpInput = {
  readonly table: SourceTable;
  readonly understanding: Understanding;
  readonly programme: Pick<ProgrammeVersion, 'rules'>;
  readonly cohort: Pick<Cohort, 'id' | 'code' | 'graduation'>;
  readonly learners: readonly Learner[];
  readonly awards: readonly Award[];
  readonly followUps: readonly FollowUp[];
  readonly designs: readonly QuestionnaireDesign[];
  readonly decisions: Decisions;
  readonly author: string;
  readonly language: QuestionnaireLanguage;
};

/** A learner who was awarded. */
export type Alumnus = Learner & { readonly award: Award };
/** The import as it goes on: interviews and people are as the rows so far have left them. */
export type FollowUpPlan = {
  readonly input: FollowUpInput;
  readonly readCell: ReadCell;
  readonly alumni: ReadonlyMap<string, Alumnus>;
  readonly find: ReturnType<typeof learnerFinder>;
  readonly followUps: Map<string, FollowUp>;
  readonly people: Map<string, Person>;
};

/** A row before its fate is known. */
export type StartedRow = Pick<
  ImportRow,
  'line' | 'name' | 'number' | 'decided' | 'problems' | 'notes' | 'changes' | 'candidates'
>;

/** A row that does not go in, with its reason `import.reason.<code>`. */
export const refuse = (start: StartedRow, code: string, values: NonNullable<Message['values']> = {}): ImportRow => ({
  ...start,
  fate: 'refused',
  reason: message(`import.reason.${code}`, values),
});

const sharesWord = (a: string, b: string): boolean => {
  const words = new Set(plainWord(a).split(' '));
  return plainWord(b)
    .split(' ')
    .some((word) => words.has(word));
};

/** The alumnus of a row: by the id that the file was made with, else as a learner is found. */
export const alumnusOf = (plan: FollowUpPlan, row: FollowUpRow): FoundLearner => {
  const refused = (code: string, values: Readonly<Record<string, string>>): FoundLearner => ({
    kind: 'refused',
    reason: message(`import.reason.${code}`, values),
  });
  if (row.alumnus !== undefined) {
    const known = plan.alumni.get(row.alumnus);
    if (known === undefined) return refused('unknown-alumnus', { code: plan.input.cohort.code });
    const { name } = row.key;
    if (name !== '' && !sharesWord(name, known.award.name) && !sharesWord(name, fullName(known.person)))
      return refused('row-of-another', { name, other: known.award.name });
    return { kind: 'found', learner: known, by: 'number' };
  }
  const found = plan.find(row.key);
  const decision = plan.input.decisions[row.line];
  if (found.kind !== 'unsure' || decision === undefined) return found;
  const [only, second] = found.candidates;
  const id =
    decision.as === 'same' ? decision.id : second === undefined && decision.as !== 'skip' ? only?.id : undefined;
  const chosen = id === undefined ? undefined : plan.alumni.get(id);
  if (chosen !== undefined) return { kind: 'found', learner: chosen, by: 'decision' };
  return decision.as === 'skip' ? refused('left-out', {}) : found;
};

/** A row whose alumnus and wave were found. */
export type PlacedRow = {
  readonly alumnus: Alumnus;
  readonly wave: Wave;
  readonly row: FollowUpRow;
  readonly start: StartedRow;
};

/** Why nothing may be recorded of somebody in a wave any more. */
export const closedReason = (
  plan: FollowUpPlan,
  { alumnus, wave }: PlacedRow,
  before: FollowUp | undefined,
): string | undefined => {
  const { award, enrolment } = alumnus;
  const others = plan.input.programme.rules.waves.flatMap(({ id }) =>
    id === wave.id ? [] : (plan.followUps.get(followUpId(award.id, id)) ?? []),
  );
  const { deceased, optedOut, consentCalls } = circumstancesOf(enrolment, others, plan.people.get(award.personId));
  if (deceased || before?.status === 'deceased') return 'alumnus-deceased';
  if (optedOut || consentCalls === false || before?.status === 'opted-out') return 'alumnus-opted-out';
  return before?.status === 'refused' ? 'alumnus-refused' : undefined;
};

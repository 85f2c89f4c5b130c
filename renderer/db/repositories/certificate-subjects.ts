import {
  attendedHours,
  attendedHoursByModule,
  hoursResult,
  plannedHours,
  plannedModuleHours,
} from '#shared/domain/attendance-hours.ts';
import type { Award, AwardLine } from '#shared/domain/awards.ts';
import type { CertificateRecord, CertificateSnapshot, DocumentKind } from '#shared/domain/certificates.ts';
import { kindOf } from '#shared/domain/certificates.ts';
import type { Cohort } from '#shared/domain/cohorts.ts';
import { inLanguage } from '#shared/domain/languages.ts';
import { isCurrent, fullName } from '#shared/domain/people.ts';
import { rulesOf } from '#shared/domain/programme-rules.ts';
import type { Module, ProgrammeVersion } from '#shared/domain/programmes.ts';
import type { IsoDate } from '#shared/lib/dates.ts';
import { today } from '#renderer/desktop/clock.ts';
import { listByCohort } from '../records.ts';
import { loadCohortFrame } from './marks.ts';
import { currentList } from './results.ts';

/** What a statement of results tells beside the modules, or nothing more. */
export const statementDetailKinds = ['modules', 'criteria', 'competencies'] as const;
export type StatementDetail = (typeof statementDetailKinds)[number];

/** What is to be issued: which document, for which cohort, in which words. `module` is the id of the one that a `module-attendance` is about. */
export type IssueOptions = {
  readonly cohortId: string;
  readonly template: string;
  readonly language: string;
  readonly kind?: DocumentKind;
  readonly module?: string;
  readonly detail?: StatementDetail;
};

/** Somebody who can get a document, with what it says of them. `id` is the enrolment's; `confirmed` whether the learner confirmed the name. */
export type Subject = Pick<Award, 'id' | 'personId' | 'cohortId' | 'name' | 'awardedOn'> & {
  readonly confirmed: boolean;
  readonly results: CertificateSnapshot['results'];
  readonly merit: boolean;
  readonly module?: Module;
};

/** The cohort and its programme version, as they are when a document is made. */
export type SubjectContext = { readonly cohort: Cohort; readonly programme: ProgrammeVersion };

const hasMerit = ({ cohort, programme }: SubjectContext, overall: number | undefined): boolean => {
  const { meritFrom } = rulesOf(cohort, programme);
  return meritFrom !== undefined && overall !== undefined && overall * 10 >= meritFrom;
};

/** An award as somebody to make a document for: its results are those of the frozen line. */
export const subjectOfAward = (award: Award, line: AwardLine | undefined, context: SubjectContext): Subject => ({
  id: award.id,
  personId: award.personId,
  cohortId: award.cohortId,
  name: award.name,
  awardedOn: award.awardedOn,
  confirmed: true,
  results: { overall: award.overall ?? 0, hours: line?.hours ?? 0, modules: line?.modules ?? [] },
  merit: hasMerit(context, award.overall ?? 0),
});

const awardedSubjects = async (context: SubjectContext): Promise<readonly Subject[]> => {
  const [awards, lists] = await Promise.all([
    listByCohort('awards', context.cohort.id),
    listByCohort('awardLists', context.cohort.id),
  ]);
  const lines = new Map(currentList(lists)?.lines.map((line) => [line.enrolmentId, line]));
  // Who was awarded in an earlier cycle has a certificate of that time, and gets no second one.
  return awards
    .filter(({ imported }) => imported === undefined)
    .map((award) => subjectOfAward(award, lines.get(award.id), context));
};

/** Learners who attended enough of what was planned, of the whole programme or of one module. */
const attendedSubjects = async (
  { cohort, programme }: SubjectContext,
  module: Module | undefined,
  on: IsoDate,
): Promise<readonly Subject[]> => {
  const [frame, registers, sessions] = await Promise.all([
    loadCohortFrame(cohort.id),
    listByCohort('registers', cohort.id),
    listByCohort('sessions', cohort.id),
  ]);
  const registerOf = new Map(registers.map((register) => [register.id, register]));
  const planned = module === undefined ? plannedHours(programme) : plannedModuleHours(module);
  const { minimumHours } = rulesOf(cohort, programme);
  return (frame?.learners ?? []).flatMap(({ enrolment, person }): readonly Subject[] => {
    const register = registerOf.get(enrolment.id);
    const hours =
      module === undefined ? attendedHours(register) : (attendedHoursByModule(register, sessions).get(module.id) ?? 0);
    if (!isCurrent(enrolment.status) || hours === 0 || !hoursResult(hours, planned, minimumHours).enough) return [];
    return [
      {
        id: enrolment.id,
        personId: enrolment.personId,
        cohortId: cohort.id,
        name: enrolment.confirmedName ?? fullName(person),
        awardedOn: on,
        confirmed: enrolment.confirmedName !== undefined,
        results: { overall: 0, hours, modules: [] },
        merit: false,
        ...(module === undefined ? {} : { module }),
      },
    ];
  });
};

/** All who can get a document of a kind, whether they have it or not. */
const subjectsOf = (context: SubjectContext, { kind, module }: IssueOptions): Promise<readonly Subject[]> => {
  if (kind !== 'attendance' && kind !== 'module-attendance') return awardedSubjects(context);
  const one = context.programme.modules.find(({ id }) => id === module);
  if (kind === 'module-attendance' && one === undefined) return Promise.resolve([]);
  return attendedSubjects(context, kind === 'attendance' ? undefined : one, context.cohort.graduation ?? today());
};

/** Whether a record of the register is the document asked for: of its kind and, where it is about one module, of that module. */
export const isDocument = (
  modules: readonly Module[],
  { kind = 'certificate', module }: IssueOptions,
): ((record: CertificateRecord) => boolean) => {
  const number = modules.find(({ id }) => id === module)?.number;
  return (record) =>
    kindOf(record) === kind && (kind !== 'module-attendance' || record.snapshot.module?.number === number);
};

/** The enrolments that ever had this document, in force or not. */
export const havingDocument = async (
  { programme }: SubjectContext,
  options: IssueOptions,
): Promise<ReadonlySet<string>> => {
  const records = await listByCohort('certificates', options.cohortId);
  return new Set(records.filter(isDocument(programme.modules, options)).map(({ enrolmentId }) => enrolmentId));
};

/** Who can get a document and never had it, in the order of the names. Who has one, even revoked, gets another only by a decision. */
export const waitingSubjects = async (context: SubjectContext, options: IssueOptions): Promise<readonly Subject[]> => {
  const [all, having] = await Promise.all([subjectsOf(context, options), havingDocument(context, options)]);
  const collator = new Intl.Collator(options.language);
  return all.filter(({ id }) => !having.has(id)).toSorted((a, b) => collator.compare(a.name, b.name));
};

/** The title of a module in the certificate's language, as a snapshot keeps it. */
export const moduleOf = ({ module }: Subject, language: string): CertificateSnapshot['module'] =>
  module === undefined ? undefined : { number: module.number, title: inLanguage(module.title, language) };

import type { IsoDate } from '#shared/lib/dates.ts';
import { fold } from '#shared/lib/fold.ts';
import type { Assignment, Criterion, Module, ProgrammeVersion } from './programmes.ts';

/** One competency of a framework; `code` is what criteria point to, unique in its framework whatever its capitals. */
export type Competency = {
  readonly code: string;
  readonly title: string;
  readonly area?: string;
  readonly description?: string;
};

/**
 * One version of an imported list of competencies (domain.md 2). A list of the same name imported again with other content is a new record with the
 * next `version`, counted from 1; the earlier ones are kept.
 */
export type CompetencyFramework = {
  readonly id: string;
  readonly name: string;
  readonly version: string;
  readonly competencies: readonly Competency[];
  readonly importedOn?: IsoDate;
  readonly importedBy?: string;
  readonly file?: string;
};

/** The latest version of each framework, in the order of their names. */
export const latestFrameworks = (frameworks: readonly CompetencyFramework[]): readonly CompetencyFramework[] => {
  const latest = new Map<string, CompetencyFramework>();
  for (const framework of frameworks) {
    const known = latest.get(fold(framework.name));
    if (known === undefined || Number(known.version) < Number(framework.version))
      latest.set(fold(framework.name), framework);
  }
  return [...latest.values()].toSorted((a, b) => (fold(a.name) < fold(b.name) ? -1 : 1));
};

/** The framework that a programme version points to in its latest version; where it points to none, the one framework there is. */
export const frameworkOf = (
  programme: Pick<ProgrammeVersion, 'framework'>,
  frameworks: readonly CompetencyFramework[],
): CompetencyFramework | undefined => {
  const latest = latestFrameworks(frameworks);
  const { framework: wanted } = programme;
  if (wanted === undefined) return latest.length === 1 ? latest[0] : undefined;
  return latest.find(({ name }) => fold(name) === fold(wanted));
};

/** A criterion in its place in the programme. */
export type PlacedCriterion = {
  readonly module: Module;
  readonly assignment: Assignment;
  readonly criterion: Criterion;
};

/** All criteria of a programme version in the order of its modules. */
export const criteriaOf = ({ modules }: Pick<ProgrammeVersion, 'modules'>): readonly PlacedCriterion[] =>
  modules.flatMap((module) =>
    module.assignments.flatMap((assignment) =>
      assignment.criteria.map((criterion) => ({ module, assignment, criterion })),
    ),
  );

/** Finds a competency by the code that a criterion points to. */
export const competencyByCode = (
  framework: Pick<CompetencyFramework, 'competencies'> | undefined,
  code: string | undefined,
): Competency | undefined =>
  code === undefined ? undefined : framework?.competencies.find((one) => fold(one.code) === fold(code));

/**
 * A criterion tied to a competency, or freed (`code` undefined). Ties are kept in the programme version and not per cohort: they say what a criterion
 * asks for, the rubric is the programme version's, and only so are profiles of its cohorts about the same thing.
 */
export const tieCriterion = (criterion: Criterion, code: string | undefined): Criterion => {
  const { competency: _before, ...rest } = criterion;
  return code === undefined ? rest : { ...rest, competency: code };
};

/** The programme version with another list of assignments, one by one. */
export const mapAssignments = <P extends Pick<ProgrammeVersion, 'modules'>>(
  programme: P,
  change: (assignment: Assignment) => Assignment,
): P => ({
  ...programme,
  modules: programme.modules.map((module) => ({ ...module, assignments: module.assignments.map(change) })),
});

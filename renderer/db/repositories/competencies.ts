import type { CompetencyFramework } from '#shared/domain/competencies.ts';
import {
  criteriaOf,
  frameworkOf,
  latestFrameworks,
  mapAssignments,
  tieCriterion,
} from '#shared/domain/competencies.ts';
import type { FrameworkPlan, FrameworkSource } from '#shared/domain/competency-import.ts';
import { planFramework } from '#shared/domain/competency-import.ts';
import { changeCriteria } from '#shared/domain/criteria-editing.ts';
import type { AssignmentId, CohortId, CriterionId, ProgrammeId } from '#shared/domain/ids.ts';
import type { Criterion } from '#shared/domain/programmes.ts';
import type { Result } from '#shared/lib/result.ts';
import { fail } from '#shared/lib/result.ts';
import { today } from '#renderer/desktop/clock.ts';
import { newId } from '../new-id.ts';
import { getRecord, listByCohort, listRecords } from '../records.ts';
import type { RecordChange } from '../write-path.ts';
import { commit } from '../write-path.ts';
import { writeState } from '../write-state.ts';
import type { CohortMarks } from './marks.ts';
import { loadCohortMarks } from './marks.ts';

/** What competencies of a cohort are shown from: its marks, the framework that its programme version points to, and all there are. */
export type CohortCompetencies = CohortMarks & {
  readonly framework: CompetencyFramework | undefined;
  readonly frameworks: readonly CompetencyFramework[];
};

/** Reads the competencies of a cohort; undefined where there is no such cohort. */
export const loadCompetencies = async (cohortId: CohortId): Promise<CohortCompetencies | undefined> => {
  const [marks, frameworks] = await Promise.all([loadCohortMarks(cohortId), listRecords('frameworks')]);
  return marks === undefined
    ? undefined
    : { ...marks, frameworks: latestFrameworks(frameworks), framework: frameworkOf(marks.programme, frameworks) };
};

/** What importing a framework would do, and what it was planned from. */
export type FrameworkImport = Omit<FrameworkSource, 'frameworks'> & { readonly file: string };

/** Plans the import of a framework against the versions that are there; nothing is written. */
export const previewFramework = async (wanted: FrameworkImport): Promise<FrameworkPlan> =>
  planFramework({ ...wanted, frameworks: await listRecords('frameworks') });

/**
 * Imports a framework as one change: a new record for its next version, and the programme version that is to point to it. Errors: `framework-empty`
 * where no row can be taken, `framework-same` where the latest version says the same and the programme points to it already.
 */
export const importFramework = async (wanted: FrameworkImport, programmeId: ProgrammeId): Promise<Result<unknown>> => {
  const plan = await previewFramework(wanted);
  if (plan.next === undefined && plan.rows.every(({ fate }) => fate === 'refused')) return fail('framework-empty');
  const count = plan.next?.competencies.length ?? 0;
  const written = await commit({ code: 'framework-imported', values: { name: wanted.name, count } }, async () => {
    const programme = await getRecord('programmes', programmeId);
    const { next } = planFramework({ ...wanted, frameworks: await listRecords('frameworks') });
    const framework: readonly RecordChange[] =
      next === undefined
        ? []
        : [
            frameworkChange({
              ...next,
              id: newId(),
              importedOn: today(),
              importedBy: writeState().author.name,
              file: wanted.file,
            }),
          ];
    return [
      ...framework,
      ...(programme === undefined
        ? []
        : [
            {
              table: 'programmes' as const,
              id: programmeId,
              next: { ...programme, framework: next?.name ?? wanted.name },
            },
          ]),
    ];
  });
  return written.ok && written.value === null ? fail('framework-same') : written;
};

const frameworkChange = (next: CompetencyFramework): RecordChange => ({ table: 'frameworks', id: next.id, next });

/** Lets a programme version point to another framework, by its name. */
export const chooseFramework = (programmeId: ProgrammeId, framework: string): Promise<Result<unknown>> =>
  commit({ code: 'framework-chosen', values: { name: framework } }, async () => {
    const programme = await getRecord('programmes', programmeId);
    return programme === undefined ? [] : [{ table: 'programmes', id: programmeId, next: { ...programme, framework } }];
  });

/** Ties a criterion of a programme version to a competency by its code, or frees it (undefined). */
export const tieToCompetency = (
  programmeId: ProgrammeId,
  criterionId: CriterionId,
  code: string | undefined,
): Promise<Result<unknown>> =>
  commit({ code: 'criterion-tied', values: { code: code ?? '–' } }, async () => {
    const programme = await getRecord('programmes', programmeId);
    if (programme === undefined) return [];
    const next = mapAssignments(programme, (assignment) => ({
      ...assignment,
      criteria: assignment.criteria.map((one) => (one.id === criterionId ? tieCriterion(one, code) : one)),
    }));
    return [{ table: 'programmes', id: programmeId, next }];
  });

/**
 * Sets the criteria of an assignment of a programme version. All cohorts of the version are looked at: criteria that would leave a keyed mark without
 * its place are refused. Errors: `programme-missing`, those of `changeCriteria`.
 */
export const setCriteria = async (
  programmeId: ProgrammeId,
  assignmentId: AssignmentId,
  criteria: readonly Criterion[],
): Promise<Result<unknown>> => {
  const programme = await getRecord('programmes', programmeId);
  const assignment = programme?.modules.flatMap(({ assignments }) => assignments).find(({ id }) => id === assignmentId);
  if (programme === undefined || assignment === undefined) return fail('programme-missing');
  const cohorts = (await listRecords('cohorts')).filter((cohort) => cohort.programmeId === programmeId);
  const sheets = (await Promise.all(cohorts.map(({ id }) => listByCohort('sheets', id)))).flat();
  const changed = changeCriteria(assignment, criteria, sheets);
  if (!changed.ok) return changed;
  return commit({ code: 'criteria-changed', values: { title: assignment.title.en } }, async () => {
    const current = await getRecord('programmes', programmeId);
    if (current === undefined) return [];
    const next = mapAssignments(current, (one) => (one.id === assignmentId ? { ...one, criteria } : one));
    return [{ table: 'programmes', id: programmeId, next }];
  });
};

/** How many criteria of a programme version are tied to a competency of the framework, of how many. */
export const tieCounts = ({
  programme,
  framework,
}: CohortCompetencies): { readonly tied: number; readonly of: number } => {
  const codes = new Set(framework?.competencies.map(({ code }) => code));
  const all = criteriaOf(programme);
  return {
    tied: all.filter(({ criterion }) => criterion.competency !== undefined && codes.has(criterion.competency)).length,
    of: all.length,
  };
};

import { attendedHoursByModule, plannedModuleHours } from '#shared/domain/attendance-hours.ts';
import type { TableSources } from '#shared/domain/certificate-values.ts';
import { frameworkOf } from '#shared/domain/competencies.ts';
import { competencyProfile, shareInTenths } from '#shared/domain/competency-profiles.ts';
import { attemptsByModule, criterionResults } from '#shared/domain/criterion-results.ts';
import { formatMark } from '#shared/domain/mark-text.ts';
import type { MarkSheet } from '#shared/domain/marks.ts';
import { listByCohort, listRecords } from '../records.ts';
import type { IssueOptions, SubjectContext } from './certificate-subjects.ts';

/** What a statement of results says beside the module marks: attempts and hours by module number, and what was asked for of criteria or competencies. */
export type StatementDetails = Pick<TableSources, 'criteria' | 'competencies'> & {
  readonly attempts: ReadonlyMap<number, number>;
  readonly hours: ReadonlyMap<number, string>;
};

type Reached = { readonly reached: number; readonly max: number };

const sharesIn = (language: string, { reached, max }: Reached) => ({
  percent: Math.floor(((shareInTenths({ reached, max }) ?? 0) + 5) / 10),
  marks: `${formatMark(reached, language)} / ${formatMark(max, language)}`,
});

/** Reads, for a cohort, what its statements of results say beside the module marks; by enrolment, made when asked for. */
export const statementDetails = async (
  context: SubjectContext,
  { language, detail }: Pick<IssueOptions, 'language' | 'detail'>,
): Promise<(enrolmentId: string) => StatementDetails> => {
  const { cohort, programme } = context;
  const [sheets, registers, sessions, frameworks] = await Promise.all([
    listByCohort('sheets', cohort.id),
    listByCohort('registers', cohort.id),
    listByCohort('sessions', cohort.id),
    listRecords('frameworks'),
  ]);
  const sheetOf = new Map<string, MarkSheet>(sheets.map((sheet) => [sheet.id, sheet]));
  const registerOf = new Map(registers.map((register) => [register.id as string, register]));
  const framework = frameworkOf(programme, frameworks);
  return (enrolmentId) => {
    const sheet = sheetOf.get(enrolmentId) ?? { cells: {} };
    const attended = attendedHoursByModule(registerOf.get(enrolmentId), sessions);
    return {
      attempts: attemptsByModule(sheet, context),
      hours: new Map(
        programme.modules.map((module) => [
          module.number,
          `${String(attended.get(module.id) ?? 0)} / ${String(plannedModuleHours(module))}`,
        ]),
      ),
      ...(detail === 'criteria'
        ? {
            criteria: criterionResults(sheet, context).map(({ title, modules, ...share }) => ({
              title,
              modules: modules.join(', '),
              ...sharesIn(language, share),
            })),
          }
        : {}),
      ...(detail === 'competencies' && framework !== undefined
        ? {
            competencies: competencyProfile([sheet], { ...context, framework })
              .filter(({ max }) => max > 0)
              .map(({ competency, ...share }) => ({
                code: competency.code,
                title: { en: competency.title },
                ...sharesIn(language, share),
              })),
          }
        : {}),
    };
  };
};

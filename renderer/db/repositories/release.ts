import type { CohortId, ModuleId } from '#shared/domain/ids.ts';
import type { ReleaseCheck } from '#shared/domain/moderation-release.ts';
import { checkRelease, releaseSheet } from '#shared/domain/moderation-release.ts';
import type { Module } from '#shared/domain/programmes.ts';
import type { IsoDate } from '#shared/lib/dates.ts';
import type { Result } from '#shared/lib/result.ts';
import { fail } from '#shared/lib/result.ts';
import type { RecordChange } from '../write-path.ts';
import { commit } from '../write-path.ts';
import type { CohortModeration } from './moderation.ts';
import { loadModeration } from './moderation.ts';

/** What a release of a module would do and what is missing before it. */
export const releaseCheckOf = (content: CohortModeration, module: Module): ReleaseCheck =>
  checkRelease(module, { ...content, sheets: content.current });

/**
 * Releases the marks of a module to the learners on a day, as one change: each marked attempt is released and returned on that day, and from then on a
 * mark changes only with a reason. What is not marked or on hold is left out; releasing again takes in what was marked since and leaves the day of the
 * first release. Errors: `cohort-missing`, `module-missing`, those of `commit`.
 */
export const releaseModule = async (cohortId: CohortId, moduleId: ModuleId, on: IsoDate): Promise<Result<unknown>> => {
  const content = await loadModeration(cohortId);
  if (content === undefined) return fail('cohort-missing', { code: cohortId });
  const module = content.programme.modules.find(({ id }) => id === moduleId);
  if (module === undefined) return fail('module-missing');
  const values = { code: content.cohort.code, module: module.number };
  return commit({ code: 'module-released', values }, async () => {
    const { cohort, current } = (await loadModeration(cohortId)) ?? content;
    const released = { ...cohort.released, [moduleId]: cohort.released[moduleId] ?? on };
    return [
      { table: 'cohorts', id: cohort.id, next: { ...cohort, released } },
      ...current.flatMap((sheet): readonly RecordChange[] => {
        const next = releaseSheet(sheet, module, on);
        return next === sheet ? [] : [{ table: 'sheets', id: sheet.id, next }];
      }),
    ];
  });
};

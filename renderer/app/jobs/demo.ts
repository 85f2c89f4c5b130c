import { startWorkspace } from '#renderer/db/repositories/workspace.ts';
import { listRecords } from '#renderer/db/records.ts';
import { peopleCounts } from '#renderer/db/people-index.ts';
import { today } from '#renderer/desktop/clock.ts';
import { isIsoDate } from '#shared/lib/dates.ts';
import { fail, ok } from '#shared/lib/result.ts';
import type { RunJob } from './job.ts';

/** `run demo`: fills a new workspace with the demonstration programme. */
export const runDemo: RunJob = async ({ option, progress }) => {
  const [day, seed] = [option('today') ?? today(), option('seed')];
  if (!isIsoDate(day)) return fail('no-such-date', { value: day });
  if (seed !== undefined && !/^\d{1,9}$/.test(seed)) return fail('not-a-number', { value: seed });
  const started = await startWorkspace({
    kind: 'demonstration',
    name: 'Demonstration',
    author: { name: 'Demonstration', role: 'coordinator' },
    today: day,
    ...(seed === undefined ? {} : { seed: Number(seed) }),
    onProgress: progress,
  });
  if (!started.ok) return started;
  const cohorts = await listRecords('cohorts');
  const { people, byCohort } = await peopleCounts();
  return ok({
    job: 'demo',
    people,
    cohorts: cohorts.map(({ id, code, country, place, graduation }) => ({
      code,
      country,
      place,
      learners: byCohort.get(id) ?? 0,
      graduation: graduation ?? null,
    })),
  });
};

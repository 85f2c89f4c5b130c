import { fail, ok } from '#shared/lib/result.ts';
import { finishErasure } from '#renderer/db/open-database.ts';
import { erasePeople, mentionsOf } from '#renderer/db/repositories/erasure.ts';
import { findPerson } from '#renderer/db/repositories/person-files.ts';
import { copiesElsewhere } from '#renderer/db/repositories/retention.ts';
import { desktop } from '#renderer/desktop/bridge.ts';
import type { RunJob } from './job.ts';

/**
 * `run erase person WHO --confirm`: takes a person out of the workspace for good. Without `--confirm` it says what would happen and what it cannot reach, and
 * changes nothing.
 */
export const runErasePerson: RunJob = async ({ job, flag, print }) => {
  if (job.files[0] !== 'person') return fail('erase-unknown-kind', { kind: job.files[0] ?? '' });
  const person = await findPerson(job.files[1] ?? '');
  if (!person.ok) return person;
  for (const mention of await mentionsOf(person.value)) await print({ mention });
  for (const { at, kind, what } of await copiesElsewhere()) await print({ copyElsewhere: { at, kind, what } });
  const { id } = person.value;
  if (!flag('confirm')) return ok({ job: 'erase', person: id, erased: false });
  const erased = await erasePeople([id]);
  if (!erased.ok) return fail(erased.error.code, erased.error.details);
  if (!(await finishErasure())) return fail('erasure-waits');
  const chain = await desktop.journalVerifyChain();
  return ok({ job: 'erase', person: id, erased: true, framesErased: chain.erased, chain: chain.brokenAt === null });
};

import { databaseContent, replayedContent } from '#renderer/db/content-hash.ts';
import { replayJournal } from '#renderer/db/replay-journal.ts';
import { desktop } from '#renderer/desktop/bridge.ts';
import { fail, ok } from '#shared/lib/result.ts';
import type { RunJob } from './job.ts';

/** `run check`: proves the journal's chain and what erasures left of it, makes and re-reads a snapshot, and compares the database with a replay of the journal. */
export const runCheck: RunJob = async ({ boot }) => {
  const chain = await desktop.journalVerifyChain();
  if (chain.brokenAt !== null) return fail('chain-broken', { at: chain.brokenAt });
  if (chain.toErase > 0) return fail('erasure-unfinished');
  const snapshot = await desktop.snapshotsMakeSnapshot({ reason: 'check' });
  if (!snapshot.ok) return snapshot;
  const replayed = await replayJournal(boot.workspaceId);
  if (replayed === undefined) return fail('database-damaged');
  const [inDatabase, inJournal] = [await databaseContent(), await replayedContent(replayed.rows)];
  if (inDatabase.hash !== inJournal.hash)
    return fail('database-differs', { database: inDatabase.hash, journal: inJournal.hash });
  const snapshots = await desktop.snapshotsListSnapshots();
  return ok({
    job: 'check',
    journal: { frames: chain.frames, head: chain.head.hash, erased: chain.erased },
    snapshots: snapshots.length,
    records: inDatabase.counts,
    content: inDatabase.hash,
  });
};

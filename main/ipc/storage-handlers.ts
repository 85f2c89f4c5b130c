import path from 'node:path';
import { session } from 'electron';
import type { ErasedRecord, FrameAttestation } from '#shared/domain/erased-records.ts';
import type { Result } from '#shared/lib/result.ts';
import { fail, ok } from '#shared/lib/result.ts';
import { verifyJournal } from '../services/journal/verify-journal.ts';
import { emptyLogs, log } from '../services/logging/log.ts';
import type { Services } from '../services/start-services.ts';
import type { Handlers } from './register.ts';

type Own =
  | 'journal:append-frames'
  | 'journal:read-frames'
  | 'journal:verify-chain'
  | 'journal:plan-erasure'
  | 'journal:carry-erasures'
  | 'journal:clear-database'
  | 'snapshots:list-snapshots'
  | 'snapshots:make-snapshot'
  | 'snapshots:read-rows'
  | 'settings:read-settings'
  | 'settings:write-settings';

const bytesAnAnswer = 8 * 1024 * 1024;

/** Carries erasures through everything that the workspace's folder keeps beside the database. Each step can be done twice. */
const carryErasures = async ({ workspace, journal, backups }: Services): Promise<Result<number>> => {
  try {
    const changed = await journal.carryErasures();
    const renewed = await backups.renew();
    if (!renewed.ok) return renewed;
    await emptyLogs(path.join(workspace.folder, 'logs'));
    return ok(changed);
  } catch (error) {
    log.error('An erasure could not be carried through', error);
    return fail('erasure-not-carried', { reason: error instanceof Error ? error.message : String(error) });
  }
};

const planErasure = async (
  { journal }: Services,
  records: readonly ErasedRecord[],
): Promise<Result<FrameAttestation[]>> => {
  try {
    return ok([...(await journal.planErasure(records))]);
  } catch (error) {
    log.error('The journal cannot be read for an erasure', error);
    return fail('journal-unreadable');
  }
};

/** Journal, snapshots and settings. */
export const storageHandlers = (services: Services): Pick<Handlers, Own> => {
  const { workspace, room, journal, backups, settings } = services;
  return {
    'journal:append-frames': async ({ after, texts }) =>
      (await room.isFull()) ? fail('disk-none') : journal.append(after, texts),
    'journal:read-frames': async ({ after }) => {
      try {
        return ok([...(await journal.read(after, bytesAnAnswer))]);
      } catch (error) {
        log.error('The journal cannot be read from there', error);
        return fail('journal-unreadable');
      }
    },
    'journal:verify-chain': () => verifyJournal(path.join(workspace.folder, 'journal')),
    'journal:plan-erasure': ({ records }) => planErasure(services, records),
    'journal:carry-erasures': () => carryErasures(services),
    'journal:clear-database': () => session.defaultSession.clearStorageData({ storages: ['indexdb'] }),
    'snapshots:list-snapshots': async () => [...(await backups.list())],
    'snapshots:make-snapshot': ({ reason }) => backups.make(reason),
    'snapshots:read-rows': ({ restart }) => backups.readRows(restart),
    'settings:read-settings': () => settings.get(),
    'settings:write-settings': (change) =>
      settings.set(Object.fromEntries(Object.entries(change).filter(([, value]) => value !== undefined))),
  };
};

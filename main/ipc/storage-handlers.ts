import path from 'node:path';
import { fail, ok } from '#shared/lib/result.ts';
import { verifyJournal } from '../services/journal/verify-journal.ts';
import { log } from '../services/logging/log.ts';
import type { Services } from '../services/start-services.ts';
import type { Handlers } from './register.ts';

type Own =
  | 'journal:append-frames'
  | 'journal:read-frames'
  | 'journal:verify-chain'
  | 'snapshots:list-snapshots'
  | 'snapshots:make-snapshot'
  | 'snapshots:read-rows'
  | 'settings:read-settings'
  | 'settings:write-settings';

const bytesAnAnswer = 8 * 1024 * 1024;

/** Journal, snapshots and settings. */
export const storageHandlers = ({ workspace, journal, backups, settings }: Services): Pick<Handlers, Own> => ({
  'journal:append-frames': ({ after, texts }) => journal.append(after, texts),
  'journal:read-frames': async ({ after }) => {
    try {
      return ok([...(await journal.read(after, bytesAnAnswer))]);
    } catch (error) {
      log.error('The journal cannot be read from there', error);
      return fail('journal-unreadable');
    }
  },
  'journal:verify-chain': () => verifyJournal(path.join(workspace.folder, 'journal')),
  'snapshots:list-snapshots': async () => [...(await backups.list())],
  'snapshots:make-snapshot': ({ reason }) => backups.make(reason),
  'snapshots:read-rows': ({ restart }) => backups.readRows(restart),
  'settings:read-settings': () => settings.get(),
  'settings:write-settings': (change) =>
    settings.set(Object.fromEntries(Object.entries(change).filter(([, value]) => value !== undefined))),
});

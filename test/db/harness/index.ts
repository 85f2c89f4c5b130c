import { databaseContent, replayedContent } from '#renderer/db/content-hash.ts';
import { database } from '#renderer/db/database.ts';
import { openDatabase } from '#renderer/db/open-database.ts';
import { peopleCounts, searchPeople } from '#renderer/db/people-index.ts';
import { getRecord, getRecords, listByCohort, listByPerson, listRecords } from '#renderer/db/records.ts';
import { replayJournal } from '#renderer/db/replay-journal.ts';
import { awardCohort, mendAwardNames } from '#renderer/db/repositories/awards.ts';
import { cohortCertificates, printCertificates } from '#renderer/db/repositories/certificate-files.ts';
import { issueCertificates } from '#renderer/db/repositories/certificates.ts';
import { verifyText } from '#renderer/db/repositories/verify.ts';
import { startWorkspace } from '#renderer/db/repositories/workspace.ts';
import { redo, undo } from '#renderer/db/undo.ts';
import { commit } from '#renderer/db/write-path.ts';
import { setAuthor, undoStacks, writeState } from '#renderer/db/write-state.ts';
import { desktop } from '#renderer/desktop/bridge.ts';
import { readCodes } from '#renderer/features/certificates/work/read-codes.ts';
import { changeEverything, makeCertificateCohort } from './certificate-cohort.ts';

/** The database layer of the app, as it is, in a page without screens: what the database tests and the bench call. */
const harness = {
  desktop,
  database,
  open: async () => {
    const boot = await desktop.appGetBoot();
    setAuthor({ name: 'Demonstration', role: 'coordinator' });
    return { boot, opened: await openDatabase(boot) };
  },
  commit,
  undo,
  redo,
  undoStacks,
  writeState,
  getRecord,
  getRecords,
  listRecords,
  listByCohort,
  listByPerson,
  searchPeople,
  peopleCounts,
  startWorkspace,
  awardCohort,
  mendAwardNames,
  issueCertificates,
  cohortCertificates,
  printCertificates,
  verifyText,
  readCodes,
  makeCertificateCohort,
  changeEverything,
  content: async () => ({
    database: await databaseContent(),
    replayed: await replayedContent((await replayJournal(''))?.rows ?? new Map()),
  }),
};

export type Harness = typeof harness;

declare global {
  interface Window {
    harness: Harness;
  }
}

desktop.on('app:quit-asked', () => void desktop.appFinishQuit());
window.harness = harness;

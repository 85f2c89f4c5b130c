import { databaseContent, replayedContent } from '#renderer/db/content-hash.ts';
import { database } from '#renderer/db/database.ts';
import { finishErasure, openDatabase } from '#renderer/db/open-database.ts';
import { peopleCounts, searchPeople } from '#renderer/db/people-index.ts';
import { getRecord, getRecords, listByCohort, listByPerson, listRecords } from '#renderer/db/records.ts';
import { replayJournal } from '#renderer/db/replay-journal.ts';
import { awardCohort, mendAwardNames } from '#renderer/db/repositories/awards.ts';
import { cohortCertificates, printCertificates } from '#renderer/db/repositories/certificate-files.ts';
import { issueCertificates } from '#renderer/db/repositories/certificates.ts';
import { eraseFields, erasePeople, mentionsOf } from '#renderer/db/repositories/erasure.ts';
import { setDueDates } from '#renderer/db/repositories/cohorts.ts';
import { endCall, saveAnswer } from '#renderer/db/repositories/follow-up-commands.ts';
import { listAlumni } from '#renderer/db/repositories/follow-ups.ts';
import { addQuestionnaire, saveQuestionnaire, startQuestionnaire } from '#renderer/db/repositories/questionnaires.ts';
import { saveWaves } from '#renderer/db/repositories/wave-rules.ts';
import { expectFirstMarks, loadCohortSheets, saveCells } from '#renderer/db/repositories/marks.ts';
import { loadCohortResults } from '#renderer/db/repositories/results.ts';
import { overrideRules, restoreRule } from '#renderer/db/repositories/rules.ts';
import { verifyText } from '#renderer/db/repositories/verify.ts';
import { startWorkspace } from '#renderer/db/repositories/workspace.ts';
import { canonicalJson } from '#shared/lib/json.ts';
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
  saveCells,
  expectFirstMarks,
  loadCohortSheets,
  saveAnswer,
  endCall,
  listAlumni,
  addQuestionnaire,
  saveQuestionnaire,
  startQuestionnaire,
  saveWaves,
  setDueDates,
  erasePeople,
  eraseFields,
  mentionsOf,
  finishErasure,
  overrideRules,
  restoreRule,
  loadCohortResults,
  canonicalJson,
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

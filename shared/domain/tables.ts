import type { ContactSession, Register } from './attendance.ts';
import type { Award, AwardList } from './awards.ts';
import type { CertificateRecord } from './certificates.ts';
import type { Cohort } from './cohorts.ts';
import type { FollowUp } from './follow-ups.ts';
import type { MarkSheet } from './marks.ts';
import type { Enrolment, Person } from './people.ts';
import type { ProgrammeVersion } from './programmes.ts';
import type { SerialBlock } from './serials.ts';
import type { PublicKeyRecord, Workspace } from './workspace.ts';

/** What each table holds. Every record has an `id`; `cohortId` and `personId`, where present, are indexed. */
export type TableContent = {
  readonly workspace: Workspace;
  readonly programmes: ProgrammeVersion;
  readonly cohorts: Cohort;
  readonly people: Person;
  readonly enrolments: Enrolment;
  readonly sheets: MarkSheet;
  readonly sessions: ContactSession;
  readonly registers: Register;
  readonly awardLists: AwardList;
  readonly awards: Award;
  readonly certificates: CertificateRecord;
  readonly serialBlocks: SerialBlock;
  readonly followUps: FollowUp;
  readonly publicKeys: PublicKeyRecord;
};

export type TableName = keyof TableContent;

/**
 * The tables and their fields that are patched entry by entry: two people who key two cells of one mark sheet change two fields,
 * not one. All other fields are patched whole.
 */
export const tables = {
  workspace: [],
  programmes: [],
  cohorts: ['due', 'released'],
  people: [],
  enrolments: ['signedOff'],
  sheets: ['cells'],
  sessions: [],
  registers: ['sessions'],
  awardLists: [],
  awards: [],
  certificates: [],
  serialBlocks: [],
  followUps: ['answers'],
  publicKeys: [],
} as const satisfies Readonly<Record<TableName, readonly string[]>>;

/** All table names, in the order in which they are written to snapshots. */
export const tableNames = Object.keys(tables) as readonly TableName[];

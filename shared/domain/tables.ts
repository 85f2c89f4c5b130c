import type { ContactSession, Register } from './attendance.ts';
import type { AwardBoard } from './award-board.ts';
import type { Award, AwardList } from './awards.ts';
import type { CallPlan } from './call-plans.ts';
import type { CertificateRecord } from './certificates.ts';
import type { Cohort } from './cohorts.ts';
import type { BankComment } from './comment-bank.ts';
import type { CompetencyFramework } from './competencies.ts';
import type { ConsentWording } from './consents.ts';
import type { ExportNote } from './export-notes.ts';
import type { FollowUp } from './follow-ups.ts';
import type { MarkSheet } from './marks.ts';
import type { Moderation } from './moderation.ts';
import type { OwnQuestionnaire } from './own-questionnaires.ts';
import type { OwnTemplate, TemplateAsset } from './own-templates.ts';
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
  readonly comments: BankComment;
  readonly moderations: Moderation;
  readonly frameworks: CompetencyFramework;
  readonly boards: AwardBoard;
  readonly templates: OwnTemplate;
  readonly assets: TemplateAsset;
  readonly questionnaires: OwnQuestionnaire;
  readonly callPlans: CallPlan;
  readonly consentWordings: ConsentWording;
  readonly exportNotes: ExportNote;
};

export type TableName = keyof TableContent;

/**
 * The tables and their fields that are patched entry by entry: two people who key two cells of one mark sheet change two fields,
 * not one. `field/entry` names an entry that is itself patched entry by entry. All other fields are patched whole.
 */
export const tables = {
  workspace: ['interviewers'],
  programmes: [],
  cohorts: ['due', 'released', 'ruleOverrides'],
  people: [],
  enrolments: ['signedOff'],
  sheets: ['cells'],
  sessions: [],
  registers: ['sessions'],
  awardLists: [],
  awards: [],
  certificates: [],
  serialBlocks: [],
  followUps: ['answers', 'answers/own'],
  publicKeys: [],
  comments: [],
  moderations: ['seconds'],
  frameworks: [],
  boards: ['notes'],
  templates: [],
  assets: [],
  questionnaires: [],
  callPlans: ['callers'],
  consentWordings: [],
  exportNotes: [],
} as const satisfies Readonly<Record<TableName, readonly string[]>>;

/** All table names, in the order in which they are written to snapshots. */
export const tableNames = Object.keys(tables) as readonly TableName[];

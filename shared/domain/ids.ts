import type { Brand } from '#shared/lib/brand.ts';

/** Ids of records are UUIDv7 unless said otherwise; ids inside a programme version are short words such as `m1` or `m1-essay`. */
export type ProgrammeId = Brand<string, 'ProgrammeId'>;
export type ModuleId = Brand<string, 'ModuleId'>;
export type AssignmentId = Brand<string, 'AssignmentId'>;
export type CriterionId = Brand<string, 'CriterionId'>;
export type CohortId = Brand<string, 'CohortId'>;
export type PersonId = Brand<string, 'PersonId'>;
export type EnrolmentId = Brand<string, 'EnrolmentId'>;
export type SessionId = Brand<string, 'SessionId'>;
export type AwardListId = Brand<string, 'AwardListId'>;
export type CertificateId = Brand<string, 'CertificateId'>;
export type FollowUpId = Brand<string, 'FollowUpId'>;

/** Names a checked string as an id of the wanted kind. */
export const asId = <Id extends string>(text: string): Id => text as Id;

import type { ContactSession, Register } from '../attendance.ts';
import type { Award, AwardList } from '../awards.ts';
import type { Cohort } from '../cohorts.ts';
import type { FollowUp } from '../follow-ups.ts';
import type { MarkSheet } from '../marks.ts';
import type { Enrolment, Person } from '../people.ts';

/** The invented records, ready to be written; arrays by table. */
export type DemonstrationRecords = {
  readonly cohorts: readonly Cohort[];
  readonly people: readonly Person[];
  readonly enrolments: readonly Enrolment[];
  readonly sheets: readonly MarkSheet[];
  readonly sessions: readonly ContactSession[];
  readonly registers: readonly Register[];
  readonly awardLists: readonly AwardList[];
  readonly awards: readonly Award[];
  readonly followUps: readonly FollowUp[];
};

/** Puts the records of several cohorts together, in their order. */
export const joinRecords = (parts: readonly DemonstrationRecords[]): DemonstrationRecords => ({
  cohorts: parts.flatMap((part) => part.cohorts),
  people: parts.flatMap((part) => part.people),
  enrolments: parts.flatMap((part) => part.enrolments),
  sheets: parts.flatMap((part) => part.sheets),
  sessions: parts.flatMap((part) => part.sessions),
  registers: parts.flatMap((part) => part.registers),
  awardLists: parts.flatMap((part) => part.awardLists),
  awards: parts.flatMap((part) => part.awards),
  followUps: parts.flatMap((part) => part.followUps),
});

/** People who run the programme in the demonstration; invented. */
export const demonstrationStaff = {
  coordinator: 'Nomvula Dlamini',
  markers: ['Thabang Kgosi', 'Fatimata Ouédraogo', 'Rudo Moyo', 'Ama Mensah'],
  slowMarker: 'Fatimata Ouédraogo',
  interviewers: ['Aminata Kouyaté', 'Joyce Simukonda', 'Paulo Sitoe'],
} as const;

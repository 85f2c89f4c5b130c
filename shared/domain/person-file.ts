import type { IsoInstant } from '#shared/lib/dates.ts';
import type { Json } from '#shared/lib/json.ts';
import type { Register } from './attendance.ts';
import type { Award } from './awards.ts';
import type { CertificateRecord } from './certificates.ts';
import type { Author, ChangeSet, Reason } from './change-sets.ts';
import { clockTime } from './clock.ts';
import type { Cohort } from './cohorts.ts';
import type { ExportNote } from './export-notes.ts';
import type { FollowUp } from './follow-ups.ts';
import type { MarkSheet } from './marks.ts';
import type { Enrolment, Person } from './people.ts';
import type { ProgrammeVersion } from './programmes.ts';
import type { TableName } from './tables.ts';

/** One value of a record of the person that a change wrote, with what stood there before (absent: nothing). */
export type PersonChange = {
  readonly table: TableName;
  readonly id: string;
  readonly field: string;
  readonly before?: Json;
  readonly after?: Json;
};

/** One line of the history about a person: when, by whom, on which device, why, and what was written. */
export type PersonHistoryLine = {
  readonly at: IsoInstant;
  readonly by: Author;
  readonly device: string;
  readonly why: Reason;
  readonly kind: ChangeSet['kind'];
  readonly changes: readonly PersonChange[];
};

/** One membership with every record that hangs on it. */
export type PersonMembership = {
  readonly enrolment: Enrolment;
  readonly cohort: Pick<Cohort, 'id' | 'code' | 'name' | 'country'> | undefined;
  readonly programme: ProgrammeVersion | undefined;
  readonly sheet: MarkSheet | undefined;
  readonly register: Register | undefined;
  readonly award: Award | undefined;
  readonly certificates: readonly CertificateRecord[];
  readonly followUps: readonly FollowUp[];
};

/** Everything that is kept about one person. `exports`: what left the workspace with names and may have held this one. */
export type PersonDossier = {
  readonly person: Person;
  readonly memberships: readonly PersonMembership[];
  readonly history: readonly PersonHistoryLine[];
  readonly exports: readonly ExportNote[];
};

const present = (key: 'before' | 'after', value: Json | undefined): object =>
  value === undefined ? {} : { [key]: value };

/** What a change set says of the given records (`table/id`); undefined where nothing. */
export const personHistoryLine = (set: ChangeSet, records: ReadonlySet<string>): PersonHistoryLine | undefined => {
  const changes = set.patches.flatMap((patch): readonly PersonChange[] => {
    if (!records.has(`${patch.t}/${patch.id}`)) return [];
    const place = { table: patch.t, id: patch.id };
    if ('gone' in patch) return [{ ...place, field: '', after: patch.gone ? null : patch.id }];
    if ('new' in patch) return Object.entries(patch.new).map(([field, after]) => ({ ...place, field, after }));
    return patch.set.map(({ p, b, a }) => ({ ...place, field: p, ...present('before', b), ...present('after', a) }));
  });
  if (changes.length === 0) return undefined;
  const { by, device, why, kind } = set;
  return { at: new Date(clockTime(set.clock)).toISOString(), by, device, why, kind, changes };
};

/** Notes of exports with names that may have held a person of these cohorts: those of one of the cohorts, and those of no cohort alone. */
export const exportsWith = (
  notes: readonly ExportNote[],
  codes: readonly string[],
  since: IsoInstant,
): readonly ExportNote[] =>
  notes.filter(({ named, what, at }) => {
    const cohort = what.includes(' · ') ? what.slice(what.lastIndexOf(' · ') + 3) : undefined;
    return named && at >= since && (cohort === undefined || codes.includes(cohort));
  });

/** Everything about a person as JSON text, for the person to take away: every record as it is kept, the history, the exports. */
export const personJson = (
  { person, memberships, history, exports }: PersonDossier,
  { workspace, madeAt }: { readonly workspace: string; readonly madeAt: IsoInstant },
): string =>
  `${JSON.stringify(
    {
      format: 'fieldcourse-person',
      version: 1,
      workspace,
      madeAt,
      person,
      memberships: memberships.map(({ programme, ...rest }) => ({
        ...rest,
        programme: programme === undefined ? undefined : { title: programme.title, version: programme.version },
      })),
      history,
      exports,
    },
    null,
    2,
  )}\n`;

import type { ExportNote } from '#shared/domain/export-notes.ts';
import type { PersonId } from '#shared/domain/ids.ts';
import type { Enrolment } from '#shared/domain/people.ts';
import { fullName, isCurrent } from '#shared/domain/people.ts';
import type { RetentionDue } from '#shared/domain/retention.ts';
import { retentionDue } from '#shared/domain/retention.ts';
import type { Retention, RetentionKind } from '#shared/domain/retention-times.ts';
import { defaultMonths, isMonths, retentionKinds } from '#shared/domain/retention-times.ts';
import type { IsoDate } from '#shared/lib/dates.ts';
import { groupBy } from '#shared/lib/group-by.ts';
import type { Result } from '#shared/lib/result.ts';
import { fail, ok } from '#shared/lib/result.ts';
import { today } from '#renderer/desktop/clock.ts';
import { getRecord, listRecords } from '../records.ts';
import { commit } from '../write-path.ts';
import { writeState } from '../write-state.ts';
import { eraseFields, erasePeople } from './erasure.ts';

/** The times of this workspace, and who set them when; the default ones where nobody did. */
export const readRetention = async (): Promise<Pick<Retention, 'months'> & Partial<Retention>> =>
  (await getRecord('workspace', 'workspace'))?.retention ?? { months: defaultMonths };

/** Sets how many months each kind is kept. Errors: `retention-months`, those of `commit`. */
export const saveRetention = async (months: Readonly<Record<RetentionKind, number>>): Promise<Result<unknown>> => {
  if (!retentionKinds.every((kind) => isMonths(months[kind]))) return fail('retention-months');
  return commit({ code: 'retention-set' }, async () => {
    const workspace = await getRecord('workspace', 'workspace');
    if (workspace === undefined) return [];
    const retention = { months, setBy: writeState().author.name, setOn: today() };
    return [{ table: 'workspace', id: 'workspace', next: { ...workspace, retention } }];
  });
};

/** One line of the worklist: a person whose time is up. */
export type RetentionLine = RetentionDue & { readonly name: string };

const latest = (days: readonly (IsoDate | undefined)[]): IsoDate | undefined =>
  days
    .filter((day) => day !== undefined)
    .toSorted()
    .at(-1);

const ended = ({ status }: Pick<Enrolment, 'status'>): boolean => !isCurrent(status) || status === 'awarded';

/** The people whose time is up today, the longest overdue first. Somebody who is a learner still, or waits to be one, has no last day. */
export const retentionWorklist = async (): Promise<readonly RetentionLine[]> => {
  const [{ months }, people, enrolments, cohorts, awards, sheets, followUps] = await Promise.all([
    readRetention(),
    listRecords('people'),
    listRecords('enrolments'),
    listRecords('cohorts'),
    listRecords('awards'),
    listRecords('sheets'),
    listRecords('followUps'),
  ]);
  const cohortOf = new Map(cohorts.map((cohort) => [cohort.id, cohort]));
  const awardOf = new Map(awards.map((award) => [award.id, award]));
  const sheetOf = new Map(sheets.map((sheet) => [sheet.id, sheet]));
  const [enrolmentsOf, followUpsOf] = [
    groupBy(enrolments, ({ personId }) => personId),
    groupBy(followUps, ({ personId }) => personId),
  ];
  const day = today();
  return people
    .flatMap((person): readonly RetentionLine[] => {
      const own = enrolmentsOf.get(person.id) ?? [];
      const interviews = followUpsOf.get(person.id) ?? [];
      if (own.length === 0 || !own.every(ended)) return [];
      const lastDay = latest([
        ...own.flatMap(({ id, statusOn, enrolledOn, cohortId }) => [
          statusOn ?? enrolledOn,
          awardOf.get(id)?.awardedOn,
          cohortOf.get(cohortId)?.graduation,
        ]),
        ...interviews.map(({ completedOn }) => completedOn),
      ]);
      const due = retentionDue(
        {
          person,
          enrolments: own,
          sheetIds: own.map(({ id }) => id).filter((id) => Object.keys(sheetOf.get(id)?.cells ?? {}).length > 0),
          followUpIds: interviews
            .filter(({ answers, attempts }) => attempts.length > 0 || Object.keys(answers).length > 0)
            .map(({ id }) => id),
          lastDay,
        },
        months,
        day,
      );
      return due === undefined ? [] : [{ ...due, name: fullName(person) }];
    })
    .toSorted((a, b) => (a.since < b.since ? -1 : a.since > b.since ? 1 : 0));
};

/**
 * Does what is proposed for these lines: one erasure for people who go altogether, or one for the kinds of data that go. Both cannot be undone. Where lines of
 * both sorts are given, those who go altogether come first and the others wait for the next time (`more` counts them), because the app starts anew in between.
 */
export const carryOutRetention = async (
  lines: readonly RetentionLine[],
): Promise<Result<{ readonly more: number }>> => {
  const whole = lines.filter(({ action }) => action === 'erase').map(({ personId }): PersonId => personId);
  const parts = lines.filter(({ action }) => action === 'remove');
  const done =
    whole.length > 0
      ? await erasePeople(whole)
      : await eraseFields(
          parts.flatMap(({ records }) => records),
          parts.length,
        );
  if (!done.ok) return fail(done.error.code, done.error.details);
  return ok({ more: whole.length > 0 ? parts.length : 0 });
};

/** Exports with names: copies that no erasure on this laptop can reach, the latest first. */
export const copiesElsewhere = async (): Promise<readonly ExportNote[]> =>
  (await listRecords('exportNotes')).filter(({ named }) => named).toSorted((a, b) => (a.at < b.at ? 1 : -1));

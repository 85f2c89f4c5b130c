import { daysToCensus, suggestCode } from '#shared/domain/cohort-calendar.ts';
import type { Cohort } from '#shared/domain/cohorts.ts';
import type { ProgrammeVersion } from '#shared/domain/programmes.ts';
import type { Failure } from '#shared/lib/result.ts';
import type { IsoDate } from '#shared/lib/dates.ts';
import { addDays, isIsoDate } from '#shared/lib/dates.ts';
import type { CohortDetails } from '#renderer/db/repositories/cohorts.ts';

/** The fields of a cohort's form. */
export type CohortField =
  'code' | 'name' | 'programmeId' | 'country' | 'place' | 'partner' | 'cycle' | 'starts' | 'census' | 'graduation';
export type CohortFields = Readonly<Record<CohortField, string>>;

/** A cohort as text for its form. */
export const cohortFields = (cohort: Cohort): CohortFields => ({
  code: cohort.code,
  name: cohort.name,
  programmeId: cohort.programmeId,
  country: cohort.country,
  place: cohort.place,
  partner: cohort.partner,
  cycle: cohort.cycle,
  starts: cohort.starts,
  census: cohort.census,
  graduation: cohort.graduation ?? '',
});

/** What a new cohort begins with: the latest programme version, country, partner and cycle of the cohort that started last, a first day today. */
export const newCohortFields = (
  programmes: readonly ProgrammeVersion[],
  cohorts: readonly Cohort[],
  today: IsoDate,
): CohortFields => {
  const [latest] = cohorts;
  const country = latest?.country ?? '';
  return {
    code: suggestCode(
      today,
      country,
      cohorts.map(({ code }) => code),
    ),
    name: '',
    programmeId: programmes[0]?.id ?? '',
    country,
    place: latest?.place ?? '',
    partner: latest?.partner ?? '',
    cycle: latest?.cycle ?? '',
    starts: today,
    census: addDays(today, daysToCensus),
    graduation: '',
  };
};

/** The fields after one was typed: code and census follow first day and country until they are typed themselves. */
export const withCohortField = (
  fields: CohortFields,
  field: CohortField,
  value: string,
  { touched, codes }: { readonly touched: ReadonlySet<CohortField>; readonly codes: readonly string[] },
): CohortFields => {
  const next = { ...fields, [field]: value };
  const follows = (other: CohortField): boolean => other !== field && !touched.has(other);
  return {
    ...next,
    ...((field === 'starts' || field === 'country') && follows('code')
      ? { code: suggestCode(next.starts, next.country, codes) }
      : {}),
    ...(field === 'starts' && isIsoDate(value) && follows('census') ? { census: addDays(value, daysToCensus) } : {}),
  };
};

/** The form's text as details of a cohort. */
export const cohortDetails = (fields: CohortFields): CohortDetails => {
  const { graduation, programmeId: _programme, ...rest } = fields;
  return { ...rest, ...(graduation === '' ? {} : { graduation }) };
};

/** The field beside which a failure is said; undefined where it concerns the whole form. */
export const fieldOf = ({ code }: Failure, fields: CohortFields): CohortField | undefined => {
  if (code.startsWith('cohort-code')) return 'code';
  if (code === 'country-unknown') return 'country';
  if (code === 'cohort-census-order') return 'census';
  if (code === 'cohort-graduation-order') return 'graduation';
  return code === 'no-such-date'
    ? (['starts', 'census', 'graduation'] as const).find(
        (field) => (field !== 'graduation' || fields[field] !== '') && !isIsoDate(fields[field]),
      )
    : undefined;
};

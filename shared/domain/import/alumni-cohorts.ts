import { fold } from '#shared/lib/fold.ts';
import type { IsoDate } from '#shared/lib/dates.ts';
import { addMonths } from '#shared/lib/dates.ts';
import { sameJson } from '#shared/lib/json.ts';
import type { Cohort } from '../cohorts.ts';
import type { CohortId, ProgrammeId } from '../ids.ts';
import { asId } from '../ids.ts';
import type { CohortValues } from './alumni-row.ts';
import type { CellProblem, PlannedChange } from './import-kinds.ts';
import { problem } from './row-cells.ts';

/** Where only the end of a cohort is known, it is taken to have begun so many months before, and its first day is marked as not known. */
const monthsOfACohort = 12;

/** Cohort codes are the same however they are typed. */
export const codeKey = (code: string): string => fold(code).replace(/\s+/g, '');

const made = (
  id: CohortId,
  programmeId: ProgrammeId,
  { code, country, cycle, starts, graduation, enrolled }: CohortValues,
  end: IsoDate,
  today: IsoDate,
): Cohort => {
  const first = starts ?? addMonths(end, -monthsOfACohort);
  return {
    id,
    code,
    name: code,
    programmeId,
    country: country ?? '',
    place: '',
    partner: '',
    cycle: cycle ?? '',
    starts: first,
    census: first,
    ...(graduation === undefined ? {} : { graduation }),
    due: {},
    released: {},
    signatories: [],
    earlier: {
      importedOn: today,
      startsKnown: starts !== undefined,
      ...(enrolled === undefined ? {} : { enrolled }),
    },
  };
};

/** A cohort of an earlier cycle with what a row adds to it; what is known already stays. */
const filled = (cohort: Cohort, { country, cycle, starts, graduation, enrolled }: CohortValues): Cohort => {
  const { earlier } = cohort;
  if (earlier === undefined) return cohort;
  const begins = !earlier.startsKnown && starts !== undefined ? starts : undefined;
  return {
    ...cohort,
    ...(cohort.country === '' && country !== undefined ? { country } : {}),
    ...(cohort.cycle === '' && cycle !== undefined ? { cycle } : {}),
    ...(begins === undefined ? {} : { starts: begins, census: begins }),
    ...(cohort.graduation === undefined && graduation !== undefined ? { graduation } : {}),
    earlier: {
      ...earlier,
      ...(begins === undefined ? {} : { startsKnown: true }),
      ...(earlier.enrolled === undefined && enrolled !== undefined ? { enrolled } : {}),
    },
  };
};

/** What a row says otherwise about its cohort than is known, or than the rows above say. */
const contradictions = (cohort: Cohort, values: CohortValues): readonly CellProblem[] => {
  const { code, earlier } = cohort;
  const differ = (field: string, here: string | number | undefined, said: string | number | undefined) =>
    here === undefined || here === '' || said === undefined || said === here
      ? []
      : [problem({ column: field, text: String(said) }, 'cohort-says-otherwise', { code, here })];
  return [
    ...differ('graduation', cohort.graduation, values.graduation),
    ...differ('cohortStarts', earlier?.startsKnown === true ? cohort.starts : undefined, values.starts),
    ...differ('cycle', cohort.cycle, values.cycle),
    ...differ('enrolledThen', earlier?.enrolled, values.enrolled),
  ];
};

/** Why a row has no cohort to go to. */
type NoCohort = { readonly refused: 'alumni-no-cohort' | 'alumni-no-date' | 'alumni-own-cohort' };
type FoundCohort = { readonly cohort: Cohort; readonly problems: readonly CellProblem[] };

/** The cohorts of earlier cycles as the rows make and fill them, one after the other. */
export type EarlierCohorts = {
  readonly take: (values: CohortValues, awardedOn: IsoDate | undefined) => FoundCohort | NoCohort;
  readonly changes: () => readonly (PlannedChange & { readonly table: 'cohorts' })[];
};

/**
 * Finds the cohort of each row by its code, and makes those that are missing. A cohort that was worked with here takes nobody: its awards come from its award
 * list. One row says when a cohort graduated, the others need not.
 */
export const earlierCohorts = (
  known: readonly Cohort[],
  programmeId: ProgrammeId,
  newId: () => string,
  today: IsoDate,
): EarlierCohorts => {
  const before = new Map<string, Cohort>(known.map((cohort) => [cohort.id, cohort]));
  const current = new Map<string, Cohort>(known.map((cohort) => [codeKey(cohort.code), cohort]));
  return {
    take: (values, awardedOn) => {
      const key = codeKey(values.code);
      if (key === '') return { refused: 'alumni-no-cohort' };
      const found = current.get(key);
      if (found !== undefined && found.earlier === undefined) return { refused: 'alumni-own-cohort' };
      const end = values.graduation ?? awardedOn;
      if (found === undefined && end === undefined) return { refused: 'alumni-no-date' };
      if (found !== undefined && found.graduation === undefined && end === undefined)
        return { refused: 'alumni-no-date' };
      const problems = found === undefined ? [] : contradictions(found, values);
      const cohort =
        found === undefined
          ? made(asId<CohortId>(newId()), programmeId, values, end ?? today, today)
          : filled(found, values);
      current.set(key, cohort);
      return { cohort, problems };
    },
    changes: () =>
      [...current.values()]
        .filter((cohort) => !sameJson(cohort, before.get(cohort.id)))
        .map((next) => ({ table: 'cohorts' as const, id: next.id, next })),
  };
};

import { addMonths } from '#shared/lib/dates.ts';
import type { IsoDate } from '#shared/lib/dates.ts';
import { groupBy } from '#shared/lib/group-by.ts';
import type { Cohort } from '../cohorts.ts';
import type { IndicatorId } from '../outcome-indicators.ts';
import { indicatorIds } from '../outcome-indicators.ts';
import type { OutcomeRow } from '../outcome-rows.ts';
import { countsOfRows } from '../outcome-tally.ts';
import type { Sex } from '../people.ts';
import { sexes } from '../people.ts';
import type { Counts, Estimate } from '../statistics.ts';
import { estimatesOfParts } from '../statistics.ts';

/** One value of a DHIS2 data value set, all names being codes. `period` is a month, `YYYYMM`. */
export type DataValue = {
  readonly dataElement: string;
  readonly period: string;
  readonly orgUnit: string;
  readonly categoryOptionCombo: string;
  readonly value: string;
};

/** The values, how many cells were left out for being small, and the codes of cohorts left out because their graduation is not known. */
export type DataValueSet = {
  readonly values: readonly DataValue[];
  readonly suppressed: number;
  readonly withoutPeriod: readonly string[];
};

/** `FC_VOLUNTEER_TO_PAID_18M_N` is how many of `FC_VOLUNTEER_TO_PAID_18M_D`, the known. */
const elementOf = (id: IndicatorId, offsetMonths: number, part: 'N' | 'D'): string =>
  `FC_${id.replace(/([A-Z])/g, '_$1').toUpperCase()}_${offsetMonths}M_${part}`;

const optionOf: Readonly<Record<Sex, string>> = {
  female: 'SEX_FEMALE',
  male: 'SEX_MALE',
  other: 'SEX_OTHER',
  'not-said': 'SEX_NOT_SAID',
};

type Unit = {
  readonly cycle: string;
  readonly country: string;
  readonly period: string;
  readonly rows: readonly OutcomeRow[];
};

const periodOf = (graduation: IsoDate, offsetMonths: number): string =>
  addMonths(graduation, offsetMonths).slice(0, 7).replace('-', '');

const unitsOf = (
  rows: readonly OutcomeRow[],
  cohorts: ReadonlyMap<string, Cohort>,
  offsetMonths: number,
): readonly Unit[] =>
  [
    ...groupBy(rows, ({ cycle, country, cohortId }) =>
      JSON.stringify([cycle, country, periodOf(cohorts.get(cohortId)?.graduation ?? '', offsetMonths)]),
    ),
  ].map(([key, own]) => {
    const [cycle = '', country = '', period = ''] = JSON.parse(key) as readonly string[];
    return { cycle, country, period, rows: own };
  });

type Cell = { readonly unit: Unit; readonly sex: Sex; readonly estimate: Estimate };

/** Cells by country, month and sex. A country that is hidden has no cells, and within a country none can be worked out from the others. */
const cellsOf = (units: readonly Unit[], id: IndicatorId, offsetMonths: number): readonly Cell[] => {
  const kind = id === 'completion' || id === 'response' || id === 'knowledge' ? 'people' : 'answers';
  const count = (rows: readonly OutcomeRow[]): Counts =>
    countsOfRows(rows, id, { offsetMonths, definition: 'programme' });
  return [...groupBy(units, ({ cycle }) => cycle).values()].flatMap((own) => {
    const whole = estimatesOfParts(
      own.map(({ rows }) => count(rows)),
      kind,
    );
    return own.flatMap((unit, index) => {
      const bySex = sexes.filter((sex) => unit.rows.some((row) => row.sex === sex));
      const parts = estimatesOfParts(
        bySex.map((sex) => count(unit.rows.filter((row) => row.sex === sex))),
        kind,
      );
      const hidden = whole[index];
      return bySex.flatMap((sex, at): readonly Cell[] => {
        const estimate = hidden?.suppressed === true ? hidden : parts[at];
        return estimate === undefined ? [] : [{ unit, sex, estimate }];
      });
    });
  });
};

/**
 * Counts by country (`orgUnit`), month of the wave (`period`) and sex (`categoryOptionCombo`) for a DHIS2 `dataValueSets` import, numerator and denominator as
 * elements of their own so that DHIS2 computes the share. Waves and cycles keep their own periods and are never pooled.
 */
export const dataValueSet = (
  rows: readonly OutcomeRow[],
  cohorts: readonly Cohort[],
  offsets: readonly number[],
): DataValueSet => {
  const cohortOf = new Map<string, Cohort>(cohorts.map((cohort) => [cohort.id, cohort]));
  const counted = rows.filter(({ cohortId }) => cohortOf.get(cohortId)?.graduation !== undefined);
  const withoutPeriod = new Set(
    rows.flatMap(({ cohortId }) => {
      const cohort = cohortOf.get(cohortId);
      return cohort !== undefined && cohort.graduation === undefined ? [cohort.code] : [];
    }),
  );
  let suppressed = 0;
  const values = offsets.flatMap((offsetMonths) => {
    const opened = new Set(
      counted
        .filter(({ waves }) => waves.some((wave) => wave.offsetMonths === offsetMonths))
        .map(({ cohortId }) => cohortId),
    );
    const units = unitsOf(
      counted.filter(({ cohortId }) => opened.has(cohortId)),
      cohortOf,
      offsetMonths,
    );
    return indicatorIds.flatMap((id) =>
      cellsOf(units, id, offsetMonths).flatMap(({ unit, sex, estimate }): readonly DataValue[] => {
        if (estimate.suppressed) {
          if (estimate.because !== 'nobody') suppressed += 1;
          return [];
        }
        const where = { period: unit.period, orgUnit: unit.country, categoryOptionCombo: optionOf[sex] };
        return [
          { dataElement: elementOf(id, offsetMonths, 'N'), ...where, value: String(estimate.count) },
          { dataElement: elementOf(id, offsetMonths, 'D'), ...where, value: String(estimate.known) },
        ];
      }),
    );
  });
  return { values, suppressed, withoutPeriod: [...withoutPeriod] };
};

/** The body of a POST to `/api/dataValueSets`. */
export const dataValueSetJson = ({ values }: DataValueSet): string =>
  `${JSON.stringify(
    {
      dataElementIdScheme: 'CODE',
      orgUnitIdScheme: 'CODE',
      categoryOptionComboIdScheme: 'CODE',
      dataValues: values,
    },
    null,
    2,
  )}\n`;

/** The same as DHIS2 reads it from CSV: plain commas, whatever the language. */
export const dataValueSetCsv = ({ values }: DataValueSet): string =>
  [
    'dataelement,period,orgunit,categoryoptioncombo,attributeoptioncombo,value',
    ...values.map(({ dataElement, period, orgUnit, categoryOptionCombo, value }) =>
      [dataElement, period, orgUnit, categoryOptionCombo, '', value].join(','),
    ),
    '',
  ].join('\r\n');

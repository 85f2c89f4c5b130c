import type { IsoDate } from '#shared/lib/dates.ts';
import { sameJson } from '#shared/lib/json.ts';
import type { Award, AwardGap, ImportedAward } from '../awards.ts';
import { awardGaps } from '../awards.ts';
import type { Cohort } from '../cohorts.ts';
import type { Message } from '../message.ts';
import { message } from '../message.ts';
import { commaList, dayAndYear, figure, plainText } from '../message-lists.ts';
import type { Enrolment } from '../people.ts';
import type { Module } from '../programmes.ts';
import type { AwardValues } from './alumni-row.ts';
import type { FieldChange } from './import-kinds.ts';
import type { Merged } from './merge-learner.ts';
import { fieldLabel } from './row-cells.ts';

/** Whom an imported award is for, and what it hangs on. `name` is as it stood on the certificate, as far as known. */
type AwardContext = {
  readonly enrolment: Enrolment;
  readonly cohort: Cohort;
  readonly name: string;
  readonly modules: readonly Pick<Module, 'id' | 'number'>[];
  readonly today: IsoDate;
};

const gapsOf = (
  { overall, awardedOn, results, certificateNumber }: AwardValues,
  { enrolment, cohort }: AwardContext,
): readonly AwardGap[] => {
  const known: Readonly<Record<AwardGap, boolean>> = {
    baseline: enrolment.baseline !== undefined,
    result: overall !== undefined,
    modules: Object.keys(results).length > 0,
    awardedOn: awardedOn !== undefined,
    graduation: cohort.graduation !== undefined,
    certificateNumber: certificateNumber !== undefined,
  };
  return awardGaps.filter((gap) => !known[gap]);
};

/** What was known of an award before, as a row would say it: a day that was taken over from the graduation is a gap. */
const valuesOf = (award: Award | undefined): AwardValues => {
  const { imported } = award ?? {};
  if (award === undefined || imported === undefined) return { results: {} };
  return {
    ...(imported.gaps.includes('awardedOn') ? {} : { awardedOn: award.awardedOn }),
    ...(award.overall === undefined ? {} : { overall: award.overall }),
    ...(imported.certificateNumber === undefined ? {} : { certificateNumber: imported.certificateNumber }),
    results: imported.results,
  };
};

const change = (field: Message, before: Message | undefined, after: Message | undefined): readonly FieldChange[] =>
  after === undefined || sameJson(before, after) ? [] : [{ field, ...(before === undefined ? {} : { before }), after }];

const changesOf = (before: AwardValues, after: AwardValues, { modules }: AwardContext): readonly FieldChange[] => {
  const day = (date: IsoDate | undefined) => (date === undefined ? undefined : dayAndYear(date));
  const tenths = (value: number | undefined) => (value === undefined ? undefined : figure(value / 10));
  const text = (value: string | undefined) => (value === undefined ? undefined : plainText(value));
  return [
    ...change(fieldLabel('awardedOn'), day(before.awardedOn), day(after.awardedOn)),
    ...change(fieldLabel('result'), tenths(before.overall), tenths(after.overall)),
    ...modules.flatMap(({ id, number }) =>
      change(
        message('import.target.result', { module: number }),
        tenths(before.results[id]),
        tenths(after.results[id]),
      ),
    ),
    ...change(fieldLabel('certificateNumber'), text(before.certificateNumber), text(after.certificateNumber)),
  ];
};

/** The gaps of an award, in words. */
const gapsNote = (gaps: readonly AwardGap[]): readonly Message[] =>
  gaps.length === 0
    ? []
    : [message('import.note.gaps', { gaps: commaList(gaps.map((gap) => message(`import.gap.${gap}`))) })];

/** The award of an alumnus of an earlier cycle with what a row says: nothing is taken away, nothing is guessed, what is lacking is marked. */
export const mergeAward = (before: Award | undefined, values: AwardValues, context: AwardContext): Merged<Award> => {
  const { enrolment, cohort, name, today } = context;
  const known = valuesOf(before);
  const after: AwardValues = { ...known, ...values, results: { ...known.results, ...values.results } };
  const gaps = gapsOf(after, context);
  const imported: ImportedAward = {
    on: before?.imported?.on ?? today,
    ...(after.certificateNumber === undefined ? {} : { certificateNumber: after.certificateNumber }),
    results: after.results,
    gaps,
  };
  const next: Award = {
    id: enrolment.id,
    cohortId: cohort.id,
    personId: enrolment.personId,
    awardedOn: after.awardedOn ?? cohort.graduation ?? today,
    name,
    ...(after.overall === undefined ? {} : { overall: after.overall }),
    imported,
  };
  return { next, changes: changesOf(known, after, context), notes: gapsNote(gaps) };
};

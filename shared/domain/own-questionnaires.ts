import type { IsoDate } from '#shared/lib/dates.ts';

/**
 * An edition of a follow-up questionnaire made in this workspace; `id` is `${name}:${version}`. `design` is a `QuestionnaireDesign` as JSON text. One
 * edition is in use at a time; while none is, the shipped one is. An edition that is or was in use is never changed.
 */
export type OwnQuestionnaire = {
  readonly id: string;
  readonly name: string;
  readonly version: number;
  readonly state: 'draft' | 'in-use' | 'retired';
  readonly changedOn: IsoDate;
  readonly design: string;
};

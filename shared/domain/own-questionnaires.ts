import type { IsoDate } from '#shared/lib/dates.ts';

/** An edition of a follow-up questionnaire made in this workspace; `id` is `${name}:${version}`. `design` is its questions as JSON text. */
export type OwnQuestionnaire = {
  readonly id: string;
  readonly name: string;
  readonly version: number;
  readonly state: 'draft' | 'in-use' | 'retired';
  readonly changedOn: IsoDate;
  readonly design: string;
};

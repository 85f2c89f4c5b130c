import type { Failure } from '#shared/lib/result.ts';
import type { WaveRules } from './follow-up-waves.ts';
import type { Wave } from './programmes.ts';

/** The waves and windows of a programme version as they shall be. */
export type WavePlan = WaveRules & { readonly waves: readonly Wave[] };

/** Why a plan of waves is refused, with message keys `errors.<code>`; `at` is the place of the wave that is wrong. */
export type WaveProblem = Failure<
  'wave-before-graduation' | 'wave-too-late' | 'wave-twice' | 'waves-none' | 'wave-window' | 'wave-attempts'
> & { readonly at?: number };

/** The longest time after graduation, in months. */
export const latestWave = 120;

/** The first reason why a plan cannot stand; undefined where it can. */
export const waveProblem = ({
  waves,
  waveDaysBefore,
  waveDaysAfter,
  attemptsBeforeUnreachable,
}: WavePlan): WaveProblem | undefined => {
  if (waves.length === 0) return { code: 'waves-none' };
  const early = waves.findIndex(({ offsetMonths }) => !(offsetMonths >= 0));
  if (early >= 0) return { code: 'wave-before-graduation', at: early };
  const late = waves.findIndex(({ offsetMonths }) => !Number.isInteger(offsetMonths) || offsetMonths > latestWave);
  if (late >= 0) return { code: 'wave-too-late', at: late, details: { most: latestWave } };
  const twice = waves.findIndex(
    ({ offsetMonths }, index) => waves.findIndex((other) => other.offsetMonths === offsetMonths) < index,
  );
  if (twice >= 0) return { code: 'wave-twice', at: twice, details: { months: waves[twice]?.offsetMonths ?? 0 } };
  const isDays = (days: number): boolean => Number.isInteger(days) && days >= 0 && days <= 365;
  if (!isDays(waveDaysBefore) || !isDays(waveDaysAfter)) return { code: 'wave-window' };
  const tries = attemptsBeforeUnreachable;
  return Number.isInteger(tries) && tries >= 1 && tries <= 20 ? undefined : { code: 'wave-attempts' };
};

/** The waves of `before` that a plan moves or leaves out: with interviews in them, neither is allowed, because answers would be counted at another time. */
export const touchedWaves = (before: readonly Wave[], after: readonly Wave[]): readonly Wave[] =>
  before.filter((wave) => !after.some(({ id, offsetMonths }) => id === wave.id && offsetMonths === wave.offsetMonths));

/** A new wave after so many months, with an id that no other has. */
export const newWave = (waves: readonly Wave[], offsetMonths: number): Wave => {
  const stem = offsetMonths === 0 ? 'exit' : `m${offsetMonths}`;
  const taken = (id: string): boolean => waves.some((wave) => wave.id === id);
  if (!taken(stem)) return { id: stem, offsetMonths };
  for (let number = 2; ; number += 1) if (!taken(`${stem}-${number}`)) return { id: `${stem}-${number}`, offsetMonths };
};

import type { Hundredths } from './marks.ts';

/** How scripts are drawn for second marking and when two marks agree (domain.md 4). */
export type ModerationRules = {
  /** Batches of at most so many scripts are second-marked whole. */
  readonly wholeUpTo: number;
  /** At least so many scripts of each marker are drawn by lot. */
  readonly perMarker: number;
  /** Scripts so near to the pass mark, above or below, are all in the sample: marks and not per cent, in hundredths. */
  readonly nearPass: Hundredths;
  /** Marks that differ by at most this share of the maximum agree, and the first stands; hundredths of a per cent. */
  readonly tolerance: number;
  /** A mean signed difference over this share of the maximum flags the batch for re-marking; hundredths of a per cent. */
  readonly meanLimit: number;
};

/** The rules where a programme version says nothing: those of domain.md 4; two scripts for each marker is our own choice. */
export const defaultModerationRules: ModerationRules = {
  wholeUpTo: 10,
  perMarker: 2,
  nearPass: 200,
  tolerance: 500,
  meanLimit: 500,
};

/** The rules of second marking in a programme version, defaults filled in. */
export const moderationRulesOf = ({
  moderation,
}: {
  readonly moderation?: Partial<ModerationRules>;
}): ModerationRules => ({ ...defaultModerationRules, ...moderation });

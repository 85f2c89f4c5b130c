import type { MainActivity } from './people.ts';
import { isPaid } from './questionnaire.ts';

/**
 * Who counts as placed, and among whom, is defined in more than one way; each is derived from the same raw main activity (domain.md 5). Words:
 * `outcomeDefinitions.<name>.{name,title,short,definition}`.
 *
 * - `programme`: the programme's own. Paid employee or self-employed ÷ all whose activity is known. A stipend is not pay.
 * - `qs`: QS World University Rankings, Graduate Employment Rate (support.qs.com, "Graduate Employment Index"): in paid, non-voluntary work, full or part
 *   time ÷ (in paid work + unemployed), up to 15 months after. Voluntary work, further study and the unavailable are in neither.
 * - `nace`: NACE First-Destination Survey Standards and Protocols, Career Outcomes Rate: employed + service + continuing education ÷ all with a known
 *   outcome without those not seeking. Volunteering, with or without a stipend, is service.
 * - `eqavet`: EQAVET indicator 5a, placement rate in VET programmes: placed in the labour market or in further education or training ÷ completers
 *   whose destination is known, 12 to 36 months after the end; in no other wave. Volunteering is a known destination and not a placement (our reading of
 *   "other destination").
 */
export const outcomeDefinitions = ['programme', 'qs', 'nace', 'eqavet'] as const;
export type OutcomeDefinition = (typeof outcomeDefinitions)[number];

/** True where the text names a definition. */
export const isOutcomeDefinition = (text: string): text is OutcomeDefinition =>
  outcomeDefinitions.some((name) => name === text);

/** The months after graduation for which a definition was made; a figure of another wave says so, or is not made. */
export const definitionMonths: Readonly<Record<OutcomeDefinition, { readonly from: number; readonly to: number }>> = {
  programme: { from: 0, to: 999 },
  qs: { from: 0, to: 15 },
  nace: { from: 0, to: 999 },
  eqavet: { from: 12, to: 36 },
};

/** Where a known main activity stands in a definition: placed, not placed, or in neither part of the fraction. */
export const placementOf = (
  definition: OutcomeDefinition,
  activity: MainActivity,
  offsetMonths: number,
): 'yes' | 'no' | 'out' => {
  switch (definition) {
    case 'programme':
      return isPaid(activity) ? 'yes' : 'no';
    case 'qs':
      if (isPaid(activity)) return 'yes';
      return activity === 'seeking-work' ? 'no' : 'out';
    case 'nace':
      if (activity === 'not-seeking') return 'out';
      return activity === 'seeking-work' ? 'no' : 'yes';
    case 'eqavet': {
      const { from, to } = definitionMonths.eqavet;
      if (offsetMonths < from || offsetMonths > to) return 'out';
      return isPaid(activity) || activity === 'further-study' ? 'yes' : 'no';
    }
  }
};

import type { OutcomeFlow } from './outcome-tally.ts';
import type { Estimate } from './statistics.ts';
import { isSmall } from './statistics.ts';

/** The flow as it may be shown: null is a cell of one to four people, or a number by which a hidden one could be worked out. */
export type ShownFlow = { readonly [Key in keyof OutcomeFlow]: number | null };

type FlowEstimates = {
  readonly completion: Estimate;
  readonly response: Estimate;
  readonly knowledge: Estimate;
};

const hidesRest = (estimate: Estimate): boolean => estimate.suppressed && estimate.because === 'rest';

/**
 * Hides what a flow may not show. A step whose own indicator is hidden for the sake of others is hidden with it; the not yet due are hidden with one
 * to four deceased or opted out, who would else be what is left of the awarded.
 */
export const shownFlow = (flow: OutcomeFlow, { completion, response, knowledge }: FlowEstimates): ShownFlow => {
  const cell = (people: number, hidden = false): number | null => (hidden || isSmall(people) ? null : people);
  return {
    enrolled: cell(flow.enrolled),
    awarded: cell(flow.awarded, hidesRest(completion)),
    beginUnknown: cell(flow.beginUnknown, hidesRest(completion)),
    notYetDue: cell(flow.notYetDue, flow.notYetDue > 0 && isSmall(flow.lost)),
    lost: cell(flow.lost),
    followed: cell(flow.followed),
    responded: cell(flow.responded, hidesRest(response)),
    known: cell(flow.known, hidesRest(knowledge)),
    volunteers: cell(flow.volunteers),
    baselineMissing: cell(flow.baselineMissing),
  };
};

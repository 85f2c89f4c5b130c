import type { Batch } from '#renderer/db/repositories/moderation.ts';
import type { Text } from '#renderer/ui/text.tsx';

/** Where a batch stands in a word or two, and in a sentence for who does not see the list around it. */
export const stateWords = (batch: Batch, t: Text['t']): { readonly short: string; readonly spoken: string } => {
  const { sampled, waiting, differs, changed } = batch.findings;
  const values = { done: sampled - waiting - differs - changed, count: sampled };
  return {
    short: t(`moderation.state.${batch.state}`, values),
    spoken: t(`moderation.stateSpoken.${batch.state}`, values),
  };
};

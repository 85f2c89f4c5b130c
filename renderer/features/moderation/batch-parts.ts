import type { Comparison } from '#shared/domain/moderation-comparison.ts';
import type { Batch, CohortModeration } from '#renderer/db/repositories/moderation.ts';

/** What the parts of a batch's sheet are given. */
export type BatchProps = { readonly content: CohortModeration; readonly batch: Batch };

/** Both marks of a script with the name of its learner. */
export type NamedComparison = Comparison & { readonly name: string };

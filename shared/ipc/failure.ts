import { z } from 'zod';

/** An expected failure as it crosses from main to the window. */
export const failure = z.object({
  code: z.string(),
  details: z.record(z.string(), z.union([z.string(), z.number()])).optional(),
});

/** Reply of a question that can fail in an expected way. */
export const resultOf = <T extends z.ZodType>(value: T) =>
  z.union([z.object({ ok: z.literal(true), value }), z.object({ ok: z.literal(false), error: failure })]);

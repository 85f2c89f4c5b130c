import { z } from 'zod';
import { resultOf } from './failure.ts';

/** Questions about what a template of one's own is made with. */
export const templatesContract = {
  /** Tries a font that somebody adds; `data` of the reply is what is kept: plain TrueType or OpenType. `lacks` are letters of names that it has not. */
  'templates:read-font': {
    request: z.object({ data: z.instanceof(Uint8Array) }),
    reply: resultOf(z.object({ family: z.string(), data: z.instanceof(Uint8Array), lacks: z.array(z.string()) })),
  },
} as const;

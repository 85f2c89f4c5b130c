import type { Channel } from '#shared/ipc/channels.ts';
import type { Contract, Reply } from '#shared/ipc/contract.ts';
import { contract } from '#shared/ipc/contract.ts';
import type { z } from 'zod';
import { log } from '../services/logging/log.ts';
import type { Answerer, Envelope } from './door.ts';

type Answer<R> = R extends undefined ? undefined | void : R;

/** One function a channel; it gets the parsed request. */
export type Handlers = {
  readonly [C in Channel]: (request: z.output<Contract[C]['request']>) => Answer<Reply<C>> | Promise<Answer<Reply<C>>>;
};

const answer = async (channel: Channel, handlers: Handlers, request: unknown): Promise<Envelope> => {
  const parsed = contract[channel].request.safeParse(request);
  if (!parsed.success) {
    log.warn(`Refused ${channel}: ${parsed.error.message}`);
    return { refused: `${channel}: the request does not fit its schema` };
  }
  try {
    const handler = handlers[channel] as (request: unknown) => unknown;
    return { reply: await handler(parsed.data) };
  } catch (error) {
    log.error(`${channel} failed`, error);
    return { refused: `${channel}: ${error instanceof Error ? error.message : String(error)}` };
  }
};

/** Schema and handler of each channel, for the door. */
export const makeAnswerer = (handlers: Handlers): Answerer => ({
  answer: (channel, request) => answer(channel, handlers, request),
  refuse: (channel, from) => {
    log.warn(`Refused ${channel} from ${from}`);
    return { refused: `${channel}: not asked by the app's own window` };
  },
});

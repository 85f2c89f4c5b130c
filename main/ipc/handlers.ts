import type { BrowserWindow } from 'electron';
import type { Channel } from '#shared/ipc/channels.ts';
import { channels } from '#shared/ipc/channels.ts';
import type { Services } from '../services/start-services.ts';
import { appHandlers } from './app-handlers.ts';
import type { Handlers } from './register.ts';
import { storageHandlers } from './storage-handlers.ts';

type ChannelOf<Area extends string> = Extract<Channel, `${Area}:${string}`>;

/** The handlers of areas that no start asks anything of: their code is read when the first question comes. */
const whenAsked = <Area extends string>(
  areas: readonly Area[],
  load: () => Promise<Pick<Handlers, ChannelOf<Area>>>,
): Pick<Handlers, ChannelOf<Area>> => {
  let loading: Promise<Pick<Handlers, ChannelOf<Area>>> | undefined;
  const own = channels.filter((channel): channel is ChannelOf<Area> =>
    areas.some((area) => channel.startsWith(`${area}:`)),
  );
  const handlerOf =
    (channel: ChannelOf<Area>) =>
    async (request: unknown): Promise<unknown> => {
      const handlers = await (loading ??= load());
      return (handlers[channel] as (request: unknown) => unknown)(request);
    };
  return Object.fromEntries(own.map((channel) => [channel, handlerOf(channel)])) as unknown as Pick<
    Handlers,
    ChannelOf<Area>
  >;
};

/** All handlers by channel; each area's in its own file. */
export const makeHandlers = (services: Services, window: BrowserWindow): Handlers => ({
  ...appHandlers(services, window),
  ...storageHandlers(services),
  ...whenAsked(['files', 'tables'], async () => (await import('./file-handlers.ts')).fileHandlers(window)),
  ...whenAsked(['certificates', 'templates'], async () =>
    (await import('./certificate-handlers.ts')).certificateHandlers(window),
  ),
  ...whenAsked(['keys'], async () => (await import('./key-handlers.ts')).keyHandlers(services)),
  ...whenAsked(['papers'], async () => (await import('./papers-handlers.ts')).papersHandlers(window)),
});

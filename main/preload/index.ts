import { contextBridge, ipcRenderer, webUtils } from 'electron';
import type { Bridge } from '#shared/ipc/bridge.ts';
import type { EventName } from '#shared/ipc/channels.ts';
import { channels, events } from '#shared/ipc/channels.ts';
import type { EventContent } from '#shared/ipc/events.ts';

const camel = (channel: string): string =>
  channel.replace(/[:-](\w)/g, (_match, letter: string) => letter.toUpperCase());

/** A refused question is a bug of the window, not an expected failure: it is raised there. */
const ask = async (channel: string, request: unknown): Promise<unknown> => {
  const envelope = (await ipcRenderer.invoke(channel, request)) as {
    readonly reply?: unknown;
    readonly refused?: string;
  };
  if (envelope.refused !== undefined) throw new Error(envelope.refused);
  return envelope.reply;
};

// One function a channel, made from the list of channels; their types come from the contract.
const questions = Object.fromEntries(
  channels.map((channel) => [camel(channel), (request?: unknown) => ask(channel, request)]),
) as unknown as Omit<Bridge, 'on' | 'pathOfFile'>;

const on = <E extends EventName>(event: E, listener: (content: EventContent[E]) => void): (() => void) => {
  if (!events.includes(event)) throw new Error(`No such event: ${String(event)}`);
  const forward = (_event: unknown, content: EventContent[E]): void => listener(content);
  ipcRenderer.on(event, forward);
  return () => ipcRenderer.removeListener(event, forward);
};

/** Empty for a file that lies nowhere, such as one made in the window. */
const pathOfFile: Bridge['pathOfFile'] = (file) =>
  webUtils.getPathForFile(file as Parameters<typeof webUtils.getPathForFile>[0]);

contextBridge.exposeInMainWorld('fieldcourse', { ...questions, on, pathOfFile } satisfies Bridge);

import type { IpcMainInvokeEvent } from 'electron';
import { ipcMain } from 'electron';
import type { Channel } from '#shared/ipc/channels.ts';
import { channels } from '#shared/ipc/channels.ts';

/** What goes over the wire: the reply, or why the question was refused. Nothing is ever thrown across. */
export type Envelope = { readonly reply: unknown } | { readonly refused: string };

/** Answers the questions of the app's own window. `refuse` is told of those that came from elsewhere. */
export type Answerer = {
  readonly answer: (channel: Channel, request: unknown) => Promise<Envelope>;
  readonly refuse: (channel: Channel, from: string) => Envelope;
};

const isOwnWindow = (event: IpcMainInvokeEvent, allowed: string): boolean => {
  const frame = event.senderFrame;
  return frame !== null && frame.parent === null && frame.url.startsWith(`${allowed}/`);
};

/** The one door of IPC: sender guard → schema → handler. It stands from the start; a question waits until the services are open. */
export const openDoor = (answering: Promise<Answerer>, allowedOrigin: string): void => {
  for (const channel of channels) {
    ipcMain.handle(channel, async (event, request: unknown): Promise<Envelope> => {
      // The sender is looked at now: after waiting it may have gone.
      const [own, from] = [isOwnWindow(event, allowedOrigin), event.senderFrame?.url ?? 'nowhere'];
      const { answer, refuse } = await answering;
      return own ? answer(channel, request) : refuse(channel, from);
    });
  }
};

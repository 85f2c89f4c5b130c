import type { Channel, EventName } from './channels.ts';
import type { Reply, Request } from './contract.ts';
import type { EventContent } from './events.ts';

type KebabToCamel<Text extends string> = Text extends `${infer Head}-${infer Tail}`
  ? `${Head}${Capitalize<KebabToCamel<Tail>>}`
  : Text;
type MethodName<C extends Channel> = C extends `${infer Area}:${infer Action}`
  ? `${Area}${Capitalize<KebabToCamel<Action>>}`
  : never;

/** What is handed over is only read: its lists may be read-only ones. */
type Given<T> = T extends Uint8Array ? Uint8Array : T extends object ? { readonly [K in keyof T]: Given<T[K]> } : T;

type Ask<C extends Channel> =
  undefined extends Request<C> ? () => Promise<Reply<C>> : (request: Given<Request<C>>) => Promise<Reply<C>>;

/** What the preload script puts on `window.fieldcourse`: one function a channel (`journal:append-frames` → `journalAppendFrames`), `on` for events, and the place of a dropped file. */
export type Bridge = { readonly [C in Channel as MethodName<C>]: Ask<C> } & {
  readonly on: <E extends EventName>(event: E, listener: (content: EventContent[E]) => void) => () => void;
  /** Where a `File` lies that was dropped on the window; empty where it lies nowhere. */
  readonly pathOfFile: (file: unknown) => string;
};

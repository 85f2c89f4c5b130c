import type { Author } from '#shared/domain/change-sets.ts';
import type { UndoStacks } from '#shared/domain/undo.ts';
import { emptyStacks } from '#shared/domain/undo.ts';
import type { HeadMark } from './database.ts';

/** What the status bar says about saving. */
export type SaveState =
  | { readonly kind: 'saved'; readonly at: number | null }
  | { readonly kind: 'saving' }
  | { readonly kind: 'not-saved'; readonly code: string };

type WriteState = {
  head: HeadMark;
  device: string;
  author: Author;
  readOnly: boolean;
  stacks: UndoStacks;
  save: SaveState;
  /** Writes asked for that have not ended. */
  waiting: number;
};

const saving: SaveState = { kind: 'saving' };

const state: WriteState = {
  head: { key: 'head', workspaceId: '', seq: 0, hash: '0'.repeat(64), clock: '000000000000.0000', counters: {} },
  device: '',
  author: { name: '–', role: 'coordinator' },
  readOnly: false,
  stacks: emptyStacks,
  save: { kind: 'saved', at: null },
  waiting: 0,
};

const listeners = new Set<() => void>();

/** Where the write path stands. Changed by the write path and by opening the database alone. */
export const writeState = (): Readonly<WriteState> => state;

/** Changes the state and tells those who watch it. */
export const changeWriteState = (change: Partial<WriteState>): void => {
  Object.assign(state, change);
  for (const listener of listeners) listener();
};

/** Calls back after each change; returns the way to stop (for useSyncExternalStore). */
export const watchWriteState = (listener: () => void): (() => void) => {
  listeners.add(listener);
  return () => listeners.delete(listener);
};

/** The save state, for the status bar: nothing is called saved while a write waits for its turn. */
export const saveState = (): SaveState => (state.waiting > 0 && state.save.kind === 'saved' ? saving : state.save);

/** What can be undone and redone. */
export const undoStacks = (): UndoStacks => state.stacks;

/** Names the person whose changes follow. */
export const setAuthor = (author: Author): void => changeWriteState({ author });

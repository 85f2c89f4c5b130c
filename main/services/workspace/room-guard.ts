import { diskRoom } from './workspace.ts';

/** How often the disk is asked while all is well, in milliseconds: asking costs a fraction of a write, but every write would pay it. */
const patience = 5000;

/** Watches the room on the workspace's disk, because a full disk makes Chromium empty its databases (trust.md). */
export type RoomGuard = {
  /** How much room there is now. */
  readonly ask: () => Promise<'enough' | 'low' | 'none'>;
  /** True where nothing more may be written. Answers from memory while there was room a moment ago. */
  readonly isFull: () => Promise<boolean>;
};

/** Opens the guard of a folder; `clock` in milliseconds. */
export const openRoomGuard = (folder: string, clock: () => number): RoomGuard => {
  let last: Awaited<ReturnType<typeof diskRoom>> = 'enough';
  let asked = Number.NEGATIVE_INFINITY;
  const ask = async (): Promise<typeof last> => {
    asked = clock();
    last = await diskRoom(folder);
    return last;
  };
  return {
    ask,
    isFull: async () => (last === 'none' || clock() - asked > patience ? (await ask()) === 'none' : false),
  };
};

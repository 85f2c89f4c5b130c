import { open } from 'node:fs/promises';
import { setTimeout as pause } from 'node:timers/promises';

/**
 * Milliseconds of each of `times` bare saves: `put` in the bench's page, then an append of `bytes` bytes with fdatasync. They come one by one with a rest
 * between them, as what they are compared with does: a disk and a processor that rest between two writes take longer for each.
 *
 * @param {{ file: string, times: number, bytes: number, restMs: number, put: (time: number) => Promise<number> }} options
 */
export const saveBare = async ({ file, times, bytes, restMs, put }) => {
  const handle = await open(file, 'a');
  const frame = Buffer.alloc(bytes, 'x');
  const found = [];
  for (let time = 0; time < times; time += 1) {
    await pause(restMs);
    const putMs = await put(time);
    const before = performance.now();
    await handle.write(frame);
    await handle.datasync();
    found.push({ put: putMs, sync: performance.now() - before });
  }
  await handle.close();
  return found;
};

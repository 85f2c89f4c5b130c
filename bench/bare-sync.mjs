import { open } from 'node:fs/promises';

/** Milliseconds of each of `times` appends of `bytes` bytes with fdatasync: the journal's share of the bare cost. */
export const syncBare = async (file, times, bytes) => {
  const handle = await open(file, 'a');
  const frame = Buffer.alloc(bytes, 'x');
  const found = [];
  for (let time = 0; time < times; time += 1) {
    const before = performance.now();
    await handle.write(frame);
    await handle.datasync();
    found.push(performance.now() - before);
  }
  await handle.close();
  return found;
};

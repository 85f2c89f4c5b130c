import { reserveBlock, serialsLeft, takeSerial } from '#shared/domain/serials.ts';
import type { SerialBlock } from '#shared/domain/serials.ts';
import type { Result } from '#shared/lib/result.ts';
import { ok } from '#shared/lib/result.ts';
import { newId } from '../new-id.ts';
import { listRecords } from '../records.ts';
import { writeState } from '../write-state.ts';

/** Serials in the order asked for, and the blocks as they stand after. */
export type TakenSerials = { readonly serials: readonly string[]; readonly blocks: readonly SerialBlock[] };

type Series = Pick<SerialBlock, 'programme' | 'country' | 'year'>;

const blockSize = 500;

/**
 * Takes serials from this device's blocks, reserving a new block where they run out. Must run inside the write path's turn: what it returns becomes
 * true only when the blocks are written.
 */
export const takeSerials = async (series: Series, count: number): Promise<Result<TakenSerials>> => {
  const { device } = writeState();
  const known = new Map((await listRecords('serialBlocks')).map((block) => [block.id, block]));
  const changed = new Map<string, SerialBlock>();
  const serials: string[] = [];
  const own = (): SerialBlock | undefined =>
    [...known.values()].find(
      (block) =>
        block.device === device &&
        block.programme === series.programme &&
        block.country === series.country &&
        block.year === series.year &&
        serialsLeft(block) > 0,
    );
  while (serials.length < count) {
    let block = own();
    if (block === undefined) {
      const reserved = reserveBlock([...known.values()], { ...series, id: newId(), device, size: blockSize });
      if (!reserved.ok) return reserved;
      block = reserved.value;
    }
    const taken = takeSerial(block, device);
    if (!taken.ok) return taken;
    serials.push(taken.value.serial);
    known.set(block.id, taken.value.block);
    changed.set(block.id, taken.value.block);
  }
  return ok({ serials, blocks: [...changed.values()] });
};

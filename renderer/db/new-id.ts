import { uuidV7 } from '#shared/lib/uuid-v7.ts';
import { now } from '#renderer/desktop/clock.ts';

/** A new record id (UUIDv7). */
export const newId = <Id extends string = string>(): Id =>
  uuidV7(now(), crypto.getRandomValues(new Uint8Array(16))) as Id;

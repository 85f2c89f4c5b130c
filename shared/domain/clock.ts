/**
 * Hybrid logical clock (Kulkarni et al. 2014) as text that sorts by time: twelve hex digits of milliseconds, `.`, four hex digits of a counter.
 * It never runs backwards on one device, even where the laptop's own clock does.
 */
export type Clock = string;

/** The clock before the first write. */
export const clockZero: Clock = '000000000000.0000';

const encode = (milliseconds: number, count: number): Clock =>
  `${milliseconds.toString(16).padStart(12, '0')}.${count.toString(16).padStart(4, '0')}`;

/** Milliseconds since 1970-01-01 UTC in a clock text. */
export const clockTime = (clock: Clock): number => Number.parseInt(clock.slice(0, 12), 16);

/** The next clock after `last` at wall time `now` (ms): the wall time if that is later, else `last` counted up. */
export const tick = (last: Clock, now: number): Clock => {
  const lastTime = clockTime(last);
  if (now > lastTime) return encode(now, 0);
  const count = Number.parseInt(last.slice(13), 16) + 1;
  return count > 0xffff ? encode(lastTime + 1, 0) : encode(lastTime, count);
};

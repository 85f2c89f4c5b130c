import type { IsoDate, IsoInstant } from '#shared/lib/dates.ts';

/** Milliseconds since 1970-01-01 UTC by the laptop's clock. The only place in the window that asks for the time. */
export const now = (): number => Date.now();

/** The moment as ISO text in UTC. */
export const nowInstant = (): IsoInstant => new Date(now()).toISOString();

/** The moment of a day and a time of day ("HH:MM") where the laptop is, as ISO text in UTC. */
export const instantAt = (day: IsoDate, time: string): IsoInstant => new Date(`${day}T${time}:00`).toISOString();

/** The calendar day where the laptop is. */
export const today = (): IsoDate => {
  const date = new Date(now());
  const two = (value: number): string => String(value).padStart(2, '0');
  return `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())}`;
};

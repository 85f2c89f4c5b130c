/** A calendar day as `YYYY-MM-DD`, without a time zone. */
export type IsoDate = string;

/** A moment as `YYYY-MM-DDTHH:mm:ss.sssZ`. */
export type IsoInstant = string;

const millisecondsADay = 86_400_000;

const toUtc = (date: IsoDate): number => {
  const [year = 0, month = 1, day = 1] = date.split('-').map(Number);
  return Date.UTC(year, month - 1, day);
};

/** True where the text is `YYYY-MM-DD` and that day exists (2023-02-29 does not). */
export const isIsoDate = (text: string): boolean => {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false;
  const time = toUtc(text);
  return !Number.isNaN(time) && new Date(time).toISOString().slice(0, 10) === text;
};

/** Whole days from one day to another; negative where `to` is earlier. */
export const daysBetween = (from: IsoDate, to: IsoDate): number =>
  Math.round((toUtc(to) - toUtc(from)) / millisecondsADay);

/** The day so many days later (or earlier, if negative). */
export const addDays = (date: IsoDate, days: number): IsoDate =>
  new Date(toUtc(date) + days * millisecondsADay).toISOString().slice(0, 10);

/** The day so many calendar months later; the last day of the month where the day does not exist there. */
export const addMonths = (date: IsoDate, months: number): IsoDate => {
  const [year = 0, month = 1, day = 1] = date.split('-').map(Number);
  const first = new Date(Date.UTC(year, month - 1 + months, 1));
  const last = new Date(Date.UTC(first.getUTCFullYear(), first.getUTCMonth() + 1, 0)).getUTCDate();
  first.setUTCDate(Math.min(day, last));
  return first.toISOString().slice(0, 10);
};

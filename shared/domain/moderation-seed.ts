const most = 4_294_967_295;

/** A seed from 32 random bits, short enough to be copied from paper: 1 to 99,999. */
export const newSeed = (bits: number): number => 1 + (bits % 99_999);

/** A seed as it was typed, a whole number from 1 to 4,294,967,295; undefined where it is none. */
export const readSeed = (text: string): number | undefined => {
  const seed = /^\d{1,10}$/.test(text.trim()) ? Number(text) : 0;
  return seed >= 1 && seed <= most ? seed : undefined;
};

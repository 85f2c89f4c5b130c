/** Hours as typed, with a point or a comma; null where empty, undefined where it is not a number of hours. */
export const readHours = (text: string): number | null | undefined => {
  const trimmed = text.trim();
  if (trimmed === '') return null;
  return /^\d{1,4}([.,]\d{1,2})?$/.test(trimmed) ? Number(trimmed.replace(',', '.')) : undefined;
};

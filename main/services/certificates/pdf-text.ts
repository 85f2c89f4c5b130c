/** A text string of a PDF: plain where it is ASCII, else UTF-16 with its mark. */
export const pdfText = (text: string): string => {
  if (/^[\x20-\x7e]*$/.test(text)) return `(${text.replace(/[\\()]/g, '\\$&')})`;
  const hex = Array.from({ length: text.length }, (_, index) => text.charCodeAt(index).toString(16).padStart(4, '0'));
  return `<feff${hex.join('')}>`;
};

/** A day as a PDF date, at midnight UTC. */
export const pdfDate = (day: string): string => `(D:${day.replace(/-/g, '')}000000Z)`;

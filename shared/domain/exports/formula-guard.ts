/**
 * Text that a spreadsheet program would take for a formula when it opens a CSV file, also behind spaces, apostrophes and in full-width form.
 * The apostrophes belong to it so that guarding can be undone exactly: what was guarded is itself guarded when guarded again.
 */
const formulaLike = /^'*(?:[\t\r\n]|\s*[=+\-@＝＋－＠])/u;

/** Makes a text inert for a CSV file: an apostrophe goes before anything that could start a formula. `unguardText` takes exactly it off again. */
export const guardText = (text: string): string => (formulaLike.test(text) ? `'${text}` : text);

/** Takes off the apostrophe that `guardText` put before a text, and leaves every other text alone. */
export const unguardText = (text: string): string =>
  text.startsWith("'") && formulaLike.test(text.slice(1)) ? text.slice(1) : text;

// Everything the scripts tell goes to standard error: standard output belongs to the app and its jobs.

/** One line on what is being done. */
export const say = (text) => process.stderr.write(`fieldcourse: ${text}\n`);

/** A failure the reader can act on: one line on what went wrong, one on what to do. */
export class Stop extends Error {
  /**
   * @param {string} what
   * @param {string} todo
   */
  constructor(what, todo) {
    super(what);
    this.todo = todo;
  }
}

/**
 * Runs a script's main function and turns a Stop into two lines and exit code 1.
 *
 * @param {() => Promise<number | void>} main
 */
export const runMain = async (main) => {
  try {
    const code = await main();
    process.exit(code ?? 0);
  } catch (error) {
    if (!(error instanceof Stop)) throw error;
    say(error.message);
    say(`what to do: ${error.todo}`);
    process.exit(1);
  }
};

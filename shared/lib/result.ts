/** An expected outcome: a value, or an error that has a code with a message key. Bugs throw instead. */
export type Result<T, E = Failure> =
  { readonly ok: true; readonly value: T } | { readonly ok: false; readonly error: E };

/** An expected failure: `code` is looked up as message key `errors.<code>`, `details` fill its placeholders. */
export type Failure<Code extends string = string> = {
  readonly code: Code;
  readonly details?: Readonly<Record<string, string | number>> | undefined;
};

/** Wraps a value as a success. */
export const ok = <T>(value: T): { readonly ok: true; readonly value: T } => ({ ok: true, value });

/** Makes a `Failure` result from a code and the values its message needs. */
export const fail = <Code extends string>(
  code: Code,
  details?: Readonly<Record<string, string | number>>,
): { readonly ok: false; readonly error: Failure<Code> } => ({
  ok: false,
  error: details === undefined ? { code } : { code, details },
});

declare const brand: unique symbol;

/** A string that must not be mixed up with other strings: `Brand<string, 'CohortId'>`. */
export type Brand<T, Name extends string> = T & { readonly [brand]: Name };

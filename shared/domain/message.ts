/** A sentence not yet in words: a message key and what fills its placeholders. Shown through i18n at the edge. */
export type Message = {
  readonly key: string;
  readonly values?: Readonly<Record<string, string | number | Message>>;
};

/** Makes a `Message`. A nested `Message` in the values is put into words first. */
export const message = (key: string, values?: Message['values']): Message =>
  values === undefined ? { key } : { key, values };

import { useLiveQuery } from 'dexie-react-hooks';

/** What a query finds, asked again whenever something it read has changed; undefined until the first answer. */
export const useLive = <T>(query: () => Promise<T>, deps: readonly unknown[]): T | undefined =>
  useLiveQuery(query, [...deps]);

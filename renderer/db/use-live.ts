import { useLiveQuery } from 'dexie-react-hooks';

/** What a query finds, asked again whenever something it read has changed; until the first answer what is `known` already, or undefined. */
export const useLive = <T>(query: () => Promise<T>, deps: readonly unknown[], known?: T): T | undefined =>
  useLiveQuery<T, T | undefined>(query, [...deps], known);

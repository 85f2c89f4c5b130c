import { useEffect, useSyncExternalStore } from 'react';
import { registerIndex } from '#renderer/db/register-index.ts';

/** The register in memory; it is read when it is first looked at. */
export const useRegister = (): ReturnType<typeof registerIndex.state> => {
  useEffect(() => void registerIndex.build(), []);
  return useSyncExternalStore(registerIndex.watch, registerIndex.state);
};

import { useEffect, useSyncExternalStore } from 'react';
import { buildRegisterIndex, registerIndex, watchRegisterIndex } from '#renderer/db/register-index.ts';

/** The register in memory; it is read when it is first looked at. */
export const useRegister = (): ReturnType<typeof registerIndex> => {
  useEffect(() => void buildRegisterIndex(), []);
  return useSyncExternalStore(watchRegisterIndex, registerIndex);
};

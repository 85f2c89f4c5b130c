type Step = (old: Readonly<Record<string, unknown>>) => Readonly<Record<string, unknown>>;

/** Step `n` makes version `n + 1` out of version `n`; each is pure and never changes once shipped. */
const steps: Readonly<Record<number, Step>> = {
  0: (old) => ({ ...old, version: 1 }),
};

/** Brings settings of any earlier version to the current one. */
export const upgradeSettings = (stored: unknown): unknown => {
  if (stored === null || typeof stored !== 'object') return stored;
  let settings = stored as Readonly<Record<string, unknown>>;
  for (;;) {
    const step = steps[typeof settings.version === 'number' ? settings.version : 0];
    if (step === undefined) return settings;
    settings = step(settings);
  }
};

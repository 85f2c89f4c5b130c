import { copyFile, readFile, rename } from 'node:fs/promises';
import path from 'node:path';
import Store from 'electron-store';
import type { Settings } from '#shared/ipc/settings.ts';
import { defaultSettings, settingsSchema } from '#shared/ipc/settings.ts';
import { writeWhole } from '../files/write-whole.ts';
import { upgradeSettings } from './upgrade-settings.ts';

export type SettingsStore = {
  readonly get: () => Settings;
  /** Saves some settings; the file before is kept as `.bak` only after the new one was read back whole. */
  readonly set: (change: Partial<Settings>) => Promise<Settings>;
  /** True where the file was damaged and its last good copy (or the defaults) were taken. */
  readonly restored: boolean;
};

const readValid = async (file: string): Promise<Settings | undefined> => {
  try {
    const parsed = settingsSchema.safeParse(upgradeSettings(JSON.parse(await readFile(file, 'utf8'))));
    return parsed.success ? parsed.data : undefined;
  } catch {
    return undefined;
  }
};

const exists = (file: string): Promise<boolean> =>
  readFile(file).then(
    () => true,
    () => false,
  );

/** electron-store throws on a cut or NUL-filled file: it is set aside first and its verified `.bak` takes its place. */
const mend = async (file: string, now: number): Promise<boolean> => {
  if (!(await exists(file)) || (await readValid(file)) !== undefined) return false;
  await rename(file, `${file}.damaged-${now}`);
  const backup = await readValid(`${file}.bak`);
  if (backup !== undefined) await writeWhole(file, JSON.stringify(backup, null, 2));
  return true;
};

/** Opens the settings of a workspace folder. */
export const openSettings = async (folder: string, preset: Partial<Settings>, now: number): Promise<SettingsStore> => {
  const file = path.join(folder, 'settings.json');
  const restored = await mend(file, now);
  const store = new Store<Settings>({ cwd: folder, name: 'settings', defaults: { ...defaultSettings, ...preset } });
  const get = (): Settings => settingsSchema.parse(upgradeSettings(store.store));
  const set = async (change: Partial<Settings>): Promise<Settings> => {
    store.store = settingsSchema.parse({ ...get(), ...change });
    if ((await readValid(file)) !== undefined) await copyFile(file, `${file}.bak`);
    return get();
  };
  return { get, set, restored };
};

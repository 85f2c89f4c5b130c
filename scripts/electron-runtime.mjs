import { existsSync, mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { inRoot, userCache } from './paths.mjs';
import { installRegistryElectron, registryElectronServes } from './registry-electron.mjs';
import { runNode } from './run-command.mjs';
import { say, Stop } from './say.mjs';

/**
 * @typedef {{ source: 'override' | 'official' | 'registry', dist: string, executable: string, version: string }} Runtime
 */

const day = 24 * 60 * 60 * 1000;

const executableName = () =>
  process.platform === 'darwin'
    ? join('Electron.app', 'Contents', 'MacOS', 'Electron')
    : process.platform === 'win32'
      ? 'electron.exe'
      : 'electron';

/**
 * @param {Runtime['source']} source
 * @param {string} dist
 * @returns {Runtime}
 */
const runtimeIn = (source, dist) => {
  const executable = join(dist, executableName());
  if (!existsSync(executable)) {
    throw new Stop(
      `ELECTRON_OVERRIDE_DIST_PATH names ${dist}, which holds no Electron`,
      'correct the variable or unset it',
    );
  }
  const versionFile = join(dist, 'version');
  const version = existsSync(versionFile) ? readFileSync(versionFile, 'utf8').trim().replace(/^v/, '') : 'unknown';
  return { source, dist, executable, version };
};

const wantedVersion = () =>
  JSON.parse(readFileSync(inRoot('node_modules', 'electron', 'package.json'), 'utf8')).version;

const unreachableMark = () => join(userCache(), 'official-electron-unreachable');
const recentlyUnreachable = () =>
  existsSync(unreachableMark()) && Date.now() - statSync(unreachableMark()).mtimeMs < day;

// A proxy or a mirror changes the address: then the installer itself has to find out.
const canReachOfficial = async (version) => {
  const { HTTPS_PROXY, https_proxy, ELECTRON_MIRROR, npm_config_electron_mirror } = process.env;
  if (HTTPS_PROXY ?? https_proxy ?? ELECTRON_MIRROR ?? npm_config_electron_mirror) return true;
  const url = `https://github.com/electron/electron/releases/download/v${version}/SHASUMS256.txt`;
  try {
    const reply = await fetch(url, { method: 'HEAD', redirect: 'manual', signal: AbortSignal.timeout(4000) });
    return reply.status < 400;
  } catch {
    return false;
  }
};

const downloadOfficial = async () => {
  const version = wantedVersion();
  say(`downloading the official Electron ${version}`);
  const reachable = await canReachOfficial(version);
  const done =
    reachable &&
    (await runNode(inRoot('node_modules', 'electron', 'install.js'), [], { quiet: true, timeout: 900_000 })).code === 0;
  if (done) rmSync(unreachableMark(), { force: true });
  else {
    say('the official Electron cannot be downloaded from here (not tried again for a day)');
    mkdirSync(userCache(), { recursive: true });
    writeFileSync(unreachableMark(), '');
  }
  return done;
};

/**
 * Finds or fetches an Electron: an override, the one in node_modules, the official download, the registry's copy.
 *
 * @returns {Promise<Runtime>}
 */
export const provideElectron = async () => {
  const override = process.env.ELECTRON_OVERRIDE_DIST_PATH;
  if (override) return runtimeIn('override', override);
  const official = inRoot('node_modules', 'electron', 'dist');
  const installed = () => existsSync(join(official, executableName()));
  if (installed()) return runtimeIn('official', official);
  if (!(registryElectronServes() && recentlyUnreachable()) && (await downloadOfficial()) && installed()) {
    return runtimeIn('official', official);
  }
  if (registryElectronServes()) return runtimeIn('registry', await installRegistryElectron());
  throw new Stop(
    'there is no Electron to run',
    'connect to the internet and run `npx install-electron --no`, or set ELECTRON_OVERRIDE_DIST_PATH to the folder of an unpacked Electron',
  );
};

/** @param {Runtime} runtime */
export const describeRuntime = ({ source, version, dist }) =>
  ({
    override: `using Electron ${version} from ELECTRON_OVERRIDE_DIST_PATH (${dist})`,
    official: `using the official Electron ${version}`,
    registry: `using Electron ${version} from the package registry: for development and tests only, its Chromium is old`,
  })[source];

/**
 * The environment under which electron, electron-vite and Playwright all find this runtime.
 *
 * @param {Runtime} runtime
 * @returns {NodeJS.ProcessEnv}
 */
export const electronEnvironment = ({ dist, executable }) => ({
  ELECTRON_OVERRIDE_DIST_PATH: dist,
  ELECTRON_EXEC_PATH: executable,
  // Chromium refuses to run as root with its sandbox on. This is for development and tests; the shipped app never sets it.
  ...(process.platform === 'linux' && process.getuid?.() === 0 ? { ELECTRON_DISABLE_SANDBOX: '1' } : {}),
});

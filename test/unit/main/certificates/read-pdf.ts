import { execFile } from 'node:child_process';
import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { promisify } from 'node:util';

const run = promisify(execFile);

/** The text of each page, in reading order, as poppler takes it out. */
export const pagesOf = async (file: string): Promise<readonly string[]> => {
  const { stdout } = await run('pdftotext', ['-enc', 'UTF-8', '-raw', file, '-'], { maxBuffer: 1 << 26 });
  return stdout.split('\f').slice(0, -1);
};

/** One row a font: name, embedded, subset, has a map to Unicode. */
export const fontsOf = async (file: string): Promise<readonly { readonly name: string; readonly flags: string }[]> => {
  const { stdout } = await run('pdffonts', [file]);
  return stdout
    .split('\n')
    .slice(2)
    .filter((line) => line !== '')
    .map((line) => ({
      name: line.split(/\s+/)[0] ?? '',
      flags: /(yes|no) +(yes|no) +(yes|no)/.exec(line)?.[0].replace(/ +/g, ' ') ?? '',
    }));
};

/** What qpdf finds wrong; an empty string where nothing is. */
export const faultsOf = async (file: string): Promise<string> => {
  try {
    const { stdout, stderr } = await run('qpdf', ['--check', file]);
    return /No syntax or stream encoding errors found/.test(stdout) ? stderr : stdout;
  } catch (error) {
    return String((error as { readonly stderr?: string }).stderr);
  }
};

export const infoOf = async (file: string): Promise<string> => (await run('pdfinfo', [file])).stdout;

/** The roles and texts of the structure tree, as a screen reader is given them. */
export const structureOf = async (file: string): Promise<string> =>
  (await run('pdfinfo', ['-struct-text', file])).stdout;

/** What zbar reads off a page that was drawn at so many dots an inch. */
export const codeOn = async (file: string, page: number, dots: number): Promise<string> => {
  const picture = `${file}-${page}-${dots}`;
  await run('pdftoppm', [
    '-r',
    String(dots),
    '-f',
    String(page),
    '-l',
    String(page),
    '-singlefile',
    '-gray',
    '-png',
    file,
    picture,
  ]);
  const { stdout } = await run('zbarimg', ['--raw', '-q', '-Sdisable', '-Sqrcode.enable', `${picture}.png`]);
  return stdout.replace(/\n$/, '');
};

export const saved = async (folder: string, name: string, bytes: Uint8Array): Promise<string> => {
  const file = path.join(folder, name);
  await writeFile(file, bytes);
  return file;
};

/** What a program of poppler or qpdf prints, as bytes. */
export const printedBy = async (program: string, args: readonly string[]): Promise<Buffer> =>
  (await run(program, [...args], { encoding: 'buffer', maxBuffer: 1 << 26 })).stdout;

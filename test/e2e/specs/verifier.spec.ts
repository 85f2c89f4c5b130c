import { execFile } from 'node:child_process';
import { mkdir, readFile, readdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { promisify } from 'node:util';
import type { Browser, BrowserContext, Page } from '@playwright/test';
import axe from 'axe-core';
import en from '../../../resources/verifier/en.json' with { type: 'json' };
import fr from '../../../resources/verifier/fr.json' with { type: 'json' };
import sw from '../../../resources/verifier/sw.json' with { type: 'json' };
import { expect, test } from '../fixtures/app.ts';
import { installedChromium, openChromium } from '../fixtures/chromium.ts';
import type { JobEnd } from '../fixtures/terminal.ts';
import { runJob } from '../fixtures/terminal.ts';
import { codeInPicture, pdfPictures } from '../fixtures/tools.ts';

const run = promisify(execFile);

test.use({ contents: 'awarded' });
test.skip(installedChromium === undefined, 'no Chromium is installed here (Debian: chromium)');
test.slow();

type Given = {
  readonly page: Page;
  readonly html: string;
  readonly picture: string;
  readonly code: string;
  readonly serial: string;
  readonly name: string;
};

let browser: Browser;
let context: BrowserContext;
const asked: string[] = [];

/** A phone that is not connected to anything. */
const openPage = async (html: string, camera?: string): Promise<Page> => {
  browser = await openChromium(camera);
  context = await browser.newContext({
    viewport: { width: 390, height: 800 },
    locale: 'en-GB',
    offline: true,
    ...(camera === undefined ? {} : { permissions: ['camera'] }),
  });
  context.on('request', (request) => /^(?:file|blob|data):/.test(request.url()) || asked.push(request.url()));
  const page = await context.newPage();
  await page.goto(pathToFileURL(html).href);
  return page;
};

test.afterEach(async () => {
  await browser.close();
  expect(asked).toEqual([]);
});

const give = async (
  workspace: string,
  folder: string,
  camera?: (picture: string) => Promise<string>,
): Promise<Given> => {
  const job = (...args: readonly string[]): Promise<JobEnd> => runJob(['run', ...args, '--workspace', workspace]);
  const out = path.join(folder, 'paper');
  await mkdir(out);
  const printed = await job('certificates', '--cohort', 'LSK-1', '--out', out);
  const [first] = printed.out.filter((line) => 'file' in line);
  const file = String(first?.['file']);
  const serial = (first?.['serials'] as readonly string[])[0] ?? '';
  await pdfPictures(file, path.join(folder, 'page'));
  const picture = path.join(folder, (await readdir(folder)).find((name) => name.endsWith('.png')) ?? '');
  const html = path.join(folder, 'verifier.html');
  expect((await job('verifier', '--out', html)).result).toMatchObject({ job: 'verifier', keys: 1, listed: 0 });
  const code = await codeInPicture(picture);
  const says = (await job('verify', code)).out.find((line) => 'says' in line)?.['says'] as { readonly name: string };
  const page = await openPage(html, await camera?.(picture));
  return { page, html, picture, code, serial, name: says.name };
};

const type = async (page: Page, text: string): Promise<void> => {
  await page.locator('textarea').fill(text);
  await page.locator('form button').click();
};

const card = (page: Page) => page.locator('.verdict');

const violations = async (page: Page): Promise<readonly string[]> => {
  // The page lets no script of others in: axe comes by the debugger, as an extension would.
  await page.evaluate(axe.source);
  return page.evaluate(async () => {
    const { axe: found } = globalThis as unknown as {
      axe: { run: () => Promise<{ violations: { id: string; nodes: { html: string }[] }[] }> };
    };
    return (await found.run()).violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html ?? ''}`);
  });
};

test('a certificate is checked from a file, without a network: typed, by picture, altered, revoked, by a newer list', async ({
  workspace,
  folder,
}) => {
  const { page, picture, code, serial, name } = await give(workspace, folder);
  expect(await violations(page)).toEqual([]);

  await type(page, code);
  await expect(card(page)).toContainText(en.genuine);
  await expect(card(page)).toContainText(name);
  await expect(card(page)).toContainText(serial);
  expect(await violations(page)).toEqual([]);

  await page.reload();
  await page.locator('#picture').setInputFiles(picture);
  await expect(card(page)).toContainText(en.genuine);
  await expect(card(page)).toContainText(name);

  const at = code.length - 20;
  await type(page, `${code.slice(0, at)}${code[at] === 'A' ? 'B' : 'A'}${code.slice(at + 1)}`);
  await expect(card(page)).not.toContainText(en.genuine);
  await expect(card(page)).toHaveClass(/bad/);

  await type(page, serial);
  await expect(card(page)).toContainText(en.serial);
  await type(page, 'nothing at all');
  await expect(card(page)).toContainText(en['serial-bad']);

  await runJob(['run', 'revoke', serial, '--reason', 'Issued in error', '--workspace', workspace]);
  const newer = path.join(folder, 'newer.html');
  const made = await runJob(['run', 'verifier', '--out', newer, '--workspace', workspace]);
  expect(made.result).toMatchObject({ listed: 1 });
  const content = /id="programme">(.*?)<\/script>/s.exec(await readFile(newer, 'utf8'))?.[1] ?? '';
  const list = path.join(folder, 'list.json');
  await writeFile(list, JSON.stringify((JSON.parse(content) as { list: unknown }).list));
  await page.locator('#picture').setInputFiles(list);
  await expect(page.locator('.note.ok')).toBeVisible();
  await type(page, code);
  await expect(card(page)).toContainText(en.revoked);
  await expect(card(page)).not.toContainText('Issued in error');

  await page.goto(pathToFileURL(newer).href);
  await type(page, code);
  await expect(card(page)).toContainText(en.revoked);
  await page.locator('select').selectOption('fr');
  await expect(page.locator('h1')).toHaveText(fr.title);
  await expect(card(page)).toContainText(fr.revoked);
  expect(await violations(page)).toEqual([]);
  await page.locator('select').selectOption('sw');
  await expect(page.locator('h1')).toHaveText(sw.title);
});

test('the camera of a phone reads the code', async ({ workspace, folder }) => {
  const film = async (picture: string): Promise<string> => {
    const y4m = path.join(folder, 'camera.y4m');
    // The code in the lower right of the sheet, as a hand would hold it in front of the camera.
    const crop = path.join(folder, 'crop.ppm');
    await run('sh', [
      '-c',
      'pdftoppm -r 150 -x 1330 -y 820 -W 300 -H 225 "$1" > "$2"',
      'sh',
      await paperOf(folder),
      crop,
    ]);
    expect(picture).not.toBe('');
    await writeFile(y4m, filmOf(await readFile(crop)));
    return y4m;
  };
  const { page, name } = await give(workspace, folder, film);
  await page.getByRole('button', { name: en.camera }).click();
  await expect(card(page)).toContainText(en.genuine, { timeout: 30_000 });
  await expect(card(page)).toContainText(name);
});

const paperOf = async (folder: string): Promise<string> => {
  const out = path.join(folder, 'paper');
  return path.join(out, (await readdir(out)).filter((name) => name.endsWith('.pdf')).sort()[0] ?? '');
};

/** A film of one still picture for Chromium's false camera: PPM (P6) in, Y4M 640 × 480 out, enlarged without smoothing, in greys. */
const filmOf = (ppm: Buffer): Buffer => {
  const head = /^P6\s+(\d+)\s+(\d+)\s+255\s/.exec(ppm.subarray(0, 40).toString('latin1'));
  const [width, height] = [Number(head?.[1]), Number(head?.[2])];
  const pixels = ppm.subarray(head?.[0].length ?? 0);
  const luma = Buffer.alloc(640 * 480, 235);
  for (let y = 0; y < 480; y += 1) {
    for (let x = 0; x < 640; x += 1) {
      const [from, row] = [Math.floor((x * width) / 640), Math.floor((y * height) / 480)];
      luma[y * 640 + x] = 16 + Math.floor(((pixels[(row * width + from) * 3 + 1] ?? 255) * 219) / 255);
    }
  }
  const frame = Buffer.concat([Buffer.from('FRAME\n'), luma, Buffer.alloc((640 * 480) / 2, 128)]);
  return Buffer.concat([
    Buffer.from('YUV4MPEG2 W640 H480 F10:1 Ip A1:1 C420mpeg2\n'),
    ...Array.from({ length: 10 }, () => frame),
  ]);
};

import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { protocol } from 'electron';

/** Where the window's own files live: `app://fieldcourse/…`, never `file:`. */
export const appOrigin = 'app://fieldcourse';

const policy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' blob: data:",
  "font-src 'self'",
  "connect-src 'self'",
  "worker-src 'self' blob:",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ');

const types: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.mjs': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.woff2': 'font/woff2',
  '.wasm': 'application/wasm',
};

/** Must run before the app is ready. */
export const registerScheme = (): void =>
  protocol.registerSchemesAsPrivileged([
    { scheme: 'app', privileges: { standard: true, secure: true, supportFetchAPI: true, codeCache: true } },
  ]);

const fileOf = (folder: string, url: URL): string | undefined => {
  const name = decodeURIComponent(url.pathname === '/' ? '/index.html' : url.pathname);
  const file = path.join(folder, name);
  return file.startsWith(folder + path.sep) && !name.includes('\0') ? file : undefined;
};

/** Serves the built window from its folder and nothing else. `served` is called when its first script has gone out. */
export const serveWindow = (folder: string, served: () => void): void =>
  protocol.handle('app', async (request) => {
    const url = new URL(request.url);
    const file = url.host === 'fieldcourse' && request.method === 'GET' ? fileOf(folder, url) : undefined;
    if (file === undefined) return new Response(null, { status: 403 });
    try {
      // Not at once: the answer itself still needs this process.
      if (path.extname(file) === '.js') setTimeout(served, 0);
      const type = types[path.extname(file)] ?? 'application/octet-stream';
      return new Response(await readFile(file), {
        headers: { 'content-type': type, 'content-security-policy': policy, 'x-content-type-options': 'nosniff' },
      });
    } catch {
      return new Response(null, { status: 404 });
    }
  });

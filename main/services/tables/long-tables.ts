import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import type { WriteStream } from 'node:fs';
import { createWriteStream } from 'node:fs';
import { open, rename, rm, stat } from 'node:fs/promises';
import path from 'node:path';
import { guardText } from '#shared/domain/exports/formula-guard.ts';
import type { Reply, Request } from '#shared/ipc/contract.ts';
import { fail, ok } from '#shared/lib/result.ts';
import { syncFolder } from '../files/sync-folder.ts';
import { writeWhole } from '../files/write-whole.ts';
import type { LongFile } from './long-xlsx.ts';
import { longXlsx } from './long-xlsx.ts';
import { usesComma, writeFailure } from './write-table.ts';

type Open = {
  readonly path: string;
  readonly part: string;
  readonly stream: WriteStream;
  readonly file: LongFile;
  /** Rejects when the disk refuses; a stream that failed never says that it drained or ended. */
  readonly broken: Promise<never>;
};

const opened = new Map<string, Open>();

const quoted = (text: string, separator: string): string =>
  text.includes(separator) || /["\r\n]|^\s|\s$/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;

const longCsv = async (stream: WriteStream, request: Request<'tables:open-long'>): Promise<LongFile> => {
  const comma = usesComma(request.language);
  const separator = comma ? ';' : ',';
  const cell = (value: string | number | null): string => {
    if (value === null) return '';
    if (typeof value === 'string') return quoted(guardText(value), separator);
    return comma ? String(value).replace('.', ',') : String(value);
  };
  const put = async (rows: readonly (readonly (string | number | null)[])[]): Promise<void> => {
    const text = rows.map((row) => `${row.map(cell).join(separator)}\r\n`).join('');
    if (!stream.write(text, 'utf8')) await once(stream, 'drain');
  };
  // The byte order mark tells Excel that this is UTF-8.
  stream.write('\ufeff');
  await put([(request.sheets[0]?.columns ?? []).map(({ title }) => title)]);
  return { add: async (sheet, rows) => (sheet === 0 ? put(rows) : undefined), end: () => Promise.resolve() };
};

const discard = async ({ stream, part }: Pick<Open, 'stream' | 'part'>): Promise<void> => {
  stream.destroy();
  await rm(part, { force: true });
};

/** Begins a long table beside the place where it will be. Fails with `table-unknown-kind` and as `writeTable` does. */
export const openLong = async (request: Request<'tables:open-long'>): Promise<Reply<'tables:open-long'>> => {
  const where = { path: request.path, name: path.basename(request.path) };
  const ending = path.extname(request.path).toLowerCase();
  if (ending !== '.csv' && ending !== '.xlsx') return fail('table-unknown-kind', where);
  const id = randomUUID();
  const part = `${request.path}.${process.pid}.part`;
  const stream = createWriteStream(part, { mode: 0o644 });
  const broken = new Promise<never>((_, reject) => void stream.on('error', reject));
  broken.catch(() => undefined);
  const begun = ending === '.csv' ? longCsv : (to: WriteStream) => longXlsx(to, request.sheets);
  try {
    await once(stream, 'open');
    const file = await Promise.race([broken, begun(stream, request)]);
    opened.set(id, { path: request.path, part, stream, file, broken });
    return ok({ id });
  } catch (error) {
    await discard({ stream, part });
    return fail(writeFailure(error), where);
  }
};

const failed = async (id: string, table: Open, error: unknown): Promise<ReturnType<typeof fail>> => {
  opened.delete(id);
  await discard(table);
  return fail(writeFailure(error), { path: table.path, name: path.basename(table.path) });
};

/** Adds rows; `table-closed` where the table has ended. */
export const addRows = async ({ id, sheet, rows }: Request<'tables:add-rows'>): Promise<Reply<'tables:add-rows'>> => {
  const table = opened.get(id);
  if (table === undefined) return fail('table-closed');
  try {
    await Promise.race([table.broken, table.file.add(sheet, rows)]);
    return ok(null);
  } catch (error) {
    return failed(id, table, error);
  }
};

/** Ends a long table: renamed to its place when it is whole and on the disk, or taken away. */
export const closeLong = async ({ id, keep }: Request<'tables:close-long'>): Promise<Reply<'tables:close-long'>> => {
  const table = opened.get(id);
  if (table === undefined) return fail('table-closed');
  opened.delete(id);
  if (!keep) {
    await discard(table);
    return ok({ path: table.path, bytes: 0 });
  }
  try {
    await Promise.race([table.broken, table.file.end()]);
    table.stream.end();
    await Promise.race([table.broken, once(table.stream, 'close')]);
    const handle = await open(table.part, 'r+');
    await handle.sync().finally(() => handle.close());
    const { size } = await stat(table.part);
    await rename(table.part, table.path);
    await syncFolder(path.dirname(table.path));
    return ok({ path: table.path, bytes: size });
  } catch (error) {
    return failed(id, table, error);
  }
};

/** Writes a text file whole or not at all; fails as `writeTable` does. */
export const writeText = async (request: Request<'files:write-text'>): Promise<Reply<'files:write-text'>> => {
  const content = Buffer.from(request.text, 'utf8');
  try {
    await writeWhole(request.path, content, 0o644);
    return ok({ path: request.path, bytes: content.length });
  } catch (error) {
    return fail(writeFailure(error), { path: request.path, name: path.basename(request.path) });
  }
};

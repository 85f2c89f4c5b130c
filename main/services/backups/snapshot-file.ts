import { createHash } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { createInterface } from 'node:readline';
import { createGunzip, gzipSync } from 'node:zlib';
import { z } from 'zod';
import type { RowStore, StoredRow } from '#shared/domain/rows.ts';
import type { TableName } from '#shared/domain/tables.ts';
import { tableNames } from '#shared/domain/tables.ts';
import { writeWhole } from '../files/write-whole.ts';
import type { Head } from '../journal/frame.ts';

/** First line of a snapshot: which state of the journal it holds, when and why it was made. */
export type SnapshotHeader = Head & {
  readonly format: 'fieldcourse-snapshot';
  readonly v: 1;
  readonly made: string;
  readonly reason: string;
};

type SnapshotEnd = { readonly rows: number; readonly sha256: string };

export type SnapshotLine = { readonly t: TableName; readonly r: StoredRow };

const headerSchema = z.object({
  format: z.literal('fieldcourse-snapshot'),
  v: z.literal(1),
  seq: z.number().int().nonnegative(),
  hash: z.string(),
  made: z.string(),
  reason: z.string(),
});
const endSchema = z.object({ end: z.object({ rows: z.number(), sha256: z.string() }) });

const rowLines = (rows: RowStore): readonly string[] =>
  tableNames.flatMap((t) =>
    [...(rows.get(t)?.values() ?? [])].map((r) => JSON.stringify({ t, r } satisfies SnapshotLine)),
  );

/** Writes all rows as gzip NDJSON: a header, a line a row, an end line with count and SHA-256 of all before it. */
export const writeSnapshot = async (file: string, header: SnapshotHeader, rows: RowStore): Promise<void> => {
  const lines = [JSON.stringify(header), ...rowLines(rows)];
  const body = Buffer.from(`${lines.join('\n')}\n`);
  const end: SnapshotEnd = { rows: lines.length - 1, sha256: createHash('sha256').update(body).digest('hex') };
  await writeWhole(file, gzipSync(Buffer.concat([body, Buffer.from(`${JSON.stringify({ end })}\n`)]), { level: 4 }));
};

/** Reads a snapshot line by line; throws where it is cut, altered or not a snapshot. The end is checked after the last line. */
export async function* readSnapshot(file: string): AsyncGenerator<string, SnapshotHeader> {
  const source = createReadStream(file);
  const unzipped = createGunzip();
  source.on('error', (error) => unzipped.destroy(error));
  const hash = createHash('sha256');
  let header: SnapshotHeader | undefined;
  let end: SnapshotEnd | undefined;
  let rows = 0;
  for await (const line of createInterface({ input: source.pipe(unzipped), crlfDelay: Infinity })) {
    if (end !== undefined) throw new Error('The snapshot goes on after its end');
    if (header === undefined) {
      header = headerSchema.parse(JSON.parse(line));
    } else if (line.startsWith('{"end":')) {
      end = endSchema.parse(JSON.parse(line)).end;
      continue;
    } else {
      rows += 1;
      yield line;
    }
    hash.update(`${line}\n`);
  }
  if (header === undefined || end === undefined || end.rows !== rows || end.sha256 !== hash.digest('hex')) {
    throw new Error('The snapshot is not whole');
  }
  return header;
}

/** Loads a whole snapshot into memory, checked to its end. */
export const loadSnapshot = async (
  file: string,
): Promise<{ readonly header: SnapshotHeader; readonly rows: RowStore }> => {
  const rows: RowStore = new Map();
  const lines = readSnapshot(file);
  for (;;) {
    const next = await lines.next();
    if (next.done === true) return { header: next.value, rows };
    const { t, r } = JSON.parse(next.value) as SnapshotLine;
    const table = rows.get(t) ?? new Map<string, StoredRow>();
    rows.set(t, table.set(r.id, r));
  }
};

import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { readOwnFont } from '#main/services/certificates/designs/own-font.ts';
import { openEngine } from '#main/services/certificates/engine.ts';
import { designedDocument, shipped } from './design-documents.ts';
import { folders } from './specimens.ts';

const packed = 'node_modules/@fontsource/noto-sans/files/noto-sans-latin-400-normal.woff2';

/** The same font with its licence bits for embedding set. */
const withFsType = (file: string, bits: number): Uint8Array => {
  const bytes = Buffer.from(readFileSync(file));
  const count = bytes.readUInt16BE(4);
  for (let at = 12; at < 12 + 16 * count; at += 16)
    if (bytes.toString('latin1', at, at + 4) === 'OS/2') bytes.writeUInt16BE(bits, bytes.readUInt32BE(at + 8) + 8);
  return bytes;
};

describe('a font that somebody adds', () => {
  it('is taken as TTF, OTF and WOFF2, and the letters it lacks are told', () => {
    for (const file of ['resources/fonts/NotoSans-Bold.ttf', 'resources/fonts/EBGaramond12-Regular.otf'])
      expect(readOwnFont(readFileSync(file))).toMatchObject({ ok: true, value: { lacks: [] } });
    const font = readOwnFont(readFileSync(packed));
    expect(font).toMatchObject({ ok: true, value: { family: 'Noto Sans' } });
    expect(font.ok && font.value.lacks).toContain('ǀ');
  });

  it('sets a certificate once it was unpacked', async () => {
    const font = readOwnFont(readFileSync(packed));
    if (!font.ok) throw new Error(font.error.code);
    const id = 'e'.repeat(64);
    const plain = shipped('modern');
    const design = {
      ...plain,
      blocks: plain.blocks.map((block) =>
        block.kind === 'text'
          ? { ...block, look: { ...block.look, font: { family: `own:${id}`, style: 'regular' as const } } }
          : block,
      ),
    };
    const engine = openEngine(folders);
    const kit = { designs: [design], assets: [{ id, kind: 'font' as const, data: font.value.data }] };
    expect(await engine.renderOne(designedDocument(design, { name: 'Thabo Mokoena' }), kit)).toMatchObject({
      ok: true,
    });
  });

  it.each([
    [Buffer.from('not a font'), 'font-not-one'],
    [Buffer.alloc(0), 'font-not-one'],
    [withFsType('resources/fonts/NotoSans-Regular.ttf', 0x0002), 'font-not-embeddable'],
    [readFileSync('resources/fonts/NotoNaskhArabic-Regular.ttf'), 'font-without-letters'],
  ])('is refused with the reason', (bytes, code) => {
    expect(readOwnFont(bytes)).toMatchObject({ ok: false, error: { code } });
  });
});

import encodeQR from 'qr';
import type { DesignedDocument } from '#shared/domain/designed-documents.ts';
import type { TemplateDesign } from '#shared/domain/template-design.ts';
import { wordsIn } from '#shared/domain/template-designs.ts';

/** One line of words: millimetres from the top left to its box and baseline, its size in points. */
export type PlainLine = {
  readonly text: string;
  readonly x: number;
  readonly width: number;
  readonly y: number;
  readonly size: number;
  readonly colour: string;
  readonly italic: boolean;
  readonly align: 'left' | 'center' | 'right';
};

type Box = { readonly x: number; readonly y: number; readonly width: number; readonly height: number };

/** What every peer draws of a certificate: the same words, pictures and code, within a plainer border. */
export type PlainPage = {
  readonly name: string;
  readonly lines: readonly PlainLine[];
  readonly code: readonly (readonly boolean[])[];
};

/** What is the same on all pages, in millimetres. */
export const plainFrame = {
  width: 297,
  height: 210,
  borders: [10, 11, 16, 17],
  logo: { x: 138.3, y: 27.8, width: 20.4, height: 20.4 },
  signature: { x: 76, y: 153, width: 40, height: 12 },
  rules: [73, 125.5, 178].map((x): Box => ({ x, y: 166, width: 46, height: 0.2 })),
  code: { x: 236, y: 146, width: 28, height: 28 },
} as const;

const filled = (text: string, values: Readonly<Record<string, string>>): string =>
  text.replace(/\{\{(\w+)\}\}/g, (_, word: string) => values[word] ?? '').replace(/ {2,}/g, ' ');

const alignOf = { left: 'left', centre: 'center', right: 'right' } as const;

/** The words of a certificate where its design puts them; a name that would be too wide is made smaller by the peers' own means or not at all. */
export const plainPage = (document: DesignedDocument, design: TemplateDesign): PlainPage => {
  const values = document.values[document.language] ?? {};
  const lines: PlainLine[] = [];
  for (const block of design.blocks) {
    if (block.kind === 'text' || block.kind === 'serial') {
      const { look, x, width, y, baseline } = block;
      const words = block.kind === 'serial' ? document.serial : filled(wordsIn(block.texts, 'en'), values);
      const lead = block.kind === 'serial' ? 0 : block.lead;
      const size = block.id === 'name' && words.length > 18 ? look.size * 0.75 : look.size;
      words.split('\n').forEach((text, row) => {
        const place = { x, width, y: y + baseline + row * lead, align: alignOf[look.align] };
        lines.push({ text, ...place, size, colour: look.colour, italic: look.font.style === 'italic' });
      });
    }
    if (block.kind === 'signature') {
      const signatory = document.signatories[Number(block.id.slice(-1)) - 1];
      const own = [
        [signatory?.name, block.nameLook, block.nameBaseline],
        [signatory?.office, block.officeLook, block.officeBaseline],
      ] as const;
      for (const [text = '', look, baseline] of own) {
        const place = { x: block.x, width: block.width, y: block.y + baseline, align: 'center' as const };
        lines.push({ text, ...place, size: look.size, colour: look.colour, italic: look.font.style === 'italic' });
      }
    }
  }
  const code = encodeQR(document.payload, 'raw', { ecc: 'medium', encoding: 'alphanumeric', border: 4 });
  return { name: document.name, lines: lines.filter(({ text }) => text !== ''), code };
};

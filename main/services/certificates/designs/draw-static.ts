import type { Block } from '#shared/domain/template-design.ts';
import { pageSize } from '#shared/domain/template-designs.ts';
import type { Failure, Result } from '#shared/lib/result.ts';
import { ok } from '#shared/lib/result.ts';
import type { DesignedDocument } from '#shared/domain/designed-documents.ts';
import { addAlphabet } from '../constant-parts.ts';
import type { Face } from '../faces.ts';
import { pdfNumber } from '../glyph-run.ts';
import { drawObjects, type Canvas, type DrawnObjects, type PdfFont, type PdfReference } from '../pdf-objects.ts';
import type { PageRole } from '../page-parts.ts';
import { textOperators, type SetText } from '../set-text.ts';
import { paintDrawing, paintLine, paintShape, type Painting } from './draw-ornaments.ts';
import { paintSeal } from './draw-seal.ts';
import { styleOf, type Setting } from './lay-out-block.ts';
import { embedPicture, type ReadyPicture } from './pictures.ts';
import { layOutStatic, type LaidBlock, type StaticErrorCode } from './static-blocks.ts';

/** What stands on each page, in order: shared forms by resource name, and own blocks still to be set. */
export type PageItem =
  | {
      readonly kind: 'form';
      readonly name: string;
      readonly role: PageRole | 'Artifact';
      readonly alt?: string;
      readonly language: string;
    }
  | { readonly kind: 'own'; readonly block: Block };

/** What the documents of one design, language and batch share, as finished bytes. `fonts` by face: own words use them where they hold the letters. */
export type StaticParts = DrawnObjects & {
  readonly items: readonly PageItem[];
  readonly forms: ReadonlyMap<string, PdfReference>;
  readonly fonts: ReadonlyMap<string, PdfFont>;
};

const drawTexts = (canvas: Canvas, texts: readonly SetText[]): void => {
  for (const text of texts) canvas.write(textOperators(text, canvas.font(text.run.face)));
};

const paintPicture = (
  canvas: Canvas,
  picture: ReadyPicture,
  box: { readonly x: number; readonly y: number; readonly width: number; readonly height: number },
  align: 'left' | 'centre' | 'right',
): Painting => {
  const scale = Math.min(box.width / picture.width, box.height / picture.height);
  const [width, height] = [picture.width * scale, picture.height * scale];
  const room = box.width - width;
  const x = box.x + (align === 'left' ? 0 : align === 'right' ? room : room / 2);
  const y = box.y + (box.height - height) / 2;
  const at = [width, 0, 0, -height, x, y + height].map((value) => pdfNumber(value, 4)).join(' ');
  return {
    xobjects: { P: embedPicture(canvas, picture) },
    draw: () => canvas.write(`q ${at} cm /P Do Q`),
  };
};

/** A signature in ink or as a picture stands so high above its line. */
const signatureHeight = 13;

const paintSignature = (canvas: Canvas, laid: LaidBlock): Painting => {
  const { block, picture, texts } = laid;
  if (block.kind !== 'signature') throw new Error(block.kind);
  const above = { x: block.x, y: block.y - signatureHeight, width: block.width, height: signatureHeight };
  const painted = picture && paintPicture(canvas, picture, above, 'centre');
  return {
    ...(painted?.xobjects ? { xobjects: painted.xobjects } : {}),
    draw: () => {
      painted?.draw();
      if (block.line) {
        canvas.doc.lineWidth(block.line.stroke).moveTo(block.x, block.y);
        canvas.doc.lineTo(block.x + block.width, block.y).stroke(block.line.colour);
      }
      drawTexts(canvas, texts);
    },
  };
};

const paintWatermark = (canvas: Canvas, { block, texts }: LaidBlock): Painting => ({
  draw: () => {
    if (block.kind !== 'watermark') throw new Error(block.kind);
    const { doc } = canvas;
    doc
      .save()
      .translate(block.x + block.width / 2, block.y + block.height / 2)
      .rotate(-block.angle);
    const size = texts[0]?.size ?? 0;
    drawTexts(
      canvas,
      texts.map((text) => ({ ...text, x: text.x - block.x - block.width / 2, y: size * 0.33 })),
    );
    doc.restore();
  },
});

const paint = (canvas: Canvas, laid: LaidBlock): Painting => {
  const { block, texts, picture } = laid;
  switch (block.kind) {
    case 'drawing':
      return paintDrawing(canvas, block);
    case 'line':
      return paintLine(canvas, block);
    case 'shape':
      return paintShape(canvas, block);
    case 'seal':
      return paintSeal(canvas, block, laid.seal);
    case 'picture':
      return picture ? paintPicture(canvas, picture, block, block.align) : { draw: () => undefined };
    case 'signature':
      return paintSignature(canvas, laid);
    case 'watermark':
      return paintWatermark(canvas, laid);
    default:
      return { draw: () => drawTexts(canvas, texts) };
  }
};

const roleOf = ({ block, alt }: LaidBlock, headings: number): PageRole | 'Artifact' => {
  if (block.kind === 'text') return block.role === 'text' ? 'P' : headings === 0 ? 'H1' : 'H2';
  if (block.kind === 'signature') return 'P';
  return alt !== undefined && alt !== '' ? 'Figure' : 'Artifact';
};

/** Draws neighbouring ornaments as one form, everything else as a form of its own. */
const drawForms = (canvas: Canvas, laid: readonly LaidBlock[]): Pick<StaticParts, 'items' | 'forms'> => {
  const items: PageItem[] = [];
  const forms = new Map<string, PdfReference>();
  let ornaments: LaidBlock[] = [];
  let headings = 0;
  const draw = (
    blocks: readonly LaidBlock[],
    about: Omit<Extract<PageItem, { kind: 'form' }>, 'kind' | 'name'>,
  ): void => {
    const paintings = blocks.map((one) => paint(canvas, one));
    const name = `X${forms.size}`;
    // Blocks of one form share the names of its objects: what is drawn together has only one with objects.
    const xobjects = Object.assign({}, ...paintings.map((one) => one.xobjects ?? {})) as Record<string, PdfReference>;
    forms.set(
      name,
      canvas.form(() => paintings.forEach((one) => one.draw()), xobjects),
    );
    items.push({ kind: 'form', name, ...about });
  };
  const close = (): void => {
    if (ornaments.length > 0) draw(ornaments, { role: 'Artifact', language: '' });
    ornaments = [];
  };
  const hasObjects = (one: LaidBlock): boolean =>
    one.picture !== undefined || (one.block.kind === 'shape' && one.block.shape === 'guilloche');
  for (const one of laid) {
    if (one.own) {
      close();
      items.push({ kind: 'own', block: one.block });
      continue;
    }
    const role = roleOf(one, headings);
    if (role === 'Artifact') {
      if (hasObjects(one) && ornaments.some(hasObjects)) close();
      ornaments.push(one);
      continue;
    }
    close();
    if (role === 'H1' || role === 'H2') headings += 1;
    draw([one], {
      role,
      language: one.language,
      ...(role === 'Figure' && one.alt !== undefined ? { alt: one.alt } : {}),
    });
  }
  close();
  return { items, forms };
};

/** The faces that own words are set in before any rare letter asks for another. */
const ownFaces = (setting: Setting, laid: readonly LaidBlock[]): readonly Face[] => {
  const faces = new Map<string, Face>();
  for (const { own, block } of laid) {
    if (!own || !('look' in block)) continue;
    const fonts = [block.look.font];
    if (block.kind === 'table') fonts.push({ ...block.look.font, style: 'bold' });
    for (const font of fonts) {
      const face = styleOf(setting, { ...block.look, font }, 1).faces[0];
      if (face) faces.set(face.key, face);
    }
  }
  return [...faces.values()];
};

/** Draws, once, all that the documents of a batch share. Ids begin at `firstId`. */
export const drawStatic = (
  setting: Setting,
  document: DesignedDocument,
  firstId: number,
): Result<StaticParts, Failure<StaticErrorCode>> => {
  const laid = layOutStatic(setting, document);
  if (!laid.ok) return laid;
  const { value, ...objects } = drawObjects(firstId, 0, pageSize(setting.design), (canvas) => {
    const fonts = new Map<string, PdfFont>();
    for (const face of ownFaces(setting, laid.value)) {
      const font = canvas.font(face);
      addAlphabet(font, face);
      fonts.set(face.key, font);
    }
    return { ...drawForms(canvas, laid.value), fonts };
  });
  return ok({ ...objects, ...value });
};

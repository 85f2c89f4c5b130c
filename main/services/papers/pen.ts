import type { Face } from '../certificates/faces.ts';
import { runsRightToLeft } from '../certificates/visual-order.ts';
import type { Line } from './set-lines.ts';
import type { InkName, TextStyle } from './styles.ts';
import { ink } from './styles.ts';

export type Role =
  | 'Document'
  | 'Sect'
  | 'H1'
  | 'H2'
  | 'H3'
  | 'P'
  | 'L'
  | 'LI'
  | 'Lbl'
  | 'LBody'
  | 'Table'
  | 'Caption'
  | 'TR'
  | 'TH'
  | 'TD'
  | 'Figure';

type Element = ReturnType<PDFKit.PDFDocument['struct']>;

/** A place in the structure tree. It is made when something is first drawn for it, so the tree has the order of the pages. */
export type Node = {
  readonly role: Role;
  readonly parent: Node | undefined;
  readonly alt?: string;
  readonly title?: string;
  readonly language?: string;
  element?: Element;
};

export const childNode = (
  parent: Node,
  role: Role,
  more: Partial<Pick<Node, 'alt' | 'title' | 'language'>> = {},
): Node => ({ role, parent, ...more });

/** Draws on the page that is open; y runs down from the top edge, lengths in points. */
export type Pen = {
  readonly line: (line: Line, style: TextStyle, x: number, baseline: number) => void;
  readonly rule: (x: number, y: number, width: number, weight: number, colour: InkName) => void;
  readonly upright: (x: number, y: number, height: number, weight: number, colour: InkName) => void;
  readonly box: (x: number, y: number, width: number, height: number, look: BoxLook) => void;
  readonly path: (points: readonly (readonly [number, number])[], weight: number, colour: InkName) => void;
  readonly squares: (x: number, y: number, side: number, modules: readonly (readonly boolean[])[]) => void;
  /** Content that a screen reader is given, at its place in the tree. */
  readonly tag: (node: Node, draw: () => void) => void;
  /** A place in the tree without content, such as an empty cell. */
  readonly emptyTag: (node: Node) => void;
  /** What is only to be seen: rules, ornaments, and what repeats on each page. */
  readonly artifact: (kind: 'Layout' | 'Pagination', draw: () => void) => void;
};

export type BoxLook = { readonly fill?: InkName; readonly stroke?: InkName; readonly weight?: number };

const boldWeight = 0.022;

const makeElement = (doc: PDFKit.PDFDocument, node: Node): Element => {
  if (node.element) return node.element;
  const element = doc.struct(node.role, {
    ...(node.alt === undefined ? {} : { alt: node.alt }),
    ...(node.title === undefined ? {} : { title: node.title }),
    ...(node.language === undefined ? {} : { lang: node.language }),
    ...(node.role === 'TH' ? { scope: 'Column' } : {}),
  });
  node.element = element;
  if (node.parent) makeElement(doc, node.parent).add(element);
  else doc.addStructure(element);
  return element;
};

/** The QR code as one path: a square a dark module, rows joined. */
const drawSquares: (doc: PDFKit.PDFDocument, ...rest: Parameters<Pen['squares']>) => void = (
  doc,
  x,
  y,
  side,
  modules,
) => {
  const unit = side / modules.length;
  modules.forEach((row, down) => {
    for (let at = 0; at < row.length; at += 1) {
      let end = at;
      while (row[end]) end += 1;
      if (end > at) doc.rect(x + at * unit, y + down * unit, (end - at) * unit, unit);
      at = end;
    }
  });
  doc.fill('#000000');
};

/** `readsBack` tells whether a text taken out of the file is the text drawn; where not, the text is written beside it. */
export const createPen = (doc: PDFKit.PDFDocument, readsBack: (face: Face, text: string) => boolean): Pen => ({
  line: ({ runs }, style, x, baseline) => {
    let at = x;
    doc.fillColor(ink[style.colour]);
    if (style.bold) doc.strokeColor(ink[style.colour]).lineWidth(style.size * boldWeight);
    for (const { face, text, width } of runs) {
      doc.font(face.key).fontSize(style.size * face.scale);
      // Readers turn words that run from right to left round by themselves.
      const plain = runsRightToLeft(text) || readsBack(face, text);
      if (!plain) doc.markContent('Span', { actual: text });
      doc.text(text, at, baseline, {
        lineBreak: false,
        baseline: 'alphabetic',
        ...(style.bold ? { fill: true, stroke: true } : {}),
      });
      if (!plain) doc.endMarkedContent();
      at += width;
    }
  },
  rule: (x, y, width, weight, colour) =>
    void doc
      .lineWidth(weight)
      .moveTo(x, y)
      .lineTo(x + width, y)
      .stroke(ink[colour]),
  upright: (x, y, height, weight, colour) =>
    void doc
      .lineWidth(weight)
      .moveTo(x, y)
      .lineTo(x, y + height)
      .stroke(ink[colour]),
  box: (x, y, width, height, { fill, stroke, weight = 0.5 }) => {
    doc.lineWidth(weight).rect(x, y, width, height);
    if (fill && stroke) doc.fillAndStroke(ink[fill], ink[stroke]);
    else if (fill) doc.fill(ink[fill]);
    else doc.stroke(ink[stroke ?? 'text']);
  },
  path: ([first, ...others], weight, colour) => {
    if (!first) return;
    doc.lineWidth(weight).moveTo(...first);
    for (const point of others) doc.lineTo(...point);
    doc.stroke(ink[colour]);
  },
  squares: (...place) => drawSquares(doc, ...place),
  tag: (node, draw) => {
    const element = makeElement(doc, node);
    const content = doc.markStructureContent(node.role);
    draw();
    doc.endMarkedContent();
    element.add(content);
  },
  emptyTag: (node) => void makeElement(doc, node),
  artifact: (kind, draw) => {
    doc.markContent('Artifact', { type: kind });
    draw();
    doc.endMarkedContent();
  },
});

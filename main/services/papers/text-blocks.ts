import type { Node, Role } from './pen.ts';
import { childNode } from './pen.ts';
import type { BlockOf, Frame, Slab } from './slabs.ts';
import { baselineShare } from './slabs.ts';
import type { TextStyle } from './styles.ts';

type LinesOptions = {
  readonly node: Node;
  readonly before: number;
  readonly x?: number;
  readonly width?: number;
  readonly bondLast?: boolean;
};

/** A text as slabs of one line each, so that it can go over pages; the first two and the last two lines stay together. */
export const textSlabs = (frame: Frame, text: string, style: TextStyle, options: LinesOptions): readonly Slab[] => {
  const { node, before, x = frame.x, width = frame.width, bondLast = false } = options;
  const lines = frame.setter.lines(text, style, width);
  return lines.map((line, index): Slab => ({
    height: style.lead,
    before: index === 0 ? before : 0,
    bond: index === lines.length - 1 ? bondLast : index === 0 || index === lines.length - 2,
    draw: (pen, y) => {
      if (line.width > 0) pen.tag(node, () => pen.line(line, style, x, y + style.lead * baselineShare));
    },
  }));
};

/** A band of two crossing lines, the family's ornament. */
const band = (frame: Frame): Slab => {
  const height = 5;
  const steps = Math.round(frame.width / 5.5);
  const points = (phase: 0 | 1, y: number): readonly (readonly [number, number])[] =>
    Array.from(
      { length: steps + 1 },
      (_, index) => [frame.x + (index * frame.width) / steps, y + ((index + phase) % 2) * height] as const,
    );
  return {
    height,
    before: 7 * frame.scale,
    bond: true,
    draw: (pen, y) =>
      pen.artifact('Layout', () => {
        pen.path(points(0, y), 0.55, 'green');
        pen.path(points(1, y), 0.55, 'ochre');
      }),
  };
};

export const headingSlabs = (frame: Frame, { level, text }: BlockOf<'heading'>, first: boolean): readonly Slab[] => {
  const style = frame.styles[level === 1 ? 'title' : level === 2 ? 'heading' : 'subheading'];
  const node = childNode(frame.node, `H${level}` satisfies Role);
  const before = (level === 1 ? 22 : level === 2 ? 18 : 12) * frame.scale;
  const slabs = textSlabs(frame, text, style, { node, before, bondLast: true });
  return level === 1 && first
    ? [...slabs, band(frame), room(6 * frame.scale)]
    : slabs.map((slab) => ({ ...slab, bond: true }));
};

/** Nothing but room. */
const room = (height: number): Slab => ({ height, before: 0, draw: () => undefined });

export const paragraphSlabs = (frame: Frame, { text, tone = 'normal' }: BlockOf<'paragraph'>): readonly Slab[] => {
  const node = childNode(frame.node, 'P');
  const before = 7 * frame.scale;
  if (tone !== 'note') {
    const style = frame.styles[tone === 'normal' ? 'body' : tone];
    return textSlabs(frame, text, style, { node, before });
  }
  const indent = 11;
  const style = frame.styles.body;
  return textSlabs(frame, text, style, { node, before, x: frame.x + indent, width: frame.width - indent }).map(
    (slab) => ({
      ...slab,
      draw: (pen, y) => {
        pen.artifact('Layout', () => pen.upright(frame.x + 1.2, y, slab.height, 1.6, 'ochre'));
        slab.draw(pen, y);
      },
    }),
  );
};

export const listSlabs = (frame: Frame, { items }: BlockOf<'list'>): readonly Slab[] => {
  const list = childNode(frame.node, 'L');
  const indent = 14 * frame.scale;
  const style = frame.styles.body;
  const dash = frame.setter.line('–', style);
  return items.flatMap((item, index) => {
    const entry = childNode(list, 'LI');
    const label = childNode(entry, 'Lbl');
    const node = childNode(entry, 'LBody');
    const before = (index === 0 ? 6 : 2.5) * frame.scale;
    const slabs = textSlabs(frame, item, style, { node, before, x: frame.x + indent, width: frame.width - indent });
    return slabs.map((slab, line): Slab =>
      line > 0
        ? slab
        : {
            ...slab,
            draw: (pen, y) => {
              pen.tag(label, () =>
                pen.line(dash, { ...style, colour: 'green' }, frame.x, y + style.lead * baselineShare),
              );
              slab.draw(pen, y);
            },
          },
    );
  });
};

const factGap = 14;

/** As many facts side by side as fit with their label above them; 1 where one of them is long. */
const columnsFor = (frame: Frame, items: BlockOf<'facts'>['items']): number => {
  const { setter, styles } = frame;
  const widest = Math.max(
    0,
    ...items.flatMap(({ label, value }) => [
      setter.line(label, styles.label).width,
      value.includes('\n') ? Infinity : setter.line(value, styles.body).width,
    ]),
  );
  const most = Math.min(items.length, 5);
  for (let columns = most; columns > 1; columns -= 1) {
    if (widest <= (frame.width - factGap * (columns - 1)) / columns) return columns;
  }
  return 1;
};

const factRow = (frame: Frame, list: Node, items: BlockOf<'facts'>['items'], columns: number, first: boolean): Slab => {
  const { setter, styles } = frame;
  const step = (frame.width + factGap) / columns;
  const cells = items.map(({ label, value }, index) => ({
    x: frame.x + index * step,
    label: setter.line(label, styles.label),
    value: setter.line(value, styles.body),
    entry: childNode(list, 'LI'),
  }));
  return {
    height: styles.label.lead + styles.body.lead,
    before: (first ? 9 : 6) * frame.scale,
    draw: (pen, y) => {
      for (const cell of cells) {
        pen.tag(childNode(cell.entry, 'Lbl'), () =>
          pen.line(cell.label, styles.label, cell.x, y + styles.label.lead * baselineShare),
        );
        pen.tag(childNode(cell.entry, 'LBody'), () =>
          pen.line(cell.value, styles.body, cell.x, y + styles.label.lead + styles.body.lead * baselineShare),
        );
      }
    },
  };
};

const factList = (frame: Frame, list: Node, items: BlockOf<'facts'>['items']): readonly Slab[] => {
  const { setter, styles } = frame;
  const widest = Math.max(...items.map(({ label }) => setter.line(label, styles.small).width));
  const labelWidth = Math.min(widest, frame.width * 0.38);
  const x = frame.x + labelWidth + factGap;
  const width = frame.width - labelWidth - factGap;
  const lead = styles.body.lead;
  return items.flatMap(({ label, value }, index) => {
    const entry = childNode(list, 'LI');
    const labels = setter.lines(label, styles.small, labelWidth);
    const node = childNode(entry, 'LBody');
    const before = (index === 0 ? 8 : 3) * frame.scale;
    const values = textSlabs(frame, value, styles.body, { node, before, x, width });
    const missing = Array.from({ length: Math.max(0, labels.length - values.length) }, () => room(lead));
    const labelNode = childNode(entry, 'Lbl');
    return [...values, ...missing].map((slab, line): Slab => ({
      ...slab,
      draw: (pen, y) => {
        const own = labels[line];
        if (own) pen.tag(labelNode, () => pen.line(own, styles.small, frame.x, y + lead * baselineShare));
        slab.draw(pen, y);
      },
    }));
  });
};

/** Facts stand side by side under their labels where all are short, else one below the other beside them. */
export const factsSlabs = (frame: Frame, { items }: BlockOf<'facts'>): readonly Slab[] => {
  if (items.length === 0) return [];
  const list = childNode(frame.node, 'L');
  const columns = columnsFor(frame, items);
  if (columns === 1) return factList(frame, list, items);
  const rows = Array.from({ length: Math.ceil(items.length / columns) }, (_, row) =>
    items.slice(row * columns, (row + 1) * columns),
  );
  return rows.map((row, index) => factRow(frame, list, row, columns, index === 0));
};

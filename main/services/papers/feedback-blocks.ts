import type { Node } from './pen.ts';
import { childNode } from './pen.ts';
import type { BlockOf, Frame, Slab } from './slabs.ts';
import { baselineShare } from './slabs.ts';

type Criterion = BlockOf<'criteria'>['rows'][number];

const boxPadding = 12;

/** A name with lines about it, and the figure that counts in a box at its right. */
export const bannerSlabs = (frame: Frame, { name, lines, figure }: BlockOf<'banner'>): readonly Slab[] => {
  const { setter, styles, scale } = frame;
  const value = figure && setter.line(figure.value, styles.figure, frame.width * 0.4);
  const words = figure?.lines.map((line) => setter.line(line, styles.small, frame.width * 0.4)) ?? [];
  const inner = Math.max(96 * scale, ...[value, ...words].map((line) => line?.width ?? 0));
  const boxWidth = inner + boxPadding * 2;
  const boxHeight = styles.figure.lead + words.length * styles.small.lead + boxPadding * 1.3;
  const boxX = frame.x + frame.width - boxWidth;
  const width = figure ? frame.width - boxWidth - 18 : frame.width;
  const names = setter.lines(name, styles.name, width);
  const about = lines.flatMap((line) => setter.lines(line, styles.body, width));
  const textHeight = names.length * styles.name.lead + 3 + about.length * styles.body.lead;
  const nameNode = childNode(frame.node, 'H2');
  const aboutNode = childNode(frame.node, 'P');
  const figureNode = childNode(frame.node, 'P');
  return [
    {
      height: Math.max(textHeight, figure ? boxHeight : 0),
      before: 10 * scale,
      about: name,
      draw: (pen, y) => {
        pen.tag(nameNode, () =>
          names.forEach((line, index) =>
            pen.line(line, styles.name, frame.x, y + styles.name.lead * (index + baselineShare)),
          ),
        );
        const top = y + names.length * styles.name.lead + 3;
        if (about.length > 0)
          pen.tag(aboutNode, () =>
            about.forEach((line, index) =>
              pen.line(line, styles.body, frame.x, top + styles.body.lead * (index + baselineShare)),
            ),
          );
        if (!value) return;
        pen.artifact('Layout', () => pen.box(boxX, y + 1, boxWidth, boxHeight, { stroke: 'green', weight: 1.1 }));
        const middle = boxX + boxWidth / 2;
        pen.tag(figureNode, () => {
          const first = y + boxPadding * 0.45 + styles.figure.lead * 0.8;
          pen.line(value, styles.figure, middle - value.width / 2, first);
          words.forEach((line, index) =>
            pen.line(
              line,
              { ...styles.small, colour: 'text' },
              middle - line.width / 2,
              first + styles.small.lead * (index + 1.15),
            ),
          );
        });
      },
    },
  ];
};

type Columns = { readonly label: number; readonly bar: number; readonly barWidth: number; readonly right: number };

const criterionSlab = (frame: Frame, table: Node, criterion: Criterion, columns: Columns): Slab => {
  const { setter, styles } = frame;
  const { label, text, share, least, note } = criterion;
  const lines = setter.lines(label, styles.body, columns.label);
  const mark = setter.line(text, styles.strong);
  const noteLine = note === undefined ? undefined : setter.line(note, styles.label, columns.label);
  const row = childNode(table, 'TR');
  const height = lines.length * styles.body.lead + (noteLine ? styles.label.lead : 0) + 8 * frame.scale;
  return {
    height,
    before: 0,
    about: label,
    draw: (pen, y) => {
      const top = y + 4 * frame.scale;
      pen.tag(childNode(row, 'TD'), () => {
        lines.forEach((line, index) =>
          pen.line(line, styles.body, frame.x, top + styles.body.lead * (index + baselineShare)),
        );
        if (noteLine)
          pen.line(
            noteLine,
            styles.label,
            frame.x,
            top + styles.body.lead * lines.length + styles.label.lead * baselineShare,
          );
      });
      pen.artifact('Layout', () => {
        const middle = top + styles.body.lead * 0.5;
        if (share !== undefined) {
          const bar = { x: columns.bar, y: middle - 3.2, width: columns.barWidth, height: 6.4 };
          pen.box(bar.x, bar.y, bar.width * share, bar.height, { fill: 'green' });
          pen.box(bar.x, bar.y, bar.width, bar.height, { stroke: 'green', weight: 0.6 });
          if (least !== undefined) {
            pen.upright(bar.x + bar.width * least, bar.y, bar.height, 3.2, 'white');
            pen.upright(bar.x + bar.width * least, bar.y - 3, bar.height + 6, 1.3, 'text');
          }
        }
        pen.rule(frame.x, y + height, frame.width, 0.45, 'hair');
      });
      pen.tag(childNode(row, 'TD'), () =>
        pen.line(mark, styles.strong, columns.right - mark.width, top + styles.body.lead * baselineShare),
      );
    },
  };
};

/** Marks for each criterion, with a bar and the least that must be reached as a mark across it. */
export const criteriaSlabs = (frame: Frame, block: BlockOf<'criteria'>): readonly Slab[] => {
  const { setter, styles } = frame;
  const table = childNode(frame.node, 'Table', { title: block.caption });
  const barWidth = frame.width * 0.24;
  const right = frame.x + frame.width;
  const texts = [block.columns.text, ...block.rows.map(({ text }) => text), block.total?.text ?? ''];
  const textWidth = Math.max(...texts.map((text) => setter.line(text, styles.strong).width), 40);
  const columns: Columns = {
    right,
    barWidth,
    bar: right - textWidth - 16 - barWidth,
    label: frame.width - textWidth - barWidth - 34,
  };
  const [label, text] = [block.columns.label, block.columns.text].map((title) => setter.line(title, styles.label));
  const head: Slab = {
    height: styles.label.lead + 6,
    before: 12 * frame.scale,
    bond: true,
    draw: (pen, y) => {
      const row = childNode(table, 'TR');
      const baseline = y + styles.label.lead * baselineShare;
      if (label) pen.tag(childNode(row, 'TH'), () => pen.line(label, styles.label, frame.x, baseline));
      if (text) pen.tag(childNode(row, 'TH'), () => pen.line(text, styles.label, right - text.width, baseline));
      pen.artifact('Layout', () => pen.rule(frame.x, y + styles.label.lead + 6, frame.width, 0.9, 'green'));
    },
  };
  const rows = block.rows.map((row) => criterionSlab(frame, table, row, columns));
  return [head, ...rows, ...(block.total ? [totalSlab(frame, table, block.total)] : [])];
};

const totalSlab = (frame: Frame, table: Node, total: { readonly label: string; readonly text: string }): Slab => {
  const { setter, styles } = frame;
  const label = setter.line(total.label, styles.strong, frame.width * 0.6);
  const text = setter.line(total.text, styles.strong);
  const height = styles.body.lead + 9 * frame.scale;
  const row = childNode(table, 'TR');
  return {
    height,
    before: 0,
    draw: (pen, y) => {
      const baseline = y + 4.5 * frame.scale + styles.body.lead * baselineShare;
      pen.tag(childNode(row, 'TD'), () => pen.line(label, styles.strong, frame.x, baseline));
      pen.tag(childNode(row, 'TD'), () => pen.line(text, styles.strong, frame.x + frame.width - text.width, baseline));
      pen.artifact('Layout', () => pen.rule(frame.x, y + height, frame.width, 0.9, 'green'));
    },
  };
};

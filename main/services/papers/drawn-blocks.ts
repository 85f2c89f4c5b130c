import { encodeQR } from 'qr';
import { childNode } from './pen.ts';
import type { BlockOf, Frame, Slab } from './slabs.ts';
import { baselineShare } from './slabs.ts';
import { millimetre } from './styles.ts';
import { textSlabs } from './text-blocks.ts';

type Bar = BlockOf<'bars'>['bars'][number];

const barHeight = 7.5;

/** A chart that holds without colour: an outlined bar, and its interval as a line with ends. */
export const barsSlabs = (frame: Frame, { caption, description, max, bars }: BlockOf<'bars'>): readonly Slab[] => {
  const { setter, styles } = frame;
  const figure = childNode(frame.node, 'Figure', { alt: description });
  const texts = bars.map(({ text }) => setter.line(text, styles.small, frame.width * 0.3));
  const textWidth = Math.max(0, ...texts.map(({ width }) => width));
  const labelWidth = Math.min(
    frame.width * 0.36,
    Math.max(0, ...bars.map(({ label }) => setter.line(label, styles.cell).width)),
  );
  const left = frame.x + labelWidth + 10;
  const width = frame.width - labelWidth - textWidth - 20;
  const at = (value: number): number => left + (Math.min(Math.max(value, 0), max) / max) * width;
  const slab = ({ label, value, low, high }: Bar, index: number): Slab => {
    const lines = setter.lines(label, styles.cell, labelWidth);
    const height = Math.max(lines.length * styles.cell.lead + 5, barHeight + 9);
    const text = texts[index];
    return {
      height,
      before: index === 0 ? 4 : 0,
      bond: index === 0 || index === bars.length - 2,
      draw: (pen, y) => {
        const middle = y + height / 2;
        const top = middle - (lines.length * styles.cell.lead) / 2;
        pen.tag(figure, () => {
          lines.forEach((line, number) =>
            pen.line(line, styles.cell, frame.x, top + styles.cell.lead * (number + baselineShare)),
          );
          for (const part of [0, 0.25, 0.5, 0.75, 1]) pen.upright(at(part * max), y, height, 0.4, 'hair');
          if (value > 0)
            pen.box(left, middle - barHeight / 2, at(value) - left, barHeight, {
              fill: 'wash',
              stroke: 'green',
              weight: 0.7,
            });
          if (low !== undefined && high !== undefined) {
            pen.rule(at(low), middle, at(high) - at(low), 1.1, 'text');
            for (const end of [low, high]) pen.upright(at(end), middle - 2.8, 5.6, 1.1, 'text');
          }
          if (text)
            pen.line(text, { ...styles.small, colour: 'text' }, left + width + 10, middle + styles.small.size * 0.32);
        });
      },
    };
  };
  const title = textSlabs(frame, caption, styles.caption, {
    node: childNode(frame.node, 'P'),
    before: 12 * frame.scale,
    bondLast: true,
  });
  return [...title, ...bars.map(slab)];
};

export const signatureSlabs = (frame: Frame, { lines, dateLabel }: BlockOf<'signatures'>): readonly Slab[] => {
  const { setter, styles } = frame;
  const dateWidth = frame.width * 0.26;
  const width = frame.width - dateWidth - 22;
  const dateX = frame.x + width + 22;
  const date = setter.line(dateLabel, styles.label, dateWidth);
  return lines.map(({ office, name = '' }, index): Slab => {
    const below = setter.lines(name === '' ? office : `${name}, ${office}`, styles.label, width);
    const room = 30;
    return {
      height: room + 4 + below.length * styles.label.lead,
      before: (index === 0 ? 14 : 6) * frame.scale,
      bond: index < lines.length - 1,
      draw: (pen, y) => {
        pen.artifact('Layout', () => {
          pen.rule(frame.x, y + room, width, 0.6, 'text');
          pen.rule(dateX, y + room, dateWidth, 0.6, 'text');
        });
        pen.tag(childNode(frame.node, 'P'), () => {
          const baseline = y + room + 4 + styles.label.lead * baselineShare;
          below.forEach((line, number) => pen.line(line, styles.label, frame.x, baseline + number * styles.label.lead));
          pen.line(date, styles.label, dateX, baseline);
        });
      },
    };
  });
};

const writingLine = 8.5 * millimetre;

export const blankLineSlabs = (frame: Frame, { label, count }: BlockOf<'blank-lines'>): readonly Slab[] => [
  ...textSlabs(frame, label, frame.styles.small, {
    node: childNode(frame.node, 'P'),
    before: 12 * frame.scale,
    bondLast: count > 0,
  }),
  ...Array.from({ length: count }, (): Slab => ({
    height: writingLine,
    before: 0,
    draw: (pen, y) => pen.artifact('Layout', () => pen.rule(frame.x, y + writingLine, frame.width, 0.45, 'grey')),
  })),
];

const codeSide = 30 * millimetre;
/** White modules around a code, as its standard asks for. */
const quiet = 4;

export const codeSlabs = (frame: Frame, { text, caption }: BlockOf<'code'>): readonly Slab[] => {
  const { setter, styles } = frame;
  const modules = encodeQR(text, 'raw', { ecc: 'medium', border: quiet });
  const side = Math.max(codeSide, modules.length * 0.42 * millimetre);
  // The dark edge stands on the edge of the text; the white around it goes into the margin.
  const left = frame.x - (side / modules.length) * quiet;
  const x = left + side + 4;
  const lines = setter.lines(caption, styles.small, frame.x + frame.width - x);
  const figure = childNode(frame.node, 'Figure', { alt: caption });
  const note = childNode(frame.node, 'P');
  return [
    {
      height: Math.max(side, lines.length * styles.small.lead),
      before: 10 * frame.scale,
      about: caption,
      draw: (pen, y) => {
        pen.tag(figure, () => pen.squares(left, y, side, modules));
        const top = y + Math.max(0, (side - lines.length * styles.small.lead) / 2);
        pen.tag(note, () =>
          lines.forEach((line, number) =>
            pen.line(line, styles.small, x, top + styles.small.lead * (number + baselineShare)),
          ),
        );
      },
    },
  ];
};

import { pdfNumber } from './glyph-run.ts';

type Point = { readonly x: number; readonly y: number };
/** A point of a curve with its derivative by the parameter. */
type Sample = { readonly at: Point; readonly slope: Point };

const n = (value: number): string => pdfNumber(value, 3);

/** Cubic Bézier segments through samples that lie `step` apart in the parameter. */
const curvePath = (samples: readonly Sample[], step: number): string => {
  const third = step / 3;
  return samples
    .map(({ at, slope }, index) => {
      const before = samples[index - 1];
      if (!before) return `M${n(at.x)} ${n(at.y)}`;
      const leave = { x: before.at.x + before.slope.x * third, y: before.at.y + before.slope.y * third };
      const arrive = { x: at.x - slope.x * third, y: at.y - slope.y * third };
      return `C${n(leave.x)} ${n(leave.y)} ${n(arrive.x)} ${n(arrive.y)} ${n(at.x)} ${n(at.y)}`;
    })
    .join('');
};

const sampled = (count: number, step: number, sample: (parameter: number) => Sample): string =>
  curvePath(
    Array.from({ length: count + 1 }, (_, index) => sample(index * step)),
    step,
  );

const sine = (
  period: number,
  amplitude: number,
  phase: number,
  segments: number,
  waves: number,
  upright: boolean,
): string => {
  const turn = (2 * Math.PI * waves) / period;
  return sampled(segments, period / segments, (along) => {
    const across = amplitude * Math.sin(turn * along + phase);
    const slope = amplitude * turn * Math.cos(turn * along + phase);
    return upright
      ? { at: { x: -across, y: along }, slope: { x: -slope, y: 1 } }
      : { at: { x: along, y: across }, slope: { x: 1, y: slope } };
  });
};

/**
 * One period of the band: two fans of seven sines whose phases spread over 0.62 π, and five sines of half the period and half the
 * amplitude. An upright tile runs down the page.
 */
export const bandTile = (
  period: number,
  amplitude: number,
  upright: boolean,
): { readonly fans: string; readonly accent: string } => {
  const phases = Array.from({ length: 7 }, (_, index) => Math.PI / 2 + ((index - 3.5) * 0.62 * Math.PI) / 7);
  const fan = (turned: number): string =>
    phases.map((phase) => sine(period, amplitude, phase + turned, 6, 1, upright)).join('');
  const accents = Array.from({ length: 5 }, (_, index) =>
    sine(period, amplitude / 2, (2 * Math.PI * index) / 5, 8, 2, upright),
  );
  return { fans: fan(0) + fan(Math.PI), accent: accents.join('') };
};

/** Closed curves r = radius + amplitude · sin(waves · t), their phases spread evenly, round the origin. */
export const rosette = (radius: number, amplitude: number, waves: number, curves: number, samplesAWave = 5): string =>
  Array.from({ length: curves }, (_, index) => {
    const phase = (2 * Math.PI * index) / curves;
    const count = waves * samplesAWave;
    const curve = sampled(count, (2 * Math.PI) / count, (t) => {
      const r = radius + amplitude * Math.sin(waves * t + phase);
      const grows = amplitude * waves * Math.cos(waves * t + phase);
      return {
        at: { x: r * Math.cos(t), y: r * Math.sin(t) },
        slope: { x: grows * Math.cos(t) - r * Math.sin(t), y: grows * Math.sin(t) + r * Math.cos(t) },
      };
    });
    return `${curve}Z`;
  }).join('');

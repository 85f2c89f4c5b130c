import type { ReactNode } from 'react';
import { useText } from './text.tsx';

type CourseLineProps = {
  /** How many modules. */
  readonly stations: number;
  /** The module being worked on, from 1; 0 before the first, `stations + 1` when all are done. */
  readonly now: number;
  /** Names whose line it is, for the screen reader. */
  readonly label?: string;
  readonly silent?: boolean;
};

const first = 6;
const width = 308;
const middle = 12;

const Station = ({ at, x, now }: { readonly at: number; readonly x: number; readonly now: number }): ReactNode => {
  if (at < now) {
    return (
      <>
        <circle cx={x} cy={middle} r="5" className="line-done" />
        <path d={`m${x - 2} ${middle} 1.5 1.75 2.75-3.25`} className="line-tick" />
      </>
    );
  }
  if (at > now) return <circle cx={x} cy={middle} r="4" className="line-to-come" />;
  return (
    <>
      <circle cx={x} cy={middle} r="8" className="line-here" />
      <text x={x} y={middle + 4} textAnchor="middle" className="line-number">
        {at}
      </text>
    </>
  );
};

/** The course line: a solid line to where a cohort stands, dotted to where it is going. */
export const CourseLine = ({ stations, now, label, silent = false }: CourseLineProps): ReactNode => {
  const { t } = useText();
  const xOf = (at: number): number => first + (stations < 2 ? 0 : ((at - 1) / (stations - 1)) * width);
  const reached =
    now < 1
      ? first
      : Math.min(
          first + width,
          xOf(Math.min(now, stations)) + (now <= stations && now < stations ? width / stations / 2 : 0),
        );
  const where = now > stations ? t('ui.courseLineDone', { stations }) : t('ui.courseLine', { now, stations });
  return (
    <svg
      className="course-line"
      viewBox="0 0 320 24"
      {...(silent
        ? { 'aria-hidden': true }
        : { role: 'img', 'aria-label': label === undefined ? where : `${label}: ${where}` })}
    >
      <path d={`M${first} ${middle}H${first + width}`} className="line-way" />
      {now >= 1 && <path d={`M${first} ${middle}H${reached}`} className="line-gone" />}
      {Array.from({ length: stations }, (_, index) => (
        <Station key={index} at={index + 1} x={xOf(index + 1)} now={now} />
      ))}
    </svg>
  );
};

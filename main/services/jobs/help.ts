import type { JobDescription } from './jobs.ts';
import { jobs } from './jobs.ts';

const width = 100;

/** Breaks at spaces; a single word that is longer than a line stays whole. */
const wrapped = (words: readonly string[], first: string, rest: string): string => {
  const lines: string[] = [];
  let line = first;
  for (const word of words) {
    const begun = line !== first && line !== rest;
    if (begun && line.length + 1 + word.length > width) {
      lines.push(line);
      line = rest + word;
    } else line += begun ? ` ${word}` : word;
  }
  return [...lines, line].join('\n');
};

/** A list of alternatives too long for a line breaks at its bars. */
const parts = (word: string): readonly string[] =>
  word.length <= width - 12 ? [word] : word.replaceAll('|', '| ').split(' ');

const usageOf = ({ name, files, options, needs }: JobDescription): string => {
  const flags = Object.entries(options).map(([flag, value]) => {
    const words = value === 'flag' ? `--${flag}` : `--${flag} ${value}`;
    return needs.includes(flag) ? words : `[${words}]`;
  });
  const needed = flags.filter((flag) => !flag.startsWith('['));
  const optional = flags.filter((flag) => flag.startsWith('['));
  return wrapped([`run ${name}`, ...files.flatMap(parts), ...needed, ...optional], '  ', '      ');
};

const textOf = (job: JobDescription): string =>
  `${usageOf(job)}\n${job.does
    .split('; ')
    .map((sentence) => wrapped(sentence.split(' '), '    - ', '      '))
    .join('\n')}`;

/** What `--help` prints: every job with its files and options, or the one that was asked for. */
export const helpText = (job?: string): string => {
  const asked = jobs.filter(({ name }) => name === job);
  return [
    'Fieldcourse',
    '',
    '  [--workspace DIR]',
    '    - opens the window',
    ...(asked.length > 0 ? asked : jobs).flatMap((one) => ['', textOf(one)]),
    '',
    'Every job takes --workspace DIR. Progress and result are JSON lines on standard output, an error is one JSON',
    'line on standard error; exit code 1 where a job is refused, 2 where the command is not understood.',
  ].join('\n');
};

import { describe, expect, it } from 'vitest';
import { readArguments } from '#main/services/jobs/arguments.ts';
import { helpText } from '#main/services/jobs/help.ts';
import { jobs } from '#main/services/jobs/jobs.ts';

const read = (line: string) => readArguments(line.split(' '));

describe('the command line', () => {
  it('reads a job with its file, its options and its workspace', () => {
    expect(read('run import a.csv --as marks --cohort LSK-1 --dry-run --workspace w')).toEqual({
      kind: 'job',
      workspace: 'w',
      job: { name: 'import', files: ['a.csv'], options: { as: 'marks', cohort: 'LSK-1', 'dry-run': true } },
    });
  });

  it('takes only the words an option can be, and says which', () => {
    expect(read('run import a.csv --as nonsense')).toEqual({
      kind: 'usage',
      message: '--as takes learners, marks, attendance, worksheet, follow-up, alumni, not "nonsense"',
    });
    expect(read('run results --cohort X --language de')).toEqual({
      kind: 'usage',
      message: '--language takes en, fr, pt, sw, not "de"',
    });
    expect(read('run export nonsense --out a.csv')).toMatchObject({ kind: 'usage' });
    expect(read('run erase cohort X')).toEqual({ kind: 'usage', message: 'erase takes person, not "cohort"' });
  });

  it('takes any word where a file, a code or a name is meant', () => {
    for (const line of ['run verify fc1:abc', 'run export marks --out a.csv --site nowhere', 'run results --cohort x'])
      expect(read(line)).toMatchObject({ kind: 'job' });
  });

  it('names the option that is missing', () => {
    expect(read('run results')).toEqual({ kind: 'usage', message: 'results needs --cohort' });
  });

  it('opens the window where no job is named', () => {
    expect(read('--workspace w')).toEqual({ kind: 'window', workspace: 'w' });
  });
});

describe('--help', () => {
  it('lists every job with every option', () => {
    const text = helpText().replaceAll(/\s+/g, ' ');
    for (const { name, options } of jobs) {
      expect(text).toContain(` run ${name} `);
      for (const flag of Object.keys(options)) expect(text).toContain(`--${flag}`);
    }
  });

  it('shows one job alone when asked after its name', () => {
    const help = read('run verify --help');
    expect(help).toMatchObject({ kind: 'help', text: expect.stringContaining('run verify') as string });
    expect(help).toMatchObject({ text: expect.not.stringContaining('run award') as string });
  });

  it('keeps within the width of a terminal', () => {
    expect(
      Math.max(
        ...helpText()
          .split('\n')
          .map((line) => line.length),
      ),
    ).toBeLessThanOrEqual(110);
  });
});

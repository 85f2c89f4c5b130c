import { parseArgs } from 'node:util';
import type { Job } from '#shared/ipc/contract.ts';
import { helpText } from './help.ts';
import type { JobDescription } from './jobs.ts';
import { jobs } from './jobs.ts';

/** What the command line asks for. */
export type Request =
  | { readonly kind: 'window'; readonly workspace: string | undefined }
  | { readonly kind: 'job'; readonly workspace: string | undefined; readonly job: Job }
  | { readonly kind: 'help'; readonly text: string }
  | { readonly kind: 'usage'; readonly message: string };

const optionTypes = (options: Readonly<Record<string, string>>): Record<string, { type: 'string' | 'boolean' }> =>
  Object.fromEntries(
    Object.entries(options).map(([flag, value]) => [flag, { type: value === 'flag' ? 'boolean' : 'string' } as const]),
  );

/** Small words between bars are all there is to choose from. */
const choicesIn = (description: string): readonly string[] =>
  /^[a-z0-9-]+(\|[a-z0-9-]+)*$/.test(description) ? description.split('|') : [];

/** The first value that is none of those its option or place knows, in words. */
const wrongChoice = (
  job: JobDescription,
  options: Readonly<Record<string, unknown>>,
  files: readonly string[],
): string | undefined => {
  const given = [
    ...files.map((value, place) => ({ what: job.name, value, choices: choicesIn(job.files[place] ?? '') })),
    ...Object.entries(options).map(([flag, value]) => ({
      what: `--${flag}`,
      value,
      choices: typeof value === 'string' ? choicesIn(job.options[flag] ?? '') : [],
    })),
  ];
  const wrong = given.find(({ value, choices }) => choices.length > 0 && !choices.some((one) => one === value));
  return wrong && `${wrong.what} takes ${wrong.choices.join(', ')}, not "${String(wrong.value)}"`;
};

const readJob = (args: readonly string[]): Request => {
  const [name, ...rest] = args;
  const job = jobs.find((candidate) => candidate.name === name);
  if (job === undefined)
    return {
      kind: 'usage',
      message: name === undefined ? 'Which job? See --help.' : `There is no job "${name}". See --help.`,
    };
  try {
    const { values, positionals } = parseArgs({
      args: [...rest],
      options: { workspace: { type: 'string' }, ...optionTypes(job.options) },
      allowPositionals: true,
      strict: true,
    });
    const { workspace, ...options }: Readonly<Record<string, unknown>> = values;
    const wanted = job.files.filter((file) => !file.startsWith('[')).length;
    if (positionals.length < wanted) return { kind: 'usage', message: `${job.name} needs ${job.files.join(' ')}` };
    if (positionals.length > job.files.length)
      return { kind: 'usage', message: `${job.name} takes no "${positionals[job.files.length] ?? ''}"` };
    const missing = job.needs.find((flag) => options[flag] === undefined);
    if (missing !== undefined) return { kind: 'usage', message: `${job.name} needs --${missing}` };
    const wrong = wrongChoice(job, options, positionals);
    if (wrong !== undefined) return { kind: 'usage', message: wrong };
    const given = Object.entries(options).flatMap(([key, value]) =>
      typeof value === 'string' || typeof value === 'boolean' ? [[key, value] as const] : [],
    );
    return {
      kind: 'job',
      workspace: typeof workspace === 'string' ? workspace : undefined,
      job: { name: job.name, options: Object.fromEntries(given), files: positionals },
    };
  } catch (error) {
    return { kind: 'usage', message: error instanceof Error ? error.message : String(error) };
  }
};

/** Reads the arguments after the program's own name. Chromium's switches, which a test driver puts there, are left alone. */
export const readArguments = (args: readonly string[]): Request => {
  const run = args.indexOf('run');
  const before = run < 0 ? args : args.slice(0, run);
  if (before.includes('--help') || (run >= 0 && args.slice(run).includes('--help')))
    return { kind: 'help', text: helpText(args[run + 1]) };
  const flag = before.findIndex((arg) => arg === '--workspace' || arg.startsWith('--workspace='));
  const workspace = flag < 0 ? undefined : (before[flag]?.split('=')[1] ?? before[flag + 1]);
  if (flag >= 0 && workspace === undefined) return { kind: 'usage', message: '--workspace needs a folder' };
  if (run < 0) return { kind: 'window', workspace };
  const request = readJob(args.slice(run + 1));
  return request.kind === 'job' && request.workspace === undefined ? { ...request, workspace } : request;
};

import { fold } from '#shared/lib/fold.ts';
import type { LocalText } from '../languages.ts';
import type { Assignment, Module, ProgrammeVersion } from '../programmes.ts';
import { headingWords } from './heading-words.ts';
import type { ColumnMapping, ImportKind } from './import-kinds.ts';
import { gridFields, learnerFields } from './import-kinds.ts';

type Modules = Pick<ProgrammeVersion, 'modules'>;

/** A heading for comparing: folded, without what stands in brackets or after a slash and a figure (`/40`), and without punctuation. */
const plain = (heading: string): string =>
  fold(heading)
    .replace(/\(.*?\)|\/\s*\d+([.,]\d+)?\s*$/g, ' ')
    .replace(/[._:;*"“”«»°º#?!-]/g, ' ')
    .replace(/\s+/g, ' ')
    .trim();

const plainAll = (heading: string): string =>
  fold(heading)
    .replace(/[._:;*"“”«»°º#?!-]/g, ' ')
    .replace(/\s+/g, ' ')
    .trim();

const fieldOfWord = new Map<string, string>(
  Object.entries(headingWords).flatMap(([field, known]) => known.map((word) => [plainAll(word), field] as const)),
);

const titlesOf = (title: LocalText): readonly string[] => Object.values(title).map(plain);

const moduleNumber = /^(?:module|modulo|mod|m)?\s*(\d{1,2})\b\s*/;

/** Splits `module 2 essay`, `m2 log`, `2 essay` into the module and the rest; undefined where no module of that number exists. */
const splitModule = (
  heading: string,
  { modules }: Modules,
): { readonly module: Module; readonly rest: string } | undefined => {
  const found = moduleNumber.exec(heading);
  const module = modules.find(({ number }) => number === Number(found?.[1]));
  return found === null || module === undefined ? undefined : { module, rest: heading.slice(found[0].length).trim() };
};

const isAssignment = (assignment: Assignment, rest: string, only: boolean): boolean =>
  titlesOf(assignment.title).includes(rest) || (only && ['', 'mark', 'marks', 'note', 'nota'].includes(rest));

const signOffWords = [
  'signed off',
  'sign off',
  'signed off on',
  'supervisor sign off',
  'visa',
  'vise le',
  'signe le',
  'signature du superviseur',
  'assinado',
  'assinado em',
  'validado em',
];
const sessionWords = /^(?:session|seance|sessao|s)\s*(\d{1,2})(?:\s*(?:hours|heures|horas|h))?$/;

const gridTarget = (heading: string, kind: ImportKind, programme: Modules): string | undefined => {
  const text = plain(heading);
  const byId = programme.modules.flatMap(({ assignments }) => assignments).find(({ id }) => plain(id) === text);
  if (byId !== undefined && kind === 'marks') return `mark:${byId.id}`;
  const split = splitModule(text, programme);
  if (split === undefined) return undefined;
  const { module, rest } = split;
  if (signOffWords.includes(rest)) return `sign-off:${module.id}`;
  if (kind === 'marks') {
    const assignment = module.assignments.find((each) => isAssignment(each, rest, module.assignments.length === 1));
    return assignment === undefined ? undefined : `mark:${assignment.id}`;
  }
  const session = Number(sessionWords.exec(rest)?.[1]);
  return session >= 1 && session <= module.sessions ? `hours:${module.id}/${session}` : undefined;
};

const allowedFields = (kind: ImportKind): readonly string[] => {
  if (kind === 'learners') return learnerFields;
  return kind === 'marks' ? gridFields : gridFields.filter((field) => field !== 'received');
};

/** What a single heading says, without regard to the other columns; undefined where it says nothing that this kind imports. */
export const guessTarget = (heading: string, kind: ImportKind, programme: Modules): string | undefined => {
  const grid = kind === 'learners' ? undefined : gridTarget(heading, kind, programme);
  if (grid !== undefined) return grid;
  const field = fieldOfWord.get(plainAll(heading)) ?? fieldOfWord.get(plain(heading));
  return field !== undefined && allowedFields(kind).includes(field) ? field : undefined;
};

/** All targets that a column of this kind can be given, in the order in which they are offered; `ignore` comes first. */
export const possibleTargets = (kind: ImportKind, { modules }: Modules): readonly string[] => {
  if (kind === 'learners') return ['ignore', ...learnerFields];
  const cells =
    kind === 'marks'
      ? modules.flatMap(({ assignments }) => assignments.map(({ id }) => `mark:${id}`))
      : modules.flatMap(({ id, sessions }) =>
          Array.from({ length: sessions }, (_, index) => `hours:${id}/${index + 1}`),
        );
  const signOffs = modules.filter(({ needsSignOff }) => needsSignOff).map(({ id }) => `sign-off:${id}`);
  return ['ignore', ...allowedFields(kind), ...cells, ...signOffs];
};

/** `Name` beside `Surname` means the given names, `Nome` beside `Apelido` likewise: a whole name needs no family name beside it. */
const refineNames = (mapping: Record<string, string>): void => {
  const headingOf = (field: string): string | undefined =>
    Object.keys(mapping).find((heading) => mapping[heading] === field);
  const name = headingOf('name');
  const [given, family] = [headingOf('givenNames'), headingOf('familyName')];
  if (name !== undefined && family !== undefined && given === undefined) mapping[name] = 'givenNames';
  else if (name !== undefined && given !== undefined && family !== undefined) mapping[name] = 'ignore';
  else if (family !== undefined && given === undefined && name === undefined) mapping[family] = 'name';
};

/**
 * Which column holds what: what was remembered for these headings, else what the headings say in English, French or Portuguese. Every heading is in
 * the answer, with `ignore` where nothing is known; no target but `ignore` is given twice.
 */
export const guessMapping = (
  kind: ImportKind,
  headings: readonly string[],
  programme: Modules,
  remembered: ColumnMapping | undefined,
): ColumnMapping => {
  const possible = new Set(possibleTargets(kind, programme));
  const taken = new Set<string>();
  const mapping: Record<string, string> = {};
  for (const heading of headings) {
    const target = remembered?.[heading] ?? guessTarget(heading, kind, programme) ?? 'ignore';
    const free = possible.has(target) && !taken.has(target);
    mapping[heading] = free ? target : 'ignore';
    if (free && target !== 'ignore') taken.add(target);
  }
  if (remembered === undefined) refineNames(mapping);
  return mapping;
};

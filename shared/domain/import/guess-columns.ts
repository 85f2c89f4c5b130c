import { fold } from '#shared/lib/fold.ts';
import { formTarget, formTargetsOf } from '../enumerator/form-columns.ts';
import type { LocalText } from '../languages.ts';
import type { Assignment, Module, ProgrammeVersion } from '../programmes.ts';
import type { DesignedQuestion } from '../questionnaire-design.ts';
import { alumniWords, headingWords } from './heading-words.ts';
import type { ColumnMapping, ImportKind } from './import-kinds.ts';
import { alumniFields, gridFields, learnerFields } from './import-kinds.ts';
import { gradeColumn, moodleField, moodleFileOf, worksheetColumn } from './moodle.ts';

/** What columns can be about: the modules of a programme version and, for interviews, the questions of all editions. */
export type ImportSubject = Pick<ProgrammeVersion, 'modules'> & { readonly questions?: readonly DesignedQuestion[] };
type Modules = ImportSubject;

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

const alumniFieldOfWord = new Map<string, string>(
  Object.entries(alumniWords).flatMap(([field, known]) => known.map((word) => [plainAll(word), field] as const)),
);

const resultWords = /^(?:result|mark|final mark|resultat|note|nota|resultado)?$/;

/** What only a file of alumni holds: its cohort, its award, and the results of modules. */
const alumniTarget = (heading: string, programme: Modules): string | undefined => {
  const field = alumniFieldOfWord.get(plainAll(heading)) ?? alumniFieldOfWord.get(plain(heading));
  if (field !== undefined) return field;
  const split = /^(?:module|modulo|moduli|mod|m)\s*\d/.test(plain(heading))
    ? splitModule(plain(heading), programme)
    : undefined;
  return split !== undefined && resultWords.test(split.rest) ? `result:${split.module.id}` : undefined;
};

const titlesOf = (title: LocalText): readonly string[] => Object.values(title).map(plain);

const moduleNumber = /^(?:module|modulo|moduli|mod|m)?\s*(\d{1,2})\b\s*/;

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
  'validado',
  'validado em',
  'imeidhinishwa',
];
const sessionWords = /^(?:session|seance|sessao|kipindi|s)\s*(\d{1,2})(?:\s*(?:hours|heures|horas|saa|h))?$/;

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

/** The assignment that a name in another program means: as in a heading, or by its title where only one assignment has it. */
const assignmentNamed = (name: string, programme: Modules): string | undefined => {
  const target = gridTarget(name, 'marks', programme);
  if (target?.startsWith('mark:') === true) return target.slice('mark:'.length);
  const titled = programme.modules
    .flatMap(({ assignments }) => assignments)
    .filter(({ title }) => titlesOf(title).includes(plain(name)));
  return titled.length === 1 ? titled[0]?.id : undefined;
};

const moodleTarget = (heading: string, programme: Modules): string | undefined => {
  const column = gradeColumn(heading);
  if (column === undefined) return moodleField(heading);
  const assignment = column.kind === 'other' ? undefined : assignmentNamed(column.name, programme);
  return assignment === undefined ? undefined : `${column.kind}:${assignment}`;
};

/** The assignment that an offline worksheet is about stands in the name of its file: `Grades-Course-Module 2 Essay-4711`. */
const assignmentOfFile = (name: string, programme: Modules): string | undefined => {
  for (const part of name.split(/[-_]/)) {
    const found = part.trim() === '' ? undefined : assignmentNamed(part, programme);
    if (found !== undefined) return found;
  }
  return undefined;
};

const allowedFields = (kind: ImportKind): readonly string[] => {
  if (kind === 'learners') return learnerFields;
  if (kind === 'alumni') return alumniFields;
  return kind === 'marks' ? gridFields : gridFields.filter((field) => field !== 'received' && field !== 'maximum');
};

/** What a single heading says, without regard to the other columns; undefined where it says nothing that this kind imports. */
export const guessTarget = (heading: string, kind: ImportKind, programme: Modules): string | undefined => {
  if (kind === 'follow-up') {
    const asked = formTarget(heading, programme.questions ?? []);
    if (asked !== undefined) return asked;
    const own = fieldOfWord.get(plainAll(heading));
    return own === 'number' || own === 'name' || own === 'born' ? own : undefined;
  }
  const grid =
    kind === 'learners'
      ? undefined
      : kind === 'alumni'
        ? alumniTarget(heading, programme)
        : gridTarget(heading, kind, programme);
  if (grid !== undefined) return grid;
  const field = fieldOfWord.get(plainAll(heading)) ?? fieldOfWord.get(plain(heading));
  if (field !== undefined && allowedFields(kind).includes(field)) return field;
  return kind === 'marks' ? moodleTarget(heading, programme) : undefined;
};

/** All targets that a column of this kind can be given, in the order in which they are offered; `ignore` comes first. */
export const possibleTargets = (kind: ImportKind, { modules, questions = [] }: Modules): readonly string[] => {
  if (kind === 'learners') return ['ignore', ...learnerFields];
  if (kind === 'follow-up') return ['ignore', ...formTargetsOf(questions)];
  if (kind === 'alumni') return ['ignore', ...alumniFields, ...modules.map(({ id }) => `result:${id}`)];
  const cells =
    kind === 'marks'
      ? modules.flatMap(({ assignments }) => assignments.flatMap(({ id }) => [`mark:${id}`, `feedback:${id}`]))
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
 * the answer, with `ignore` where nothing is known; no target but `ignore` is given twice. `fileName` says which assignment an offline worksheet is about.
 */
export const guessMapping = (
  kind: ImportKind,
  headings: readonly string[],
  programme: Modules,
  remembered: ColumnMapping | undefined,
  fileName = '',
): ColumnMapping => {
  const about =
    kind === 'marks' && moodleFileOf(headings) === 'worksheet' ? assignmentOfFile(fileName, programme) : undefined;
  const ofWorksheet = (heading: string): string | undefined => {
    const column = about === undefined ? undefined : worksheetColumn(heading);
    return column === undefined ? undefined : `${column}:${about ?? ''}`;
  };
  const possible = new Set(possibleTargets(kind, programme));
  const taken = new Set<string>();
  const mapping: Record<string, string> = {};
  for (const heading of headings) {
    const target = ofWorksheet(heading) ?? remembered?.[heading] ?? guessTarget(heading, kind, programme) ?? 'ignore';
    const free = possible.has(target) && !taken.has(target);
    mapping[heading] = free ? target : 'ignore';
    if (free && target !== 'ignore') taken.add(target);
  }
  if (remembered === undefined && kind !== 'follow-up') refineNames(mapping);
  return mapping;
};

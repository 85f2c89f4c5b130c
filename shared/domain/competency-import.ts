import { fold } from '#shared/lib/fold.ts';
import type { Competency, CompetencyFramework } from './competencies.ts';
import { cutSheet, findHeaderRow } from './import/source-table.ts';
import { cleanText } from './import/read-names.ts';
import type { Message } from './message.ts';
import { message } from './message.ts';

/** What a column of a framework's file can hold. */
export const frameworkColumns = ['code', 'title', 'area', 'description'] as const;
export type FrameworkColumn = (typeof frameworkColumns)[number];

/** Which column (by its place, from 0) holds what. */
export type FrameworkMapping = Readonly<Partial<Record<FrameworkColumn, number>>>;

/** What becomes of a row: `new` and `changed` against the version before, `same`, `refused` with the reason. */
export type FrameworkFate = 'new' | 'changed' | 'same' | 'refused';

/** One row of the file with its fate; `line` as the spreadsheet counts. `changes`: what differs from the version before. */
export type FrameworkRow = {
  readonly line: number;
  readonly fate: FrameworkFate;
  readonly code: string;
  readonly title: string;
  readonly area: string;
  readonly description: string;
  readonly reason?: Message;
  readonly changes: readonly FrameworkColumn[];
};

/**
 * What importing a file would do. `gone`: competencies of the version before that the file no longer has. `next` is undefined where nothing would
 * change, and where no row can be taken.
 */
export type FrameworkPlan = {
  readonly headings: readonly string[];
  readonly mapping: FrameworkMapping;
  readonly rows: readonly FrameworkRow[];
  readonly gone: readonly Competency[];
  readonly next: Pick<CompetencyFramework, 'name' | 'version' | 'competencies'> | undefined;
};

/** What people call the columns in English, French and Portuguese. */
const headingWords: Readonly<Record<FrameworkColumn, readonly string[]>> = {
  code: ['code', 'id', 'no', 'number', 'ref', 'reference', 'numero', 'codigo'],
  title: ['title', 'competency', 'competence', 'name', 'titre', 'intitule', 'nom', 'titulo', 'competencia', 'nome'],
  area: ['area', 'domain', 'domaine', 'group', 'theme', 'dominio', 'grupo'],
  description: ['description', 'definition', 'descriptor', 'descripteur', 'descricao', 'definicao'],
};

const columnOf = (heading: string): FrameworkColumn | undefined =>
  frameworkColumns.find((column) => headingWords[column].includes(fold(heading).trim()));

const guess = (headings: readonly string[]): FrameworkMapping => {
  const found: Partial<Record<FrameworkColumn, number>> = {};
  for (const [place, heading] of headings.entries()) {
    const column = columnOf(heading);
    if (column !== undefined) found[column] ??= place;
  }
  return found;
};

const longestCode = 20;

type Given = Pick<FrameworkRow, FrameworkColumn | 'line'>;

const problemOf = ({ code, title }: Given, first: number | undefined): Message | undefined => {
  const reason = (name: string, values?: Message['values']): Message => message(`competencies.reason.${name}`, values);
  if (code === '') return reason('noCode');
  if (code.length > longestCode) return reason('codeTooLong', { code, count: longestCode });
  if (first !== undefined) return reason('codeTwice', { code, line: first });
  return title === '' ? reason('noTitle', { code }) : undefined;
};

const asCompetency = ({ code, title, area, description }: Given): Competency => ({
  code,
  title,
  ...(area === '' ? {} : { area }),
  ...(description === '' ? {} : { description }),
});

const rowOf = (given: Given, first: number | undefined, before: ReadonlyMap<string, Competency>): FrameworkRow => {
  const reason = problemOf(given, first);
  if (reason !== undefined) return { ...given, fate: 'refused', reason, changes: [] };
  const known = before.get(fold(given.code));
  const changes =
    known === undefined ? [] : frameworkColumns.filter((column) => (known[column] ?? '') !== given[column]);
  return { ...given, fate: known === undefined ? 'new' : changes.length > 0 ? 'changed' : 'same', changes };
};

/** What a framework is imported from: the sheet's rows, the name it shall have, what was chosen of the columns, and the versions that are there. */
export type FrameworkSource = {
  readonly rows: readonly (readonly string[])[];
  readonly name: string;
  readonly mapping?: FrameworkMapping;
  readonly frameworks: readonly CompetencyFramework[];
};

/** The latest version of a framework, by its name whatever its capitals. */
const latestOf = (name: string, frameworks: readonly CompetencyFramework[]): CompetencyFramework | undefined =>
  frameworks
    .filter((framework) => fold(framework.name) === fold(name))
    .toSorted((a, b) => Number(a.version) - Number(b.version))
    .at(-1);

/**
 * Plans the import of a competency framework (`code`, `title`, `area`, `description`; headings in English, French or Portuguese). A row without code
 * or title, and one whose code came before, is refused alone. The same content again changes nothing; other content under the same name is the next version.
 */
export const planFramework = ({ rows, name, frameworks, ...chosen }: FrameworkSource): FrameworkPlan => {
  const source = cutSheet(
    rows,
    findHeaderRow(rows, (heading) => columnOf(heading) !== undefined),
  );
  const mapping = chosen.mapping ?? guess(source.headings);
  const before = latestOf(name, frameworks);
  const known = new Map(before?.competencies.map((competency) => [fold(competency.code), competency]));
  const firstLines = new Map<string, number>();
  const planned = source.rows.map(({ line, cells }): FrameworkRow => {
    const text = (column: FrameworkColumn): string => {
      const place = mapping[column];
      return place === undefined ? '' : cleanText(cells[place] ?? '');
    };
    const given = {
      line,
      code: text('code'),
      title: text('title'),
      area: text('area'),
      description: text('description'),
    };
    const first = firstLines.get(fold(given.code));
    if (given.code !== '' && first === undefined) firstLines.set(fold(given.code), line);
    return rowOf(given, first, known);
  });
  const taken = planned.filter(({ fate }) => fate !== 'refused');
  const codes = new Set(taken.map(({ code }) => fold(code)));
  const gone = before?.competencies.filter(({ code }) => !codes.has(fold(code))) ?? [];
  const same = before !== undefined && gone.length === 0 && taken.every(({ fate }) => fate === 'same');
  const next =
    taken.length === 0 || same || name.trim() === ''
      ? undefined
      : {
          name: before?.name ?? name.trim(),
          version: String(Number(before?.version ?? 0) + 1),
          competencies: taken.map(asCompetency),
        };
  return { headings: source.headings, mapping, rows: planned, gone, next };
};

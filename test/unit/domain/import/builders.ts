import path from 'node:path';
import { readTable } from '#main/services/tables/read-table.ts';
import type { Cohort } from '#shared/domain/cohorts.ts';
import { defaultProgramme } from '#shared/domain/default-programme.ts';
import type { Register, ContactSession } from '#shared/domain/attendance.ts';
import { asId } from '#shared/domain/ids.ts';
import type { Decisions, Fate, ImportKind, ImportPlan } from '#shared/domain/import/import-kinds.ts';
import { countFates } from '#shared/domain/import/import-kinds.ts';
import { planGrid } from '#shared/domain/import/plan-grid.ts';
import { planLearners } from '#shared/domain/import/plan-learners.ts';
import type { TableChoice } from '#shared/domain/import/understand-table.ts';
import { understandTable } from '#shared/domain/import/understand-table.ts';
import type { MarkSheet } from '#shared/domain/marks.ts';
import type { Enrolment, Person } from '#shared/domain/people.ts';

export const today = '2026-05-24';

export const programme = defaultProgramme({
  id: asId('programme'),
  version: '2026',
  validFrom: '2026-01-01',
  rulesSetBy: 'Demonstration',
  rulesSetOn: '2026-01-01',
});

export const cohort: Cohort = {
  id: asId('cohort'),
  code: '2026-R1',
  name: 'Regional intake',
  programmeId: programme.id,
  country: 'ZM',
  place: 'Lusaka',
  partner: 'Musasa Community College',
  cycle: '4',
  starts: '2025-06-01',
  census: '2025-07-01',
  due: {},
  released: {},
  signatories: [],
};

/** What a workspace holds that imports change. */
export type Content = {
  readonly people: ReadonlyMap<string, Person>;
  readonly enrolments: ReadonlyMap<string, Enrolment>;
  readonly sheets: ReadonlyMap<string, MarkSheet>;
  readonly registers: ReadonlyMap<string, Register>;
  readonly sessions: ReadonlyMap<string, ContactSession>;
};

export const empty: Content = {
  people: new Map(),
  enrolments: new Map(),
  sheets: new Map(),
  registers: new Map(),
  sessions: new Map(),
};

export const applied = (content: Content, plan: ImportPlan): Content => {
  const next = Object.fromEntries(
    Object.entries(content).map(([table, records]) => [table, new Map<string, unknown>(records)]),
  ) as Record<string, Map<string, unknown>>;
  for (const change of plan.changes) next[change.table]?.set(change.id, change.next);
  return next as unknown as Content;
};

let made = 0;
const newId = (): string => `id-${String((made += 1)).padStart(5, '0')}`;

export type Table = {
  readonly sheets: readonly { readonly name: string; readonly rows: readonly (readonly string[])[] }[];
};

/** Rows written as one text: cells apart by `|`. */
export const table = (text: string): Table => ({
  sheets: [
    {
      name: 'x',
      rows: text
        .trim()
        .split('\n')
        .map((line) => line.split('|').map((cell) => cell.trim())),
    },
  ],
});

export const sample = async (name: string): Promise<Table> => {
  const read = await readTable({ path: path.join('resources', 'sample', name) });
  if (!read.ok) throw new Error(read.error.code);
  return read.value;
};

export const plan = (
  kind: ImportKind,
  content: Content,
  file: Table,
  decisions: Decisions = {},
  choice: TableChoice = {},
): ImportPlan => {
  const { source, mapping, dateStyles, moodle } = understandTable(file, kind, programme, {}, choice);
  const shared = { table: source, understanding: { mapping, dateStyles, today }, cohort, decisions, newId };
  const [people, enrolments] = [[...content.people.values()], [...content.enrolments.values()]];
  if (kind === 'learners') return planLearners({ ...shared, people, enrolments });
  const learners = enrolments.flatMap((enrolment) => {
    const person = content.people.get(enrolment.personId);
    return person === undefined ? [] : [{ enrolment, person }];
  });
  const lists = {
    sheets: [...content.sheets.values()],
    registers: [...content.registers.values()],
    sessions: [...content.sessions.values()],
  };
  return planGrid({
    ...shared,
    ...lists,
    programme,
    learners,
    language: 'en',
    confirmNames: moodle !== undefined,
  });
};

/** Imports and gives back what is there then. */
export const imported = (kind: ImportKind, content: Content, file: Table, decisions: Decisions = {}): Content =>
  applied(content, plan(kind, content, file, decisions));

export const fatesOf = ({ rows }: ImportPlan): Partial<Record<Fate, number>> =>
  Object.fromEntries(Object.entries(countFates(rows)).filter(([, count]) => count > 0));

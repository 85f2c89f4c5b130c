import type { Award } from '#shared/domain/awards.ts';
import type { Cohort } from '#shared/domain/cohorts.ts';
import { defaultProgramme } from '#shared/domain/default-programme.ts';
import type { EnumeratorInput, EnumeratorLine } from '#shared/domain/enumerator/enumerator-lines.ts';
import type { ExportSheet } from '#shared/domain/exports/export-table.ts';
import { circumstancesOf, followUpId, waveDates, waveState } from '#shared/domain/follow-up-waves.ts';
import type { FollowUp } from '#shared/domain/follow-ups.ts';
import { asId } from '#shared/domain/ids.ts';
import { allQuestions } from '#shared/domain/import/follow-up-places.ts';
import { planFollowUp } from '#shared/domain/import/follow-up.ts';
import type { Decisions, ImportPlan } from '#shared/domain/import/import-kinds.ts';
import type { TableChoice } from '#shared/domain/import/understand-table.ts';
import { understandTable } from '#shared/domain/import/understand-table.ts';
import type { Enrolment, Person } from '#shared/domain/people.ts';
import type { QuestionnaireDesign, QuestionnaireLanguage } from '#shared/domain/questionnaire-design.ts';
import { standardQuestionnaire } from '#shared/domain/questionnaire-standard.ts';

export const today = '2026-05-24';

export const programme = defaultProgramme({
  id: asId('programme'),
  version: '2024',
  validFrom: '2024-01-01',
  rulesSetBy: 'Demonstration',
  rulesSetOn: '2024-01-01',
});

/** Graduated eighteen months before today: its wave of 18 months is open. */
export const cohort: Cohort = {
  id: asId('cohort'),
  code: '2023-LSK',
  name: 'Lusaka intake',
  programmeId: programme.id,
  country: 'ZM',
  place: 'Lusaka',
  partner: '',
  cycle: '3',
  starts: '2023-06-01',
  census: '2023-07-01',
  graduation: '2024-11-20',
  due: {},
  released: {},
  signatories: [],
};

export type Alumnus = { readonly person: Person; readonly enrolment: Enrolment; readonly award: Award };

export const alumnus = (place: number, given: string, family: string, more: Partial<Person> = {}): Alumnus => {
  const id = asId<Enrolment['id']>(`e-${place}`);
  const person: Person = {
    id: asId(`p-${place}`),
    givenNames: given,
    familyName: family,
    number: `LSK-${String(place).padStart(3, '0')}`,
    phone: `+260 970 555 10${place}`,
    community: 'Kafue',
    alternates: [{ name: 'Rhoda Banda', relation: 'sister', phone: '+260 970 555 900' }],
    ...more,
  };
  const enrolment: Enrolment = {
    id,
    personId: person.id,
    cohortId: cohort.id,
    status: 'awarded',
    enrolledOn: cohort.starts,
    baseline: { activity: 'unpaid-volunteer' },
    consentCalls: true,
  };
  const award = {
    id,
    cohortId: cohort.id,
    personId: person.id,
    awardedOn: '2024-11-01',
    name: `${given} ${family}`,
    overall: 700,
  };
  return { person, enrolment, award };
};

export const alumni: readonly Alumnus[] = [
  alumnus(1, 'Chipo', 'Nyambe'),
  alumnus(2, 'Grace', 'Banda'),
  alumnus(3, 'N’Golo', 'Coulibaly'),
  alumnus(4, 'José João', 'Macuácua'),
];

export type World = {
  readonly alumni: readonly Alumnus[];
  readonly followUps: readonly FollowUp[];
  readonly designs: readonly QuestionnaireDesign[];
};

export const world: World = { alumni, followUps: [], designs: [standardQuestionnaire] };

export const wave18 = programme.rules.waves.find(({ offsetMonths }) => offsetMonths === 18) ?? {
  id: '',
  offsetMonths: 0,
};

export const inputOf = (
  { alumni: all, followUps, designs: [design = standardQuestionnaire] }: World,
  language: QuestionnaireLanguage = 'en',
): EnumeratorInput => ({
  cohort,
  wave: wave18,
  design,
  language,
  today,
  lines: all.map(({ award, person, enrolment }): EnumeratorLine => {
    const own = followUps.filter(({ enrolmentId }) => enrolmentId === award.id);
    const followUp = own.find(({ waveId }) => waveId === wave18.id);
    const others = own.filter(({ waveId }) => waveId !== wave18.id);
    const dates = waveDates(cohort.graduation ?? '', wave18, programme.rules);
    const state = waveState(dates, followUp, circumstancesOf(enrolment, others, person), today);
    return { award, person, enrolment, state, followUp, last: others[0] };
  }),
});

type Sheets = Parameters<typeof understandTable>[0]['sheets'];

/** A workbook as it is read back: text cells, the lines above the headings among them. */
export const asRead = (sheets: readonly ExportSheet[]): { readonly sheets: Sheets } => ({
  sheets: sheets.map(({ name, columns, rows, above = [] }) => ({
    name,
    rows: [
      ...above.map((line) => [line]),
      columns.map(({ title }) => title),
      ...rows.map((row) => row.map((cell) => (cell === null ? '' : String(cell)))),
    ],
  })),
});

/** Writes into cells of a sheet by the alumnus' place and the column's heading. */
export const filledIn = (
  { sheets: [first, ...rest] }: { readonly sheets: Sheets },
  cells: Readonly<Record<number, Readonly<Record<string, string>>>>,
): { readonly sheets: Sheets } => {
  const rows = first?.rows ?? [];
  const header = rows.findIndex((row) => row.includes('_alumnus'));
  const headings = rows[header] ?? [];
  const next = rows.map((row, index) => {
    const given = cells[index - header] ?? {};
    for (const heading of Object.keys(given)) if (!headings.includes(heading)) throw new Error(`No column ${heading}`);
    return row.map((cell, place) => given[headings[place] ?? ''] ?? cell);
  });
  return { sheets: [{ name: first?.name ?? '', rows: next }, ...rest] };
};

/** A file of one sheet. */
export const csvFile = (...rows: readonly (readonly string[])[]): { readonly sheets: Sheets } => ({
  sheets: [{ name: 'x', rows }],
});

export const plan = (
  here: World,
  file: { readonly sheets: Sheets },
  decisions: Decisions = {},
  choice: TableChoice = {},
): ImportPlan => {
  const subject = { modules: programme.modules, questions: allQuestions(here.designs) };
  const { source, mapping, dateStyles } = understandTable(file, 'follow-up', subject, {}, choice);
  return planFollowUp({
    table: source,
    understanding: { mapping, dateStyles, today },
    programme,
    cohort,
    learners: here.alumni,
    awards: here.alumni.map(({ award }) => award),
    followUps: here.followUps,
    designs: here.designs,
    decisions,
    author: 'Amina Chisanga',
    language: 'en',
  });
};

/** The world after an import. */
export const after = (here: World, { changes }: ImportPlan): World => {
  const followUps = new Map(here.followUps.map((each) => [String(each.id), each]));
  const people = new Map(here.alumni.map(({ person }) => [String(person.id), person]));
  for (const change of changes) {
    if (change.table === 'followUps') followUps.set(change.id, change.next);
    if (change.table === 'people') people.set(change.id, change.next);
  }
  return {
    ...here,
    followUps: [...followUps.values()],
    alumni: here.alumni.map((each) => ({ ...each, person: people.get(each.person.id) ?? each.person })),
  };
};

export const interviewOf = (here: World, place: number, waveId = wave18.id): FollowUp | undefined =>
  here.followUps.find(({ id }) => id === followUpId(asId(`e-${place}`), waveId));

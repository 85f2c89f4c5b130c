import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { enterOutcome } from '#shared/domain/cells.ts';
import type { CompetencyFramework } from '#shared/domain/competencies.ts';
import {
  criteriaOf,
  frameworkOf,
  latestFrameworks,
  mapAssignments,
  tieCriterion,
} from '#shared/domain/competencies.ts';
import { planFramework } from '#shared/domain/competency-import.ts';
import { competencyProfile, shareInTenths } from '#shared/domain/competency-profiles.ts';
import { changeCriteria } from '#shared/domain/criteria-editing.ts';
import { demonstrationCompetencies } from '#shared/domain/demonstration/competencies.ts';
import type { Cell } from '#shared/domain/marks.ts';
import type { Assignment, Criterion } from '#shared/domain/programmes.ts';
import { assignmentId, cellOf, criteriaOf as marksOf, programme, words } from './sheet-builders.ts';

const framework = (
  version: string,
  competencies: CompetencyFramework['competencies'],
  name = 'Care',
): CompetencyFramework => ({
  id: `${name}-${version}`,
  name,
  version,
  competencies,
});

const sheet = [
  ['Code', 'Competency', 'Area', 'Description'],
  ['A1', 'Listens', 'Talk', 'Lets others finish'],
  ['A2', 'Refers', 'Action', ''],
];

describe('importing a framework', () => {
  it('finds the columns by their headings in English, French and Portuguese', () => {
    expect(planFramework({ rows: sheet, name: 'Care', frameworks: [] }).next?.competencies).toEqual([
      { code: 'A1', title: 'Listens', area: 'Talk', description: 'Lets others finish' },
      { code: 'A2', title: 'Refers', area: 'Action' },
    ]);
    const french = [
      ['Intitulé', 'Domaine', 'Code'],
      ['Écoute', 'Parole', 'A1'],
    ];
    expect(planFramework({ rows: french, name: 'Soin', frameworks: [] }).next?.competencies).toEqual([
      { code: 'A1', title: 'Écoute', area: 'Parole' },
    ]);
    const portuguese = [
      ['Código', 'Título', 'Descrição'],
      ['A1', 'Escuta', 'Deixa falar'],
    ];
    expect(planFramework({ rows: portuguese, name: 'Cuidado', frameworks: [] }).next?.competencies).toHaveLength(1);
  });

  it('names every row that it refuses: no code, no title, a code twice whatever its capitals', () => {
    const rows = [...sheet, ['', 'Without', '', ''], ['a1', 'Again', '', ''], ['A3', '', '', '']];
    const plan = planFramework({ rows, name: 'Care', frameworks: [] });
    expect(plan.rows.map(({ line, fate, reason }) => [line, fate, reason && words(reason)])).toEqual([
      [2, 'new', undefined],
      [3, 'new', undefined],
      [4, 'refused', 'No code'],
      [5, 'refused', '“a1” is in line 2 already'],
      [6, 'refused', '“A3” has no title'],
    ]);
    expect(plan.next?.competencies.map(({ code }) => code)).toEqual(['A1', 'A2']);
  });

  it('makes the next version of a framework of the same name, and says what is new, changed, same and gone', () => {
    const before = framework('1', [
      { code: 'A1', title: 'Listens', area: 'Talk', description: 'Lets others finish' },
      { code: 'A2', title: 'Refers on', area: 'Action' },
      { code: 'A9', title: 'Old' },
    ]);
    const plan = planFramework({ rows: [...sheet, ['A4', 'Plans', '', '']], name: 'CARE', frameworks: [before] });
    expect(plan.rows.map(({ code, fate, changes }) => [code, fate, changes])).toEqual([
      ['A1', 'same', []],
      ['A2', 'changed', ['title']],
      ['A4', 'new', []],
    ]);
    expect(plan.gone.map(({ code }) => code)).toEqual(['A9']);
    expect(plan.next).toMatchObject({ name: 'Care', version: '2', competencies: { length: 3 } });
  });

  it('changes nothing when the same file is imported again, whatever it holds', () => {
    const cell = fc.string({ maxLength: 12 });
    fc.assert(
      fc.property(fc.array(fc.tuple(cell, cell, cell, cell), { maxLength: 8 }), (body) => {
        const rows = [['code', 'title', 'area', 'description'], ...body];
        const first = planFramework({ rows, name: 'Care', frameworks: [] }).next;
        if (first === undefined) return true;
        const again = planFramework({ rows, name: 'Care', frameworks: [{ ...first, id: 'f1' }] });
        return again.next === undefined && again.gone.length === 0;
      }),
    );
    expect(planFramework({ rows: sheet, name: 'Care', frameworks: [] }).next?.version).toBe('1');
  });

  it('takes the columns that a person chose', () => {
    const rows = [
      ['x', 'y'],
      ['Listens', 'A1'],
    ];
    const plan = planFramework({ rows, name: 'Care', mapping: { code: 1, title: 0 }, frameworks: [] });
    expect(plan.next?.competencies).toEqual([{ code: 'A1', title: 'Listens' }]);
    expect(planFramework({ rows, name: 'Care', frameworks: [] }).next).toBeUndefined();
  });
});

describe('frameworks of a workspace', () => {
  const all = [framework('2', []), framework('1', []), framework('10', []), framework('1', [], 'Áreas')];

  it('are shown in their latest version, by number and not by letters', () => {
    expect(latestFrameworks(all).map(({ name, version }) => [name, version])).toEqual([
      ['Áreas', '1'],
      ['Care', '10'],
    ]);
  });

  it('are found by the name that the programme version points to, or as the only one', () => {
    expect(frameworkOf({ framework: 'care' }, all)?.version).toBe('10');
    expect(frameworkOf({}, all)).toBeUndefined();
    expect(frameworkOf({}, all.slice(0, 3))?.version).toBe('10');
  });
});

const competencies = [
  { code: 'A1', title: 'Knows' },
  { code: 'A2', title: 'Protects' },
  { code: 'A3', title: 'Never asked' },
];
const codes: Readonly<Record<string, string>> = { 'm2-essay-c1': 'a1', 'm2-essay-c2': 'A1', 'm2-essay-c3': 'A2' };
const tied = mapAssignments(programme, (one) => ({
  ...one,
  criteria: one.criteria.map((criterion) => tieCriterion(criterion, codes[criterion.id])),
}));
const input = { programme: tied, cohort: { due: {} }, framework: { competencies } };
const essay = (c1: number, c2: number, c3: number): Cell =>
  cellOf(c1 + c2 + c3, { criteria: marksOf({ 'm2-essay-c1': c1, 'm2-essay-c2': c2, 'm2-essay-c3': c3 }) });
const sheetOf = (cell: Cell) => ({ cells: { [assignmentId('m2-essay')]: cell } });

describe('a competency profile', () => {
  it('is the share of the points over the criteria marked, with how many they are', () => {
    const [knows, protects, never] = competencyProfile([sheetOf(essay(800, 500, 650))], input);
    expect(knows).toMatchObject({ reached: 1300, max: 2000, criteria: 2, learners: 1 });
    expect(shareInTenths(knows ?? { reached: 0, max: 0 })).toBe(650);
    expect(protects).toMatchObject({ reached: 650, max: 1000, criteria: 1 });
    expect(never).toMatchObject({ criteria: 0, learners: 0 });
    expect(shareInTenths(never ?? { reached: 1, max: 1 })).toBeUndefined();
  });

  it('adds the learners of a cohort and says the lowest and the highest', () => {
    const [knows] = competencyProfile([sheetOf(essay(800, 500, 650)), sheetOf(essay(400, 300, 0))], input);
    expect(knows).toMatchObject({ reached: 2000, max: 4000, criteria: 4, learners: 2, low: 0.35, high: 0.65 });
  });

  it('leaves out what is not submitted, excused, on hold or marked by its total alone', () => {
    const cells = [
      ...(['NS', 'EX', 'HOLD'] as const).map((outcome) => enterOutcome(essay(800, 500, 650), outcome)),
      cellOf(2000),
    ];
    const profile = competencyProfile(cells.map(sheetOf), input);
    expect(profile.every(({ criteria }) => criteria === 0)).toBe(true);
  });

  it('counts the attempt that counts, without late penalty and cap', () => {
    const late: Cell = {
      attempts: essay(800, 500, 650).attempts.map((attempt) => ({ ...attempt, received: '2026-05-03' })),
    };
    const due = { [assignmentId('m2-essay')]: '2026-05-01' };
    expect(competencyProfile([sheetOf(late)], { ...input, cohort: { due } })[0]).toMatchObject({ reached: 1300 });
    const twice: Cell = { attempts: [...essay(100, 100, 100).attempts, ...essay(900, 900, 900).attempts] };
    expect(competencyProfile([sheetOf(twice)], input)[0]).toMatchObject({ reached: 1800, max: 2000 });
  });
});

describe('the demonstration framework', () => {
  it('is the sample file, and every criterion of the default programme is tied to it', () => {
    const made = demonstrationCompetencies(programme, '2026-06-10');
    const text = readFileSync('resources/sample/competencies.csv', 'utf8').trim().split('\n');
    const rows = text.map((line) =>
      [...line.matchAll(/(?:^|,)(?:"([^"]*)"|([^,]*))/g)].map(([, quoted, plain]) => quoted ?? plain ?? ''),
    );
    expect(planFramework({ rows, name: made.framework.name, frameworks: [made.framework] }).next).toBeUndefined();
    const known = new Set(made.framework.competencies.map(({ code }) => code));
    expect(criteriaOf(made.programme).every(({ criterion }) => known.has(criterion.competency ?? ''))).toBe(true);
  });
});

describe('changing the criteria of an assignment', () => {
  const work = programme.modules[1]?.assignments[0];
  if (work === undefined) throw new Error('Module 2 has an essay');
  const change = (criteria: readonly Criterion[], sheets = [sheetOf(essay(800, 500, 650))], of: Assignment = work) => {
    const changed = changeCriteria(of, criteria, sheets);
    return changed.ok ? 'ok' : changed.error.code;
  };
  const withMax = (maxima: readonly number[]): readonly Criterion[] =>
    work.criteria.map((criterion, index) => ({ ...criterion, max: maxima[index] ?? 0 }));

  it('lets titles, least marks and ties change where marks were keyed', () => {
    expect(
      change(work.criteria.map((one) => ({ ...one, title: { en: 'Other' }, mustPass: 100, competency: 'A1' }))),
    ).toBe('ok');
  });

  it('refuses a maximum below a mark that was keyed, and takes one that fits', () => {
    expect(change(withMax([700, 1100, 1100, 1100]))).toBe('criteria-marks');
    expect(change(withMax([800, 1100, 1100, 1000]))).toBe('ok');
  });

  it('refuses to take away a criterion that has marks, or to add one beside them', () => {
    expect(
      change([...work.criteria.slice(1, 3), ...work.criteria.slice(3).map((one) => ({ ...one, max: 2000 }))]),
    ).toBe('criteria-used');
    const fifth = { ...work.criteria[3], id: 'm2-essay-c5', max: 500, title: { en: 'Fifth' } } as Criterion;
    const [a, b, c, d] = withMax([1000, 1000, 1000, 500]);
    const five = [a, b, c, d, fifth].filter((one) => one !== undefined);
    expect(change(five)).toBe('criteria-marks');
    expect(change(five, [])).toBe('ok');
  });

  it('refuses titles and maxima that are missing, least marks out of range, and a sum that is not the maximum', () => {
    expect(
      change(
        work.criteria.map((one) => ({ ...one, title: { en: ' ' } })),
        [],
      ),
    ).toBe('criteria-title');
    expect(change(withMax([0, 2000, 1000, 1000]), [])).toBe('criteria-max');
    expect(
      change(
        work.criteria.map((one) => ({ ...one, mustPass: 1001 })),
        [],
      ),
    ).toBe('criteria-least');
    expect(change(withMax([1000, 1000, 1000, 500]), [])).toBe('criteria-sum');
    expect(change([], [])).toBe('ok');
  });
});

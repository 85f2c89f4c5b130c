import { describe, expect, it } from 'vitest';
import { enterOutcome, extendTo, receiveScript } from '#shared/domain/cells.ts';
import type { EligibilityInput } from '#shared/domain/eligibility.ts';
import { eligibility, lacksOnlyName } from '#shared/domain/eligibility.ts';
import type { Language } from '#shared/domain/languages.ts';
import type { Cell } from '#shared/domain/marks.ts';
import { cellOf, criteriaOf, moduleId, programme, registerOf, words } from './sheet-builders.ts';

const allCells: Readonly<Record<string, Cell>> = Object.fromEntries(
  programme.modules.flatMap((module) =>
    module.assignments.map(
      (work) =>
        [
          work.id,
          cellOf(work.max * 0.7, { criteria: Object.fromEntries(work.criteria.map((one) => [one.id, 700])) }),
        ] as const,
    ),
  ),
);

const complete: EligibilityInput & { readonly enrolment: object } = {
  programme,
  cohort: { due: {} },
  sheet: { cells: allCells },
  enrolment: {
    status: 'active',
    confirmedName: 'Chipo Nyambuya',
    nameConfirmedOn: '2026-06-01',
    signedOff: { [moduleId('m6')]: '2026-06-01' },
  },
  register: registerOf(96),
};

const withCells = (cells: Readonly<Record<string, Cell>>): EligibilityInput => ({
  ...complete,
  sheet: { cells: { ...allCells, ...cells } },
});

const missingOf = (input: EligibilityInput, language: Language = 'en') =>
  eligibility({ ...input, language }).missing.map((one) => [one.code, words(one, language)]);

describe('eligibility', () => {
  it('is given where everything is there', () => {
    expect(eligibility(complete)).toMatchObject({
      eligible: true,
      missing: [],
      overall: 700,
      hours: { attended: 96, planned: 120 },
    });
  });

  it('says how far below the pass mark a module is', () => {
    const input = withCells({
      'm2-essay': cellOf(2700, { criteria: criteriaOf({ 'm2-essay-c3': 500 }) }),
      'm2-log': enterOutcome(undefined, 'NS'),
    });
    expect(missingOf(input)).toEqual([['below', 'Module 2: 40.5 %, 9.5 points below the pass mark of 50 %']]);
    expect(missingOf(input, 'fr')).toEqual([
      ['below', 'Module 2 : 40,5 %, 9,5 points sous la note de passage de 50 %'],
    ]);
    expect(eligibility(input)).toMatchObject({ eligible: false, missing: [{ moduleId: 'm2' }] });
  });

  it('says what has not arrived, is not marked, is extended or has a query open', () => {
    const input = withCells({
      'm1-log': enterOutcome(allCells['m1-log'], 'HOLD'),
      'm3-log': receiveScript(undefined, '2026-05-01'),
      'm4-essay': { attempts: [] },
      'm4-log': { attempts: [] },
      'm5-log': extendTo(undefined, '2026-06-08'),
    });
    expect(missingOf(input)).toEqual([
      ['query', 'Query open on Log of module 1'],
      ['not-marked', 'Log of module 3 not marked yet'],
      ['not-received', 'Essay and Log of module 4 not received yet'],
      ['extended', 'Log of module 5 extended, not here yet'],
    ]);
  });

  it('says which must-pass criterion failed', () => {
    const input = withCells({ 'm2-essay': cellOf(3000, { criteria: criteriaOf({ 'm2-essay-c3': 450 }) }) });
    expect(missingOf(input)).toEqual([['criterion', 'Module 2: “Protects the child” has 4.5, at least 5 needed']]);
  });

  it('says that hours, sign-off or a result are missing', () => {
    const input: EligibilityInput = {
      ...withCells({ 'm1-essay': enterOutcome(undefined, 'EX'), 'm1-log': enterOutcome(undefined, 'EX') }),
      enrolment: { ...complete.enrolment, signedOff: {} },
      register: registerOf(84),
    };
    expect(missingOf(input)).toEqual([
      ['all-excused', 'Module 1: everything is excused, so there is no result'],
      ['sign-off', 'Module 6 not signed off by the site supervisor'],
      ['hours', 'Hours 84 of 120, 96 needed'],
    ]);
  });

  it.each([
    ['withdrawn', 'Withdrawn'],
    ['deferred', 'Deferred to a later cohort'],
    ['deceased', 'Deceased'],
  ] as const)('is not given to the %s', (status, said) => {
    expect(missingOf({ ...complete, enrolment: { ...complete.enrolment, status } })).toEqual([['status', said]]);
  });

  it('marks a name not confirmed so that it can be told from everything else', () => {
    const { confirmedName: _name, ...unnamed } = complete.enrolment;
    const result = eligibility({ ...complete, enrolment: unnamed });
    expect(result).toMatchObject({ eligible: false, missing: [{ code: 'name' }] });
    expect(lacksOnlyName(result)).toBe(true);
    expect(lacksOnlyName(eligibility({ ...complete, register: undefined, enrolment: unnamed }))).toBe(false);
    expect(lacksOnlyName(eligibility(complete))).toBe(false);
  });

  it('finds everything missing of a learner who has nothing yet', () => {
    const result = missingOf({
      ...complete,
      sheet: undefined,
      register: undefined,
      enrolment: { status: 'active' },
    }).map(([code]) => code);
    expect(result).toEqual([...Array.from({ length: 6 }, () => 'not-received'), 'sign-off', 'hours', 'name']);
  });
});

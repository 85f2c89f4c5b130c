import { describe, expect, it } from 'vitest';
import type { Cohort } from '#shared/domain/cohorts.ts';
import { asId } from '#shared/domain/ids.ts';
import type { CohortId, ProgrammeId } from '#shared/domain/ids.ts';
import { cohortDetails, fieldOf, newCohortFields, withCohortField } from '#renderer/features/cohorts/cohort-fields.ts';
import { allCohorts, filterCohorts, sortCohorts } from '#renderer/features/cohorts/cohort-rows.ts';
import { countPlaces } from '#renderer/features/cohorts/groups.ts';
import { programme } from '../domain/sheet-builders.ts';

const cohort = (code: string, more: Partial<Cohort> = {}): Cohort => ({
  id: asId<CohortId>(code),
  code,
  name: code,
  programmeId: asId<ProgrammeId>('p'),
  country: 'ZM',
  place: 'Lusaka',
  partner: 'Musasa Community College',
  cycle: '4',
  starts: '2026-01-05',
  census: '2026-02-09',
  due: {},
  released: {},
  signatories: [],
  ...more,
});
const today = '2026-06-01';
const compare = (a: string, b: string): number => a.localeCompare(b, 'en');

describe('the form of a new cohort', () => {
  const cohorts = [cohort('2026-ZM')];
  const fields = newCohortFields([programme], cohorts, today);
  const context = { touched: new Set<never>(), codes: ['2026-ZM'] };

  it('begins with the country and partner of the latest cohort, a free code and a census five weeks on', () => {
    expect(fields).toMatchObject({
      country: 'ZM',
      partner: 'Musasa Community College',
      code: '2026-ZM2',
      starts: today,
      census: '2026-07-06',
      graduation: '',
    });
  });

  it('lets code and census follow the first day until they are typed', () => {
    expect(withCohortField(fields, 'starts', '2027-01-04', context)).toMatchObject({
      code: '2027-ZM',
      census: '2027-02-08',
    });
    const touched = new Set(['code', 'census'] as const);
    expect(withCohortField(fields, 'starts', '2027-01-04', { ...context, touched })).toMatchObject({
      code: '2026-ZM2',
      census: '2026-07-06',
    });
  });

  it('leaves an empty graduation out', () => {
    expect(cohortDetails(fields)).not.toHaveProperty('graduation');
    expect(cohortDetails({ ...fields, graduation: '2027-12-01' })).toHaveProperty('graduation', '2027-12-01');
  });

  it('puts a refusal beside the field it concerns', () => {
    expect(fieldOf({ code: 'cohort-code-taken' }, fields)).toBe('code');
    expect(fieldOf({ code: 'cohort-census-order' }, fields)).toBe('census');
    expect(fieldOf({ code: 'no-such-date' }, { ...fields, census: '' })).toBe('census');
    expect(fieldOf({ code: 'disk-full' }, fields)).toBeUndefined();
  });
});

describe('the list of cohorts', () => {
  const old = cohort('2022-KE', { starts: '2022-01-01', graduation: '2023-08-01', country: 'KE', cycle: '2' });
  const older = cohort('2021-ZM', { starts: '2021-01-01', graduation: '2022-08-01', cycle: '2' });
  const begun = cohort('2025-ZM', { starts: '2025-01-01', graduation: '2026-09-01' });
  const next = cohort('2026-ZM');
  const all = [older, begun, old, next];

  it('has those at work first, the latest start on top, then the latest graduation', () => {
    expect(sortCohorts(all, today).map(({ code }) => code)).toEqual(['2026-ZM', '2025-ZM', '2022-KE', '2021-ZM']);
  });

  it('counts a cohort as finished only after its graduation day', () => {
    const states = { ...allCohorts, state: 'finished' } as const;
    expect(filterCohorts(all, states, today)).toEqual([older, old]);
    expect(filterCohorts([begun], states, '2026-09-01')).toEqual([]);
    expect(filterCohorts([begun], states, '2026-09-02')).toEqual([begun]);
  });

  it('narrows by country and cycle together', () => {
    expect(filterCohorts(all, { ...allCohorts, country: 'ZM', cycle: '2' }, today)).toEqual([older]);
  });
});

describe('sites and mentor groups', () => {
  it('are counted in the order of the alphabet, those without one last', () => {
    const places = countPlaces(
      [
        { site: 'Ndola', mentorGroup: 'B' },
        {},
        { site: 'Kafue' },
        { site: 'Ndola', mentorGroup: 'A' },
        { site: 'Ndola', mentorGroup: 'B' },
      ],
      compare,
    );
    expect(places.map(({ site, count }) => [site, count])).toEqual([
      ['Kafue', 1],
      ['Ndola', 3],
      ['', 1],
    ]);
    expect(places[1]?.groups).toEqual([
      { mentorGroup: 'A', count: 1 },
      { mentorGroup: 'B', count: 2 },
    ]);
  });
});

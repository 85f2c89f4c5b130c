import { describe, expect, it } from 'vitest';
import type { Candidate, FreezeInput } from '#shared/domain/award-lists.ts';
import { freezeAwardList, listDifferences } from '#shared/domain/award-lists.ts';
import { eligibility } from '#shared/domain/eligibility.ts';
import type { AwardListId, EnrolmentId, PersonId } from '#shared/domain/ids.ts';
import { asId } from '#shared/domain/ids.ts';
import type { Enrolment } from '#shared/domain/people.ts';
import { confirmName } from '#shared/domain/name-confirmation.ts';
import { cellOf, ids, moduleId, programme, registerOf } from './sheet-builders.ts';

const cells = Object.fromEntries(
  programme.modules.flatMap((module) => module.assignments.map((work) => [work.id, cellOf(work.max * 0.6)] as const)),
);

const candidate = (number: number, name: string | undefined): Candidate => {
  const enrolment: Enrolment = {
    id: asId<EnrolmentId>(`e${number}`),
    personId: asId<PersonId>(`p${number}`),
    cohortId: ids.cohort,
    status: 'active',
    enrolledOn: '2025-01-01',
    signedOff: { [moduleId('m6')]: '2026-06-01' },
    ...(name === undefined ? {} : { confirmedName: name, nameConfirmedOn: '2026-06-01' }),
  };
  return {
    enrolment,
    eligibility: eligibility({
      programme,
      cohort: { due: {} },
      sheet: { cells },
      enrolment,
      register: registerOf(110),
    }),
  };
};

const input = (candidates: readonly Candidate[], id = 'list-1'): FreezeInput => ({
  id: asId<AwardListId>(id),
  cohort: { id: ids.cohort },
  programme,
  candidates,
  frozenOn: '2026-06-10',
  frozenAt: '2026-06-10T08:00:00.000Z',
  frozenBy: 'Demonstration Coordinator',
});

const frozen = (given: FreezeInput) => {
  const result = freezeAwardList(given);
  if (!result.ok) throw new Error(result.error.code);
  return result.value;
};

describe('freezing an award list', () => {
  it('copies names and results, and makes one award a line', () => {
    const { list, awards, dropped } = frozen(input([candidate(1, 'Ngũgĩ wa Kamau'), candidate(2, 'Tšepiso Mokoena')]));
    expect(list).toMatchObject({
      id: 'list-1',
      cohortId: ids.cohort,
      programmeId: programme.id,
      frozenBy: 'Demonstration Coordinator',
    });
    expect(list.lines[0]).toMatchObject({
      enrolmentId: 'e1',
      confirmedName: 'Ngũgĩ wa Kamau',
      overall: 600,
      hours: 110,
    });
    expect(list.lines[0]?.modules[5]).toEqual({ number: 6, title: 'Service Learning Project', result: 600 });
    expect(awards.map((award) => [award.id, award.personId, award.awardListId, award.awardedOn, award.name])).toEqual([
      ['e1', 'p1', 'list-1', '2026-06-10', 'Ngũgĩ wa Kamau'],
      ['e2', 'p2', 'list-1', '2026-06-10', 'Tšepiso Mokoena'],
    ]);
    expect(dropped).toEqual([]);
  });

  it('keeps the titles in the language asked for', () => {
    expect(frozen({ ...input([candidate(1, 'José João')]), language: 'pt' }).list.lines[0]?.modules[5]?.title).toBe(
      'Projecto de Aprendizagem em Serviço',
    );
  });

  it('refuses an empty list', () => {
    expect(freezeAwardList(input([]))).toEqual({ ok: false, error: { code: 'award-list-empty' } });
  });

  it('refuses a list with anyone who is not eligible', () => {
    expect(freezeAwardList(input([candidate(1, 'Łukasz'), candidate(2, undefined)]))).toEqual({
      ok: false,
      error: { code: 'award-list-not-eligible', details: { count: 1 } },
    });
  });

  it('supersedes a list: those awarded before keep their day, and those left out are named', () => {
    const first = frozen(input([candidate(1, 'Ngũgĩ wa Kamau'), candidate(2, 'Tšepiso Mokoena')]));
    const second = frozen({
      ...input([candidate(2, 'Tšepiso M. Mokoena'), candidate(3, 'Đặng')], 'list-2'),
      frozenOn: '2026-07-01',
      supersedes: first,
    });
    expect(second.list.supersedes).toBe('list-1');
    expect(second.awards.map((award) => [award.id, award.awardListId, award.awardedOn, award.name])).toEqual([
      ['e2', 'list-2', '2026-06-10', 'Tšepiso M. Mokoena'],
      ['e3', 'list-2', '2026-07-01', 'Đặng'],
    ]);
    expect(second.dropped).toEqual(['e1']);
  });
});

describe('confirming a name', () => {
  const enrolment: Enrolment = {
    id: ids.enrolment,
    personId: ids.person,
    cohortId: ids.cohort,
    status: 'active',
    enrolledOn: '2025-01-01',
  };

  it('takes the name as written, composed, with its day', () => {
    const confirmed = confirmName(enrolment, { givenNames: 'Ngu\u0303gi\u0303 wa', familyName: 'Kamau' }, '2026-06-01');
    expect(confirmed).toMatchObject({ confirmedName: 'Ngũgĩ wa Kamau', nameConfirmedOn: '2026-06-01' });
  });

  it('takes another name where the learner asks for it', () => {
    expect(
      confirmName(enrolment, { givenNames: 'A', familyName: 'B' }, '2026-06-01', ' N’Golo Coulibaly ').confirmedName,
    ).toBe('N’Golo Coulibaly');
  });
});

describe('what changed since a list was frozen', () => {
  const list = frozen(input([candidate(1, 'Ngũgĩ wa Kamau'), candidate(2, 'Tšepiso Mokoena')])).list;

  it('is nothing where the same people have the same names and results, in any language', () => {
    const now = [candidate(2, 'Tšepiso Mokoena'), candidate(1, 'Ngũgĩ wa Kamau')];
    expect(listDifferences(list, now)).toEqual({ added: [], dropped: [], changed: [] });
    const french = frozen({ ...input(now), language: 'fr' }).list;
    expect(listDifferences(french, now)).toEqual({ added: [], dropped: [], changed: [] });
  });

  it('names who came, who went and whose name changed', () => {
    const now = [candidate(1, 'Ngũgĩ wa Mũthoni'), candidate(3, 'Selma ǁGaroeb')];
    expect(listDifferences(list, now)).toEqual({ added: ['e3'], dropped: ['e2'], changed: ['e1'] });
  });
});

import { describe, expect, it } from 'vitest';
import type { Candidate, FreezeInput } from '#shared/domain/award-lists.ts';
import { changedParts, freezeAwardList, listChanges, proposedLines } from '#shared/domain/award-lists.ts';
import { eligibility } from '#shared/domain/eligibility.ts';
import type { AwardListId, EnrolmentId, PersonId } from '#shared/domain/ids.ts';
import { asId } from '#shared/domain/ids.ts';
import type { Enrolment } from '#shared/domain/people.ts';
import { confirmName } from '#shared/domain/name-confirmation.ts';
import { cellOf, ids, moduleId, programme, registerOf, words } from './sheet-builders.ts';

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
      supersedes: { ...first, reason: 'Two marks were corrected' },
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

describe('what changed from one list to another', () => {
  const list = frozen(input([candidate(1, 'Ngũgĩ wa Kamau'), candidate(2, 'Tšepiso Mokoena')])).list;

  it('is nothing where the same people have the same names and results, in any language', () => {
    const now = [candidate(2, 'Tšepiso Mokoena'), candidate(1, 'Ngũgĩ wa Kamau')];
    expect(listChanges(list.lines, proposedLines(now))).toEqual([]);
    const french = frozen({ ...input(now), language: 'fr' }).list;
    expect(listChanges(french.lines, proposedLines(now))).toEqual([]);
  });

  it('names who came, who went and whose name changed', () => {
    const now = [candidate(1, 'Ngũgĩ wa Mũthoni'), candidate(3, 'Selma ǁGaroeb')];
    const changes = listChanges(list.lines, proposedLines(now));
    expect(changes.map(({ kind, enrolmentId }) => [kind, enrolmentId])).toEqual([
      ['added', 'e3'],
      ['dropped', 'e2'],
      ['changed', 'e1'],
    ]);
  });

  it('leaves those out who are not eligible', () => {
    expect(proposedLines([candidate(1, undefined), candidate(2, 'Tšepiso Mokoena')])).toHaveLength(1);
  });

  it('says of a changed line what was and what is, name, results and hours', () => {
    const [line] = list.lines;
    if (line === undefined) throw new Error('The list has two lines');
    const after = {
      ...line,
      confirmedName: 'Ngũgĩ wa Mũthoni',
      overall: 615,
      hours: 112,
      modules: line.modules.map((module) => (module.number === 2 ? { ...module, result: 690 } : module)),
    };
    const [change] = listChanges([line], [after]);
    if (change?.kind !== 'changed') throw new Error('The line changed');
    expect(changedParts(change).map((part) => words(part))).toEqual([
      'Name: Ngũgĩ wa Kamau, now Ngũgĩ wa Mũthoni',
      'Module 2: 60 %, now 69 %',
      'Overall: 60 %, now 61.5 %',
      'Hours: 110, now 112',
    ]);
    expect(words(changedParts(change)[3] ?? { key: '' }, 'fr')).toBe('Heures : 110, maintenant 112');
  });
});

describe('a list that supersedes another', () => {
  const { list, awards } = frozen(input([candidate(1, 'Ngũgĩ wa Kamau')]));
  const again = {
    ...input([candidate(1, 'Ngũgĩ wa Mũthoni')], 'list-2'),
    approvals: [{ name: 'Demonstration Chair', office: 'Chair', on: '2026-06-12' }],
  };

  it('is refused without a reason', () => {
    expect(freezeAwardList({ ...again, supersedes: { list, awards, reason: '  ' } })).toMatchObject({
      ok: false,
      error: { code: 'award-list-reason' },
    });
  });

  it('keeps the reason and the approvals', () => {
    const superseding = frozen({ ...again, supersedes: { list, awards, reason: ' A name was misspelt ' } });
    expect(superseding.list).toMatchObject({
      supersedes: 'list-1',
      reason: 'A name was misspelt',
      approvals: [{ name: 'Demonstration Chair', office: 'Chair', on: '2026-06-12' }],
    });
  });
});

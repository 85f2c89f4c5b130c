import { describe, expect, it } from 'vitest';
import { buildDemonstration, publishedHeadline } from '#shared/domain/demonstration/build.ts';
import { defaultProgramme } from '#shared/domain/default-programme.ts';
import { effectiveMark } from '#shared/domain/effective-marks.ts';
import { eligibility } from '#shared/domain/eligibility.ts';
import { missingQuestions } from '#shared/domain/follow-up-calls.ts';
import { alumniLines } from '#shared/domain/alumni-lines.ts';
import type { ProgrammeId } from '#shared/domain/ids.ts';
import { asId } from '#shared/domain/ids.ts';
import { standardQuestionnaire } from '#shared/domain/questionnaire-standard.ts';
import { outcomeRows } from '#shared/domain/outcome-rows.ts';
import { alumniTotals } from '#shared/domain/outcome-cycles.ts';
import { outcomes } from '#shared/domain/outcomes.ts';
import { fullName } from '#shared/domain/people.ts';
import { isIsoDate } from '#shared/lib/dates.ts';
import { awardedCohorts } from './awarded-cohorts.ts';

const programme = defaultProgramme({
  id: asId<ProgrammeId>('demonstration-programme'),
  version: '4',
  validFrom: '2015-01-01',
  rulesSetBy: 'The authors',
  rulesSetOn: '2015-01-01',
});
const today = '2026-05-25';
const demo = buildDemonstration({ programme, today, seed: 2026 });
const rows = outcomeRows({ programmes: [programme], ...demo, today });

const at = <T extends { readonly id: string }>(records: readonly T[]): ReadonlyMap<string, T> =>
  new Map(records.map((record) => [record.id, record]));
const [cohorts, people, enrolments, sheets, registers] = [
  at(demo.cohorts),
  at(demo.people),
  at(demo.enrolments),
  at(demo.sheets),
  at(demo.registers),
];
const awards = at(demo.awards);

const eligibilityOf = (id: string) => {
  const enrolment = enrolments.get(id);
  const cohort = cohorts.get(enrolment?.cohortId ?? '');
  if (enrolment === undefined || cohort === undefined) throw new Error(`No enrolment ${id}`);
  return eligibility({ programme, cohort, enrolment, sheet: sheets.get(id), register: registers.get(id) });
};

const membersOf = (code: string) => {
  const cohort = demo.cohorts.find((each) => each.code === code);
  return demo.enrolments.filter(({ cohortId }) => cohortId === cohort?.id);
};

describe('the cycles of the demonstration', () => {
  it('have over 3,000 alumni in eleven countries', () => {
    const totals = alumniTotals(rows);
    expect(totals.countries).toBe(11);
    expect(totals.alumni).toBeGreaterThan(3000);
    expect(demo.awards).toHaveLength(totals.alumni);
  });

  it('begin with 553 learners in eight countries, 122 in one, of whom 492 were awarded', () => {
    const first = rows.filter(({ cycle }) => cycle === '1');
    const countries = new Set(first.map(({ country }) => country));
    expect(first).toHaveLength(553);
    expect(countries.size).toBe(8);
    expect(first.filter(({ country }) => country === 'ZM')).toHaveLength(122);
    expect(outcomes(rows, { cycle: '1', offsetMonths: 18 }).flow).toMatchObject({ enrolled: 553, awarded: 492 });
  });

  it('have cohorts of 20 to 600 learners', () => {
    const sizes = demo.cohorts.map(({ code }) => membersOf(code).length);
    expect(Math.min(...sizes)).toBeGreaterThanOrEqual(20);
    expect(Math.max(...sizes)).toBeLessThanOrEqual(600);
  });
});

describe('the published headline', () => {
  it.each(['1', '2', '3'])('follows from the raw answers of cycle %s', (cycle) => {
    const { indicators } = outcomes(rows, { cycle, offsetMonths: 18 });
    const later = outcomes(rows, { cycle, offsetMonths: 24 });
    expect(indicators.volunteerToPaid.estimate).toMatchObject({ share: publishedHeadline.volunteerToPaid * 10 });
    expect(indicators.attribution.estimate).toMatchObject({ share: publishedHeadline.attribution * 10 });
    const { sameCommunity } = later.indicators;
    expect(sameCommunity.estimate.suppressed ? 0 : sameCommunity.estimate.share).toBeGreaterThan(
      publishedHeadline.sameCommunity * 10,
    );
    expect(indicators.askedToLead.estimate).toMatchObject({ indicative: false });
  });

  it('agrees with a count of the raw records made another way', () => {
    const third = new Set(demo.cohorts.filter(({ cycle }) => cycle === '3').map(({ id }) => id));
    const asked = demo.followUps.filter(({ cohortId, waveId }) => third.has(cohortId) && waveId === 'm18');
    const known = asked.filter(
      ({ status, answers }) => status !== 'deceased' && status !== 'opted-out' && answers.activity !== undefined,
    );
    const began = known.filter(({ enrolmentId }) =>
      /volunteer/.test(enrolments.get(enrolmentId)?.baseline?.activity ?? ''),
    );
    const paid = began.filter(
      ({ answers }) => answers.activity === 'paid-employee' || answers.activity === 'self-employed',
    );
    const why = paid.filter(({ answers }) => answers.becauseOfCourse !== undefined);
    expect([paid.length, began.length]).toEqual([133, 532]);
    expect([why.filter(({ answers }) => answers.becauseOfCourse === 'yes').length, why.length]).toEqual([94, 127]);
  });

  it('stands on answers that the young, the lower marks and Moçambique gave less often', () => {
    const { contrasts } = outcomes(rows, { cycle: '3', offsetMonths: 18 });
    const difference = (group: string): number => contrasts.find((each) => each.group === group)?.difference ?? 0;
    expect(difference('under-25')).toBeLessThan(-100);
    expect(difference('70-plus')).toBeGreaterThan(100);
    expect(difference('MZ')).toBeLessThan(-100);
    expect(contrasts.find(({ group }) => group === 'LS')?.silent).toBeNull();
  });
});

describe('the records of the demonstration', () => {
  it('are the same for the same seed and day, and others for another', () => {
    expect(JSON.stringify(buildDemonstration({ programme, today, seed: 2026 })) === JSON.stringify(demo)).toBe(true);
    expect(buildDemonstration({ programme, today, seed: 1 }).people[0]?.id).not.toBe(demo.people[0]?.id);
  });

  it('have no id twice', () => {
    const ids = [demo.cohorts, demo.people, demo.enrolments, demo.sessions, demo.awardLists, demo.followUps].flatMap(
      (records) => records.map(({ id }) => id as string),
    );
    expect(new Set(ids).size).toBe(ids.length);
    expect(new Set(demo.cohorts.map(({ code }) => code)).size).toBe(demo.cohorts.length);
    const phones = demo.people.flatMap(({ phone, alternates }) => [
      ...(phone === undefined ? [] : [phone]),
      ...alternates.map((each) => each.phone),
    ]);
    expect(new Set(phones).size).toBe(phones.length);
  });

  it('point only at records that are there', () => {
    const lost = demo.enrolments.filter(
      ({ id, personId, cohortId }) =>
        !people.has(personId) || !cohorts.has(cohortId) || !sheets.has(id) || !registers.has(id),
    );
    expect(lost).toEqual([]);
    expect(demo.followUps.filter(({ enrolmentId }) => !awards.has(enrolmentId))).toEqual([]);
    const sessions = at(demo.sessions);
    expect(
      demo.registers.flatMap((register) => Object.keys(register.sessions)).filter((id) => !sessions.has(id)),
    ).toEqual([]);
  });

  it('have only days that exist, and calls that have already been made', () => {
    const days = JSON.stringify(demo).match(/"\d{4}-\d{2}-\d{2}"/g) ?? [];
    expect(days.length).toBeGreaterThan(10_000);
    expect([...new Set(days)].filter((day) => !isIsoDate(day.slice(1, -1)))).toEqual([]);
    expect(
      demo.followUps.flatMap(({ attempts }) => attempts).filter((attempt) => attempt.at.slice(0, 10) > today),
    ).toEqual([]);
  });

  it('hold no attempt, mark or script from the future', () => {
    const attempts = demo.sheets.flatMap(({ cells }) => Object.values(cells).flatMap((cell) => cell.attempts));
    const future = attempts.filter((each) =>
      [each.received, each.withMarkerSince, each.marked, each.returned].some((day) => day !== undefined && day > today),
    );
    expect(future).toEqual([]);
  });

  it('write every name in NFC', () => {
    expect(demo.people.map(fullName).filter((name) => name !== name.normalize('NFC') || name.includes('  '))).toEqual(
      [],
    );
  });
});

describe('the awarded', () => {
  it('pass by the rules, every one, with the results on their award list', () => {
    const lines = new Map(demo.awardLists.flatMap((list) => list.lines.map((line) => [line.enrolmentId, line])));
    const wrong = demo.awards.filter((award) => {
      const { eligible, overall } = eligibilityOf(award.id);
      const line = lines.get(award.id);
      return (
        !eligible ||
        overall !== award.overall ||
        line === undefined ||
        line.overall !== award.overall ||
        line.confirmedName !== award.name
      );
    });
    expect(wrong).toEqual([]);
    expect(demo.awards.filter(({ id }) => enrolments.get(id)?.status !== 'awarded')).toEqual([]);
  });

  it('include some who had to submit again and are capped', () => {
    const again = demo.sheets.filter(
      ({ id, cells }) => awards.has(id) && Object.values(cells).some((cell) => cell.attempts.length > 1),
    );
    expect(again.length).toBeGreaterThan(20);
  });

  it('answered every question of a complete interview', () => {
    const open = demo.followUps.filter(
      (each) =>
        each.status === 'complete' &&
        missingQuestions(each, {
          design: standardQuestionnaire,
          baseline: enrolments.get(each.enrolmentId)?.baseline?.activity,
        }).length > 0,
    );
    expect(open).toEqual([]);
  });

  it('include deaths, opt-outs, refusals and people who could not be reached', () => {
    const statuses = new Set(demo.followUps.map(({ status }) => status));
    expect([...statuses].sort()).toEqual([
      'attempted',
      'complete',
      'deceased',
      'opted-out',
      'partial',
      'refused',
      'unreachable',
    ]);
  });

  it('leave a list of people to call today', () => {
    const due = alumniLines(awardedCohorts({ programme, ...demo }), { today }).filter(({ callable }) => callable);
    expect(Math.min(Math.max(due.length, 10), 60)).toBe(due.length);
  });
});

describe('the cohort in the middle of its work', () => {
  const members = membersOf('2026-R1');
  const cohort = demo.cohorts.find(({ code }) => code === '2026-R1');
  const cells = members.map(({ id }) => sheets.get(id)?.cells ?? {});
  const [first, second, third] = programme.modules;
  const of = (module: typeof first) =>
    (module?.assignments ?? []).flatMap(({ id }) => cells.flatMap((each) => each[id] ?? []));

  it('has 118 learners on six sites with mentor groups', () => {
    expect(members).toHaveLength(118);
    expect(new Set(members.map(({ site }) => site)).size).toBe(6);
    expect(members.filter(({ mentorGroup }) => mentorGroup === undefined)).toEqual([]);
  });

  it('has module 1 released, and only module 1', () => {
    expect(Object.keys(cohort?.released ?? {})).toEqual(['m1']);
    expect(of(first).filter(({ outcome, attempts }) => outcome !== 'EX' && attempts[0]?.state !== 'released')).toEqual(
      [],
    );
  });

  it('shows every state of a cell in module 2', () => {
    const found = of(second);
    expect(new Set(found.flatMap(({ outcome }) => outcome ?? []))).toEqual(new Set(['NS', 'EX', 'DEF', 'HOLD']));
    expect(new Set(found.flatMap(({ attempts }) => attempts.map(({ state }) => state)))).toEqual(
      new Set(['received', 'with-marker', 'marked', 'moderated']),
    );
    const waits = found.flatMap(({ attempts }) =>
      attempts.flatMap(({ state, withMarkerSince }) => (state === 'with-marker' ? (withMarkerSince ?? []) : [])),
    );
    expect(new Set(waits)).toEqual(new Set(['2026-05-01', '2026-05-14']));
  });

  it('has marks with a late penalty, capped second attempts and scripts that came too late', () => {
    const marks = members.flatMap(({ id }) =>
      (second?.assignments ?? []).map((assignment) =>
        effectiveMark(sheets.get(id)?.cells[assignment.id], assignment, programme.rules, cohort?.due[assignment.id]),
      ),
    );
    expect(marks.some((mark) => mark.kind === 'mark' && mark.penalty > 0)).toBe(true);
    expect(marks.some((mark) => mark.kind === 'mark' && mark.capped && mark.attemptNumber === 2)).toBe(true);
    expect(marks.some((mark) => mark.kind === 'not-submitted' && mark.tooLate)).toBe(true);
    expect(marks.some((mark) => mark.kind === 'mark' && mark.raw === 0)).toBe(true);
  });

  it('has scripts of module 3 arriving and most still awaited', () => {
    expect(of(third).length).toBeGreaterThan(40);
    expect(of(third).length).toBeLessThan(150);
    expect(of(third).filter(({ attempts }) => attempts.some(({ value }) => value !== undefined))).toEqual([]);
  });

  it('has registers with hours of the sessions held so far, and two people of one name', () => {
    const held = registers.get(members[0]?.id ?? '')?.sessions ?? {};
    expect(Object.keys(held).length).toBeGreaterThan(5);
    const names = members.map(({ personId }) => fullName(people.get(personId) ?? { givenNames: '', familyName: '' }));
    expect(names.filter((name) => name === 'Grace Banda').length).toBeGreaterThanOrEqual(2);
    expect(names).toContain('Kgalalelo Tšepiso Mokoena');
  });
});

describe('the cohort that waits for its board', () => {
  const members = membersOf('2025-R4');

  it('is eligible but for a few who lack one thing each', () => {
    const missing = members.map(({ id }) => eligibilityOf(id).missing.map(({ code }) => code));
    expect(members).toHaveLength(40);
    expect(missing.filter((codes) => codes.length === 0)).toHaveLength(35);
    expect(missing.filter((codes) => codes.length > 0).sort()).toEqual([
      ['hours'],
      ['name'],
      ['name'],
      ['name'],
      ['sign-off'],
    ]);
  });

  it('has the names that a certificate must carry', () => {
    const names = members.map(({ personId }) => fullName(people.get(personId) ?? { givenNames: '', familyName: '' }));
    expect(names).toEqual(
      expect.arrayContaining([
        'Đặng Thị Hương',
        'José João Macuácua',
        'Selam ሰላም',
        'Selma ǀXamseb',
        'Ndapewa',
        'Łukasz Zieliński',
      ]),
    );
    expect(names.some((name) => name.length > 45)).toBe(true);
    expect(names.filter((name) => name === 'Martha Shikongo')).toHaveLength(2);
  });
});

it.each(['2026-01-02', '2026-11-22', '2028-02-29'])('the demonstration also holds on %s', (day) => {
  const other = buildDemonstration({ programme, today: day, seed: 7 });
  const otherRows = outcomeRows({ programmes: [programme], ...other, today: day });
  expect(outcomes(otherRows, { cycle: '3', offsetMonths: 18 }).indicators.volunteerToPaid.estimate).toMatchObject({
    share: 250,
    count: 133,
  });
  expect(
    other.followUps.flatMap(({ attempts }) => attempts).filter((attempt) => attempt.at.slice(0, 10) > day),
  ).toEqual([]);
  expect(new Set(other.cohorts.map(({ code }) => code)).size).toBe(other.cohorts.length);
});

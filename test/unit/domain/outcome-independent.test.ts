import { describe, expect, it } from 'vitest';
import { buildDemonstration } from '#shared/domain/demonstration/build.ts';
import { defaultProgramme } from '#shared/domain/default-programme.ts';
import { dataValueSet, dataValueSetCsv, dataValueSetJson } from '#shared/domain/exports/dhis2-export.ts';
import { jsonStat } from '#shared/domain/exports/json-stat-export.ts';
import { outcomeColumns, outcomeLines, peopleInSmallCells } from '#shared/domain/exports/outcomes-export.ts';
import { rowOf } from '#shared/domain/exports/export-table.ts';
import type { ProgrammeId } from '#shared/domain/ids.ts';
import { asId } from '#shared/domain/ids.ts';
import { compareWaves, onlyOneTime } from '#shared/domain/outcome-comparison.ts';
import { answerIndicatorIds, indicatorIds } from '#shared/domain/outcome-indicators.ts';
import { peopleCounted } from '#shared/domain/outcome-people.ts';
import { outcomeRows } from '#shared/domain/outcome-rows.ts';
import { outcomes } from '#shared/domain/outcomes.ts';
import { sayMessage } from '#shared/i18n/make-translator.ts';
import { createTranslator } from '#shared/i18n/translator.ts';

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
const translate = createTranslator('en');
const words = { language: 'en', say: (one: Parameters<typeof sayMessage>[1]) => sayMessage(translate, one) };

/** The indicators of a cycle and wave counted straight from the records, knowing nothing of rows, verdicts or waves in memory. */
const countedByHand = (cycle: string, months: number) => {
  const wave = programme.rules.waves.find(({ offsetMonths }) => offsetMonths === months);
  const cohorts = new Set(demo.cohorts.filter((cohort) => cohort.cycle === cycle).map(({ id }) => id));
  const enrolment = new Map(demo.enrolments.map((each) => [each.id, each]));
  const found = { followed: 0, paid: [0, 0, 0], attributed: [0, 0, 0], same: [0, 0, 0], led: [0, 0, 0] };
  const add = (cell: number[], answer: unknown, yes: boolean): void => {
    cell[2] = (cell[2] ?? 0) + 1;
    if (answer === undefined) return;
    cell[1] = (cell[1] ?? 0) + 1;
    if (yes) cell[0] = (cell[0] ?? 0) + 1;
  };
  for (const award of demo.awards) {
    if (!cohorts.has(award.cohortId)) continue;
    const own = demo.followUps.filter(({ enrolmentId }) => enrolmentId === award.id);
    const earlier = own.filter(({ waveId }) => {
      const other = programme.rules.waves.find(({ id }) => id === waveId);
      return other !== undefined && other.offsetMonths < months;
    });
    const now = own.find(({ waveId }) => waveId === wave?.id);
    const gone = [...earlier, ...(now === undefined ? [] : [now])].some(
      ({ status }) => status === 'deceased' || status === 'opted-out',
    );
    if (gone || earlier.some(({ answers }) => answers.mayCallAgain === 'no')) continue;
    if (enrolment.get(award.id)?.consentCalls === false && now === undefined) continue;
    found.followed += 1;
    const answers = now?.answers ?? {};
    const began = enrolment.get(award.id)?.baseline?.activity;
    const volunteer = began === 'unpaid-volunteer' || began === 'stipend-volunteer';
    const isPaid = answers.activity === 'paid-employee' || answers.activity === 'self-employed';
    if (volunteer) add(found.paid, answers.activity, isPaid);
    if (volunteer && isPaid) add(found.attributed, answers.becauseOfCourse, answers.becauseOfCourse === 'yes');
    add(found.same, answers.sameCommunity, answers.sameCommunity === 'yes');
    add(found.led, answers.askedToLead, answers.askedToLead === 'yes');
  }
  return found;
};

describe('the indicators against an independent count of the raw records', () => {
  it.each([
    ['1', 18],
    ['2', 18],
    ['3', 18],
    ['3', 24],
  ])('agree for cycle %s at %i months', (cycle, offsetMonths) => {
    const { flow, indicators } = outcomes(rows, { cycle, offsetMonths });
    const hand = countedByHand(cycle, offsetMonths);
    expect(flow.followed).toBe(hand.followed);
    const parts = (id: 'volunteerToPaid' | 'attribution' | 'sameCommunity' | 'askedToLead') => {
      const { estimate } = indicators[id];
      return estimate.suppressed ? [] : [estimate.count, estimate.known, estimate.base];
    };
    expect(parts('volunteerToPaid')).toEqual(hand.paid);
    expect(parts('attribution')).toEqual(hand.attributed);
    expect(parts('sameCommunity')).toEqual(hand.same);
    expect(parts('askedToLead')).toEqual(hand.led);
  });

  it('lists everyone with the verdict from which the figure was counted', () => {
    const selection = { cycle: '3', offsetMonths: 18 };
    const { indicators } = outcomes(rows, selection);
    for (const id of indicatorIds) {
      const people = peopleCounted(rows, selection, id);
      const of = (...verdicts: readonly string[]) => people.filter(({ verdict }) => verdicts.includes(verdict)).length;
      expect(people).toHaveLength(rows.filter(({ cycle }) => cycle === '3').length);
      const { estimate } = indicators[id];
      if (estimate.suppressed) continue;
      expect([of('yes'), of('yes', 'no'), of('yes', 'no', 'unknown')]).toEqual([
        estimate.count,
        estimate.known,
        estimate.base,
      ]);
    }
    const reasons = new Set(
      answerIndicatorIds.flatMap((id) => peopleCounted(rows, selection, id).map(({ reason }) => words.say(reason))),
    );
    expect(
      [...reasons].filter((reason) => reason.includes('outcomeReasons.') || reason.includes('questionnaire.')),
    ).toEqual([]);
  });
});

describe('waves side by side', () => {
  it('count only cohorts that every wave has reached', () => {
    const early = rows.filter(({ cycle }) => cycle === '3');
    const [one] = early;
    const late = early.map((row) =>
      row.cohortId === one?.cohortId
        ? { ...row, waves: row.waves.filter(({ offsetMonths }) => offsetMonths < 24) }
        : row,
    );
    const compared = compareWaves(late, { cycle: '3' }, [18, 24]);
    expect(compared.leftOut).toEqual([one?.cohortId]);
    const same = late.filter(({ cohortId }) => cohortId !== one?.cohortId);
    expect(compared.reports[0]).toEqual(outcomes(same, { cycle: '3', offsetMonths: 18 }));
    expect(compared.reports.map(({ flow }) => flow.awarded)).toEqual([
      same.filter(({ awarded }) => awarded).length,
      same.filter(({ awarded }) => awarded).length,
    ]);
  });

  it('are refused as one figure, in words', () => {
    expect(onlyOneTime([{ cycle: '1', offsetMonths: 18 }]).ok).toBe(true);
    const waves = onlyOneTime([18, 24].map((offsetMonths) => ({ cycle: '1', offsetMonths })));
    const cycles = onlyOneTime(['1', '2'].map((cycle) => ({ cycle, offsetMonths: 18 })));
    expect([waves, cycles].map((result) => (result.ok ? '' : result.error.code))).toEqual([
      'pooling-refused',
      'pooling-refused',
    ]);
    if (!waves.ok) expect(translate('errors.pooling-refused', waves.error.details)).toContain('1 / 18, 1 / 24');
  });
});

describe('what is given out', () => {
  const cells = outcomeLines(rows).map((line) => rowOf(outcomeColumns(words), line));

  it('holds no name, number, telephone, day of birth or community', () => {
    const text = JSON.stringify(cells);
    const secrets = demo.people.slice(0, 400).flatMap((person) => [person.familyName, person.phone, person.born]);
    expect(
      secrets.filter((secret) => secret !== undefined && secret.length > 4 && text.includes(`"${secret}"`)),
    ).toEqual([]);
    const communities = new Set(demo.people.flatMap(({ community }) => community ?? []));
    const sites = new Set(demo.enrolments.flatMap(({ site }) => site ?? []));
    expect([...communities].filter((place) => !sites.has(place) && text.includes(`"${place}"`))).toEqual([]);
  });

  it('counts who stands in a small group', () => {
    const lines = outcomeLines(rows);
    const small = peopleInSmallCells(lines);
    expect(small).toBeGreaterThan(0);
    const few = rows.filter(({ awarded }) => awarded).slice(0, 3);
    expect(peopleInSmallCells(outcomeLines(few))).toBe(3);
  });

  it('is a DHIS2 value set whose denominators are never below their numerators nor under five', () => {
    const set = dataValueSet(rows, demo.cohorts, [18, 24]);
    expect(set.suppressed).toBeGreaterThan(0);
    const keyOf = ({ dataElement, period, orgUnit, categoryOptionCombo }: (typeof set.values)[number]) =>
      [dataElement.slice(0, -2), period, orgUnit, categoryOptionCombo].join();
    const denominators = new Map(
      set.values
        .filter(({ dataElement }) => dataElement.endsWith('_D'))
        .map((each) => [keyOf(each), Number(each.value)]),
    );
    for (const value of set.values.filter(({ dataElement }) => dataElement.endsWith('_N'))) {
      expect(Number(value.value)).toBeGreaterThanOrEqual(5);
      expect(denominators.get(keyOf(value))).toBeGreaterThanOrEqual(Number(value.value));
      expect(value.period).toMatch(/^20\d{4}$/);
    }
    expect(new Set(set.values.map((each) => each.dataElement + keyOf(each))).size).toBe(set.values.length);
    const parsed: unknown = JSON.parse(dataValueSetJson(set));
    expect(parsed).toMatchObject({ dataElementIdScheme: 'CODE', dataValues: set.values });
    expect(dataValueSetCsv(set).trimEnd().split('\r\n')).toHaveLength(set.values.length + 1);
  });

  it('is a JSON-stat dataset whose size and indices are whole', () => {
    const reports = [18, 24].map((offsetMonths) => outcomes(rows, { cycle: '3', offsetMonths }));
    const at = '2026-05-25T10:00:00.000Z';
    type Dataset = {
      size: number[];
      value: (number | null)[];
      id: string[];
      status: Record<string, string>;
      dimension: Record<string, { category: { index: string[] } }>;
    };
    const set = JSON.parse(jsonStat(reports, { at, source: 'Test', countryName: (code) => code }, words)) as Dataset;
    expect(set.value).toHaveLength(set.size.reduce((product, size) => product * size, 1));
    expect(set.id.map((id) => set.dimension[id]?.category.index.length)).toEqual(set.size);
    const place = (time: string, country: string, indicator: string, measure: string): number =>
      [time, country, indicator, measure].reduce(
        (index, name, dimension) =>
          index * (set.size[dimension] ?? 0) +
          (set.dimension[set.id[dimension] ?? '']?.category.index.indexOf(name) ?? 0),
        0,
      );
    expect(set.value[place('3:18', 'all', 'volunteerToPaid', 'share')]).toBe(25);
    expect(Object.keys(set.status).every((index) => set.value[Number(index)] === null)).toBe(true);
  });
});

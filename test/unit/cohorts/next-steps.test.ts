import { describe, expect, it } from 'vitest';
import type { ModuleStanding } from '#shared/domain/module-standing.ts';
import type { StepFacts } from '#renderer/features/cohorts/next-steps.ts';
import { nextSteps } from '#renderer/features/cohorts/next-steps.ts';
import { programme } from '../domain/sheet-builders.ts';

const [module] = programme.modules;
if (module === undefined) throw new Error('no module');
const done: ModuleStanding = {
  module,
  expected: 4,
  marked: 4,
  awaited: 0,
  received: 0,
  withMarker: 0,
  notSubmitted: 0,
  excused: 0,
  open: 0,
  due: ['2026-05-01'],
  released: '2026-05-20',
  hours: 20,
};
const learner = { baseline: { activity: 'paid-employee' } } as const;
const named = { confirmedName: 'Chipo Banda', nameConfirmedOn: '2026-05-01' };
const facts: StepFacts = {
  cohort: { signatories: [{ name: 'A', office: 'B' }] },
  enrolments: [learner, learner],
  current: [named, named],
  modules: [done, done],
  now: 1,
  eligible: 0,
  enoughHours: 2,
  frozen: false,
  awaitingCertificate: 0,
  today: '2026-06-01',
};
const kinds = (change: Partial<StepFacts>): readonly string[] =>
  nextSteps({ ...facts, ...change }).map(({ kind }) => kind);

describe('next steps of a cohort', () => {
  it('are none where nothing waits', () => {
    expect(kinds({})).toEqual([]);
  });

  it('begin with the learners, and nothing else is asked before they are in', () => {
    expect(kinds({ enrolments: [], current: [], cohort: { signatories: [] } })).toEqual(['import-learners']);
  });

  it('count the scripts that are here without a mark, over all modules', () => {
    const waiting = { ...done, released: undefined, marked: 1, received: 1, withMarker: 2 };
    expect(nextSteps({ ...facts, modules: [waiting, waiting] })[0]).toEqual({
      kind: 'key-marks',
      place: 'marks',
      count: 6,
    });
  });

  it('ask for marks of a module only after its due date', () => {
    const awaited = { ...done, released: undefined, marked: 1, awaited: 3 };
    expect(kinds({ modules: [awaited], today: '2026-05-01' })).toEqual([]);
    expect(nextSteps({ ...facts, modules: [awaited] })[0]).toMatchObject({ kind: 'import-marks', count: 3, of: 4 });
  });

  it('offer the release of a complete module once', () => {
    expect(kinds({ modules: [{ ...done, released: undefined }] })).toEqual(['release']);
    expect(kinds({ modules: [done] })).toEqual([]);
  });

  it('ask for names and hours only from the last module on', () => {
    const change = { current: [named, {}], enoughHours: 1 };
    expect(kinds({ ...change, now: 1 })).toEqual([]);
    expect(kinds({ ...change, now: 2 })).toEqual(['names', 'hours']);
  });

  it('always show a missing baseline', () => {
    expect(nextSteps({ ...facts, enrolments: [learner, {}] })).toEqual([
      { kind: 'baseline', place: 'learners', count: 1, of: 2 },
    ]);
  });

  it('lead from the eligible to the frozen list, then to certificates and the graduation date', () => {
    expect(kinds({ eligible: 2, now: 3 })).toEqual(['freeze']);
    expect(kinds({ eligible: 2, now: 3, frozen: true, awaitingCertificate: 2 })).toEqual([
      'certificates',
      'graduation',
    ]);
  });
});

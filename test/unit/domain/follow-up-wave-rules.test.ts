import { describe, expect, it } from 'vitest';
import { defaultRules } from '#shared/domain/default-programme.ts';
import { newWave, touchedWaves, waveProblem } from '#shared/domain/follow-up-wave-rules.ts';
import { circumstancesOf } from '#shared/domain/follow-up-waves.ts';

const withWaves = (...months: readonly number[]) => ({
  ...defaultRules,
  waves: months.map((offsetMonths, at) => ({ id: `w${at}`, offsetMonths })),
});

describe('the waves of a programme version', () => {
  it('stand as domain.md has them', () => {
    expect(waveProblem(defaultRules)).toBeUndefined();
  });

  it('cannot lie before graduation, and the wave that does is named', () => {
    expect(waveProblem(withWaves(0, -1, 18))).toEqual({ code: 'wave-before-graduation', at: 1 });
    expect(waveProblem(withWaves(0, Number.NaN))).toEqual({ code: 'wave-before-graduation', at: 1 });
  });

  it('are whole months, at most ten years on, each once, and at least one', () => {
    expect(waveProblem(withWaves(6, 6.5))).toMatchObject({ code: 'wave-too-late', at: 1 });
    expect(waveProblem(withWaves(121))).toMatchObject({ code: 'wave-too-late', at: 0 });
    expect(waveProblem(withWaves(18, 6, 18))).toMatchObject({ code: 'wave-twice', at: 2, details: { months: 18 } });
    expect(waveProblem(withWaves())).toEqual({ code: 'waves-none' });
  });

  it('have windows in whole days and a number of attempts', () => {
    expect(waveProblem({ ...defaultRules, waveDaysAfter: -1 })).toEqual({ code: 'wave-window' });
    expect(waveProblem({ ...defaultRules, attemptsBeforeUnreachable: 0 })).toEqual({ code: 'wave-attempts' });
  });

  it('tells a wave that was moved or left out from one that only got a neighbour', () => {
    const { waves } = defaultRules;
    const moved = waves.map((wave) => (wave.id === 'm18' ? { ...wave, offsetMonths: 20 } : wave));
    expect(touchedWaves(waves, moved).map(({ id }) => id)).toEqual(['m18']);
    expect(touchedWaves(waves, waves.slice(1)).map(({ id }) => id)).toEqual(['exit']);
    expect(touchedWaves(waves, [...waves, newWave(waves, 36)])).toEqual([]);
    expect(newWave(moved, 18)).toEqual({ id: 'm18-2', offsetMonths: 18 });
  });
});

describe('who is never called again', () => {
  const enrolment = { status: 'awarded', consentCalls: true } as const;

  it('holds for a death told of the person, in whatever cohort and wave', () => {
    expect(circumstancesOf(enrolment, [], { deceasedOn: '2026-05-01' }).deceased).toBe(true);
    expect(circumstancesOf(enrolment, [], {}).deceased).toBe(false);
  });

  it('holds for a consent taken back', () => {
    const withdrawn = {
      purpose: 'follow-up-calls',
      on: '2025-01-10',
      how: 'signed',
      withdrawn: { on: '2026-01-10', how: 'spoken' },
    } as const;
    expect(circumstancesOf(enrolment, [], { consents: [withdrawn] }).consentCalls).toBe(false);
  });
});

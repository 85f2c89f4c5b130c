import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { SessionAttendance } from '#shared/domain/attendance.ts';
import { presences } from '#shared/domain/attendance.ts';
import {
  attendedHours,
  attendedHoursByModule,
  attendedShare,
  hoursResult,
  plannedHours,
} from '#shared/domain/attendance-hours.ts';
import type { SessionId } from '#shared/domain/ids.ts';
import { asId } from '#shared/domain/ids.ts';
import { moduleId, programme } from './sheet-builders.ts';

const register = (...sessions: readonly SessionAttendance[]) => ({
  sessions: Object.fromEntries(sessions.map((one, index) => [`s${index + 1}`, one] as const)),
});

describe('attended hours', () => {
  it('are hours, not ticks: late counts what was attended, made up counts, excused and absent do not', () => {
    const sessions = register(
      { presence: 'present', hours: 5 },
      { presence: 'late', hours: 3.5 },
      { presence: 'made-up', hours: 4.25 },
      { presence: 'excused', hours: 5 },
      { presence: 'absent', hours: 5 },
    );
    expect(attendedHours(sessions)).toBe(12.75);
    expect(attendedHours(undefined)).toBe(0);
  });

  it('add up by module to the whole', () => {
    const session = fc.record({
      presence: fc.constantFrom(...presences),
      hours: fc.integer({ min: 0, max: 32 }).map((quarters) => quarters / 4),
    });
    fc.assert(
      fc.property(fc.array(session), (list) => {
        const planned = list.map((_, index) => ({
          id: asId<SessionId>(`s${index + 1}`),
          moduleId: moduleId(`m${(index % 3) + 1}`),
        }));
        const parts = [...attendedHoursByModule(register(...list), planned).values()];
        expect(parts.reduce((sum, hours) => sum + hours, 0)).toBe(attendedHours(register(...list)));
      }),
    );
  });

  it('of tenths add up exactly', () => {
    expect(
      attendedHours(register(...Array.from({ length: 3 }, () => ({ presence: 'present', hours: 0.1 }) as const))),
    ).toBe(0.3);
  });
});

describe('hours towards the award', () => {
  it('are planned by the programme version: six modules of four sessions of five hours', () => {
    expect(plannedHours(programme)).toBe(120);
  });

  it('are enough from 96 of 120 under 80 %', () => {
    expect(hoursResult(84, 120, 8000)).toEqual({ attended: 84, planned: 120, needed: 96, enough: false });
    expect(hoursResult(95.99, 120, 8000).enough).toBe(false);
    expect(hoursResult(96, 120, 8000).enough).toBe(true);
    expect(hoursResult(0, 0, 8000).enough).toBe(true);
  });

  it('never show the least share before it is reached', () => {
    expect(attendedShare({ attended: 95.99, planned: 120 })).toBe(799);
    expect(attendedShare({ attended: 96, planned: 120 })).toBe(800);
    expect(attendedShare({ attended: 0, planned: 0 })).toBeUndefined();
  });
});

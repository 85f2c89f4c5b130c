import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { ContactSession, Register } from '#shared/domain/attendance.ts';
import { sessionsOf, spreadHours, withModuleHours } from '#shared/domain/attendance-entry.ts';
import { attendedHours } from '#shared/domain/attendance-hours.ts';
import type { CohortId, EnrolmentId, ModuleId, SessionId } from '#shared/domain/ids.ts';
import { asId } from '#shared/domain/ids.ts';

const [m1, m2] = [asId<ModuleId>('m1'), asId<ModuleId>('m2')];
const session = (moduleId: ModuleId, number: number, more: Partial<ContactSession> = {}): ContactSession => ({
  id: asId<SessionId>(`${moduleId}-${number}`),
  cohortId: asId<CohortId>('c'),
  moduleId,
  number,
  hours: 5,
  ...more,
});
const ofFirst = [1, 2, 3, 4].map((number) => session(m1, number));
const register: Register = { id: asId<EnrolmentId>('e'), cohortId: asId<CohortId>('c'), sessions: {} };

describe('hours of a module keyed as one number', () => {
  it('are laid over the sessions from the first on, the last in part, the rest absent', () => {
    expect(spreadHours(ofFirst, 12.5)).toEqual({
      ok: true,
      value: {
        'm1-1': { presence: 'present', hours: 5 },
        'm1-2': { presence: 'present', hours: 5 },
        'm1-3': { presence: 'present', hours: 2.5 },
        'm1-4': { presence: 'absent', hours: 0 },
      },
    });
  });

  it('are refused below nought and above the hours planned', () => {
    const refused = { ok: false, error: { code: 'hours-not-possible', details: { planned: 20 } } };
    expect(spreadHours(ofFirst, 20.01)).toEqual(refused);
    expect(spreadHours(ofFirst, -1)).toEqual(refused);
    expect(spreadHours(ofFirst, Number.NaN)).toEqual(refused);
  });

  it('add up to what was keyed, to the hundredth', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 2000 }), (hundredths) => {
        const after = withModuleHours(register, ofFirst, m1, hundredths / 100);
        expect(after.ok && attendedHours(after.value)).toBe(hundredths / 100);
      }),
    );
  });

  it('leave other modules as they are', () => {
    const before: Register = { ...register, sessions: { [asId<SessionId>('m2-1')]: { presence: 'late', hours: 3 } } };
    const after = withModuleHours(before, ofFirst, m1, 20);
    expect(after.ok && after.value.sessions[asId<SessionId>('m2-1')]).toEqual({ presence: 'late', hours: 3 });
    expect(after.ok && attendedHours(after.value)).toBe(23);
  });

  it('keep a register keyed session by session where it says the same hours already', () => {
    const before: Register = {
      ...register,
      sessions: { [asId<SessionId>('m1-2')]: { presence: 'made-up', hours: 5 } },
    };
    expect(withModuleHours(before, ofFirst, m1, 5)).toEqual({ ok: true, value: before });
  });

  it('tell nought from nothing keyed, and take away what was keyed', () => {
    const nought = withModuleHours(register, ofFirst, m1, 0);
    expect(nought.ok && Object.keys(nought.value.sessions)).toHaveLength(4);
    expect(nought.ok && withModuleHours(nought.value, ofFirst, m1, null)).toEqual({ ok: true, value: register });
    expect(withModuleHours(register, ofFirst, m1, null)).toEqual({ ok: true, value: register });
  });
});

describe('the sessions of a learner', () => {
  it('are those of the module for everybody and for the learner’s own site, in their order', () => {
    const all = [
      session(m1, 2),
      session(m1, 1),
      session(m2, 1),
      session(m1, 3, { site: 'Ndola' }),
      session(m1, 4, { site: 'Lusaka' }),
    ];
    expect(sessionsOf(all, m1, 'Ndola').map(({ number }) => number)).toEqual([1, 2, 3]);
    expect(sessionsOf(all, m1, undefined).map(({ number }) => number)).toEqual([1, 2]);
  });
});

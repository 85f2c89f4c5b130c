import type { Result } from '#shared/lib/result.ts';
import { fail, ok } from '#shared/lib/result.ts';
import type { ContactSession, Register, SessionAttendance } from './attendance.ts';
import { attendedHoursByModule } from './attendance-hours.ts';
import type { ModuleId, SessionId } from './ids.ts';

/** The sessions of a module to which a learner of a site can come, in the order in which they are held. */
export const sessionsOf = (
  sessions: readonly ContactSession[],
  moduleId: ModuleId,
  site: string | undefined,
): readonly ContactSession[] =>
  sessions
    .filter((session) => session.moduleId === moduleId && (session.site === undefined || session.site === site))
    .toSorted((a, b) => a.number - b.number);

const hundredths = (hours: number): number => Math.round(hours * 100);

/**
 * Lays the hours of a module over its sessions: present from the first session on until the hours are used up, the last of them in part, the rest
 * absent. Refused (`hours-not-possible`) below nought and above the hours planned.
 */
export const spreadHours = (
  sessions: readonly Pick<ContactSession, 'id' | 'hours'>[],
  hours: number,
): Result<Readonly<Record<SessionId, SessionAttendance>>> => {
  const planned = sessions.reduce((sum, session) => sum + hundredths(session.hours), 0);
  let left = hundredths(hours);
  if (!Number.isFinite(hours) || left < 0 || left > planned)
    return fail('hours-not-possible', { planned: planned / 100 });
  const spread = sessions.map(({ id, hours: length }): readonly [SessionId, SessionAttendance] => {
    const here = Math.min(left, hundredths(length));
    left -= here;
    return [id, here > 0 ? { presence: 'present', hours: here / 100 } : { presence: 'absent', hours: 0 }];
  });
  return ok(Object.fromEntries(spread) as Readonly<Record<SessionId, SessionAttendance>>);
};

/**
 * A register after the hours of a module were set; null takes what was keyed for the module away. Where the register says these hours already it
 * comes back as it is, so that sessions keyed one by one keep what they say. Errors: `hours-not-possible`.
 */
export const withModuleHours = (
  register: Register,
  sessions: readonly ContactSession[],
  moduleId: ModuleId,
  hours: number | null,
): Result<Register> => {
  const own = new Set<string>(sessions.map(({ id }) => id));
  const keyed = Object.keys(register.sessions).some((id) => own.has(id));
  const before = attendedHoursByModule(register, sessions).get(moduleId) ?? 0;
  if (hours === null ? !keyed : keyed && hundredths(before) === hundredths(hours)) return ok(register);
  const others = Object.entries(register.sessions).filter(([id]) => !own.has(id));
  if (hours === null) return ok({ ...register, sessions: Object.fromEntries(others) });
  const spread = spreadHours(sessions, hours);
  return spread.ok ? ok({ ...register, sessions: { ...Object.fromEntries(others), ...spread.value } }) : spread;
};

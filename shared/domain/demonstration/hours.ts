import type { IsoDate } from '#shared/lib/dates.ts';
import { addDays } from '#shared/lib/dates.ts';
import type { ContactSession, Register, SessionAttendance } from '../attendance.ts';
import type { CohortId, EnrolmentId, SessionId } from '../ids.ts';
import { asId } from '../ids.ts';
import type { ProgrammeVersion } from '../programmes.ts';
import type { Draw } from './draw.ts';

/** Plans the sessions of a cohort evenly from its first day; `whole` makes one entry of a module's hours, as paper files are carried over. */
export const planSessions = (
  cohortId: CohortId,
  programme: ProgrammeVersion,
  draw: Draw,
  days: { readonly starts: IsoDate; readonly perModule: number },
  whole = false,
): readonly ContactSession[] =>
  programme.modules.flatMap((module) => {
    const count = whole ? 1 : module.sessions;
    const hours = (module.hoursPerSession * module.sessions) / count;
    return Array.from({ length: count }, (_, index): ContactSession => ({
      id: asId<SessionId>(draw.id()),
      cohortId,
      moduleId: module.id,
      number: index + 1,
      date: addDays(days.starts, Math.round((module.number - 1 + (index + 1) / (count + 1)) * days.perModule)),
      hours,
    }));
  });

const attended = (session: ContactSession, draw: Draw, missed: boolean): SessionAttendance => {
  if (missed) return draw.chance(0.4) ? { presence: 'excused', hours: 0 } : { presence: 'absent', hours: 0 };
  const roll = draw.whole(1, 100);
  if (roll <= 4 && session.hours > 1) return { presence: 'late', hours: session.hours - 0.5 };
  return roll <= 6 ? { presence: 'made-up', hours: session.hours } : { presence: 'present', hours: session.hours };
};

/** A register in which as much as `missedHours` was missed, in whole sessions; a session longer than that is cut short instead. */
export const fillRegister = (
  id: EnrolmentId,
  cohortId: CohortId,
  sessions: readonly ContactSession[],
  draw: Draw,
  missedHours: number,
): Register => {
  let left = missedHours;
  const missed = new Map<SessionId, number>();
  for (const session of draw.sample(sessions, sessions.length)) {
    if (left <= 0) break;
    const hours = Math.min(left, session.hours);
    missed.set(session.id, hours);
    left -= hours;
  }
  return {
    id,
    cohortId,
    sessions: Object.fromEntries(
      sessions.map((session): readonly [SessionId, SessionAttendance] => {
        const hours = missed.get(session.id) ?? 0;
        if (hours > 0 && hours < session.hours)
          return [session.id, { presence: 'present', hours: session.hours - hours }];
        return [session.id, attended(session, draw, hours > 0)];
      }),
    ),
  };
};

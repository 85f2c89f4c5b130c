import type { ContactSession, Register, SessionAttendance } from './attendance.ts';
import type { ModuleId } from './ids.ts';
import type { HundredthsOfPercent, Module, ProgrammeVersion } from './programmes.ts';

/** Hours attended against hours planned, with what the rules ask for. All in hours, exact to a hundredth. */
export type HoursResult = {
  readonly attended: number;
  readonly planned: number;
  readonly needed: number;
  readonly enough: boolean;
};

/** A session's hours towards the award: those present, late or made up. Excused and absent count none, whatever was written. */
export const countedHours = (attendance: SessionAttendance): number =>
  attendance.presence === 'absent' || attendance.presence === 'excused' ? 0 : attendance.hours;

const hundredths = (hours: number): number => Math.round(hours * 100);

const sum = (hours: readonly number[]): number => hours.reduce((total, one) => total + hundredths(one), 0) / 100;

/** Hours, not ticks, over all sessions of a register; a learner without a register has none. */
export const attendedHours = (register: Pick<Register, 'sessions'> | undefined): number =>
  register === undefined ? 0 : sum(Object.values(register.sessions).map(countedHours));

/** Hours attended of each module; sessions that the list does not know are left out. */
export const attendedHoursByModule = (
  register: Pick<Register, 'sessions'> | undefined,
  sessions: readonly Pick<ContactSession, 'id' | 'moduleId'>[],
): ReadonlyMap<ModuleId, number> => {
  const hours = new Map<ModuleId, number>();
  for (const session of sessions) {
    const attendance = register?.sessions[session.id];
    const more = attendance === undefined ? 0 : countedHours(attendance);
    hours.set(session.moduleId, sum([hours.get(session.moduleId) ?? 0, more]));
  }
  return hours;
};

/** Contact hours that a module plans. */
export const plannedModuleHours = (module: Pick<Module, 'sessions' | 'hoursPerSession'>): number =>
  (hundredths(module.hoursPerSession) * module.sessions) / 100;

/** Contact hours that the programme version plans over all modules. */
export const plannedHours = (programme: Pick<ProgrammeVersion, 'modules'>): number =>
  sum(programme.modules.map(plannedModuleHours));

/** Attended against planned hours under the least share that the rules ask for (domain.md 3, hours towards the award). */
export const hoursResult = (attended: number, planned: number, least: HundredthsOfPercent): HoursResult => {
  const needed = Math.ceil((hundredths(planned) * least) / 10_000) / 100;
  return { attended, planned, needed, enough: hundredths(attended) * 10_000 >= hundredths(planned) * least };
};

/** The share attended in tenths of a per cent, rounded down so that 80 % is never shown before it is reached; undefined where no hours are planned. */
export const attendedShare = (hours: Pick<HoursResult, 'attended' | 'planned'>): number | undefined =>
  hours.planned === 0 ? undefined : Math.floor((hundredths(hours.attended) * 1000) / hundredths(hours.planned));

import type { CohortId, EnrolmentId } from './ids.ts';

/** Who calls whom in one wave of a cohort; `id` is `${cohortId}:${waveId}`. Entries of `callers` are keyed by enrolment id. */
export type CallPlan = {
  readonly id: string;
  readonly cohortId: CohortId;
  readonly waveId: string;
  readonly callers: Readonly<Record<EnrolmentId, string>>;
};

/** Somebody to be called, and the language they would like to be called in where it is known. */
export type PlannedAlumnus = { readonly id: EnrolmentId; readonly language?: string | undefined };

/** Somebody who calls, and the languages they speak; with none named, any. */
export type Interviewer = { readonly name: string; readonly languages: readonly string[] };

/** Who calls whom, by enrolment id. */
export type Assignment = ReadonlyMap<EnrolmentId, string>;

const speaks = ({ languages }: Interviewer, language: string | undefined): boolean =>
  language === undefined || languages.length === 0 || languages.includes(language);

/** How many more each is given so that loads come as close together as they can: always to the one who has fewest. */
const shares = (loads: readonly number[], count: number): readonly number[] => {
  const given = loads.map(() => 0);
  for (let left = count; left > 0; left -= 1) {
    const total = (at: number): number => (loads[at] ?? 0) + (given[at] ?? 0);
    const least = loads.reduce((best, _load, at) => (total(at) < total(best) ? at : best), 0);
    given[least] = (given[least] ?? 0) + 1;
  }
  return given;
};

/**
 * Gives as many alumni as possible an interviewer who speaks their language, within the share of each: augmenting paths, so that one is moved on where
 * that makes room for another.
 */
const matchLanguages = (
  alumni: readonly PlannedAlumnus[],
  interviewers: readonly Interviewer[],
  share: readonly number[],
): Map<EnrolmentId, number> => {
  const place = new Map<EnrolmentId, number>();
  const held = interviewers.map((): PlannedAlumnus[] => []);
  const take = (alumnus: PlannedAlumnus, seen: Set<number>): boolean => {
    for (const [at, interviewer] of interviewers.entries()) {
      const own = held[at];
      if (own === undefined || seen.has(at) || !speaks(interviewer, alumnus.language)) continue;
      seen.add(at);
      const free = own.length < (share[at] ?? 0);
      const moved = free ? undefined : own.find((other) => take(other, seen));
      if (!free && moved === undefined) continue;
      if (moved !== undefined) own.splice(own.indexOf(moved), 1);
      own.push(alumnus);
      place.set(alumnus.id, at);
      return true;
    }
    return false;
  };
  // Those with a wish first: the others fit anywhere.
  for (const alumnus of alumni.filter(({ language }) => language !== undefined)) take(alumnus, new Set());
  return place;
};

/**
 * Shares alumni out among interviewers. Whoever is assigned to one of them already stays there; the others go to those who have fewest, so that
 * nobody who is given another one ends with more than one above the least; within that, as many as possible are called in their language.
 * Without interviewers nobody is assigned anew.
 */
export const shareOut = (
  alumni: readonly PlannedAlumnus[],
  interviewers: readonly Interviewer[],
  before: Assignment,
): Assignment => {
  const names = interviewers.map(({ name }) => name);
  const kept = alumni.filter(({ id }) => names.includes(before.get(id) ?? ''));
  const result = new Map(kept.map(({ id }) => [id, before.get(id) ?? '']));
  if (interviewers.length === 0) return result;
  const open = alumni.filter(({ id }) => !result.has(id));
  const loads = names.map((name) => kept.filter(({ id }) => before.get(id) === name).length);
  const share = shares(loads, open.length);
  const matched = matchLanguages(open, interviewers, share);
  const left = share.map((count, at) => count - [...matched.values()].filter((place) => place === at).length);
  for (const { id } of open) {
    const at = matched.get(id) ?? left.findIndex((count) => count > 0);
    if (!matched.has(id)) left[at] = (left[at] ?? 0) - 1;
    result.set(id, names[at] ?? '');
  }
  return result;
};

/** How many each interviewer has. */
export const loadsOf = (assignment: Assignment): ReadonlyMap<string, number> => {
  const loads = new Map<string, number>();
  for (const name of assignment.values()) loads.set(name, (loads.get(name) ?? 0) + 1);
  return loads;
};

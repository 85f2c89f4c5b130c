import { fullName } from '#shared/domain/people.ts';
import type { ResultLine } from '#renderer/db/repositories/results.ts';

/** A learner's name as an award list says it. */
export const nameOf = ({ enrolment, person }: ResultLine): string => enrolment.confirmedName ?? fullName(person);

/** Names that more than one learner has. */
export const namesakesOf = (lines: readonly ResultLine[]): ReadonlySet<string> => {
  const names = lines.map(nameOf);
  return new Set(names.filter((name, index) => names.indexOf(name) !== index));
};

import type { Role } from '#shared/domain/workspace.ts';
import type { CallsToday } from '#renderer/db/repositories/calls-today.ts';
import type { CohortToday } from '#renderer/db/repositories/today.ts';

export type NeedKind = 'delayed' | 'toMark' | 'names' | 'awards' | 'calls';

/** One row of "Needs you": how many, where, and where the work is done. */
export type Need = {
  readonly kind: NeedKind;
  readonly count: number;
  readonly cohorts: readonly CohortToday[];
  readonly href: string;
};

/** Which rows come first for whom; our own delays stand high for everybody who can end them. */
const orders: Readonly<Record<'teaching' | 'coordinating' | 'following', readonly NeedKind[]>> = {
  teaching: ['toMark', 'delayed', 'names', 'awards', 'calls'],
  coordinating: ['delayed', 'awards', 'names', 'toMark', 'calls'],
  following: ['calls', 'delayed', 'awards', 'names', 'toMark'],
};

const orderFor = (role: Role): readonly NeedKind[] => {
  if (role === 'coordinator') return orders.coordinating;
  return role === 'programme-officer' ? orders.following : orders.teaching;
};

type InCohorts = Exclude<NeedKind, 'calls'>;

const amountIn = (kind: InCohorts, today: CohortToday): number => {
  switch (kind) {
    case 'delayed':
      return today.delayed.count;
    case 'toMark':
      return today.toMark;
    case 'names':
      return today.unconfirmed;
    case 'awards':
      return today.frozen ? 0 : today.eligible;
  }
};

const tabOf: Readonly<Record<InCohorts, string>> = {
  delayed: 'marks',
  toMark: 'marks',
  names: 'results',
  awards: 'results',
};

/** What waits, in the order of the role; each leads to where most of it is. Nothing that is nought. */
export const needsOf = (cohorts: readonly CohortToday[], calls: CallsToday | undefined, role: Role): readonly Need[] =>
  orderFor(role).flatMap((kind): readonly Need[] => {
    if (kind === 'calls')
      return calls === undefined || calls.count === 0
        ? []
        : [{ kind, count: calls.count, cohorts: [], href: '/alumni' }];
    const touched = cohorts
      .filter((cohort) => amountIn(kind, cohort) > 0)
      .sort((a, b) => amountIn(kind, b) - amountIn(kind, a));
    const [most] = touched;
    if (most === undefined) return [];
    const count = touched.reduce((sum, cohort) => sum + amountIn(kind, cohort), 0);
    return [{ kind, count, cohorts: touched, href: `/cohorts/${most.cohort.id}/${tabOf[kind]}` }];
  });

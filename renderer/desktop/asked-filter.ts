import { keep, recall } from './window-memory.ts';

const memoryOf = (cohortId: string): string => `marks-asked ${cohortId}`;

/** Has the marks of a cohort open on the learners at risk, the next time they are opened. */
export const askForAtRisk = (cohortId: string): void => keep(memoryOf(cohortId), 'at-risk');

/** True where somebody asked for the learners at risk of a cohort. */
export const isAtRiskAsked = (cohortId: string): boolean => recall(memoryOf(cohortId)) === 'at-risk';

/** What was asked is answered: the next time all learners are shown. */
export const forgetAsked = (cohortId: string): void => keep(memoryOf(cohortId), null);

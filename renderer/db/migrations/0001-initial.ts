/** The tables of schema 1. `c` is the cohort, `p` the person, `t` the records a change set changed. Shipped: never edit. */
export const stores1 = {
  workspace: 'id',
  programmes: 'id',
  cohorts: 'id',
  people: 'id',
  enrolments: 'id, c, p',
  sheets: 'id, c',
  sessions: 'id, c',
  registers: 'id, c',
  awardLists: 'id, c',
  awards: 'id, c, p',
  certificates: 'id, c, p',
  serialBlocks: 'id',
  followUps: 'id, c, p',
  publicKeys: 'id',
  changes: 'id, seq, *t',
  meta: 'key',
} as const;

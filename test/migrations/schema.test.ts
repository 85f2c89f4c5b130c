import { describe, expect, it } from 'vitest';
import { stores1 } from '#renderer/db/migrations/0001-initial.ts';
import { stores2 } from '#renderer/db/migrations/0002-widening.ts';

// Dexie 4 accepts an edited old version with only a warning on the console. A shipped migration is therefore copied here and must stay equal to its copy:
// where this fails, put the file back and add a migration of its own (CONTRIBUTING.md, "Add a migration").
const shipped = {
  1: {
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
  },
  2: {
    comments: 'id',
    moderations: 'id, c',
    frameworks: 'id',
    boards: 'id, c',
    templates: 'id',
    assets: 'id',
    questionnaires: 'id',
    callPlans: 'id, c',
    consentWordings: 'id',
    exportNotes: 'id',
  },
} as const;

describe('the database schema', () => {
  it('of a shipped version is never edited', () => {
    expect(stores1).toEqual(shipped[1]);
    expect(stores2).toEqual(shipped[2]);
  });
});

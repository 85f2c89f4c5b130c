import { describe, expect, it } from 'vitest';
import { asId } from '#shared/domain/ids.ts';
import type { Kept } from '#shared/domain/retention.ts';
import { retentionDue } from '#shared/domain/retention.ts';

const months = { contacts: 12, marks: 48, baseline: 24, answers: 24 };
const kept: Kept = {
  person: { id: asId('p'), phone: '+260 970 555 101', alternates: [] },
  enrolments: [{ id: asId('e'), status: 'awarded', baseline: { activity: 'unpaid-volunteer' } }],
  sheetIds: ['e'],
  followUpIds: ['e:w18'],
  lastDay: '2020-01-31',
};

describe('the times data is kept', () => {
  it('leave everything alone until they are up', () => {
    expect(retentionDue(kept, months, '2021-01-30')).toBeUndefined();
  });

  it('propose the kinds that are up, on the day they are', () => {
    expect(retentionDue(kept, months, '2021-01-31')).toMatchObject({
      action: 'remove',
      kinds: ['contacts'],
      since: '2021-01-31',
      records: [{ t: 'people', id: 'p', f: ['phone', 'email', 'alternates', 'nationalId', 'bestTime'] }],
    });
    expect(retentionDue(kept, months, '2022-01-31')?.kinds).toEqual(['contacts', 'baseline', 'answers']);
  });

  it('propose to erase the person once every kind is up', () => {
    expect(retentionDue(kept, months, '2024-01-31')).toMatchObject({ action: 'erase' });
  });

  it('say nothing of a kind of which nothing is there, and nothing of a learner', () => {
    const bare = { ...kept, person: { ...kept.person, phone: undefined as never, alternates: [] } };
    expect(retentionDue(bare, months, '2021-06-01')).toBeUndefined();
    expect(retentionDue({ ...kept, lastDay: undefined }, months, '2030-01-01')).toBeUndefined();
  });
});

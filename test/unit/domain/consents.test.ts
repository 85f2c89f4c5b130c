import { describe, expect, it } from 'vitest';
import type { ConsentWording } from '#shared/domain/consents.ts';
import { consentFor, giveConsent, withdrawConsent, wordingInUse } from '#shared/domain/consents.ts';
import { asId } from '#shared/domain/ids.ts';
import type { Person } from '#shared/domain/people.ts';

const person: Person = { id: asId('p'), givenNames: 'Grace', familyName: 'Banda', alternates: [] };
const given = giveConsent(person, { purpose: 'photo', wording: 'photo:1', on: '2025-01-01', how: 'signed' });

describe('a consent', () => {
  it('counts for its own purpose alone', () => {
    expect(consentFor(given, undefined, 'photo')).toBe('given');
    expect(consentFor(given, undefined, 'sharing')).toBe('not-asked');
  });

  it('is a no from the moment it is taken back, and its words and day stay', () => {
    const back = withdrawConsent(given, 'photo', { on: '2025-06-01', how: 'message' });
    expect(consentFor(back, undefined, 'photo')).toBe('declined');
    expect(back.consents).toEqual([
      {
        purpose: 'photo',
        wording: 'photo:1',
        on: '2025-01-01',
        how: 'signed',
        withdrawn: { on: '2025-06-01', how: 'message' },
      },
    ]);
  });

  it('may be given again: the last word counts, the first stays', () => {
    const back = withdrawConsent(given, 'photo', { on: '2025-06-01', how: 'message' });
    const again = giveConsent(back, { purpose: 'photo', on: '2025-07-01', how: 'spoken' });
    expect(consentFor(again, undefined, 'photo')).toBe('given');
    expect(again.consents).toHaveLength(2);
  });

  it('to calls is also what was said at enrolment, and a no in either place is a no', () => {
    const calls = giveConsent(person, { purpose: 'follow-up-calls', on: '2025-01-01', how: 'signed' });
    expect(consentFor(person, { consentCalls: true }, 'follow-up-calls')).toBe('given');
    expect(consentFor(calls, { consentCalls: false }, 'follow-up-calls')).toBe('declined');
    const back = withdrawConsent(calls, 'follow-up-calls', { on: '2025-02-01', how: 'spoken' });
    expect(consentFor(back, { consentCalls: true }, 'follow-up-calls')).toBe('declined');
  });

  it('names the edition in use that day', () => {
    const edition = (version: number, from: string): ConsentWording => ({
      id: `photo:${String(version)}`,
      purpose: 'photo',
      version,
      from,
      text: { en: 'We may take photos.' },
    });
    const wordings = [edition(2, '2025-03-01'), edition(1, '2024-01-01')];
    expect(wordingInUse(wordings, 'photo', '2025-02-28')?.version).toBe(1);
    expect(wordingInUse(wordings, 'photo', '2025-03-01')?.version).toBe(2);
    expect(wordingInUse(wordings, 'photo', '2023-12-31')).toBeUndefined();
  });
});

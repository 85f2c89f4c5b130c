import { describe, expect, it } from 'vitest';
import type { Consent } from '#shared/domain/consents.ts';
import type { AlumnusExport } from '#shared/domain/exports/alumni-export.ts';
import { agrees } from '#shared/domain/exports/alumni-export.ts';
import { asId } from '#shared/domain/ids.ts';
import type { Person } from '#shared/domain/people.ts';

const sharing: Consent = { purpose: 'sharing', on: '2025-01-15', how: 'signed' };
const withdrawn = { on: '2026-01-01', how: 'spoken' } as const;

type Known = {
  readonly consents?: readonly Consent[];
  readonly person?: Partial<Person>;
  readonly consentCalls?: boolean;
  readonly optedOut?: boolean;
};

const alumnus = ({ consents = [sharing], person = {}, consentCalls, optedOut = false }: Known): AlumnusExport =>
  ({
    award: { id: asId('e') },
    person: { id: asId('p'), givenNames: 'Amina', familyName: 'Zulu', alternates: [], consents, ...person },
    enrolment: { id: asId('e'), status: 'awarded', ...(consentCalls === undefined ? {} : { consentCalls }) },
    optedOut,
  }) as unknown as AlumnusExport;

describe('who is on a list that leaves the workspace with names', () => {
  it('is on it only where sharing was agreed to: an agreed call is not enough, and not asked is not agreed', () => {
    expect(agrees(alumnus({}), 'alumni')).toBe(true);
    expect(agrees(alumnus({ consents: [], consentCalls: true }), 'alumni')).toBe(false);
    expect(agrees(alumnus({ consents: [{ ...sharing, withdrawn }] }), 'training-records')).toBe(false);
  });

  it('is not on the contact list after a no to calls or an opt-out, yet has a training record', () => {
    for (const known of [{ consentCalls: false }, { optedOut: true }]) {
      expect(agrees(alumnus(known), 'alumni')).toBe(false);
      expect(agrees(alumnus(known), 'training-records')).toBe(true);
    }
  });

  it('is on none after death', () => {
    const dead = alumnus({ person: { deceasedOn: '2026-03-01' } });
    expect(agrees(dead, 'alumni') || agrees(dead, 'training-records')).toBe(false);
  });
});

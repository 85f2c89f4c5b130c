import { describe, expect, it } from 'vitest';
import { verdictOf } from '#renderer/features/certificates/verdicts.ts';

type Report = Parameters<typeof verdictOf>[0];

const report = (signed: string | undefined, status: string | undefined): Report =>
  ({
    signed: signed === undefined ? undefined : { verdict: signed },
    register: status === undefined ? undefined : { status },
  }) as unknown as Report;

describe('a verification', () => {
  it('of a genuine code follows the register, and says where the register does not have it', () => {
    expect(verdictOf(report('genuine', 'issued'))).toBe('genuine');
    expect(verdictOf(report('genuine', undefined))).toBe('foreign');
    expect(verdictOf(report('genuine', 'revoked'))).toBe('revoked');
    expect(verdictOf(report('genuine', 'superseded'))).toBe('superseded');
  });

  it('of a code that does not hold is never mended by a serial that the register has', () => {
    expect(verdictOf(report('altered', 'issued'))).toBe('altered');
    expect(verdictOf(report('unknown-key', 'issued'))).toBe('unknown-key');
  });

  it('of a serial alone says no more than the register', () => {
    expect(verdictOf(report(undefined, 'issued'))).toBe('listed');
    expect(verdictOf(report(undefined, 'revoked'))).toBe('revoked');
    expect(verdictOf(report(undefined, undefined))).toBe('not-listed');
  });
});

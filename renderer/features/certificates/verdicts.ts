import type { Result } from '#shared/lib/result.ts';
import type { VerificationReport } from '#renderer/db/repositories/verify.ts';
import type { GlyphName } from '#renderer/ui/icon.tsx';

/**
 * What a verification comes to. From a code: `genuine` and in force in the register here, `foreign` genuine but not in this register, `altered`,
 * `unknown-key`. From a serial alone: `listed` in force, `not-listed`. From either: `revoked`, `superseded`.
 */
export type Verdict =
  'genuine' | 'foreign' | 'altered' | 'unknown-key' | 'listed' | 'not-listed' | 'revoked' | 'superseded';

/** The verdict of a report. A code that is not genuine says nothing, whatever the register knows of the serial it names. */
export const verdictOf = ({ signed, register }: Pick<VerificationReport, 'signed' | 'register'>): Verdict => {
  if (signed !== undefined && signed.verdict !== 'genuine') return signed.verdict;
  if (register === undefined) return signed === undefined ? 'not-listed' : 'foreign';
  if (register.status !== 'issued') return register.status;
  return signed === undefined ? 'listed' : 'genuine';
};

/** A certificate that was looked at; one whose code is damaged has no report but a reason. */
export type Verified = { readonly page: number | undefined; readonly report: Result<VerificationReport> };

export type VerdictLook = { readonly tone: 'ok' | 'info' | 'warn' | 'bad'; readonly glyph: GlyphName };

export const verdictLooks: Readonly<Record<Verdict, VerdictLook>> = {
  genuine: { tone: 'ok', glyph: 'moderated' },
  listed: { tone: 'ok', glyph: 'pass' },
  foreign: { tone: 'info', glyph: 'pass' },
  superseded: { tone: 'warn', glyph: 'clash' },
  'not-listed': { tone: 'warn', glyph: 'awaited' },
  'unknown-key': { tone: 'warn', glyph: 'anomaly' },
  altered: { tone: 'bad', glyph: 'refused' },
  revoked: { tone: 'bad', glyph: 'ns' },
};

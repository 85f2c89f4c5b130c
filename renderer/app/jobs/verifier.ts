import { fail, ok } from '#shared/lib/result.ts';
import { writeVerifier } from '#renderer/db/repositories/certificate-hand-outs.ts';
import type { RunJob } from './job.ts';

/** `run verifier --out FILE.html`: the page that a programme hands out, with its public keys and its signed list in it. */
export const runVerifier: RunJob = async ({ option, language }) => {
  const path = option('out') ?? '';
  if (!/\.html$/i.test(path)) return fail('verifier-needs-html', { path });
  const written = await writeVerifier(path, language);
  if (!written.ok) return written;
  return ok({
    job: 'verifier',
    file: written.value.path,
    bytes: written.value.bytes,
    keys: written.value.keys,
    listed: written.value.listed,
  });
};

import type { RegisterRow } from '#shared/domain/certificate-register.ts';
import { registerRow } from '#shared/domain/certificate-register.ts';
import type { CertificateRecord } from '#shared/domain/certificates.ts';
import { makeMemoryIndex } from './memory-index.ts';

/** The register of certificates: a line each without the snapshots, the latest serial of each series first. */
export const registerIndex = makeMemoryIndex<RegisterRow>(
  'certificates',
  ({ serial }) => serial,
  (data) => registerRow(data as unknown as CertificateRecord),
);

import { ok } from '#shared/lib/result.ts';
import { findPerson, writePersonFile } from '#renderer/db/repositories/person-files.ts';
import type { RunJob } from './job.ts';

/** `run export person WHO`: everything about one person as PDF, or as JSON where the file's name ends so. */
export const runExportPerson: RunJob = async ({ job, option, language }) => {
  const person = await findPerson(job.files[1] ?? '');
  if (!person.ok) return person;
  const written = await writePersonFile(person.value.id, { path: option('out') ?? '', language });
  return written.ok ? ok({ job: 'export', kind: 'person', person: person.value.id, ...written.value }) : written;
};

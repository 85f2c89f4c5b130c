import { randomBytes } from 'node:crypto';
import { readFile, readdir } from 'node:fs/promises';
import path from 'node:path';
import { gunzipSync } from 'node:zlib';
import type { Page } from '@playwright/test';

/** Letters alone: a name is looked for by its words. */
const marker = (): string => `Zq${[...randomBytes(24)].map((byte) => String.fromCharCode(97 + (byte % 16))).join('')}`;

/** Something that occurs nowhere else, for every field that can say something of a person. */
export const makeMarkers = () => ({
  given: marker(),
  family: marker(),
  number: marker(),
  phone: marker(),
  email: marker(),
  community: marker(),
  alternate: marker(),
  nationalId: marker(),
  statusNote: marker(),
  organisation: marker(),
  confirmed: marker(),
  feedback: marker(),
  cellNote: marker(),
  answer: marker(),
  callNote: marker(),
  boardNote: marker(),
  reason: marker(),
  certificate: marker(),
  earlier: marker(),
});
type Markers = ReturnType<typeof makeMarkers>;

/** A person with a marker in every field and an awarded classmate without any; every record is changed once after it was made. */
export const fill = (page: Page, m: Markers): Promise<void> =>
  page.evaluate(async (m) => {
    const write = async (code: string, changes: readonly object[], note?: string): Promise<void> => {
      const why = {
        code,
        values: { name: `${m.given} ${m.family}`, count: 1 },
        ...(note === undefined ? {} : { note }),
      };
      const written = await window.harness.commit(why, changes as never);
      if (!written.ok) throw new Error(written.error.code);
    };
    const put = (table: string, next: { readonly id: string }): object => ({ table, id: next.id, next });
    const person = (earlier: string) => ({
      id: 'p1',
      givenNames: m.given,
      familyName: m.family,
      number: m.number,
      phone: m.phone,
      email: m.email,
      community: earlier,
      alternates: [{ name: m.alternate, phone: m.alternate }],
      nationalId: m.nationalId,
    });
    const classmate = {
      id: 'p2',
      givenNames: 'Tšepiso',
      familyName: 'Mokoena',
      alternates: [],
      phone: '+266 5000 0001',
    };
    const enrolment = (id: string, personId: string, more: object) => ({
      id,
      personId,
      cohortId: 'c1',
      status: 'awarded',
      enrolledOn: '2024-01-10',
      ...more,
    });
    const line = (enrolmentId: string, personId: string, confirmedName: string) => ({
      enrolmentId,
      personId,
      confirmedName,
      overall: 675,
      modules: [],
      hours: 100,
    });
    const award = (id: string, personId: string, name: string) => ({
      id,
      cohortId: 'c1',
      personId,
      awardListId: 'l1',
      awardedOn: '2025-02-01',
      name,
      overall: 675,
    });
    await window.harness.commit({ code: 'workspace-started' }, [
      put('workspace', { id: 'workspace', name: 'Probe', demonstration: true } as never),
    ] as never);
    // An import that was undone: the first record is left behind, taken away.
    await write('learners-imported', [put('people', { ...person(m.earlier), id: 'p0' })]);
    await window.harness.undo();
    await write('learners-imported', [
      put('people', person(m.earlier)),
      put('people', classmate),
      put(
        'enrolments',
        enrolment('e1', 'p1', {
          statusNote: m.statusNote,
          baseline: { activity: 'unpaid-volunteer', organisation: m.organisation },
          confirmedName: m.confirmed,
        }),
      ),
      put('enrolments', enrolment('e2', 'p2', {})),
      put('sheets', { id: 'e1', cohortId: 'c1', personId: 'p1', cells: {} } as never),
      put('sheets', {
        id: 'e2',
        cohortId: 'c1',
        personId: 'p2',
        cells: { a1: { attempts: [{ state: 'marked', value: 5000, feedback: `Well done, better than ${m.given}.` }] } },
      } as never),
    ]);
    await write('person-changed', [put('people', person(m.community))], m.reason);
    await write('marks-keyed', [
      put('sheets', {
        id: 'e1',
        cohortId: 'c1',
        personId: 'p1',
        cells: { a1: { attempts: [{ state: 'marked', value: 6000, feedback: m.feedback }], note: m.cellNote } },
      } as never),
    ]);
    await write('registers-keyed', [
      put('registers', { id: 'e1', cohortId: 'c1', sessions: { s1: { presence: 'present', hours: 5 } } } as never),
    ]);
    await write('board-noted', [
      put('boards', { id: 'c1', cohortId: 'c1', notes: { e1: m.boardNote, e2: 'fine' }, approvals: [] } as never),
    ]);
    await write('awards-frozen', [
      put('awardLists', {
        id: 'l1',
        cohortId: 'c1',
        programmeId: 'x',
        frozenOn: '2025-02-01',
        frozenAt: '',
        frozenBy: '',
        lines: [line('e1', 'p1', m.confirmed), line('e2', 'p2', 'Tšepiso Mokoena')],
      } as never),
      put('awards', award('e1', 'p1', m.confirmed)),
      put('awards', award('e2', 'p2', 'Tšepiso Mokoena')),
    ]);
    await write('certificates-issued', [
      put('certificates', {
        id: 'CWCY-LS-2025-00001-K',
        serial: 'CWCY-LS-2025-00001-K',
        enrolmentId: 'e1',
        personId: 'p1',
        cohortId: 'c1',
        status: 'issued',
        issuedOn: '2025-03-01',
        snapshot: {
          serial: 'CWCY-LS-2025-00001-K',
          name: m.certificate,
          programme: { title: 'Work with children', version: '4' },
          award: 'Certificate',
          awardText: [],
          placeAndDate: '',
          place: '',
          awardedOn: '2025-02-01',
          issuedOn: '2025-03-01',
          results: { overall: 675, hours: 100, modules: [] },
          signatories: [],
          template: { name: 'classic', version: 2 },
          language: 'en',
          payload: `FC1:${m.certificate}`,
          keyId: '0',
        },
        snapshotHash: 'a',
        fileHash: 'b',
        prints: [],
      } as never),
    ]);
    await write('follow-up-answered', [
      put('followUps', {
        id: 'e1:w18',
        enrolmentId: 'e1',
        personId: 'p1',
        cohortId: 'c1',
        waveId: 'w18',
        status: 'partial',
        attempts: [{ at: '', outcome: 'talked', by: 'x', note: m.callNote }],
        answers: { employer: m.answer },
      } as never),
    ]);
    await window.harness.desktop.appReportProblem({ message: `Something failed for ${m.given}` });
  }, m);

const allFiles = async (folder: string): Promise<readonly string[]> =>
  (await readdir(folder, { recursive: true, withFileTypes: true }))
    .filter((entry) => entry.isFile())
    .map((entry) => path.join(entry.parentPath, entry.name));

/** Files of a folder that hold a marker in UTF-8, UTF-16 or base64 (three offsets), packed snapshots unpacked. */
export const holding = async (folder: string, markers: readonly string[]): Promise<readonly string[]> => {
  const forms = markers.flatMap((text) => [
    Buffer.from(text),
    Buffer.from(text, 'utf16le'),
    ...[0, 1, 2].map((offset) =>
      Buffer.from(
        Buffer.concat([Buffer.alloc(offset, 0x20), Buffer.from(text)])
          .toString('base64')
          .slice(4, -4),
      ),
    ),
  ]);
  const found: string[] = [];
  for (const file of await allFiles(folder)) {
    const bytes = await readFile(file);
    const plain = file.endsWith('.snapshot') ? gunzipSync(bytes) : bytes;
    if (forms.some((form) => plain.includes(form))) found.push(path.relative(folder, file));
  }
  return found;
};

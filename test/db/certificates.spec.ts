import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { readFile, readdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import type { Page } from '@playwright/test';
import type { Running } from './fixtures.ts';
import { expect, startHarness, test } from './fixtures.ts';

/** Invented learners; names that other systems mangle (domain.md 7). */
const learners = [
  ['Tšepiso', 'Mokoena'],
  ['N’Golo', 'Coulibaly'],
  ['Ngũgĩ', 'wa Mũthoni'],
  ['José João', 'Macuácua'],
  ['Łukasz', 'O’Brien'],
  ['Đặng', 'Thị Mai'],
] as const;

/** A small cohort on one module, everybody marked, present and confirmed, so that all are eligible. */
const buildCohort = (page: Page): Promise<void> =>
  page.evaluate(async (names) => {
    await window.harness.open();
    await window.harness.makeCertificateCohort(names.map(([givenNames, familyName]) => ({ givenNames, familyName })));
  }, learners);

const award = (page: Page) =>
  page.evaluate(() => window.harness.awardCohort({ cohortId: 'c1', confirmNames: false, language: 'en' }));
const issue = (page: Page, language = 'en') =>
  page.evaluate(
    (words) => window.harness.issueCertificates({ cohortId: 'c1', template: 'classic', language: words }),
    language,
  );
const register = (page: Page) => page.evaluate(() => window.harness.cohortCertificates('c1'));

type Printing = {
  readonly folder: string;
  readonly mode?: 'merged' | 'single';
  readonly serials?: readonly string[];
  readonly stopAfter?: number;
};

/** Writes certificates of the register; `stopAfter` cancels as soon as so many are written. */
const print = (page: Page, printing: Printing) =>
  page.evaluate(async ({ folder, mode = 'single', serials, stopAfter }) => {
    const { cohortCertificates, printCertificates, desktop } = window.harness;
    const all = await cohortCertificates('c1');
    const records = serials === undefined ? all : all.filter(({ serial }) => serials.includes(serial));
    const onProgress = (done: number): void => {
      if (stopAfter !== undefined && done >= stopAfter) void desktop.certificatesCancelBatch({ id: 'run' });
    };
    return printCertificates({
      runId: 'run',
      records,
      mode,
      folder,
      fileName: 'certificates.pdf',
      reason: 'issue',
      onProgress,
    });
  }, printing);

const verify = (page: Page, text: string) => page.evaluate((typed) => window.harness.verifyText(typed), text);
const codesOf = (page: Page, file: string) => page.evaluate((name) => window.harness.readCodes(name), file);
const hashOf = async (file: string): Promise<string> =>
  createHash('sha256')
    .update(await readFile(file))
    .digest('hex');

const awardAndIssue = async (running: Running): Promise<void> => {
  await buildCohort(running.page);
  expect(await award(running.page)).toMatchObject({ ok: true, value: { list: { lines: { length: 6 } } } });
  expect(await issue(running.page)).toMatchObject({ ok: true, value: { issued: { length: 6 }, held: [] } });
};

test.describe('certificates', () => {
  test('follow from the award list, with serials of one block and hashes of what is written', async ({
    harness,
    workspace,
  }) => {
    await awardAndIssue(harness);
    const rows = await register(harness.page);
    expect(rows.map(({ serial }) => serial.split('-')[3])).toEqual([
      '00001',
      '00002',
      '00003',
      '00004',
      '00005',
      '00006',
    ]);
    expect(rows.map(({ snapshot }) => snapshot.name).sort()).toEqual(
      learners.map((name) => name.join(' ').normalize('NFC')).sort(),
    );
    const folder = path.join(workspace, 'out');
    const written = await print(harness.page, { folder });
    expect(written).toMatchObject({ ok: true, value: { outcome: 'complete', error: null } });
    const files = written.ok ? written.value.files : [];
    for (const row of rows) {
      const file = files.find(({ serials }) => serials[0] === row.serial);
      expect(await hashOf(file?.path ?? '')).toBe(row.fileHash);
    }
    expect((await register(harness.page)).map(({ prints }) => prints.length)).toEqual([1, 1, 1, 1, 1, 1]);
  });

  test('are not issued twice, also when two runs begin at once', async ({ harness }) => {
    await buildCohort(harness.page);
    await award(harness.page);
    const both = await Promise.all([issue(harness.page), issue(harness.page)]);
    expect(both.map(({ ok }) => ok).sort()).toEqual([false, true]);
    expect(await issue(harness.page)).toEqual({ ok: false, error: { code: 'nothing-to-issue' } });
    expect(await register(harness.page)).toHaveLength(6);
  });

  test('cannot be undone, nor can the award list that they stand on', async ({ harness }) => {
    await awardAndIssue(harness);
    const undone = await harness.page.evaluate(() => window.harness.undo());
    expect(undone).toEqual({ ok: false, error: { code: 'nothing-to-undo' } });
    expect(await register(harness.page)).toHaveLength(6);
    expect(await harness.page.evaluate(async () => (await window.harness.listByCohort('awards', 'c1')).length)).toBe(6);
  });

  test('never reuse a serial, also after a restart', async ({ workspace }) => {
    const first = await startHarness(workspace);
    await buildCohort(first.page);
    await award(first.page);
    await issue(first.page);
    await first.app.close();
    const second = await startHarness(workspace);
    await second.page.evaluate(async () => {
      await window.harness.open();
      await window.harness.makeCertificateCohort([{ givenNames: 'Selma', familyName: 'ǁGaroeb' }], 'c2');
      await window.harness.awardCohort({ cohortId: 'c2', confirmNames: false, language: 'en' });
      await window.harness.issueCertificates({ cohortId: 'c2', template: 'classic', language: 'en' });
    });
    const serials = await second.page.evaluate(async () =>
      (await window.harness.listRecords('certificates')).map(({ serial }) => serial),
    );
    expect(new Set(serials).size).toBe(7);
    expect(
      serials
        .map((serial) => serial.split('-')[3])
        .sort()
        .at(-1),
    ).toBe('00007');
    await second.app.close();
  });

  test('are reprinted to the byte after the name, the programme and the cohort have changed', async ({
    harness,
    workspace,
  }) => {
    await awardAndIssue(harness);
    const [first] = await register(harness.page);
    const serial = first?.serial ?? '';
    await print(harness.page, { folder: path.join(workspace, 'first'), serials: [serial] });
    await harness.page.evaluate(() => window.harness.changeEverything('c1'));
    const again = await print(harness.page, { folder: path.join(workspace, 'again'), serials: [serial] });
    expect(again).toMatchObject({ ok: true, value: { outcome: 'complete' } });
    const [before, after] = await Promise.all(
      ['first', 'again'].map(async (name) =>
        readFile(path.join(workspace, name, (await readdir(path.join(workspace, name)))[0] ?? '')),
      ),
    );
    expect(before?.equals(after ?? Buffer.alloc(0))).toBe(true);
    expect((await register(harness.page))[0]?.prints).toHaveLength(2);
  });

  test('stopped in the middle go on where they stopped, with the same serials', async ({ harness, workspace }) => {
    const many = 120;
    await harness.page.evaluate(async (count) => {
      await window.harness.open();
      await window.harness.makeCertificateCohort(
        Array.from({ length: count }, (_, index) => ({ givenNames: 'Tšepiso', familyName: `Mokoena-${index}` })),
      );
    }, many);
    await award(harness.page);
    await issue(harness.page);
    const before = (await register(harness.page)).map(({ serial }) => serial);
    const folder = path.join(workspace, 'out');
    const stopped = await print(harness.page, { folder, stopAfter: 1 });
    expect(stopped).toMatchObject({ ok: true, value: { outcome: 'cancelled', error: null } });
    const done = stopped.ok ? stopped.value.printed : [];
    expect(done.length).toBeGreaterThan(0);
    expect(done.length).toBeLessThan(many);
    const rest = (await register(harness.page)).filter(({ prints }) => prints.length === 0);
    expect(rest.map(({ serial }) => serial)).toEqual(before.slice(done.length));
    const went = await print(harness.page, { folder });
    expect(went).toMatchObject({ ok: true, value: { outcome: 'complete', files: { length: many } } });
    const names = await readdir(folder);
    expect(names.filter((name) => name.endsWith('.pdf'))).toHaveLength(many);
    expect(names.filter((name) => !name.endsWith('.pdf'))).toEqual([]);
    expect((await register(harness.page)).map(({ serial }) => serial)).toEqual(before);
  });

  test('are not written where the folder cannot be, which is said before anything is issued', async ({
    harness,
    workspace,
  }) => {
    await awardAndIssue(harness);
    await writeFile(path.join(workspace, 'a-file'), 'not a folder');
    const folder = path.join(workspace, 'a-file', 'out');
    const checked = await harness.page.evaluate(
      (place) => window.harness.desktop.filesCheckFolder({ path: place }),
      folder,
    );
    expect(checked).toEqual({ ok: false, error: { code: 'folder-not-writable', details: { folder } } });
    const written = await print(harness.page, { folder, mode: 'merged' });
    expect(written).toMatchObject({
      ok: true,
      value: { outcome: 'failed', files: [], error: { code: 'certificate-folder-unwritable' } },
    });
    expect((await register(harness.page)).every(({ prints }) => prints.length === 0)).toBe(true);
    expect(await readFile(path.join(workspace, 'a-file'), 'utf8')).toBe('not a folder');
  });

  test('wait for a name that cannot be set, and come out once it is mended', async ({ harness }) => {
    await harness.page.evaluate(async () => {
      await window.harness.open();
      await window.harness.makeCertificateCohort([
        { givenNames: 'Selam', familyName: 'ሰላም' },
        { givenNames: 'Tšepiso', familyName: 'Mokoena' },
      ]);
      await window.harness.awardCohort({ cohortId: 'c1', confirmNames: false, language: 'en' });
    });
    expect(await issue(harness.page)).toMatchObject({
      ok: true,
      value: { issued: { length: 1 }, held: [{ subject: { name: 'Selam ሰላም' } }] },
    });
    const mended = await harness.page.evaluate(async () => {
      const [award] = (await window.harness.listByCohort('awards', 'c1')).filter(({ name }) =>
        name.startsWith('Selam'),
      );
      await window.harness.mendAwardNames([{ enrolmentId: award?.id ?? '', name: 'ሰላም' }]);
      return [
        (await window.harness.getRecord('awards', award?.id ?? ''))?.name,
        (await window.harness.getRecord('enrolments', award?.id ?? ''))?.confirmedName,
      ];
    });
    expect(mended).toEqual(['ሰላም', 'ሰላም']);
    expect(await issue(harness.page)).toMatchObject({
      ok: true,
      value: { issued: [{ snapshot: { name: 'ሰላም' } }], held: [] },
    });
    const refused = await harness.page.evaluate(async () => {
      const [award] = await window.harness.listByCohort('awards', 'c1');
      return window.harness.mendAwardNames([{ enrolmentId: award?.id ?? '', name: 'Someone Else' }]);
    });
    expect(refused).toEqual({ ok: false, error: { code: 'name-issued' } });
  });
});

test.describe('verification', () => {
  test('says what was awarded, to whom and that it is ours, from the PDF, from a picture of it and from the typed serial', async ({
    harness,
    workspace,
  }) => {
    await awardAndIssue(harness);
    const rows = await register(harness.page);
    const written = await print(harness.page, { folder: path.join(workspace, 'out') });
    const [file] = written.ok ? written.value.files : [];
    const pdf = file?.path ?? '';
    const picture = path.join(workspace, 'photo');
    execFileSync('pdftoppm', ['-r', '150', '-png', '-singlefile', pdf, picture]);
    for (const source of [pdf, `${picture}.png`]) {
      const found = await codesOf(harness.page, source);
      expect(found).toMatchObject({ ok: true, value: { pages: 1, codes: [{ text: rows[0]?.snapshot.payload }] } });
    }
    const genuine = await verify(harness.page, rows[0]?.snapshot.payload ?? '');
    const says = { serial: rows[0]?.serial, name: rows[0]?.snapshot.name, award: rows[0]?.snapshot.award };
    expect(genuine).toMatchObject({
      ok: true,
      value: { signed: { verdict: 'genuine', content: says }, register: { status: 'issued', name: says.name } },
    });
    expect(says.award).toContain('Community Based Work');
    const typed = await verify(harness.page, ` ${(says.serial ?? '').toLowerCase().replaceAll('-', ' – ')} `);
    expect(typed).toMatchObject({
      ok: true,
      value: { serial: says.serial, register: { status: 'issued', name: says.name } },
    });
  });

  test('reads every page of the merged file', async ({ harness, workspace }) => {
    await awardAndIssue(harness);
    await print(harness.page, { folder: path.join(workspace, 'out'), mode: 'merged' });
    const found = await codesOf(harness.page, path.join(workspace, 'out', 'certificates.pdf'));
    const payloads = (await register(harness.page)).map(({ snapshot }) => snapshot.payload);
    expect(found.ok ? found.value.codes.map(({ text }) => text) : []).toEqual(payloads);
  });

  test('takes no altered code for genuine, and names the wrong part of a serial', async ({ harness }) => {
    await awardAndIssue(harness);
    const [row] = await register(harness.page);
    const payload = row?.snapshot.payload ?? '';
    const verdicts = await harness.page.evaluate(async (text) => {
      const found: string[] = [];
      for (let at = 4; at < text.length; at += 3) {
        const other = text[at] === 'A' ? 'B' : 'A';
        const report = await window.harness.verifyText(text.slice(0, at) + other + text.slice(at + 1));
        found.push(report.ok ? (report.value.signed?.verdict ?? 'none') : report.error.code);
      }
      return found;
    }, payload);
    expect(verdicts.length).toBeGreaterThan(50);
    expect(verdicts).not.toContain('genuine');
    const serial = row?.serial ?? '';
    const wrong = `${serial.slice(0, -1)}${serial.endsWith('A') ? 'B' : 'A'}`;
    expect(await verify(harness.page, wrong)).toEqual({
      ok: false,
      error: { code: 'serial-check', details: { part: wrong.slice(-1) } },
    });
  });

  test('says of a file without a code that it has none', async ({ harness, workspace }) => {
    await buildCohort(harness.page);
    const text = path.join(workspace, 'note.pdf');
    await writeFile(text, 'this is not a PDF');
    expect(await codesOf(harness.page, text)).toMatchObject({ ok: false, error: { code: 'not-a-picture' } });
    await writeFile(text, '%PDF-1.4 and then nothing');
    expect(await codesOf(harness.page, text)).toMatchObject({ ok: false, error: { code: 'not-a-pdf' } });
  });
});

import { chmod, mkdtemp, readFile, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, test } from '@playwright/test';
import { withSmallDisk } from '../fixtures/small-disk.ts';
import { runJob } from '../fixtures/terminal.ts';
import { checkPdf, codeInPicture, pdfFonts, pdfPictures, pdfText } from '../fixtures/tools.ts';

let folder = '';
test.beforeEach(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'fieldcourse-jobs-'));
});
test.afterEach(() => rm(folder, { recursive: true, force: true, maxRetries: 5 }));

const workspace = (): string => path.join(folder, 'workspace');
const job = (...args: readonly string[]) => runJob(['run', ...args, '--workspace', workspace()]);
const sample = (name: string): string => `resources/sample/${name}`;

const importLusaka = async (file = sample('learners-lusaka.csv')): Promise<void> => {
  const learners = await job(
    'import',
    file,
    '--as',
    'learners',
    '--cohort',
    'LSK-1',
    '--country',
    'ZM',
    '--place',
    'Lusaka',
    '--starts',
    '2024-01-15',
  );
  expect(learners.code).toBe(0);
  expect(learners.result).toMatchObject({ job: 'import', counts: { new: 26, refused: 0, unsure: 0 }, applied: true });
};

test('the whole story from a terminal: import, results, award, certificates, verify, follow-up list, check', async () => {
  await importLusaka();
  expect((await job('import', sample('marks-lusaka.csv'), '--as', 'marks', '--cohort', 'LSK-1')).code).toBe(0);
  expect((await job('import', sample('attendance-lusaka.csv'), '--as', 'attendance', '--cohort', 'LSK-1')).code).toBe(
    0,
  );

  const results = await job('results', '--cohort', 'LSK-1');
  expect(results.out.filter((line) => 'learner' in line)).toHaveLength(26);
  expect(results.out.find((line) => line['learner'] === 'Sitali Muleya')?.['missing']).toContain(
    'Log of module 6 not received yet',
  );

  const award = await job('award', '--cohort', 'LSK-1', '--confirm-names');
  expect(award.result).toMatchObject({ awarded: 21, left: 5 });
  const certificates = await job('certificates', '--cohort', 'LSK-1', '--out', path.join(folder, 'out'));
  expect(certificates.result).toMatchObject({ issued: 21, printed: 21, held: 0 });

  const files = await readdir(path.join(folder, 'out'));
  expect(files).toHaveLength(21);
  const first = path.join(folder, 'out', files[0] ?? '');
  await checkPdf(first);
  const fonts = await pdfFonts(first);
  expect(fonts.length).toBeGreaterThan(0);
  expect(fonts.every(({ embedded }) => embedded)).toBe(true);

  const verified = await job('verify', first);
  expect(verified.code).toBe(0);
  const said = verified.out[0]?.['says'] as { readonly name: string; readonly serial: string };
  expect(verified.out[0]?.['verdict']).toBe('genuine');
  const text = await pdfText(first);
  expect(text).toContain(said.name);
  expect(text).toContain(said.serial);

  await pdfPictures(first, path.join(folder, 'page'));
  const picture = path.join(folder, (await readdir(folder)).find((name) => name.endsWith('.png')) ?? '');
  const code = await codeInPicture(picture);
  expect((await job('verify', code)).out[0]).toMatchObject({ verdict: 'genuine', serial: said.serial });
  expect((await job('verify', picture)).out[0]).toMatchObject({ verdict: 'genuine', serial: said.serial });

  const followUp = await job('export', 'follow-up', '--cohort', 'LSK-1', '--out', path.join(folder, 'follow-up.xlsx'));
  expect(followUp.result).toMatchObject({ kind: 'follow-up', rows: 84 });
  const check = await job('check');
  expect(check.result).toMatchObject({ job: 'check', records: { people: 26, certificates: 21 } });
});

test('the same file imported twice changes nothing the second time', async () => {
  await importLusaka();
  const before = (await job('check')).result['content'];
  const again = await job('import', sample('learners-lusaka.csv'), '--as', 'learners', '--cohort', 'LSK-1');
  expect(again.result).toMatchObject({ counts: { new: 0, changed: 0, same: 26 }, applied: false });
  expect((await job('check')).result['content']).toBe(before);
});

test('what is exported and imported again changes nothing', async () => {
  await importLusaka();
  const files = ['csv', 'xlsx'].map((ending) => path.join(folder, `learners.${ending}`));
  for (const file of files) expect((await job('export', 'learners', '--cohort', 'LSK-1', '--out', file)).code).toBe(0);
  // That something left is noted: it is the importing that changes nothing.
  const before = (await job('check')).result['content'];
  for (const file of files) {
    const again = await job('import', file, '--as', 'learners', '--cohort', 'LSK-1');
    expect(again.result).toMatchObject({ counts: { new: 0, changed: 0, same: 26, unsure: 0, refused: 0 } });
  }
  expect((await job('check')).result['content']).toBe(before);
});

test('a dry run says the fate of every row and writes nothing', async () => {
  await importLusaka();
  const before = (await job('check')).result['content'];
  const dry = await job('import', sample('marks-lusaka.csv'), '--as', 'marks', '--cohort', 'LSK-1', '--dry-run');
  expect(dry.out.filter((line) => 'fate' in line)).toHaveLength(26);
  expect(dry.result).toMatchObject({ applied: false });
  expect((await job('check')).result['content']).toBe(before);
});

test('a reprint is the same to the byte, whatever was changed since, and refused once the certificate is revoked', async () => {
  await importLusaka();
  await job('import', sample('marks-lusaka.csv'), '--as', 'marks', '--cohort', 'LSK-1');
  await job('import', sample('attendance-lusaka.csv'), '--as', 'attendance', '--cohort', 'LSK-1');
  await job('award', '--cohort', 'LSK-1', '--confirm-names');
  await job('certificates', '--cohort', 'LSK-1', '--out', path.join(folder, 'first'));
  const changed = path.join(folder, 'changed.csv');
  const text = await readFile(sample('learners-lusaka.csv'), 'utf8');
  await writeFile(changed, text.replaceAll('Chipo', 'Chipo Renamed'));
  await job('import', changed, '--as', 'learners', '--cohort', 'LSK-1');
  const again = await job('certificates', '--cohort', 'LSK-1', '--out', path.join(folder, 'second'));
  expect(again.result).toMatchObject({ issued: 0, printed: 21 });
  for (const name of await readdir(path.join(folder, 'first'))) {
    expect(
      (await readFile(path.join(folder, 'first', name))).equals(await readFile(path.join(folder, 'second', name))),
    ).toBe(true);
  }
  const serial = String((again.out.find((line) => 'serials' in line)?.['serials'] as readonly string[])[0]);
  const reprint = () => job('reprint', serial, '--out', path.join(folder, 'third'));
  expect((await reprint()).result).toMatchObject({ job: 'reprint', serial, same: true });
  await job('revoke', serial, '--reason', 'Issued in error');
  const refused = await reprint();
  expect(refused.code).toBe(1);
  expect(refused.errors).toMatchObject([{ error: 'certificate-revoked', serial }]);
  expect(await readdir(path.join(folder, 'third'))).toHaveLength(1);
});

test('a certificate of attendance of a module is made and made again for the module asked for, and no other', async () => {
  await importLusaka();
  await job('import', sample('marks-lusaka.csv'), '--as', 'marks', '--cohort', 'LSK-1');
  await job('import', sample('attendance-lusaka.csv'), '--as', 'attendance', '--cohort', 'LSK-1');
  await job('award', '--cohort', 'LSK-1', '--confirm-names');
  const out = path.join(folder, 'out');
  const attended = (module: string) =>
    job(
      'certificates',
      '--cohort',
      'LSK-1',
      '--document',
      'module-attendance',
      '--module',
      module,
      '--out',
      out,
      '--merged',
    );
  const first = await attended('1');
  const second = await attended('2');
  const [one, two] = [first, second].map(({ result }) => Number(result['issued']));
  expect(one).toBeGreaterThan(0);
  expect(two).toBeGreaterThan(0);
  await rm(out, { recursive: true });
  const again = await attended('1');
  expect(again.result).toMatchObject({ issued: 0, printed: one });
  expect(again.out.find((line) => 'serials' in line)?.['serials']).toEqual(
    first.out.find((line) => 'serials' in line)?.['serials'],
  );
});

test.describe('bad input ends with code 1 and one JSON line that says what to do', () => {
  const refusals: readonly { readonly what: string; readonly args: readonly string[]; readonly error: string }[] = [
    { what: 'a cohort that is not there', args: ['results', '--cohort', 'NOPE'], error: 'cohort-missing' },
    { what: 'a serial with a wrong character', args: ['verify', 'CWCY-SZ-2026-00042-K'], error: 'serial-check' },
    { what: 'a code that was altered', args: ['verify', 'FC1:ABC'], error: 'payload-damaged' },
    {
      what: 'a file that is missing',
      args: ['import', 'no-such-file.csv', '--as', 'learners', '--cohort', 'X1'],
      error: 'file-missing',
    },
    { what: 'a date that does not exist', args: ['demo', '--today', '2026-02-30'], error: 'no-such-date' },
    { what: 'a wave that nobody has', args: ['outcomes', '--wave', 'soon'], error: 'wave-unknown' },
  ];
  for (const { what, args, error } of refusals) {
    test(what, async () => {
      const end = await job(...args);
      expect(end.code).toBe(1);
      expect(end.errors).toHaveLength(1);
      expect(end.errors[0]?.['error']).toBe(error);
      expect(String(end.errors[0]?.['message']).length).toBeGreaterThan(20);
    });
  }

  test('a file that is not what it says', async () => {
    const file = path.join(folder, 'learners.xlsx');
    await writeFile(file, '%PDF-1.7 not a spreadsheet');
    const end = await job('import', file, '--as', 'learners', '--cohort', 'X1');
    expect(end.code).toBe(1);
    expect(end.errors).toHaveLength(1);
  });

  test('a folder that cannot be written', async () => {
    const file = path.join(folder, 'a-file');
    await writeFile(file, '');
    await chmod(file, 0o400);
    const end = await runJob(['run', 'check', '--workspace', path.join(file, 'inside')]);
    expect(end.code).toBe(1);
    expect(end.errors[0]?.['error']).toBe('folder-not-writable');
  });

  test('a folder of the system that takes none', async () => {
    test.skip(process.platform !== 'linux', 'the folder is that of Linux');
    const end = await runJob(['run', 'check', '--workspace', '/proc/workspace']);
    expect(end.code).toBe(1);
    expect(end.errors[0]?.['error']).toBe('folder-not-writable');
  });

  test('a job that there is not, or an option left out, ends with code 2', async () => {
    expect((await job('dance')).code).toBe(2);
    expect((await job('results')).code).toBe(2);
    expect((await job('award', '--cohort', 'X', '--loud')).code).toBe(2);
  });

  test('--help lists every job', async () => {
    const end = await runJob(['--help']);
    expect(end.code).toBe(0);
  });
});

test('a full disk says so and leaves nothing half-written; the run goes on elsewhere, though a name is held back', async () => {
  const mount = path.join(folder, 'small-disk');
  const learners = path.join(folder, 'learners.csv');
  await writeFile(
    learners,
    (await readFile(sample('learners-lusaka.csv'), 'utf8')).replace('Chipo,Nyambe', 'Chipo,日本'),
  );
  await withSmallDisk(mount, 1, async () => {
    await importLusaka(learners);
    await job('import', sample('marks-lusaka.csv'), '--as', 'marks', '--cohort', 'LSK-1');
    await job('import', sample('attendance-lusaka.csv'), '--as', 'attendance', '--cohort', 'LSK-1');
    await job('award', '--cohort', 'LSK-1', '--confirm-names');
    const end = await job('certificates', '--cohort', 'LSK-1', '--out', mount);
    expect(end.code).toBe(1);
    expect(end.errors[0]?.['error']).toBe('certificate-disk-full');
    expect((await readdir(mount)).every((name) => name.endsWith('.pdf'))).toBe(true);
    const elsewhere = await job('certificates', '--cohort', 'LSK-1', '--out', path.join(folder, 'elsewhere'));
    expect(elsewhere.result).toMatchObject({ issued: 0, printed: 20, held: 1 });
  });
});

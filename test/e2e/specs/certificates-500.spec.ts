import { execFile } from 'node:child_process';
import { mkdir, readFile, readdir, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { promisify } from 'node:util';
import type { Page } from '@playwright/test';
import type { HeadMark } from '#renderer/db/database.ts';
import type { CertificatePayload } from '#shared/domain/certificate-payload.ts';
import { readPayloadText } from '#shared/domain/certificate-payload.ts';
import type { ChangeSet, RecordPatch } from '#shared/domain/change-sets.ts';
import { tick } from '#shared/domain/clock.ts';
import type { Language } from '#shared/domain/languages.ts';
import type { TableName } from '#shared/domain/tables.ts';
import { defaultSettings } from '#shared/ipc/settings.ts';
import type { Json } from '#shared/lib/json.ts';
import classic from '../../../resources/certificate-templates/classic-2.json' with { type: 'json' };
import { answerDialogs, expect, killHard, start, stop, test } from '../fixtures/app.ts';
import { runJob } from '../fixtures/terminal.ts';
import { checkPdf, pdfFonts, pdfText } from '../fixtures/tools.ts';
import { person, sampleFile } from '../fixtures/workspaces.ts';
import { certificates } from '../page-models/certificates.ts';
import { shell } from '../page-models/shell.ts';

const run = promisify(execFile);
const size = 500;

/** Names that other systems mangle (domain.md 7). The learners are invented. */
const hard: readonly (readonly [given: string, family: string])[] = [
  ['Tšepiso', 'Mokoena'],
  ["N'Golo", 'Traoré'],
  ['Aoife', 'O’Brien'],
  ['Ngũgĩ', 'wa Mũthoni'],
  ['José João', 'Macuácua'],
  ['Łukasz', 'Zieliński'],
  ['Đặng', 'Thị Hồng'],
  ['Siân', 'ŵyn'],
  ['Kxao', 'ǀXam'],
  ['ሰላም', 'ተስፋዬ'],
  ['Mary-Anne', 'Coulibaly-N’Diaye'],
  ['Rakotoarisoa Voahangy', 'Andrianampoinimerina'],
];

const everyone = Array.from({ length: size }, (_, at) => hard[at] ?? ([`Invented${at}`, 'Demonstration'] as const));
const nameOf = (at: number): string => everyone[at]?.join(' ') ?? '';
const numberOf = (at: number): string => `D${String(at).padStart(4, '0')}`;

/** A sample file with its first learner's row for everyone: who has all marks and hours gets the award. */
const multiplied = async (kind: 'learners' | 'marks' | 'attendance'): Promise<string> => {
  const [heads = '', model = ''] = (await readFile(sampleFile(`${kind}-lusaka.csv`), 'utf8')).split(/\r?\n/);
  const cells = model.split(',');
  const rows = everyone.map(([given, family], at) =>
    kind === 'learners'
      ? [numberOf(at), given, family, cells[3], '', '', ...cells.slice(6)].join(',')
      : [numberOf(at), `${given} ${family}`, ...cells.slice(2)].join(','),
  );
  return [heads, ...rows].join('\r\n');
};

test.setTimeout(900_000);

/** A workspace with the cohort awarded, made by the jobs of the terminal. */
const prepare = async (folder: string, workspace: string): Promise<void> => {
  const job = async (...args: readonly string[]): Promise<void> => {
    const end = await runJob(['run', ...args, '--workspace', workspace]);
    expect(end.errors, args.join(' ')).toEqual([]);
  };
  const cohort = ['--cohort', 'BIG-1'];
  for (const [kind, more] of [
    ['learners', ['--country', 'ZM', '--place', 'Lusaka', '--starts', '2025-01-15']],
    ['marks', []],
    ['attendance', []],
  ] as const) {
    const file = path.join(folder, `${kind}.csv`);
    await writeFile(file, await multiplied(kind));
    await job('import', file, '--as', kind, ...cohort, ...more);
  }
  await job('award', ...cohort, '--confirm-names');
};

/** What the code on a certificate says, read without the app. */
const sayings = (code: string): CertificatePayload => {
  const read = readPayloadText(code);
  if (!read.ok) throw new Error(read.error.code);
  return read.value.payload;
};

type Row = { readonly id: string; readonly d: Readonly<Record<string, unknown>>; readonly s: string };

const rowsOf = (page: Page, store: string): Promise<readonly Row[]> =>
  page.evaluate(
    (name) =>
      new Promise((resolve, reject) => {
        const opening = indexedDB.open('fieldcourse');
        opening.onerror = () => reject(opening.error);
        opening.onsuccess = () => {
          const all = opening.result.transaction(name).objectStore(name).getAll();
          all.onsuccess = () => {
            opening.result.close();
            resolve(all.result as never);
          };
        };
      }),
    store,
  );

/** Everything that a certificate was made from becomes something else, as when another laptop sends it: programme, cohort, learners, template. */
const changeEverything = async (workspace: string, language: Language): Promise<void> => {
  const running = await start(workspace);
  const { page } = running;
  const [meta] = (await rowsOf(page, 'meta')) as unknown as readonly HeadMark[];
  if (meta === undefined) throw new Error('No head');
  const { device, head } = await page.evaluate(() => globalThis.fieldcourse.appGetBoot());
  const set = (table: TableName, field: string, value: Json) => async (): Promise<readonly RecordPatch[]> =>
    (await rowsOf(page, table)).map(({ id, d, s }) => ({
      t: table,
      id,
      set: [{ p: field, a: value, r: s, ...(d[field] === undefined ? {} : { b: d[field] as Json }) }],
    }));
  const patches: RecordPatch[] = [];
  for (const patch of [
    set('programmes', 'title', { en: 'Another title altogether', fr: 'Un tout autre titre' }),
    set('cohorts', 'place', 'Elsewhere'),
    set('cohorts', 'partner', 'Another partner'),
    set('cohorts', 'signatories', [{ name: 'Somebody Else', office: 'Another office' }]),
    set('people', 'familyName', 'Renamed'),
    set('enrolments', 'confirmedName', 'Renamed Wholly'),
    set('awards', 'name', 'Renamed Wholly'),
  ])
    patches.push(...(await patch()));
  const design = { ...(classic as Readonly<Record<string, unknown>>), version: 3, title: 'Changed', blocks: [] };
  const own = {
    id: 'classic:3',
    name: 'classic',
    version: 3,
    title: 'Changed',
    state: 'in-use',
    changedOn: '2026-01-01',
  };
  patches.push({ t: 'templates', id: own.id, new: { ...own, design: JSON.stringify(design) } });
  const change: ChangeSet = {
    v: 1,
    device,
    n: (meta.counters[device] ?? 0) + 1,
    clock: tick(meta.clock, Date.now()),
    by: person,
    why: { code: 'settings-changed' },
    kind: 'do',
    patches,
  };
  const appended = await page.evaluate(
    ({ after, text }) => globalThis.fieldcourse.journalAppendFrames({ after, texts: [text] }),
    { after: head, text: JSON.stringify(change) },
  );
  expect(appended).toMatchObject({ ok: true });
  await stop(running);
  const again = await start(workspace);
  const [programme] = await rowsOf(again.page, 'programmes');
  expect(JSON.stringify(programme?.d['title'])).toContain(language === 'fr' ? 'autre titre' : 'Another title');
  await stop(again);
};

const inGroups = <T>(items: readonly T[], count: number): readonly (readonly T[])[] =>
  Array.from({ length: Math.ceil(items.length / count) }, (_, at) => items.slice(at * count, (at + 1) * count));

test('500 certificates in one run: every name and code read back, killed in the middle, reprinted the same to the byte', async ({
  folder,
  words,
}) => {
  const { t, like } = words;
  const workspace = path.join(folder, 'workspace');
  await prepare(folder, workspace);
  await writeFile(path.join(workspace, 'settings.json'), JSON.stringify({ ...defaultSettings, person }));
  const out = path.join(folder, 'out');
  await mkdir(out);
  let running = await start(workspace);
  const serials: string[] = [];

  await test.step('names are checked and mended in place, then the run begins; the battery dies in the middle', async () => {
    const { page } = running;
    const [app, paper] = [shell(page, words), certificates(page, words)];
    await app.openCohort('BIG-1');
    await app.openTab('certificates');
    await page.getByRole('button', { name: like('certificates.issue.certificate') }).waitFor({ timeout: 60_000 });
    await paper.issueMerged(running, out);
    await expect(page.getByRole('progressbar')).toBeVisible({ timeout: 120_000 });
    await killHard(running);
  });

  await test.step('after the restart no serial is lost and none is used twice; the run goes on', async () => {
    running = await start(workspace);
    const { page } = running;
    const [app, paper] = [shell(page, words), certificates(page, words)];
    await app.openCohort('BIG-1');
    await app.openTab('certificates');
    const again = page.getByRole('button', { name: like('certificates.goOn') });
    await again.click({ timeout: 60_000 });
    const dialog = page.getByRole('dialog', { name: like('certificates.dialog.title.rest') });
    await answerDialogs(running, { open: out });
    await dialog.getByRole('button', { name: t('certificates.folder.choose') }).click();
    await dialog.getByRole('button', { name: like('certificates.dialog.do.rest') }).click();
    await expect(page.locator('.run-line .note.ok')).toBeVisible({ timeout: 240_000 });
    await expect(paper.register).toBeVisible();
    await stop(running);
  });

  const files = (await readdir(out)).filter((name) => name.startsWith('certificates-') && name.endsWith('.pdf')).sort();
  const merged = path.join(out, files.at(-1) ?? '');

  await test.step('the PDF is sound and its fonts are in it', async () => {
    await checkPdf(merged);
    const fonts = await pdfFonts(merged);
    expect(fonts.length).toBeGreaterThan(0);
    expect(fonts.every(({ embedded }) => embedded)).toBe(true);
  });

  await test.step('every page says what the register says: text by poppler, code by zbar', async () => {
    const pages = (await pdfText(merged)).split('\f').filter((page) => page.trim() !== '');
    expect(pages).toHaveLength(size);
    const pictures = path.join(folder, 'pages');
    await mkdir(pictures);
    // The corner with the code is enough: 500 whole sheets would take minutes.
    const corner = ['-x', '1300', '-y', '780', '-W', '400', '-H', '340'];
    await run('pdftoppm', ['-r', '150', '-gray', ...corner, '-png', merged, path.join(pictures, 'page')]);
    const shots = (await readdir(pictures)).sort();
    expect(shots).toHaveLength(size);
    const codes: string[] = [];
    for (const group of inGroups(shots, 25)) {
      const { stdout } = await run('zbarimg', ['--quiet', '--raw', ...group.map((name) => path.join(pictures, name))], {
        maxBuffer: 1 << 24,
      });
      codes.push(...stdout.split('\n').filter((line) => line.startsWith('FC1:')));
    }
    expect(codes).toHaveLength(size);
    const names = new Set<string>();
    for (const [at, code] of codes.entries()) {
      const says = sayings(code);
      serials.push(says.serial);
      names.add(says.name);
      expect(pages[at], says.serial).toContain(says.serial);
      const text = (pages[at] ?? '').normalize('NFC').replace(/\s+/g, ' ');
      for (const word of says.name.split(' ')) expect(text, `${says.serial} ${says.name}`).toContain(word);
    }
    expect(new Set(serials).size).toBe(size);
    expect([...names].sort()).toEqual(everyone.map((_, at) => nameOf(at).normalize('NFC')).sort());
    const end = await runJob(['run', 'verify', codes[0] ?? '', '--workspace', workspace]);
    expect(end.code).toBe(0);
    expect(end.result).toMatchObject({ verified: 1 });
  });

  await test.step('a reprint is the same to the byte, whatever was changed since', async () => {
    const [one, two] = [path.join(folder, 'one'), path.join(folder, 'two')];
    const serial = serials[3] ?? '';
    const first = await runJob(['run', 'reprint', serial, '--out', one, '--reason', 'lost', '--workspace', workspace]);
    expect(first.result).toMatchObject({ same: true });
    await changeEverything(workspace, words.language);
    const later = await runJob([
      'run',
      'reprint',
      serial,
      '--out',
      two,
      '--reason',
      'lost again',
      '--workspace',
      workspace,
    ]);
    expect(later.result).toMatchObject({ same: true });
    const [a = ''] = await readdir(one);
    const [b = ''] = await readdir(two);
    expect(a).toBe(b);
    expect((await readFile(path.join(one, a))).equals(await readFile(path.join(two, b)))).toBe(true);
  });
});

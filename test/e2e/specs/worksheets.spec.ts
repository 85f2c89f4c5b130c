import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Locator, Page } from '@playwright/test';
import readSheets from 'read-excel-file/node';
import { answerDialogs, expect, test } from '../fixtures/app.ts';
import type { Running } from '../fixtures/app.ts';
import { expectNoViolations } from '../fixtures/axe.ts';
import { allScreens, atRest, goTo } from '../fixtures/screens.ts';
import { runJob } from '../fixtures/terminal.ts';
import type { Words } from '../fixtures/words.ts';
import { typeInto } from '../fixtures/workbooks.ts';
import { makeWorkspace, sampleFile } from '../fixtures/workspaces.ts';
import { importWizard } from '../page-models/import-wizard.ts';

const openImport = async (page: Page): Promise<void> => {
  const screen = (await allScreens(page)).find(({ name }) => name === 'cohort import');
  if (screen === undefined) throw new Error('No import');
  await goTo(page, screen);
};

/** As with Tab and Enter. */
const press = async (control: Locator): Promise<void> => {
  await control.focus();
  await control.press('Enter');
};

const makeSheet = async (running: Running, { t }: Words, file: string): Promise<void> => {
  await answerDialogs(running, { save: file });
  await press(running.page.getByRole('button', { name: t('import.worksheet.make') }));
  await running.page.getByText(file).waitFor();
};

/** A file from the desktop let fall on a place, as the system hands it over. */
const dropFile = async (page: Page, place: Locator, file: string): Promise<void> => {
  const box = await place.boundingBox();
  if (box === null) throw new Error('No place');
  const session = await page.context().newCDPSession(page);
  const at = { x: box.x + box.width / 2, y: box.y + 20 };
  for (const type of ['dragEnter', 'dragOver', 'drop'] as const)
    await session.send('Input.dispatchDragEvent', {
      type,
      ...at,
      data: { items: [], files: [file], dragOperationsMask: 1 },
    });
};

for (const language of ['en', 'fr'] as const)
  test.describe(`markers’ worksheets in ${language}`, () => {
    test.use({ contents: 'lusaka', language });

    test('go out, come back unchanged or filled in, and show what clashes', async ({ running, words, folder }) => {
      test.slow();
      const { page } = running;
      const { t } = words;
      const wizard = importWizard(page, words);
      const file = path.join(folder, 'worksheet.xlsx');
      const markedTab = page.getByRole('button', { name: t('import.titleOf.marks') });

      await test.step('a worksheet is made', async () => {
        await openImport(page);
        await press(markedTab);
        await atRest(page);
        await expectNoViolations(page, 'import of marks');
        await makeSheet(running, words, file);
        const sheets = await readSheets(file);
        expect(sheets.map(({ sheet }) => sheet).slice(-2)).toEqual(['_fieldcourse', '_lists']);
        expect(sheets).toHaveLength(14);
      });

      await test.step('as it was made, it changes nothing; the file says itself what it is', async () => {
        await answerDialogs(running, { open: file });
        await press(page.getByRole('button', { name: t('import.choose'), exact: true }));
        await expect(page.getByText(t('import.recognised.worksheet'))).toBeVisible();
        await expect(wizard.count('same')).toHaveText(String(26 * 12));
        await expect(wizard.count('refused')).toHaveText('0');
        await expect(page.getByRole('button', { name: t('import.goNone') })).toBeDisabled();
        await expectNoViolations(page, 'worksheet unchanged');
      });

      await test.step('filled in, it brings its marks and names what cannot be', async () => {
        // The headings stand in line 5; Chipo Nyambe, the twentieth by family name, in none that matters.
        await typeInto(file, 1, { D6: 12.5, D7: 99, F8: '1999-01-01', E9: 'EX', K6: 'Clear and warm.' });
        await press(page.getByRole('button', { name: t('import.chooseOther') }));
        await expect(wizard.count('changed')).toHaveText('1');
        await expect(wizard.count('new')).toHaveText('1');
        await expect(wizard.count('refused')).toHaveText('2');
        await expectNoViolations(page, 'worksheet filled in');
        await press(page.getByRole('button', { name: words.like('import.go.worksheet') }));
        await wizard.done.waitFor();
      });

      await test.step('the same file again clashes nowhere; an older one does, cell by cell, with both values', async () => {
        await press(page.getByRole('button', { name: t('import.another'), exact: true }));
        await press(page.getByRole('button', { name: t('import.choose'), exact: true }));
        await expect(wizard.count('unsure')).toHaveText('0');
        await expect(wizard.count('changed')).toHaveText('0');
        await typeInto(file, 1, { D6: 15, K6: 'Name the law.' });
        await press(page.getByRole('button', { name: t('import.chooseOther') }));
        await expect(wizard.count('unsure')).toHaveText('1');
        const row = page.getByRole('row').filter({ hasText: language === 'fr' ? '12,5' : '12.5' });
        await expect(row).toContainText('15');
        await expectNoViolations(page, 'worksheet with a clash');
        const [mark, feedback] = [row.getByRole('group').nth(0), row.getByRole('group').nth(1)];
        await press(mark.getByRole('button', { name: t('import.decision.file') }));
        await expect(mark.getByRole('button', { pressed: true })).toHaveText(t('import.decision.file'));
        await expect(wizard.count('unsure')).toHaveText('1');
        await press(feedback.getByRole('button', { name: t('import.decision.here') }));
        await expect(wizard.count('changed')).toHaveText('1');
        await press(page.getByRole('button', { name: words.like('import.go.worksheet') }));
        await wizard.done.waitFor();
        await press(page.getByRole('button', { name: t('import.undo'), exact: true }));
        await expect(page.getByText(t('import.undone'))).toBeVisible();
      });
    });
  });

test.describe('a file let fall on the first step', () => {
  test.use({ contents: 'learners' });

  test('is read, and one of Moodle’s is recognised', async ({ running, words }) => {
    const { page } = running;
    await openImport(page);
    await dropFile(page, page.locator('.import-file .drop'), sampleFile('moodle-grades-lusaka.csv'));
    const wizard = importWizard(page, words);
    await wizard.fates.waitFor();
    await expect(page.getByText(words.t('import.recognised.moodle-grades'))).toBeVisible();
    await expect(wizard.count('new')).toHaveText('26');
    await expectNoViolations(page, 'Moodle gradebook');
  });
});

test.describe('from a terminal', () => {
  let folder = '';
  let workspace = '';
  test.beforeEach(async () => {
    folder = await mkdtemp(path.join(tmpdir(), 'fieldcourse-worksheets-'));
    workspace = path.join(folder, 'workspace');
    await makeWorkspace(workspace, 'lusaka', {});
  });
  test.afterEach(() => rm(folder, { recursive: true, force: true, maxRetries: 5 }));

  const job = (...args: readonly string[]) => runJob(['run', ...args, '--workspace', workspace]);
  const worksheet = ['--as', 'worksheet', '--cohort', 'LSK-1'];

  test('a worksheet goes out, comes back unchanged and then filled in', async () => {
    const file = path.join(folder, 'worksheet.xlsx');
    const out = await job(
      'export',
      'worksheet',
      '--cohort',
      'LSK-1',
      '--assignment',
      'M1 Essay',
      '--group',
      'Group A',
      '--out',
      file,
    );
    expect(out.result).toMatchObject({ job: 'export', kind: 'worksheet', rows: 9 });
    const before = (await job('check')).result['content'];
    // A worksheet says itself that it is one: it comes in as marks, too.
    for (const as of [worksheet, ['--as', 'marks', '--cohort', 'LSK-1']]) {
      const same = await job('import', file, ...as);
      expect(same.result).toMatchObject({
        kind: 'worksheet',
        counts: { same: 9, new: 0, changed: 0, unsure: 0, refused: 0 },
        applied: false,
      });
    }
    expect((await job('check')).result['content']).toBe(before);

    await typeInto(file, 1, { D6: 12.5, D7: 99 });
    const dry = await job('import', file, ...worksheet, '--dry-run');
    expect(dry.result).toMatchObject({ counts: { changed: 1, refused: 1, same: 7 }, applied: false });
    expect((await job('check')).result['content']).toBe(before);
    const filled = await job('import', file, ...worksheet);
    expect(filled.result).toMatchObject({ applied: true });
    expect(filled.out.find((line) => line['fate'] === 'refused')?.['reason']).toBe('99 is above the maximum of 40.');

    await typeInto(file, 1, { D6: 15 });
    const undecided = await job('import', file, ...worksheet);
    expect(undecided.result).toMatchObject({ counts: { unsure: 1 }, applied: false });
    expect(undecided.out.find((line) => line['fate'] === 'unsure')?.['clashes']).toEqual([
      { field: 'Mark /40', here: '12.5', file: '15' },
    ]);
    const decided = await job('import', file, ...worksheet, '--on-clash', 'file');
    expect(decided.result).toMatchObject({ counts: { changed: 1, unsure: 0 }, applied: true });
  });

  test('what is wrong is said, and nothing is written', async () => {
    const out = path.join(folder, 'x.xlsx');
    const code = async (...args: readonly string[]) => (await job(...args)).errors[0]?.['error'];
    expect(await code('export', 'worksheet', '--cohort', 'LSK-1', '--out', path.join(folder, 'x.csv'))).toBe(
      'worksheet-needs-xlsx',
    );
    expect(await code('export', 'worksheet', '--cohort', 'LSK-1', '--out', out, '--marker', 'Nobody')).toBe(
      'worksheet-empty',
    );
    expect(await code('export', 'worksheet', '--cohort', 'LSK-1', '--out', out, '--assignment', 'M9 Essay')).toBe(
      'worksheet-assignment-missing',
    );
    expect(await code('import', sampleFile('marks.xlsx'), ...worksheet)).toBe('import-no-worksheet');
    expect(await code('import', sampleFile('marks.xlsx'), ...worksheet, '--on-clash', 'newest')).toBe('usage');
  });

  test('Moodle’s gradebook comes in by number, and its offline worksheet waits for names to be confirmed', async () => {
    const grades = await job('import', sampleFile('moodle-grades-lusaka.csv'), '--as', 'marks', '--cohort', 'LSK-1');
    expect(grades.result).toMatchObject({ counts: { unsure: 0, refused: 0 }, applied: true });
    const offline = await job(
      'import',
      sampleFile('moodle-feuille-M2 Expose-4711.csv'),
      '--as',
      'marks',
      '--cohort',
      'LSK-1',
    );
    expect(offline.result).toMatchObject({ applied: false });
    const lines = offline.out.filter((line) => line['fate'] === 'unsure');
    expect(lines.length).toBeGreaterThan(0);
  });
});

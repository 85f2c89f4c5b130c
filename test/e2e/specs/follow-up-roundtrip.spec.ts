import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Locator, Page } from '@playwright/test';
import readSheets from 'read-excel-file/node';
import { answerDialogs, expect, test } from '../fixtures/app.ts';
import { expectNoViolations } from '../fixtures/axe.ts';
import { allScreens, atRest, goTo } from '../fixtures/screens.ts';
import { runJob } from '../fixtures/terminal.ts';
import type { Words } from '../fixtures/words.ts';
import { typeInto } from '../fixtures/workbooks.ts';
import { makeWorkspace, sampleFile } from '../fixtures/workspaces.ts';
import { importWizard } from '../page-models/import-wizard.ts';

/** As with Tab and Enter. */
const press = async (control: Locator): Promise<void> => {
  await control.focus();
  await control.press('Enter');
};

const openImport = async (page: Page): Promise<void> => {
  const screen = (await allScreens(page)).find(({ name }) => name === 'cohort import');
  if (screen === undefined) throw new Error('No import');
  await goTo(page, screen);
};

const letters = (place: number): string =>
  place < 26 ? String.fromCharCode(65 + place) : letters(Math.floor(place / 26) - 1) + letters(place % 26);

/** Where the cells of an enumerator's sheet are: the address of a row (counted from 1) and a heading, and the ids of its alumni. */
const openSheet = async (file: string) => {
  const sheets = await readSheets(file);
  const rows = sheets[0]?.data ?? [];
  const header = rows.findIndex((row) => row.includes('_alumnus'));
  const headings = (rows[header] ?? []).map(String);
  const placeOf = (heading: string): number => {
    const place = headings.indexOf(heading);
    if (place < 0) throw new Error(`No column ${heading} in ${headings.join(', ')}`);
    return place;
  };
  return {
    names: sheets.map(({ sheet }) => sheet),
    count: rows.length - header - 1,
    at: (row: number, heading: string): string => `${letters(placeOf(heading))}${header + 1 + row}`,
    value: (row: number, heading: string): string => String(rows[header + row]?.[placeOf(heading)] ?? ''),
  };
};

const spoken = {
  en: {
    day: 'Call 1: day',
    result: 'Call 1: result',
    talked: 'Talked',
    same: 'Still in the same community',
    yes: 'Yes',
    activity: 'Main activity',
    seeking: 'Seeking work',
    study: 'Further study',
    name: 'Name',
  },
  fr: {
    day: 'Appel 1 : jour',
    result: 'Appel 1 : résultat',
    talked: 'Entretien',
    same: 'Toujours dans la même communauté',
    yes: 'Oui',
    activity: 'Activité principale',
    seeking: 'En recherche d’emploi',
    study: 'Études',
    name: 'Nom',
  },
} as const;

const today = (): string => new Date().toISOString().slice(0, 10);

const chooseFile = async (page: Page, { t }: Words): Promise<void> => {
  const first = page.getByRole('button', { name: t('import.choose'), exact: true });
  const other = page.getByRole('button', { name: t('import.chooseOther') });
  await press((await first.isVisible()) ? first : other);
};

for (const language of ['en', 'fr'] as const)
  test.describe(`interviews by enumerators in ${language}`, () => {
    test.use({ contents: 'awarded', language });

    test('go out as a sheet or a form, and come back once', async ({ running, words, folder }) => {
      test.slow();
      const { page } = running;
      const { t } = words;
      const say = spoken[language];
      const wizard = importWizard(page, words);
      const file = path.join(folder, 'interviews.xlsx');
      const form = path.join(folder, 'form.xlsx');

      await test.step('a sheet and a phone form are made', async () => {
        await openImport(page);
        await press(page.getByRole('button', { name: t('import.titleOf.follow-up') }));
        await page.getByLabel(t('import.enumerator.wave')).selectOption('0');
        await atRest(page);
        await expectNoViolations(page, 'import of interviews');
        await answerDialogs(running, { save: file });
        await press(page.getByRole('button', { name: t('import.enumerator.makeSheet') }));
        await page.getByText(file).waitFor();
        await answerDialogs(running, { save: form });
        await press(page.getByRole('button', { name: t('import.enumerator.makeForm') }));
        await page.getByText(form).waitFor();
        expect((await readSheets(form)).map(({ sheet }) => sheet)).toEqual(['survey', 'choices', 'settings']);
        const list = await readFile(path.join(folder, 'alumni.csv'), 'utf8');
        expect(list.startsWith('name,label,')).toBe(true);
      });

      const sheet = await openSheet(file);
      await test.step('as it was made, the sheet changes nothing; it says itself what it is', async () => {
        expect(sheet.names).toHaveLength(3);
        await answerDialogs(running, { open: file });
        await chooseFile(page, words);
        await expect(page.getByText(t('import.recognised.follow-up'))).toBeVisible();
        await expect(wizard.count('same')).toHaveText(String(sheet.count));
        await expect(page.getByRole('button', { name: t('import.goNone') })).toBeDisabled();
        await expectNoViolations(page, 'interviews unchanged');
      });

      await test.step('filled in, it brings its interviews and names what cannot be', async () => {
        await typeInto(file, 1, {
          [sheet.at(1, say.day)]: today(),
          [sheet.at(1, say.result)]: say.talked,
          [sheet.at(1, say.same)]: say.yes,
          [sheet.at(1, say.activity)]: say.seeking,
          [sheet.at(2, say.day)]: '1999-01-01',
          [sheet.at(2, say.result)]: say.talked,
          [sheet.at(2, say.same)]: say.yes,
        });
        await chooseFile(page, words);
        await expect(wizard.count('new')).toHaveText('1');
        await expect(wizard.count('refused')).toHaveText('1');
        await expectNoViolations(page, 'interviews filled in');
        await press(page.getByRole('button', { name: words.like('import.go.follow-up') }));
        await wizard.done.waitFor();
      });

      await test.step('the same file again changes nothing; another answer waits for a decision', async () => {
        await press(page.getByRole('button', { name: t('import.another'), exact: true }));
        await chooseFile(page, words);
        await expect(wizard.count('new')).toHaveText('0');
        await expect(wizard.count('unsure')).toHaveText('0');
        await typeInto(file, 1, { [sheet.at(1, say.activity)]: say.study });
        await chooseFile(page, words);
        await expect(wizard.count('unsure')).toHaveText('1');
        const row = page.getByRole('row').filter({ hasText: sheet.value(1, say.name) });
        await press(row.getByRole('button', { name: t('import.decision.file') }));
        await expect(wizard.count('changed')).toHaveText('1');
        await expectNoViolations(page, 'interviews with a clash');
      });

      await test.step('the export of the phone form comes in, and one undo takes it back', async () => {
        const head =
          'end;fc_alumnus;fc_wave;fc_edition;fc_interviewer;fc_call_on;fc_call_result;interview/activity;_uuid';
        const own = `${today()}T09:10:00.000+02:00;${sheet.value(3, '_alumnus')};${sheet.value(3, '_wave')};follow-up:1;Mwila Zulu;${today()};talked;seeking-work;aaa-1`;
        const csv = path.join(folder, 'kobo.csv');
        await writeFile(csv, `${head}\n${own}\n`);
        await answerDialogs(running, { open: csv });
        await chooseFile(page, words);
        await expect(wizard.count('new')).toHaveText('1');
        await press(page.getByRole('button', { name: words.like('import.go.follow-up') }));
        await wizard.done.waitFor();
        await press(page.getByRole('button', { name: t('import.undo'), exact: true }));
        await expect(page.getByText(t('import.undone'))).toBeVisible();
      });

      await test.step('alumni of earlier cycles come in with their gaps', async () => {
        await page.evaluate(() => (window.location.hash = '#/alumni/import'));
        await answerDialogs(running, { open: sampleFile('alumni-earlier.csv') });
        await chooseFile(page, words);
        await expect(wizard.count('new')).toHaveText('13');
        await expect(wizard.count('refused')).toHaveText('2');
        await expectNoViolations(page, 'import of alumni');
        await press(page.getByRole('button', { name: words.like('import.go.alumni') }));
        await wizard.done.waitFor();
      });
    });
  });

test.describe('from a terminal', () => {
  let folder = '';
  let workspace = '';
  test.beforeEach(async () => {
    folder = await mkdtemp(path.join(tmpdir(), 'fieldcourse-follow-up-'));
    workspace = path.join(folder, 'workspace');
    await makeWorkspace(workspace, 'awarded', {});
  });
  test.afterEach(() => rm(folder, { recursive: true, force: true, maxRetries: 5 }));

  const job = (...args: readonly string[]) => runJob(['run', ...args, '--workspace', workspace]);

  test('a sheet goes out and comes back, alumni of earlier cycles come in, each row with its fate', async () => {
    const file = path.join(folder, 'interviews.xlsx');
    const of = ['--cohort', 'LSK-1'];
    const out = await job('export', 'enumerator-sheet', ...of, '--wave', '0', '--questions', 'sw', '--out', file);
    expect(out.result).toMatchObject({ job: 'export', kind: 'enumerator-sheet' });
    const sheet = await openSheet(file);
    const same = await job('import', file, '--as', 'follow-up', ...of);
    expect(same.result).toMatchObject({ counts: { same: sheet.count, new: 0 }, applied: false });
    await typeInto(file, 1, {
      [sheet.at(1, 'Simu 1: siku')]: today(),
      [sheet.at(1, 'Simu 1: matokeo')]: 'Hakupokea',
    });
    expect((await job('import', file, '--as', 'follow-up', ...of)).result).toMatchObject({
      counts: { new: 1 },
      applied: true,
    });
    expect((await job('import', file, '--as', 'follow-up', ...of)).result).toMatchObject({
      counts: { new: 0 },
      applied: false,
    });
    const alumni = await job('import', sampleFile('alumni-earlier.csv'), '--as', 'alumni');
    expect(alumni.result).toMatchObject({ counts: { new: 13, refused: 2 }, applied: true });
    expect(alumni.out.filter((line) => line['fate'] === 'refused')).toHaveLength(2);
    const code = async (...args: readonly string[]) => (await job(...args)).errors[0]?.['error'];
    expect(await code('export', 'enumerator-sheet', ...of, '--wave', '7', '--out', file)).toBe('enumerator-no-wave');
    expect(await code('export', 'phone-form', ...of, '--wave', '0', '--out', `${file}.csv`)).toBe(
      'enumerator-needs-xlsx',
    );
    expect(await code('import', sampleFile('marks.xlsx'), '--as', 'follow-up', ...of)).toBe('import-no-answers');
  });
});

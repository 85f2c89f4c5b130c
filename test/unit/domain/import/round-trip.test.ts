import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readTable } from '#main/services/tables/read-table.ts';
import { writeTable } from '#main/services/tables/write-table.ts';
import type { ExportSheet, ExportWords } from '#shared/domain/exports/export-table.ts';
import { learnersSheet } from '#shared/domain/exports/learners-export.ts';
import { marksSheet } from '#shared/domain/exports/marks-export.ts';
import { enrolmentStatuses, sexes, activities } from '#shared/domain/people.ts';
import type { Enrolment, Person } from '#shared/domain/people.ts';
import { asId } from '#shared/domain/ids.ts';
import type { Language } from '#shared/domain/languages.ts';
import { sayMessage } from '#shared/i18n/make-translator.ts';
import { createTranslator } from '#shared/i18n/translator.ts';
import type { Content } from './builders.ts';
import { cohort, empty, fatesOf, imported, plan, programme, sample } from './builders.ts';

let folder = '';
beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'fieldcourse-round-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

const wordsOf = (language: Language): ExportWords => {
  const translate = createTranslator(language);
  return { language, say: (message) => sayMessage(translate, message) };
};

/** One learner for every status, activity and sex, with everything that can be known, some of it hostile. */
const everything = (): Content => {
  const people = new Map<string, Person>();
  const enrolments = new Map<string, Enrolment>();
  enrolmentStatuses.forEach((status, index) => {
    const personId = asId<Person['id']>(`person-${index}`);
    const enrolmentId = asId<Enrolment['id']>(`enrolment-${index}`);
    people.set(personId, {
      id: personId,
      givenNames: index % 2 === 0 ? '=Sum(A1)' : 'Đặng',
      familyName: index === 3 ? '' : `Thị ${'abcdefghijk'[index] ?? ''}, “x”;y`,
      number: `00${index}`,
      sex: sexes[index % sexes.length] ?? 'other',
      born: '1990-02-28',
      phone: `+250 788 555 00${index}`,
      email: '@home',
      nationalId: `-${index}/ab`,
      community: 'Xai-Xai',
      country: 'CI',
      language: index % 2 === 0 ? 'pt' : 'ny',
      alternates:
        index === 0
          ? []
          : [
              { name: "'Quoted", phone: '-1', relation: 'aunt\nof two' },
              { name: '', phone: '0' },
            ],
    });
    enrolments.set(enrolmentId, {
      id: enrolmentId,
      personId,
      cohortId: cohort.id,
      status,
      enrolledOn: '2025-06-01',
      site: '+1',
      mentorGroup: 'A;B',
      consentCalls: index % 2 === 0,
      confirmedName: 'ǀXam Names',
      nameConfirmedOn: '2026-05-01',
      baseline: {
        activity: activities[index % activities.length] ?? 'further-study',
        community: 'elsewhere',
        organisation: "''=x",
        secondaryDone: index % 2 === 1,
      },
    });
  });
  return { ...empty, people, enrolments };
};

const learnersOf = ({ people, enrolments }: Content) =>
  [...enrolments.values()].flatMap((enrolment) =>
    [...people.values()].filter(({ id }) => id === enrolment.personId).map((person) => ({ person, enrolment })),
  );

const writeAndRead = async ({ name, columns, rows }: ExportSheet, ending: string, language: Language) => {
  const file = path.join(folder, `file-${language}${ending}`);
  await writeTable({
    path: file,
    language,
    sheets: [{ name, columns: [...columns], rows: rows.map((row) => [...row]) }],
  });
  const read = await readTable({ path: file });
  if (!read.ok) throw new Error(read.error.code);
  return read.value;
};

describe.each([
  ['en', '.csv'],
  ['en', '.xlsx'],
  ['fr', '.csv'],
  ['fr', '.xlsx'],
  ['pt', '.csv'],
  ['pt', '.xlsx'],
  ['sw', '.csv'],
  ['sw', '.xlsx'],
] as const)('what is exported in %s as %s', (language, ending) => {
  it('changes nothing when the learners are imported again', async () => {
    const content = everything();
    const again = plan(
      'learners',
      content,
      await writeAndRead(learnersSheet(learnersOf(content), wordsOf(language)), ending, language),
    );
    expect(
      again.rows
        .flatMap(({ changes, problems, reason }) => [...changes, ...problems, reason])
        .filter((each) => each !== undefined),
    ).toEqual([]);
    expect(again.changes).toEqual([]);
    expect(fatesOf(again)).toEqual({ same: enrolmentStatuses.length });
  });

  it('says everything that is known of a learner', async () => {
    const content = everything();
    const read = await writeAndRead(learnersSheet(learnersOf(content), wordsOf(language)), ending, language);
    const fresh = imported('learners', empty, {
      sheets: read.sheets.map(({ name, rows }) => ({
        name,
        rows: rows.filter(
          (row) =>
            !row.some((cell) => /award|certifi|complet|termin|diplom|conclu|tunuki|maliz/i.test(cell)) ||
            row === rows[0],
        ),
      })),
    });
    const without = ({ id: _id, ...person }: Person) => person;
    const known = [...content.people.values()].filter(
      (_, index) => enrolmentStatuses[index] !== 'awarded' && enrolmentStatuses[index] !== 'completed',
    );
    const byNumber = (a: { readonly number?: string }, b: { readonly number?: string }): number =>
      (a.number ?? '') < (b.number ?? '') ? -1 : 1;
    const flat = (person: Omit<Person, 'id'>) => ({
      ...person,
      alternates: person.alternates.map((each) => ({
        ...each,
        ...(each.relation === undefined ? {} : { relation: each.relation.replace('\n', ' ') }),
      })),
    });
    expect([...fresh.people.values()].map(without).sort(byNumber)).toEqual(known.map(without).map(flat).sort(byNumber));
  });

  it('changes nothing when the marks are imported again', async () => {
    const content = imported(
      'attendance',
      imported(
        'marks',
        imported('learners', empty, await sample('learners-lusaka.csv')),
        await sample('marks-lusaka.csv'),
      ),
      await sample('attendance-lusaka.csv'),
    );
    const sheet = marksSheet(
      { programme, learners: learnersOf(content), sheets: [...content.sheets.values()] },
      wordsOf(language),
    );
    const again = plan('marks', content, await writeAndRead(sheet, ending, language));
    expect(again.changes).toEqual([]);
    expect(fatesOf(again)).toEqual({ same: 26 });
  });
});

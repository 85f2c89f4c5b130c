import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Faces } from '#main/services/certificates/faces.ts';
import { openFaces } from '#main/services/certificates/faces.ts';
import { openPaperFile } from '#main/services/papers/paper-file.ts';
import type { CohortId, EnrolmentId, PersonId } from '#shared/domain/ids.ts';
import { asId } from '#shared/domain/ids.ts';
import type { CallSheetInput } from '#shared/domain/papers/call-sheet.ts';
import { callSheetPaper } from '#shared/domain/papers/call-sheet.ts';
import { questionnaireLanguages } from '#shared/domain/questionnaire-design.ts';
import { standardQuestionnaire } from '#shared/domain/questionnaire-standard.ts';
import { pagesOf, saved } from '../certificates/read-pdf.ts';
import { fonts } from './specimens.ts';

let faces: Faces;
let folder: string;
beforeAll(async () => {
  faces = await openFaces(fonts);
  folder = await mkdtemp(path.join(tmpdir(), 'call-sheets-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

/** Somebody of whom all is known and to whom every question may be put. */
const fullest = (language: CallSheetInput['language']): CallSheetInput => ({
  name: 'Innocent Télesphore Mukeshimana-Nkurunziza',
  cohortCode: '2023-RW',
  offsetMonths: 18,
  dates: { opens: '2026-04-22', dueOn: '2026-05-22', closes: '2026-08-20' },
  person: {
    id: asId<PersonId>('p'),
    givenNames: 'Innocent Télesphore',
    familyName: 'Mukeshimana-Nkurunziza',
    phone: '+250 700 000 305',
    bestTime: 'after 18:00, when the centre has closed',
    language: 'rw',
    community: 'Nyamirambo',
    alternates: [
      { name: 'Clémentine Bénédicte', relation: 'mother', phone: '+250 700 000 139' },
      { name: 'Chantal', relation: 'neighbour', phone: '+250 700 000 307' },
    ],
  },
  enrolment: {
    id: asId<EnrolmentId>('e'),
    personId: asId<PersonId>('p'),
    cohortId: asId<CohortId>('c'),
    status: 'awarded',
    enrolledOn: '2023-01-15',
    baseline: { activity: 'unpaid-volunteer' },
    mentor: { name: 'Jean-Bosco Habimana', phone: '+250 700 000 130' },
  },
  design: standardQuestionnaire,
  language,
  attempts: 4,
  caller: 'Aminata Kouyaté',
  last: { activity: 'seeking-work', newCommunity: 'the provincial capital', employer: 'Hope Corner Drop-in Centre' },
  owner: 'Demonstration',
  on: '2026-05-25',
});

describe('the call sheet', () => {
  it.each(questionnaireLanguages)('is one page, whatever is known and asked (%s)', async (language) => {
    const paper = callSheetPaper(fullest(language));
    const file = openPaperFile(faces, paper);
    expect(file.add(paper).ok).toBe(true);
    const pages = await pagesOf(await saved(folder, `${language}.pdf`, await file.end()));
    expect(pages).toHaveLength(1);
  });
});

import type { PersonId } from '#shared/domain/ids.ts';
import type { Language } from '#shared/domain/languages.ts';
import { screenLanguages } from '#shared/domain/languages.ts';
import { personPaper } from '#shared/domain/papers/person-file.ts';
import type { Person } from '#shared/domain/people.ts';
import type { PersonDossier, PersonMembership } from '#shared/domain/person-file.ts';
import { exportsWith, personHistoryLine, personJson } from '#shared/domain/person-file.ts';
import { loadTranslator } from '#shared/i18n/load-translator.ts';
import { sayMessage } from '#shared/i18n/make-translator.ts';
import type { QuestionnaireDesign } from '#shared/domain/questionnaire-design.ts';
import type { Result } from '#shared/lib/result.ts';
import { fail, ok } from '#shared/lib/result.ts';
import { desktop } from '#renderer/desktop/bridge.ts';
import { nowInstant, today } from '#renderer/desktop/clock.ts';
import { writePaper } from '#renderer/desktop/write-papers.ts';
import { changesTouching } from '../changes-touching.ts';
import { searchPeople } from '../people-index.ts';
import { getRecord, listByPerson, listRecords } from '../records.ts';
import { noteExport } from './export-notes.ts';
import { questionnaireOf } from './questionnaires.ts';

const membershipOf = async (
  enrolment: PersonMembership['enrolment'],
  rest: Pick<PersonMembership, 'certificates' | 'followUps'>,
): Promise<PersonMembership> => {
  const [cohort, sheet, register, award] = await Promise.all([
    getRecord('cohorts', enrolment.cohortId),
    getRecord('sheets', enrolment.id),
    getRecord('registers', enrolment.id),
    getRecord('awards', enrolment.id),
  ]);
  const programme = cohort === undefined ? undefined : await getRecord('programmes', cohort.programmeId);
  return {
    enrolment,
    cohort: cohort && { id: cohort.id, code: cohort.code, name: cohort.name, country: cohort.country },
    programme,
    sheet,
    register,
    award,
    certificates: rest.certificates.filter(({ enrolmentId }) => enrolmentId === enrolment.id),
    followUps: rest.followUps.filter(({ enrolmentId }) => enrolmentId === enrolment.id),
  };
};

/** Everything that is kept about a person, with the history; undefined where there is no such person. */
export const loadDossier = async (personId: string): Promise<PersonDossier | undefined> => {
  const [person, enrolments, certificates, followUps, notes] = await Promise.all([
    getRecord('people', personId),
    listByPerson('enrolments', personId),
    listByPerson('certificates', personId),
    listByPerson('followUps', personId),
    listRecords('exportNotes'),
  ]);
  if (person === undefined) return undefined;
  const memberships = await Promise.all(
    enrolments.map((enrolment) => membershipOf(enrolment, { certificates, followUps })),
  );
  const records = [
    `people/${person.id}`,
    ...enrolments.flatMap(({ id }) => ['enrolments', 'sheets', 'registers', 'awards'].map((table) => `${table}/${id}`)),
    ...certificates.map(({ id }) => `certificates/${id}`),
    ...followUps.map(({ id }) => `followUps/${id}`),
  ];
  const about = new Set(records);
  const history = (await changesTouching(records)).flatMap((set) => personHistoryLine(set, about) ?? []);
  const codes = memberships.flatMap(({ cohort }) => cohort?.code ?? []);
  return { person, memberships, history, exports: exportsWith(notes, codes, history[0]?.at ?? '') };
};

const designsOf = async ({ memberships }: PersonDossier): Promise<ReadonlyMap<string, QuestionnaireDesign>> => {
  const followUps = memberships.flatMap((membership) => membership.followUps);
  return new Map(
    await Promise.all(followUps.map(async (followUp) => [followUp.id, await questionnaireOf(followUp)] as const)),
  );
};

const isLanguage = (text: string | undefined): text is Language =>
  screenLanguages.some((language) => language === text);

/**
 * Writes everything about one person: a PDF in the person's own language where the app speaks it (else in `language`), or, where the path ends in .json, every
 * record with its history. It is noted as an export. Errors: `person-missing`, those of writing.
 */
export const writePersonFile = async (
  personId: PersonId,
  { path, language }: { readonly path: string; readonly language: Language },
): Promise<Result<{ readonly path: string; readonly bytes: number; readonly pages?: number }>> => {
  const dossier = await loadDossier(personId);
  if (dossier === undefined) return fail('person-missing');
  const workspace = (await getRecord('workspace', 'workspace'))?.name ?? '';
  const translate = await loadTranslator(language);
  const note = (): Promise<void> =>
    noteExport(
      { kind: 'person', path, rows: 1, named: true },
      { language, say: (text) => sayMessage(translate, text) },
    );
  if (/\.json$/i.test(path)) {
    const written = await desktop.filesWriteText({
      path,
      text: personJson(dossier, { workspace, madeAt: nowInstant() }),
    });
    if (!written.ok) return fail(written.error.code, written.error.details);
    await note();
    return ok(written.value);
  }
  const own = isLanguage(dossier.person.language) ? dossier.person.language : language;
  const words = await loadTranslator(own);
  const paper = personPaper(
    {
      ...dossier,
      workspace,
      wordings: await listRecords('consentWordings'),
      designs: await designsOf(dossier),
      on: today(),
    },
    { language: own, say: (text) => sayMessage(words, text) },
  );
  const written = await writePaper(paper, path);
  if (written.ok) await note();
  return written;
};

/** The person that a word on the command line means: an id, a learner number, or a whole name. Errors: `person-missing`, `person-several`. */
export const findPerson = async (wanted: string): Promise<Result<Person>> => {
  const byId = await getRecord('people', wanted);
  if (byId !== undefined) return ok(byId);
  const found = await searchPeople(wanted, 50);
  const exact = found.filter(({ name, number }) => number === wanted || name === wanted.normalize('NFC'));
  const [only] = exact;
  if (only === undefined) return fail('person-missing');
  if (exact.length > 1) return fail('person-several', { count: exact.length });
  const person = await getRecord('people', only.id);
  return person === undefined ? fail('person-missing') : ok(person);
};

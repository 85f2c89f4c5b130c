import type { FollowUp } from '#shared/domain/follow-ups.ts';
import type { OwnQuestionnaire } from '#shared/domain/own-questionnaires.ts';
import type { QuestionnaireDesign } from '#shared/domain/questionnaire-design.ts';
import { readQuestionnaire, textIn } from '#shared/domain/questionnaire-design.ts';
import { questionnaireProblems } from '#shared/domain/questionnaire-editing.ts';
import { standardQuestionnaire } from '#shared/domain/questionnaire-standard.ts';
import type { Result } from '#shared/lib/result.ts';
import { fail, ok } from '#shared/lib/result.ts';
import { today } from '#renderer/desktop/clock.ts';
import { changeInTurn } from '../change-in-turn.ts';
import { newId } from '../new-id.ts';
import { getRecord, listRecords } from '../records.ts';
import type { RecordChange } from '../write-path.ts';
import { commit } from '../write-path.ts';

const recordOf = (design: QuestionnaireDesign, state: OwnQuestionnaire['state']): OwnQuestionnaire => ({
  id: `${design.name}:${String(design.version)}`,
  name: design.name,
  version: design.version,
  state,
  changedOn: today(),
  design: JSON.stringify(design),
});

const change = (next: OwnQuestionnaire): RecordChange => ({ table: 'questionnaires', id: next.id, next });

const titleOf = (design: QuestionnaireDesign): string => textIn(design.title, 'en');

/** The questions of an edition made here. Error: `questionnaire-damaged`. */
export const readOwnQuestionnaire = ({ design }: OwnQuestionnaire): Result<QuestionnaireDesign> => {
  try {
    return readQuestionnaire(JSON.parse(design));
  } catch {
    return fail('questionnaire-damaged', { where: '' });
  }
};

/** The editions made here, the one in use first, then the newest. */
export const listOwnQuestionnaires = async (): Promise<readonly OwnQuestionnaire[]> => {
  const rank = ({ state }: OwnQuestionnaire): number => (state === 'in-use' ? 0 : state === 'draft' ? 1 : 2);
  return (await listRecords('questionnaires')).toSorted(
    (a, b) => rank(a) - rank(b) || a.name.localeCompare(b.name) || b.version - a.version,
  );
};

/** The questionnaire that new interviews are held with: the one of this workspace that is in use, else the shipped one. */
export const questionnaireInUse = async (): Promise<QuestionnaireDesign> => {
  const used = (await listRecords('questionnaires')).find(({ state }) => state === 'in-use');
  const design = used === undefined ? undefined : readOwnQuestionnaire(used);
  return design?.ok === true ? design.value : standardQuestionnaire;
};

/**
 * The questionnaire of an interview: the very edition that its answers were given to, or the one in use where nothing was answered yet. Answers older
 * than editions were given to the shipped one.
 */
export const questionnaireOf = async (
  followUp: Pick<FollowUp, 'answers' | 'declined' | 'questionnaire'> | undefined,
): Promise<QuestionnaireDesign> => {
  if (followUp === undefined) return questionnaireInUse();
  const begun = Object.keys(followUp.answers).length > 0 || (followUp.declined ?? []).length > 0;
  if (!begun) return questionnaireInUse();
  const { name, version } = followUp.questionnaire ?? standardQuestionnaire;
  if (name === standardQuestionnaire.name) return standardQuestionnaire;
  const record = await getRecord('questionnaires', `${name}:${String(version)}`);
  const design = record === undefined ? undefined : readOwnQuestionnaire(record);
  return design?.ok === true ? design.value : standardQuestionnaire;
};

/** Writes a copy of a questionnaire as the first draft of one's own and returns its id. */
export const addQuestionnaire = async (
  design: QuestionnaireDesign,
  title: QuestionnaireDesign['title'],
): Promise<Result<string>> => {
  const draft = { ...design, name: `own-${newId().slice(-12)}`, version: 1, title };
  const record = recordOf(draft, 'draft');
  const written = await commit({ code: 'questionnaire-added', values: { title: titleOf(draft) } }, [change(record)]);
  return written.ok ? ok(record.id) : written;
};

/** Keeps a draft as it stands. Errors: `questionnaire-not-a-draft`, those of the write path. */
export const saveQuestionnaire = (id: string, design: QuestionnaireDesign): Promise<Result<unknown>> => {
  const title = titleOf(design);
  return changeInTurn({ code: 'questionnaire-changed', values: { title } }, 'questionnaires', id, (record) =>
    Promise.resolve(
      record?.state === 'draft'
        ? ok([change(recordOf(design, 'draft'))])
        : fail('questionnaire-not-a-draft', { title }),
    ),
  );
};

/** The title that the history tells; the id where nothing can be read. */
const titleKept = async (id: string): Promise<string> => {
  const record = await getRecord('questionnaires', id);
  const design = record === undefined ? undefined : readOwnQuestionnaire(record);
  return design?.ok === true ? titleOf(design.value) : id;
};

/**
 * Takes an edition into use; the one used until then is retired. Interviews begun with another edition go on with theirs. Errors:
 * `questionnaire-unknown`, `questionnaire-damaged`, `questionnaire-problems` with how many there are.
 */
export const startQuestionnaire = async (id: string): Promise<Result<unknown>> => {
  const why = { code: 'questionnaire-in-use', values: { title: await titleKept(id) } };
  return changeInTurn(why, 'questionnaires', id, async (record) => {
    if (record === undefined) return fail('questionnaire-unknown');
    const design = readOwnQuestionnaire(record);
    if (!design.ok) return design;
    const problems = questionnaireProblems(design.value);
    if (problems.length > 0) return fail('questionnaire-problems', { count: problems.length });
    const others = (await listRecords('questionnaires')).filter(
      ({ state, id: other }) => state === 'in-use' && other !== id,
    );
    return ok([
      ...others.map((other) => change({ ...other, state: 'retired' })),
      change({ ...record, state: 'in-use', changedOn: today() }),
    ]);
  });
};

/** Takes an edition out of use. Where no other is taken into use, new interviews are held with the shipped one. Error: `questionnaire-unknown`. */
export const retireQuestionnaire = async (id: string): Promise<Result<unknown>> => {
  const why = { code: 'questionnaire-retired', values: { title: await titleKept(id) } };
  return changeInTurn(why, 'questionnaires', id, (record) =>
    Promise.resolve(
      record === undefined
        ? fail('questionnaire-unknown')
        : ok([change({ ...record, state: 'retired', changedOn: today() })]),
    ),
  );
};

/** Removes a draft. Error: `questionnaire-not-a-draft`. */
export const removeQuestionnaire = async (id: string): Promise<Result<unknown>> => {
  const title = await titleKept(id);
  return changeInTurn({ code: 'questionnaire-removed', values: { title } }, 'questionnaires', id, (record) =>
    Promise.resolve(
      record?.state === 'draft'
        ? ok([{ table: 'questionnaires', id, next: null }])
        : fail('questionnaire-not-a-draft', { title }),
    ),
  );
};

/** The draft of the next edition, made from this one where there is none yet; gives its id. Errors: `questionnaire-unknown`, `questionnaire-damaged`. */
export const nextEdition = async (id: string): Promise<Result<string>> => {
  const record = await getRecord('questionnaires', id);
  if (record === undefined) return fail('questionnaire-unknown');
  const editions = (await listRecords('questionnaires')).filter(({ name }) => name === record.name);
  const open = editions.find(({ state }) => state === 'draft');
  if (open !== undefined) return ok(open.id);
  const design = readOwnQuestionnaire(record);
  if (!design.ok) return design;
  const version = Math.max(...editions.map((each) => each.version)) + 1;
  const next = recordOf({ ...design.value, version }, 'draft');
  const written = await commit({ code: 'questionnaire-added', values: { title: titleOf(design.value) } }, [
    change(next),
  ]);
  return written.ok ? ok(next.id) : written;
};

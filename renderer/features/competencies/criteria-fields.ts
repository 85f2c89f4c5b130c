import { asId } from '#shared/domain/ids.ts';
import type { AssignmentId, CriterionId } from '#shared/domain/ids.ts';
import type { Language } from '#shared/domain/languages.ts';
import { formatMark, parseMark } from '#shared/domain/mark-text.ts';
import type { Criterion } from '#shared/domain/programmes.ts';
import type { Failure, Result } from '#shared/lib/result.ts';
import { ok } from '#shared/lib/result.ts';

/** The second language in which a criterion has its title: that of the screen, beside English; French beside an English screen. */
type SecondLanguage = Exclude<Language, 'en'>;

export const secondLanguage = (screen: Language): SecondLanguage => (screen === 'en' ? 'fr' : screen);

/** A criterion as it stands in the form, with its title in English and in the second language. `kept` is the criterion it was, with its tie. */
export type CriterionFields = {
  readonly key: string;
  readonly en: string;
  readonly second: string;
  readonly max: string;
  readonly least: string;
  readonly kept?: Criterion;
};

/** The highest mark that a criterion of any assignment can have, in hundredths. */
const highest = 100_000;

/** What the form shows of criteria. */
export const fieldsOf = (criteria: readonly Criterion[], language: Language): readonly CriterionFields[] =>
  criteria.map((criterion) => ({
    key: criterion.id,
    en: criterion.title.en,
    second: criterion.title[secondLanguage(language)] ?? '',
    max: formatMark(criterion.max, language),
    least: criterion.mustPass === undefined ? '' : formatMark(criterion.mustPass, language),
    kept: criterion,
  }));

/** A number for a new criterion's id that none of its assignment has had. */
const freeNumber = (assignmentId: AssignmentId, taken: ReadonlySet<string>): number => {
  let number = 1;
  while (taken.has(`${assignmentId}-c${number}`)) number += 1;
  return number;
};

/** The criteria that the form holds; a maximum or least mark that is no mark is refused as in the grid. A title in one language serves for both. */
export const criteriaFrom = (
  fields: readonly CriterionFields[],
  assignmentId: AssignmentId,
  language: Language,
): Result<readonly Criterion[], Failure> => {
  const taken = new Set(fields.flatMap(({ kept }) => (kept === undefined ? [] : [kept.id as string])));
  const criteria: Criterion[] = [];
  for (const { en, second, max, least, kept } of fields) {
    const read = parseMark(max, highest);
    if (!read.ok) return read;
    const readLeast = least.trim() === '' ? undefined : parseMark(least, highest);
    if (readLeast?.ok === false) return readLeast;
    const id = kept?.id ?? asId<CriterionId>(`${assignmentId}-c${freeNumber(assignmentId, taken)}`);
    taken.add(id);
    const [english, other] = [en, second].map((title) => title.trim().normalize('NFC'));
    criteria.push({
      id,
      title: {
        ...kept?.title,
        en: english === undefined || english === '' ? (other ?? '') : english,
        ...(other === undefined || other === '' ? {} : { [secondLanguage(language)]: other }),
      },
      max: read.value,
      ...(readLeast === undefined ? {} : { mustPass: readLeast.value }),
      ...(kept?.competency === undefined ? {} : { competency: kept.competency }),
    });
  }
  return ok(criteria);
};

import { inLanguage } from '#shared/domain/languages.ts';
import type { ImportSubject } from '#shared/domain/import/guess-columns.ts';
import { textIn } from '#shared/domain/questionnaire-design.ts';
import type { MessageKey } from '#shared/i18n/message-key.ts';
import type { Text } from '#renderer/ui/text.tsx';

/** What a column can hold, in words. */
export const targetLabel = (
  { t, language, formatNumber }: Text,
  target: string,
  { modules, questions = [] }: ImportSubject,
): string => {
  if (target === 'ignore') return t('import.ignore');
  const [kind, id = ''] = target.split(':');
  if (kind === 'mark' || kind === 'feedback') {
    for (const module of modules) {
      const assignment = module.assignments.find((each) => each.id === id);
      if (assignment !== undefined) {
        const values = { module: module.number, title: inLanguage(assignment.title, language) };
        if (kind === 'feedback') return t('import.target.feedback', values);
        return t('import.target.assignment', { ...values, max: formatNumber(assignment.max / 100) });
      }
    }
  }
  if (kind === 'answer') {
    const [questionId, choice] = id.split('/');
    const question = questions.find((each) => each.id === questionId);
    const named = textIn(question?.short, language) || id;
    if (choice === undefined) return t('import.target.answer', { question: named });
    const label = textIn(question?.choices?.find(({ value }) => value === choice)?.label, language) || choice;
    return t('import.target.choice', { question: named, choice: label });
  }
  const [moduleId, session = ''] = id.split('/');
  const module = modules.find((each) => each.id === moduleId)?.number ?? '';
  if (kind === 'hours') return t('import.target.session', { module, session });
  if (kind === 'result') return t('import.target.result', { module });
  if (kind === 'sign-off') return t('import.target.signOff', { module });
  return t(`import.field.${target}` as MessageKey);
};

/** A column's heading as it is shown; one without a heading is called by its place. */
export const headingLabel = ({ t }: Text, heading: string): string => {
  const place = /^#(\d+)$/.exec(heading)?.[1];
  return place === undefined ? heading : t('import.noHeading', { place });
};

import { inLanguage } from '#shared/domain/languages.ts';
import type { ProgrammeVersion } from '#shared/domain/programmes.ts';
import type { MessageKey } from '#shared/i18n/message-key.ts';
import type { Text } from '#renderer/ui/text.tsx';

/** What a column can hold, in words. */
export const targetLabel = (
  { t, language, formatNumber }: Text,
  target: string,
  { modules }: ProgrammeVersion,
): string => {
  if (target === 'ignore') return t('import.ignore');
  const [kind, id = ''] = target.split(':');
  if (kind === 'mark') {
    for (const module of modules) {
      const assignment = module.assignments.find((each) => each.id === id);
      if (assignment !== undefined)
        return t('import.target.assignment', {
          module: module.number,
          title: inLanguage(assignment.title, language),
          max: formatNumber(assignment.max / 100),
        });
    }
  }
  const [moduleId, session = ''] = id.split('/');
  const module = modules.find((each) => each.id === moduleId)?.number ?? '';
  if (kind === 'hours') return t('import.target.session', { module, session });
  if (kind === 'sign-off') return t('import.target.signOff', { module });
  return t(`import.field.${target}` as MessageKey);
};

/** A column's heading as it is shown; one without a heading is called by its place. */
export const headingLabel = ({ t }: Text, heading: string): string => {
  const place = /^#(\d+)$/.exec(heading)?.[1];
  return place === undefined ? heading : t('import.noHeading', { place });
};

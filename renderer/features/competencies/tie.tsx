import type { ReactNode } from 'react';
import { competencyByCode } from '#shared/domain/competencies.ts';
import { inLanguage } from '#shared/domain/languages.ts';
import type { Criterion } from '#shared/domain/programmes.ts';
import type { CohortCompetencies } from '#renderer/db/repositories/competencies.ts';
import { tieToCompetency } from '#renderer/db/repositories/competencies.ts';
import { useNotices } from '#renderer/ui/notices.tsx';
import { useText } from '#renderer/ui/text.tsx';
import { useChoice } from '#renderer/ui/use-choice.ts';

type TieProps = { readonly content: CohortCompetencies; readonly criterion: Criterion };

/** The competency that a criterion is tied to. A code that the framework no longer has stays and is named. */
export const Tie = ({ content, criterion }: TieProps): ReactNode => {
  const { t, language, failure } = useText();
  const { tell } = useNotices();
  const { framework, programme } = content;
  const known = competencyByCode(framework, criterion.competency);
  const lost = criterion.competency !== undefined && known === undefined;
  const { onChange, ...choice } = useChoice(known?.code ?? criterion.competency ?? '', async (code) => {
    const tied = await tieToCompetency(programme.id, criterion.id, code === '' ? undefined : code);
    if (!tied.ok) tell({ tone: 'bad', text: failure(tied.error) });
    return tied.ok;
  });
  return (
    <select
      className="field"
      aria-label={t('competencies.ties.of', { title: inLanguage(criterion.title, language) })}
      disabled={framework === undefined}
      {...choice}
      onChange={(event) => onChange(event.target.value)}
    >
      <option value="">{t('competencies.ties.none')}</option>
      {lost && (
        <option value={criterion.competency}>
          {t('competencies.ties.lost', { code: criterion.competency ?? '' })}
        </option>
      )}
      {framework?.competencies.map(({ code, title }) => (
        <option key={code} value={code}>
          {t('competencies.named', { code, title })}
        </option>
      ))}
    </select>
  );
};

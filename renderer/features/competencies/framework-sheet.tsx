import type { ReactNode } from 'react';
import type { CompetencyFramework } from '#shared/domain/competencies.ts';
import type { CohortCompetencies } from '#renderer/db/repositories/competencies.ts';
import { chooseFramework } from '#renderer/db/repositories/competencies.ts';
import { Button } from '#renderer/ui/button.tsx';
import { SelectField } from '#renderer/ui/field.tsx';
import { useNotices } from '#renderer/ui/notices.tsx';
import { Sheet } from '#renderer/ui/sheet.tsx';
import { useText } from '#renderer/ui/text.tsx';

type FrameworkSheetProps = {
  readonly content: CohortCompetencies;
  readonly onImport: () => void;
  readonly children?: ReactNode;
};

/** Which of several frameworks the programme version points to. */
const Choice = ({ content: { framework, frameworks, programme } }: Pick<FrameworkSheetProps, 'content'>): ReactNode => {
  const { t, failure } = useText();
  const { tell } = useNotices();
  if (frameworks.length < 2) return null;
  const choose = async (name: string): Promise<void> => {
    const chosen = await chooseFramework(programme.id, name);
    if (!chosen.ok) tell({ tone: 'bad', text: failure(chosen.error) });
  };
  return (
    <SelectField
      label={t('competencies.inUse')}
      value={framework?.name ?? ''}
      onChange={(name) => void choose(name)}
      options={[
        ...(framework === undefined ? [{ value: '', label: t('competencies.none') }] : []),
        ...frameworks.map(({ name }) => ({ value: name, label: name })),
      ]}
    />
  );
};

const Facts = ({ framework }: { readonly framework: CompetencyFramework }): ReactNode => {
  const { t, formatDate } = useText();
  const { name, version, competencies, importedOn, importedBy = '–', file = '–' } = framework;
  return (
    <>
      <p>
        <b>{name}</b>{' '}
        <span className="second">{t('competencies.versionOf', { version, count: competencies.length })}</span>
      </p>
      {importedOn !== undefined && (
        <p className="second">{t('competencies.importedOn', { date: formatDate(importedOn), by: importedBy, file })}</p>
      )}
    </>
  );
};

const All = ({ framework: { competencies } }: { readonly framework: CompetencyFramework }): ReactNode => {
  const { t } = useText();
  return (
    <details>
      <summary>{t('competencies.all', { count: competencies.length })}</summary>
      <dl className="framework-list">
        {competencies.map(({ code, title, area, description }) => (
          <div key={code}>
            <dt>{code}</dt>
            <dd lang="und">
              {title}
              {area !== undefined && <span className="second"> · {area}</span>}
              {description !== undefined && <small className="second">{description}</small>}
            </dd>
          </div>
        ))}
      </dl>
    </details>
  );
};

/** The framework that the programme version points to: its version, where it came from, its competencies by area. */
export const FrameworkSheet = ({ content, onImport, children }: FrameworkSheetProps): ReactNode => {
  const { t } = useText();
  const { framework, frameworks, programme } = content;
  return (
    <Sheet
      title={t('competencies.framework')}
      actions={
        frameworks.length > 0 && (
          <Button size="tiny" onClick={onImport}>
            {t('competencies.import.open')}
          </Button>
        )
      }
    >
      <div className="framework-body">
        <Choice content={content} />
        {framework === undefined ? (
          <p className="second">{t('competencies.what')}</p>
        ) : (
          <>
            <Facts framework={framework} />
            {children}
            <All framework={framework} />
          </>
        )}
        <p className="second">{t('competencies.perVersion', { version: programme.version })}</p>
      </div>
    </Sheet>
  );
};

import './questionnaires.css';
import type { ReactNode } from 'react';
import { useState } from 'react';
import { Link, useLocation } from 'wouter';
import type { OwnQuestionnaire } from '#shared/domain/own-questionnaires.ts';
import type { QuestionnaireDesign } from '#shared/domain/questionnaire-design.ts';
import { textIn } from '#shared/domain/questionnaire-design.ts';
import { missingByLanguage } from '#shared/domain/questionnaire-editing.ts';
import { standardQuestionnaire } from '#shared/domain/questionnaire-standard.ts';
import {
  addQuestionnaire,
  listOwnQuestionnaires,
  nextEdition,
  readOwnQuestionnaire,
  removeQuestionnaire,
  retireQuestionnaire,
  startQuestionnaire,
} from '#renderer/db/repositories/questionnaires.ts';
import { useLive } from '#renderer/db/use-live.ts';
import { AlumniPlaces } from '#renderer/ui/alumni-places.tsx';
import { Button } from '#renderer/ui/button.tsx';
import { PageTop } from '#renderer/ui/page-top.tsx';
import { Sheet } from '#renderer/ui/sheet.tsx';
import { Tag } from '#renderer/ui/tag.tsx';
import { useText } from '#renderer/ui/text.tsx';
import { PreviewDialog } from './preview-dialog.tsx';
import { useDoing } from './use-doing.ts';

const editorOf = (id: string): string => `/alumni/questionnaires/${encodeURIComponent(id)}`;

const Languages = ({ design }: { readonly design: QuestionnaireDesign }): ReactNode => {
  const { t } = useText();
  const missing = missingByLanguage(design);
  return (
    <span className="second">
      {design.languages
        .map((language) =>
          missing[language] === 0
            ? t(`questionnaires.language.${language}`)
            : t('questionnaires.lacks', {
                language: t(`questionnaires.language.${language}`),
                count: missing[language],
              }),
        )
        .join(' · ')}
    </span>
  );
};

type LineProps = {
  readonly design: QuestionnaireDesign;
  readonly state: ReactNode;
  readonly children: ReactNode;
  readonly onPreview: () => void;
};

const Line = ({ design, state, children, onPreview }: LineProps): ReactNode => {
  const { t, language } = useText();
  const title = textIn(design.title, language);
  return (
    <li className="questionnaire-row">
      <div>
        <b>{title}</b>
        <small>{t('questionnaires.edition', { version: design.version, count: design.questions.length })}</small>
      </div>
      <span>{state}</span>
      <Languages design={design} />
      <span className="questionnaire-actions">
        <Button size="small" aria-label={t('questionnaires.previewOf', { title })} onClick={onPreview}>
          {t('questionnaires.preview')}
        </Button>
        {children}
      </span>
    </li>
  );
};

type DesignProps = { readonly onPreview: (design: QuestionnaireDesign) => void };

const Shipped = ({ used, onPreview }: DesignProps & { readonly used: boolean }): ReactNode => {
  const { t, language } = useText();
  const [, go] = useLocation();
  const doing = useDoing();
  const copy = async (): Promise<void> => {
    const title = t('questionnaires.copyOf', { title: textIn(standardQuestionnaire.title, language) });
    const id = await doing(addQuestionnaire(standardQuestionnaire, { [language]: title }), undefined);
    if (id !== undefined) go(editorOf(id));
  };
  return (
    <Line
      design={standardQuestionnaire}
      state={
        <Tag tone={used ? 'ok' : 'mute'}>{t(used ? 'questionnaires.state.in-use' : 'questionnaires.shipped')}</Tag>
      }
      onPreview={() => onPreview(standardQuestionnaire)}
    >
      <Button size="small" onClick={() => void copy()}>
        {t('questionnaires.copy')}
      </Button>
    </Line>
  );
};

const OwnActions = ({ record }: { readonly record: OwnQuestionnaire }): ReactNode => {
  const { t } = useText();
  const [, go] = useLocation();
  const doing = useDoing();
  const next = async (): Promise<void> => {
    const id = await doing(nextEdition(record.id), undefined);
    if (id !== undefined) go(editorOf(id));
  };
  const use = (
    <Button size="small" onClick={() => void doing(startQuestionnaire(record.id), t('questionnaires.used'))}>
      {t('questionnaires.use')}
    </Button>
  );
  if (record.state === 'draft')
    return (
      <>
        <Link className="btn small" href={editorOf(record.id)}>
          {t('questionnaires.edit')}
        </Link>
        {use}
        <Button size="small" onClick={() => void doing(removeQuestionnaire(record.id), t('questionnaires.removed'))}>
          {t('questionnaires.remove')}
        </Button>
      </>
    );
  return (
    <>
      <Button size="small" onClick={() => void next()}>
        {t('questionnaires.next')}
      </Button>
      {record.state === 'retired' ? (
        use
      ) : (
        <Button size="small" onClick={() => void doing(retireQuestionnaire(record.id), t('questionnaires.retired'))}>
          {t('questionnaires.retire')}
        </Button>
      )}
    </>
  );
};

const Own = ({ record, onPreview }: DesignProps & { readonly record: OwnQuestionnaire }): ReactNode => {
  const { t } = useText();
  const design = readOwnQuestionnaire(record);
  if (!design.ok) return <li className="questionnaire-row">{t('questionnaires.damaged', { id: record.id })}</li>;
  return (
    <Line
      design={design.value}
      state={<Tag tone={record.state === 'in-use' ? 'ok' : 'mute'}>{t(`questionnaires.state.${record.state}`)}</Tag>}
      onPreview={() => onPreview(design.value)}
    >
      <OwnActions record={record} />
    </Line>
  );
};

/** The questionnaires of the follow-up: the one that comes with the app, and the programme's own editions from draft to retired. */
export const QuestionnairesPage = (): ReactNode => {
  const { t } = useText();
  const [shown, setShown] = useState<QuestionnaireDesign>();
  const own = useLive(listOwnQuestionnaires, []);
  if (own === undefined) return <PageTop title={t('questionnaires.title')} />;
  const used = own.every(({ state }) => state !== 'in-use');
  return (
    <div className="questionnaires">
      <PageTop title={t('questionnaires.title')} />
      <AlumniPlaces here="questionnaires" />
      <div className="questionnaire-sheets">
        <Sheet title={t('questionnaires.title')}>
          <ul className="questionnaire-list">
            <Shipped used={used} onPreview={setShown} />
            {own.map((record) => (
              <Own key={record.id} record={record} onPreview={setShown} />
            ))}
          </ul>
          <p className="questionnaire-foot">{t('questionnaires.lead')}</p>
        </Sheet>
      </div>
      {shown !== undefined && <PreviewDialog design={shown} onClose={() => setShown(undefined)} />}
    </div>
  );
};

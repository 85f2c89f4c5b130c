import './questionnaires.css';
import type { ReactNode } from 'react';
import { useState } from 'react';
import { Link } from 'wouter';
import type { QuestionKind, QuestionnaireDesign } from '#shared/domain/questionnaire-design.ts';
import { questionKinds, questionnaireLanguages, stepsOf, textIn } from '#shared/domain/questionnaire-design.ts';
import {
  leftOut,
  missingByLanguage,
  questionnaireProblems,
  withMoved,
  withNewQuestion,
  withoutQuestion,
  withQuestion,
} from '#shared/domain/questionnaire-editing.ts';
import { standardQuestionnaire } from '#shared/domain/questionnaire-standard.ts';
import { getRecord } from '#renderer/db/records.ts';
import { readOwnQuestionnaire, startQuestionnaire } from '#renderer/db/repositories/questionnaires.ts';
import { useLive } from '#renderer/db/use-live.ts';
import { Button, IconButton } from '#renderer/ui/button.tsx';
import { EmptyState } from '#renderer/ui/empty-state.tsx';
import { SelectField } from '#renderer/ui/field.tsx';
import { Glyph, Icon } from '#renderer/ui/icon.tsx';
import { Note } from '#renderer/ui/note.tsx';
import { PageTop } from '#renderer/ui/page-top.tsx';
import { useText } from '#renderer/ui/text.tsx';
import { PreviewDialog } from './preview-dialog.tsx';
import { QuestionForm } from './question-form.tsx';
import { TextCell } from './text-cell.tsx';
import { useDoing } from './use-doing.ts';
import { useDraft } from './use-draft.ts';

type Editing = {
  readonly design: QuestionnaireDesign;
  readonly at: string | undefined;
  readonly go: (id: string) => void;
  readonly change: (next: QuestionnaireDesign) => void;
};

const QuestionList = ({ design, at, go, change }: Editing): ReactNode => {
  const { t, language } = useText();
  const steps = stepsOf(design);
  const wrong = new Set(questionnaireProblems(design).map(({ question }) => question));
  return (
    <ol className="question-list" aria-label={t('questionnaires.questions')}>
      {design.questions.map((question) => {
        const name = textIn(question.short, language) || t('questionnaires.unnamed');
        return (
          <li key={question.id} aria-current={question.id === at || undefined}>
            <button type="button" className="question-name cut" title={name} onClick={() => go(question.id)}>
              {steps.get(question.id)} {name}{' '}
              {wrong.has(question.id) && (
                <span className="t-warn">
                  <Glyph name="anomaly" />
                  <span className="vh">{t('questionnaires.wrong')}</span>
                </span>
              )}
            </button>
            <IconButton
              label={t('questionnaires.up', { name })}
              onClick={() => change(withMoved(design, question.id, -1))}
            >
              <span aria-hidden="true">↑</span>
            </IconButton>
            <IconButton
              label={t('questionnaires.down', { name })}
              onClick={() => change(withMoved(design, question.id, 1))}
            >
              <span aria-hidden="true">↓</span>
            </IconButton>
          </li>
        );
      })}
    </ol>
  );
};

const AddQuestion = ({ design, at, go, change }: Editing): ReactNode => {
  const { t, language } = useText();
  const [kind, setKind] = useState<QuestionKind>('single');
  const missing = leftOut(design, standardQuestionnaire);
  const add = (): void => {
    const added = withNewQuestion(design, at, kind);
    change(added.design);
    go(added.id);
  };
  return (
    <div className="add-question">
      <SelectField<QuestionKind>
        label={t('questionnaires.newKind')}
        value={kind}
        onChange={setKind}
        options={questionKinds.map((value) => ({ value, label: t(`questionnaires.kind.${value}`) }))}
      />
      <Button size="small" onClick={add}>
        {t('questionnaires.add')}
      </Button>
      {missing.length > 0 && (
        <SelectField
          label={t('questionnaires.bringBack')}
          value=""
          onChange={(id) => {
            const question = missing.find((each) => each.id === id);
            if (question === undefined) return;
            change({ ...design, questions: [...design.questions, question] });
            go(question.id);
          }}
          options={[
            { value: '', label: t('questionnaires.choose') },
            ...missing.map(({ id, short }) => ({ value: id, label: textIn(short, language) })),
          ]}
        />
      )}
    </div>
  );
};

const Problems = ({ design, go }: Pick<Editing, 'design' | 'go'>): ReactNode => {
  const { t, language } = useText();
  const problems = questionnaireProblems(design);
  const missing = leftOut(design, standardQuestionnaire);
  const nameOf = (id: string): string => {
    const question = design.questions.find((each) => each.id === id);
    return textIn(question?.short, language) || t('questionnaires.unnamed');
  };
  return (
    <>
      {problems.length > 0 && (
        <Note tone="warn">
          <ul>
            {problems.map(({ code, question }) => (
              <li key={`${question} ${code}`}>
                <button type="button" className="question-name" onClick={() => go(question)}>
                  {nameOf(question)}
                </button>
                {': '}
                {t(`questionnaires.problem.${code}`)}
              </li>
            ))}
          </ul>
        </Note>
      )}
      {missing.length > 0 && (
        <Note tone="info">
          {t('questionnaires.leftOut', { names: missing.map(({ short }) => textIn(short, language)).join(', ') })}
        </Note>
      )}
    </>
  );
};

const Title = ({ design, change }: Pick<Editing, 'design' | 'change'>): ReactNode => {
  const { t } = useText();
  const missing = missingByLanguage(design);
  return (
    <div className="questionnaire-title" role="group" aria-label={t('questionnaires.name')}>
      {questionnaireLanguages.map((language) => (
        <div key={language}>
          <span className="label">
            {t(`questionnaires.language.${language}`)}{' '}
            {missing[language] > 0 && (
              <small className="t-warn">{t('questionnaires.missing', { count: missing[language] })}</small>
            )}
          </span>
          <TextCell
            label={t('questionnaires.nameIn', { language: t(`questionnaires.language.${language}`) })}
            language={language}
            value={design.title[language] ?? ''}
            needed={false}
            onChange={(text) => change({ ...design, title: { ...design.title, [language]: text } })}
          />
        </div>
      ))}
    </div>
  );
};

const Editor = ({ id, stored }: { readonly id: string; readonly stored: QuestionnaireDesign }): ReactNode => {
  const { t, language } = useText();
  const doing = useDoing();
  const { design, change } = useDraft(id, stored);
  const [at, setAt] = useState(design.questions[0]?.id);
  const [preview, setPreview] = useState(false);
  const question = design.questions.find((each) => each.id === at) ?? design.questions[0];
  const editing: Editing = { design, at: question?.id, go: setAt, change };
  return (
    <div className="questionnaire-editor">
      <PageTop
        title={textIn(design.title, language)}
        detail={t('questionnaires.edition', { version: design.version, count: design.questions.length })}
        actions={
          <>
            <Link className="btn small" href="/alumni/questionnaires">
              {t('questionnaires.title')}
            </Link>
            <Button size="small" onClick={() => setPreview(true)}>
              {t('questionnaires.preview')}
            </Button>
            <Button
              size="small"
              kind="first"
              disabled={questionnaireProblems(design).length > 0}
              onClick={() => void doing(startQuestionnaire(id), t('questionnaires.used'))}
            >
              {t('questionnaires.use')}
            </Button>
          </>
        }
      />
      <aside className="question-side">
        <QuestionList {...editing} />
        <AddQuestion {...editing} />
      </aside>
      <section className="question-main" aria-label={t('questionnaires.question')}>
        <Title design={design} change={change} />
        {question !== undefined && (
          <QuestionForm
            key={question.id}
            question={question}
            design={design}
            onChange={(next) => change(withQuestion(design, next))}
          />
        )}
        {question !== undefined && design.questions.length > 1 && (
          <p>
            <Button size="small" onClick={() => change(withoutQuestion(design, question.id))}>
              <Icon name="close" /> {t('questionnaires.takeOut')}
            </Button>
          </p>
        )}
        {/* Below the fields: what is put right goes from here, and nothing may move under a pointer that is being pressed. */}
        <Problems design={design} go={setAt} />
      </section>
      {preview && <PreviewDialog design={design} onClose={() => setPreview(false)} />}
    </div>
  );
};

/** One draft of a questionnaire: the questions in their order, and each with its words in four languages side by side. */
export const QuestionnaireEditor = ({ id }: { readonly id: string }): ReactNode => {
  const { t } = useText();
  const record = useLive(async () => (await getRecord('questionnaires', id)) ?? null, [id]);
  if (record === undefined) return null;
  const design = record === null ? undefined : readOwnQuestionnaire(record);
  if (record?.state !== 'draft' || design?.ok !== true)
    return (
      <EmptyState
        sentence={t(record === null ? 'questionnaires.gone' : 'questionnaires.notDraft')}
        action={
          <Link className="btn" href="/alumni/questionnaires">
            {t('questionnaires.title')}
          </Link>
        }
      />
    );
  return <Editor id={id} stored={design.value} />;
};

import type { ReactNode } from 'react';
import { useState } from 'react';
import { newFollowUp, recordAnswer } from '#shared/domain/follow-up-calls.ts';
import type { AnswerValue, FollowUp } from '#shared/domain/follow-ups.ts';
import type { CohortId, EnrolmentId, PersonId } from '#shared/domain/ids.ts';
import { asId } from '#shared/domain/ids.ts';
import type { MainActivity } from '#shared/domain/people.ts';
import { activities } from '#shared/domain/people.ts';
import { questionOf } from '#shared/domain/questionnaire.ts';
import type { QuestionnaireDesign } from '#shared/domain/questionnaire-design.ts';
import { Dialog } from '#renderer/ui/dialog.tsx';
import { SelectField } from '#renderer/ui/field.tsx';
import { QuestionPanel, StepButtons, StepDots } from '#renderer/ui/interview/question-panel.tsx';
import { interviewOf, nextQuestion, previousQuestion } from '#renderer/ui/interview/question-steps.ts';
import { useText } from '#renderer/ui/text.tsx';

const nobody = {
  id: asId<EnrolmentId>('preview'),
  personId: asId<PersonId>('preview'),
  cohortId: asId<CohortId>('preview'),
};

type PreviewDialogProps = { readonly design: QuestionnaireDesign; readonly onClose: () => void };

/** A questionnaire as the call screen shows it, to be tried out; nothing of it is kept. */
export const PreviewDialog = ({ design, onClose }: PreviewDialogProps): ReactNode => {
  const { t } = useText();
  const [baseline, setBaseline] = useState<MainActivity>('unpaid-volunteer');
  const [followUp, setFollowUp] = useState<FollowUp>(() => newFollowUp(nobody, 'preview'));
  const [at, setAt] = useState(design.questions[0]?.id ?? '');
  const asking = { design, baseline };
  const interview = interviewOf(followUp, asking);
  const question = questionOf(design, at);
  const answer = (id: string, value: AnswerValue | null | undefined): void => {
    const next = recordAnswer(followUp, id, value, asking);
    if (next.ok) setFollowUp(next.value);
  };
  if (question === undefined) return null;
  const next = nextQuestion(at, interview);
  const before = previousQuestion(at, interview);
  const forward = (): void => {
    if (next !== undefined) setAt(next.id);
    else onClose();
  };
  const back = (): void => {
    if (before !== undefined) setAt(before.id);
  };
  return (
    <Dialog open onClose={onClose} size="wide" title={t('questionnaires.previewTitle')}>
      <div className="interview questionnaire-preview">
        <SelectField<MainActivity>
          label={t('questionnaires.baseline')}
          value={baseline}
          onChange={setBaseline}
          options={activities.map((value) => ({ value, label: t(`questionnaire.activity.choice.${value}`) }))}
        />
        <StepDots question={question} interview={interview} />
        <QuestionPanel question={question} interview={interview} onAnswer={answer} onNext={forward} onBack={back} />
        <StepButtons first={before === undefined} last={next === undefined} onNext={forward} onBack={back} />
      </div>
    </Dialog>
  );
};

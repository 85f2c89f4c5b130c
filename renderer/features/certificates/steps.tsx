import type { ReactNode } from 'react';
import type { CertificateRecord } from '#shared/domain/certificates.ts';
import type { CertificateOverview } from '#renderer/db/repositories/certificate-overview.ts';
import type { TemplateChoice } from '#renderer/db/repositories/certificate-templates.ts';
import { Glyph } from '#renderer/ui/icon.tsx';
import { useText } from '#renderer/ui/text.tsx';
import type { Run } from './work/runs.ts';
import { isRunning } from './work/runs.ts';

type Step = { readonly title: string; readonly detail: string; readonly done: boolean };

const numberOf = (record: CertificateRecord | undefined): string => record?.serial.split('-').at(-2) ?? '';

type StepsProps = {
  readonly overview: CertificateOverview;
  readonly run: Run | undefined;
  readonly mode: 'merged' | 'single';
  readonly language: string;
  readonly page: TemplateChoice['page'] | undefined;
};

const useSteps = ({ overview, mode, language, page }: StepsProps): readonly Step[] => {
  const { t } = useText();
  const { awarded, notAwarded, waiting, ofKind: records, unwritten } = overview;
  const held = waiting.filter(({ holds }) => holds).length;
  // Attendance is certified without an award: who counts is who has the document or can get it.
  const people = waiting.length + new Set(records.map(({ enrolmentId }) => enrolmentId)).size;
  const allIssued = waiting.length === held && records.length > 0;
  const serials = [numberOf(records[0]), numberOf(records.at(-1))];
  const written = records.length - unwritten.length;
  const paper = page === undefined ? '' : `${page.size} ${t(`templates.orientations.${page.orientation}`)}`;
  return [
    {
      title: t('certificates.step.awarded'),
      detail:
        awarded === 0
          ? t('certificates.step.nobody')
          : t('certificates.step.awardedOf', { count: awarded, left: notAwarded }),
      done: awarded > 0,
    },
    {
      title: t('certificates.step.names'),
      detail:
        people === 0 ? t('certificates.step.later') : t('certificates.step.namesOf', { count: people - held, held }),
      done: people > 0 && held === 0,
    },
    {
      title: t('certificates.step.serials'),
      detail:
        records.length === 0
          ? t('certificates.step.atIssue')
          : t('certificates.step.serialsOf', { first: serials[0] ?? '', last: serials[1] ?? '' }),
      done: allIssued,
    },
    {
      title: mode === 'merged' ? t('certificates.mode.merged') : t('certificates.mode.single'),
      detail:
        records.length === 0
          ? t('certificates.step.file', { paper, language })
          : t('certificates.step.written', { count: written, total: records.length }),
      done: allIssued && unwritten.length === 0,
    },
  ];
};

/** From the award to the paper: what is done, and where the cohort stands. */
export const Steps = (props: StepsProps): ReactNode => {
  const { t } = useText();
  const steps = useSteps(props);
  const now = isRunning(props.run) ? steps.length - 1 : steps.findIndex(({ done }) => !done);
  return (
    <ol className="cert-steps" aria-label={t('certificates.steps')}>
      {steps.map(({ title, detail, done }, index) => (
        <li
          key={index}
          className={done && index !== now ? 'done' : index === now ? 'now' : ''}
          {...(index === now ? { 'aria-current': 'step' as const } : {})}
        >
          <span className="no">{done && index !== now ? <Glyph name="pass" /> : index + 1}</span>
          <div>
            <b>{title}</b>
            <span className="s">{detail}</span>
          </div>
        </li>
      ))}
    </ol>
  );
};

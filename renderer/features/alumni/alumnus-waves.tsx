import type { ReactNode } from 'react';
import { Link } from 'wouter';
import type { FollowUpAnswers } from '#shared/domain/follow-ups.ts';
import type { AlumnusFile, AlumnusWave } from '#renderer/db/repositories/alumni.ts';
import { Sheet } from '#renderer/ui/sheet.tsx';
import type { Text } from '#renderer/ui/text.tsx';
import { useText } from '#renderer/ui/text.tsx';
import { callAddress } from './due-filters.ts';
import { StateTag } from './state-tag.tsx';
import { useWaveName } from './wave-name.ts';

const whereOf = ({ sameCommunity, newCommunity }: FollowUpAnswers, t: Text['t']): string => {
  if (sameCommunity === 'yes') return t('alumni.file.same');
  return sameCommunity === 'no' ? (newCommunity ?? t('alumni.file.moved')) : '–';
};

const workOf = ({ activity, employer, sector }: FollowUpAnswers, t: Text['t']): string =>
  activity === undefined
    ? '–'
    : [t(`questionnaire.activity.choice.${activity}`), employer, sector].filter(Boolean).join(' · ');

const WaveRow = ({ file, each }: { readonly file: AlumnusFile; readonly each: AlumnusWave }): ReactNode => {
  const { t, formatDate } = useText();
  const waveName = useWaveName();
  const { wave, state, followUp } = each;
  const answers = followUp?.answers ?? {};
  const call = { enrolmentId: file.award.id, wave };
  const source = followUp?.source;
  const words = [whereOf(answers, t), workOf(answers, t)];
  return (
    <tr>
      <th scope="row">
        {state.callable || state.status === 'complete' ? (
          <Link href={callAddress(call)}>{waveName(wave)}</Link>
        ) : (
          waveName(wave)
        )}
        <small>
          {formatDate(state.opens, 'short')} – {formatDate(state.closes)}
        </small>
      </th>
      <td>
        <StateTag line={state} />
        {followUp?.completedOn !== undefined && <small>{formatDate(followUp.completedOn)}</small>}
        {source !== undefined && source !== 'self' && <small>{t(`followUpStates.source.${source}`)}</small>}
      </td>
      {words.map((text, index) => (
        <td key={index}>{text}</td>
      ))}
    </tr>
  );
};

/** Wave by wave: whether they were reached, where they lived and what they worked at. The first line is what was true at enrolment. */
export const AlumnusWaves = ({ file }: { readonly file: AlumnusFile }): ReactNode => {
  const { t } = useText();
  const { baseline } = file.enrolment;
  const columns = ['wave', 'state', 'where', 'work'] as const;
  return (
    <Sheet title={t('alumni.file.waves')}>
      <table className="list alumnus-waves">
        <caption className="vh">{t('alumni.file.waves')}</caption>
        <thead>
          <tr>
            {columns.map((column) => (
              <th key={column} scope="col">
                {t(`alumni.file.column.${column}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          <tr>
            <th scope="row">{t('alumni.facts.title')}</th>
            <td>–</td>
            <td>{baseline?.community ?? '–'}</td>
            <td>
              {baseline === undefined
                ? t('alumni.facts.unknown')
                : [t(`questionnaire.activity.choice.${baseline.activity}`), baseline.organisation]
                    .filter(Boolean)
                    .join(' · ')}
            </td>
          </tr>
          {file.waves.map((each) => (
            <WaveRow key={each.wave.id} file={file} each={each} />
          ))}
        </tbody>
      </table>
    </Sheet>
  );
};

import type { ReactNode } from 'react';
import type { IsoDate } from '#shared/lib/dates.ts';
import { useSession } from '#renderer/desktop/session.tsx';
import { today as clockToday } from '#renderer/desktop/clock.ts';
import { Button } from '#renderer/ui/button.tsx';
import { DateField, TextField } from '#renderer/ui/field.tsx';
import { useText } from '#renderer/ui/text.tsx';
import type { OnPaper } from './use-interview.ts';

type PaperLineProps = {
  readonly paper: OnPaper | undefined;
  readonly onChange: (paper: OnPaper | undefined) => void;
  /** No interview can have been held before the graduation. */
  readonly earliest: IsoDate;
  /** True once something was recorded: the day and the interviewer then stand. */
  readonly fixed: boolean;
};

/** Says that an interview is keyed in from a sheet of paper: when it was held, and by whom. */
export const PaperLine = ({ paper, onChange, earliest, fixed }: PaperLineProps): ReactNode => {
  const { t, formatDate } = useText();
  const { author } = useSession();
  if (paper === undefined)
    return fixed ? null : (
      <p className="from-paper">
        <Button size="tiny" kind="plain" onClick={() => onChange({ on: clockToday(), time: '12:00', by: author.name })}>
          {t('alumni.paper.begin')}
        </Button>
      </p>
    );
  if (fixed)
    return (
      <p className="from-paper second">{t('alumni.paper.held', { date: formatDate(paper.on), name: paper.by })}</p>
    );
  return (
    <div className="from-paper" role="group" aria-label={t('alumni.paper.title')}>
      <DateField
        label={t('alumni.paper.on')}
        value={paper.on}
        min={earliest}
        max={clockToday()}
        onChange={(on) => {
          if (on !== '' && on >= earliest && on <= clockToday()) onChange({ ...paper, on });
        }}
      />
      <TextField
        label={t('alumni.paper.time')}
        type="time"
        value={paper.time}
        onChange={(time) => time !== '' && onChange({ ...paper, time })}
      />
      <TextField
        label={t('alumni.paper.by')}
        value={paper.by}
        maxLength={80}
        onChange={(by) => onChange({ ...paper, by })}
      />
      <Button size="small" kind="plain" onClick={() => onChange(undefined)}>
        {t('alumni.paper.leave')}
      </Button>
    </div>
  );
};

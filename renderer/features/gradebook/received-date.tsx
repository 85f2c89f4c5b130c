import './marks-popover.css';
import { Popover } from '@base-ui/react/popover';
import type { ReactNode } from 'react';
import { useState } from 'react';
import { Button } from '#renderer/ui/button.tsx';
import { DayField } from '#renderer/ui/day-field.tsx';
import { Icon } from '#renderer/ui/icon.tsx';
import { useText } from '#renderer/ui/text.tsx';
import { dayProblem } from '#shared/domain/script-entry.ts';
import type { IsoDate } from '#shared/lib/dates.ts';

type ReceivedDateProps = {
  readonly date: string;
  readonly onChange: (date: string) => void;
  /** The first day of the cohort. */
  readonly starts: IsoDate;
  /** The day on which the marks are keyed, their marked date: no script arrives after it. */
  readonly today: IsoDate;
};

/** The day on which the scripts now being keyed arrived: marks without a received date get it. A day that cannot be is refused in its place. */
export const ReceivedDate = ({ date, onChange, starts, today }: ReceivedDateProps): ReactNode => {
  const { t, formatDate, failure } = useText();
  const [typed, setTyped] = useState(date);
  const marked = { attempts: [{ state: 'marked' as const, marked: today }] };
  const problemOf = (day: string) => (day === '' ? undefined : dayProblem(marked, 'received', day, { starts }));
  const problem = problemOf(typed);
  const change = (day: string): void => {
    setTyped(day);
    if (problemOf(day) === undefined) onChange(day);
  };
  return (
    <Popover.Root onOpenChange={() => setTyped(date)}>
      <Popover.Trigger className={`pick${date === '' ? '' : ' on'}`}>
        {date === '' ? t('marks.received.none') : t('marks.received.on', { date: formatDate(date, 'short') })}
        <Icon name="down" />
      </Popover.Trigger>
      <Popover.Portal>
        <Popover.Positioner sideOffset={4} align="end" className="popover-place">
          <Popover.Popup className="marks-popover popover received">
            <Popover.Title className="vh">{t('marks.received.label')}</Popover.Title>
            <DayField
              label={t('marks.received.label')}
              hint={t('marks.received.hint')}
              error={problem === undefined ? undefined : failure(problem)}
              min={starts}
              max={today}
              value={typed}
              onChange={change}
            />
            {date !== '' && (
              <Button size="small" onClick={() => change('')}>
                {t('marks.received.take')}
              </Button>
            )}
          </Popover.Popup>
        </Popover.Positioner>
      </Popover.Portal>
    </Popover.Root>
  );
};

import { Popover } from '@base-ui/react/popover';
import type { ReactNode } from 'react';
import { Button } from '#renderer/ui/button.tsx';
import { DateField } from '#renderer/ui/field.tsx';
import { Icon } from '#renderer/ui/icon.tsx';
import { useText } from '#renderer/ui/text.tsx';

type ReceivedDateProps = { readonly date: string; readonly onChange: (date: string) => void };

/** The day on which the scripts now being keyed arrived: marks without a received date get it. */
export const ReceivedDate = ({ date, onChange }: ReceivedDateProps): ReactNode => {
  const { t, formatDate } = useText();
  return (
    <Popover.Root>
      <Popover.Trigger className={`pick${date === '' ? '' : ' on'}`}>
        {date === '' ? t('marks.received.none') : t('marks.received.on', { date: formatDate(date, 'short') })}
        <Icon name="down" />
      </Popover.Trigger>
      <Popover.Portal>
        <Popover.Positioner sideOffset={4} align="end" className="popover-place">
          <Popover.Popup className="marks-popover popover received">
            <Popover.Title className="vh">{t('marks.received.label')}</Popover.Title>
            <DateField
              label={t('marks.received.label')}
              hint={t('marks.received.hint')}
              value={date}
              onChange={onChange}
            />
            {date !== '' && (
              <Button size="small" onClick={() => onChange('')}>
                {t('marks.received.take')}
              </Button>
            )}
          </Popover.Popup>
        </Popover.Positioner>
      </Popover.Portal>
    </Popover.Root>
  );
};

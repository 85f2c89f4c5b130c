import type { ReactNode } from 'react';
import { useState } from 'react';
import { markUnreachable } from '#shared/domain/follow-up-calls.ts';
import type { FollowUp } from '#shared/domain/follow-ups.ts';
import type { WaveRules } from '#shared/domain/follow-up-waves.ts';
import type { IsoDate } from '#shared/lib/dates.ts';
import { addDays } from '#shared/lib/dates.ts';
import type { CallEnd } from '#renderer/db/repositories/follow-up-commands.ts';
import { Button } from '#renderer/ui/button.tsx';
import { DateField, TextField } from '#renderer/ui/field.tsx';
import type { GlyphName } from '#renderer/ui/icon.tsx';
import { Glyph } from '#renderer/ui/icon.tsx';
import { useText } from '#renderer/ui/text.tsx';

const ends: readonly { readonly as: CallEnd; readonly glyph: GlyphName }[] = [
  { as: 'no-answer', glyph: 'ns' },
  { as: 'wrong-number', glyph: 'refused' },
  { as: 'call-back', glyph: 'def' },
  { as: 'partial', glyph: 'half' },
  { as: 'refused', glyph: 'ns' },
  { as: 'opted-out', glyph: 'refused' },
  { as: 'unreachable', glyph: 'hold' },
  { as: 'deceased', glyph: 'dot' },
];

type EndCallProps = {
  readonly followUp: FollowUp | undefined;
  readonly rules: WaveRules;
  readonly talking: boolean;
  readonly today: IsoDate;
  readonly onEnd: (as: CallEnd, next?: CallBack) => void;
};

/** The day agreed for another call, and the time of day where one was named. */
export type CallBack = { readonly next: IsoDate; readonly nextTime?: string };

const CallBackDay = ({
  today,
  onSet,
  onLeave,
}: {
  readonly today: IsoDate;
  readonly onSet: (callBack: CallBack) => void;
  readonly onLeave: () => void;
}): ReactNode => {
  const { t } = useText();
  const [day, setDay] = useState<IsoDate | ''>(addDays(today, 1));
  const [time, setTime] = useState('');
  return (
    <form
      className="call-back"
      onSubmit={(event) => {
        event.preventDefault();
        if (day !== '') onSet({ next: day, ...(time === '' ? {} : { nextTime: time }) });
      }}
      onKeyDown={(event) => {
        if (event.key !== 'Escape') return;
        event.stopPropagation();
        onLeave();
      }}
    >
      <DateField label={t('alumni.end.day')} value={day} min={today} onChange={setDay} autoFocus />
      <TextField label={t('alumni.end.time')} type="time" value={time} onChange={setTime} />
      <Button type="submit" size="small" disabled={day === ''}>
        {t('alumni.end.setDay')}
      </Button>
      <Button kind="plain" size="small" onClick={onLeave}>
        {t('alumni.end.leave')}
      </Button>
    </form>
  );
};

/** Ways to end a call without a finished interview. Each is saved at once and can be undone. */
export const EndCall = ({ followUp, rules, talking, today, onEnd }: EndCallProps): ReactNode => {
  const { t, failure } = useText();
  const [asking, setAsking] = useState(false);
  const unreachable = followUp === undefined ? undefined : markUnreachable(followUp, rules);
  const refusal =
    unreachable === undefined
      ? failure({ code: 'unreachable-too-soon', details: { made: 0, needed: rules.attemptsBeforeUnreachable } })
      : unreachable.ok
        ? undefined
        : failure(unreachable.error);
  const isOff = (as: CallEnd): boolean => {
    if (as === 'unreachable') return refusal !== undefined;
    if (as === 'partial') return !talking;
    return talking && (as === 'no-answer' || as === 'wrong-number');
  };
  const press = (as: CallEnd): void => (as === 'call-back' ? setAsking(true) : onEnd(as));
  return (
    <section aria-labelledby="end-title">
      <h2 id="end-title">{t('alumni.end.title')}</h2>
      <div className="end">
        {ends.map(({ as, glyph }) => (
          <Button
            key={as}
            size="small"
            disabled={isOff(as)}
            {...(as === 'unreachable' ? { 'aria-describedby': 'unreachable-why' } : {})}
            {...(as === 'call-back' ? { 'aria-expanded': asking } : {})}
            onClick={() => press(as)}
          >
            <Glyph name={glyph} />{' '}
            <span className="cut" title={t(`alumni.end.${as}`)}>
              {t(`alumni.end.${as}`)}
            </span>
          </Button>
        ))}
      </div>
      {asking && (
        <CallBackDay
          today={today}
          onSet={(callBack) => onEnd('call-back', callBack)}
          onLeave={() => setAsking(false)}
        />
      )}
      {refusal !== undefined && (
        <p id="unreachable-why" className="why quiet">
          {refusal}
        </p>
      )}
    </section>
  );
};

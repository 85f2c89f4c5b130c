import type { ReactNode } from 'react';
import { useText } from './text.tsx';

type ProgressProps = {
  readonly done: number;
  readonly total: number;
  readonly label: ReactNode;
  /** Seconds still to go, where they can be told. */
  readonly secondsLeft?: number | undefined;
  /** The way to stop, e.g. a cancel button. */
  readonly actions?: ReactNode;
};

/** Long work: how far, how much longer, how to stop. */
export const Progress = ({ done, total, label, secondsLeft, actions }: ProgressProps): ReactNode => {
  const { t } = useText();
  const share = total === 0 ? 0 : Math.min(1, done / total);
  const amount = t('ui.progress', { done, total });
  const left = secondsLeft === undefined ? undefined : Math.ceil(secondsLeft);
  return (
    <div className="progress">
      <p className="progress-label">
        <span>{label}</span>
        <span className="quiet">
          {amount}
          {left !== undefined &&
            ` · ${left < 60 ? t('ui.secondsLeft', { seconds: left }) : t('ui.timeLeft', { minutes: Math.floor(left / 60), seconds: left % 60 })}`}
        </span>
        {actions}
      </p>
      <div
        className="bar"
        role="progressbar"
        aria-valuemin={0}
        aria-valuemax={total}
        aria-valuenow={done}
        aria-valuetext={amount}
        aria-label={typeof label === 'string' ? label : amount}
      >
        <i style={{ width: `${share * 100}%` }} />
      </div>
    </div>
  );
};

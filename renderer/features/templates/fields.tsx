import type { ReactNode } from 'react';
import { useState } from 'react';
import { TextField } from '#renderer/ui/field.tsx';
import { useText } from '#renderer/ui/text.tsx';

type NumberProps = {
  readonly label: string;
  readonly value: number;
  readonly onChange: (value: number) => void;
  readonly least?: number;
  readonly most?: number;
  readonly step?: number;
};

const read = (text: string): number | undefined => {
  const value = Number(text.trim().replace(',', '.'));
  return text.trim() === '' || !Number.isFinite(value) ? undefined : value;
};

/** An exact number: dot or comma, kept on Enter or when left; up and down step it, Esc brings the old one back. */
export const NumberField = ({
  label,
  value,
  onChange,
  least = -1000,
  most = 2000,
  step = 0.1,
}: NumberProps): ReactNode => {
  const { t, formatNumber } = useText();
  const shown = (one: number): string => formatNumber(one, { maximumFractionDigits: 3, useGrouping: false });
  const [typed, setTyped] = useState<string>();
  const number = typed === undefined ? value : read(typed);
  const wrong = number === undefined || number < least || number > most;
  const keep = (): void => {
    if (typed === undefined) return;
    if (!wrong && number !== value) onChange(number);
    setTyped(undefined);
  };
  return (
    <TextField
      label={label}
      inputMode="decimal"
      value={typed ?? shown(value)}
      error={wrong ? t('templates.numberBetween', { least: shown(least), most: shown(most) }) : undefined}
      onChange={setTyped}
      onBlur={keep}
      onKeyDown={(event) => {
        if (event.key === 'Enter') keep();
        else if (event.key === 'Escape') setTyped(undefined);
        else if (event.key === 'ArrowUp' || event.key === 'ArrowDown') {
          event.preventDefault();
          const by = (event.key === 'ArrowUp' ? step : -step) * (event.shiftKey ? 10 : 1);
          const next = Math.round(((number ?? value) + by) * 1000) / 1000;
          setTyped(undefined);
          if (next >= least && next <= most) onChange(next);
        }
      }}
    />
  );
};

/** A colour by eye or by its six digits. */
export const ColourField = ({
  label,
  value,
  onChange,
}: {
  readonly label: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
}): ReactNode => (
  <label className="colour-field">
    <span className="label">{label}</span>
    <span>
      <input type="color" value={value} onChange={(event) => onChange(event.target.value)} />
      <span className="serial">{value}</span>
    </span>
  </label>
);

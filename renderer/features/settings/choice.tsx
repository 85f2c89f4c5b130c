import type { ReactNode } from 'react';

type ChoiceProps<Value extends string> = {
  readonly legend: string;
  readonly name: string;
  readonly value: Value;
  readonly options: readonly { readonly value: Value; readonly label: string; readonly lang?: string }[];
  readonly onChange: (value: Value) => void;
};

/** A few alternatives side by side, one of them chosen. */
export const Choice = <Value extends string>({
  legend,
  name,
  value,
  options,
  onChange,
}: ChoiceProps<Value>): ReactNode => (
  <fieldset className="settings-choice">
    <legend className="label">{legend}</legend>
    <div className="settings-choice-row">
      {options.map((option) => (
        <label key={option.value} {...(option.lang === undefined ? {} : { lang: option.lang })}>
          <input
            type="radio"
            name={name}
            value={option.value}
            checked={option.value === value}
            onChange={() => onChange(option.value)}
          />
          <span>{option.label}</span>
        </label>
      ))}
    </div>
  </fieldset>
);

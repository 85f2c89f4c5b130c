import './filter-select.css';
import type { KeyboardEvent, ReactNode } from 'react';
import type { Option } from './field.tsx';
import { Icon } from './icon.tsx';

type FilterSelectProps<Value extends string> = {
  readonly label: string;
  readonly value: Value;
  readonly onChange: (value: Value) => void;
  readonly options: readonly Option<Value>[];
  /** True where the choice narrows what is shown, so that the eye finds it. */
  readonly on?: boolean;
  /** Where the choice is kept, see `useChoice`. */
  readonly onKeyDown?: (event: KeyboardEvent) => void;
  readonly onBlur?: () => void;
};

/** A filter of a toolbar: it says what it shows, and opens on a press. */
export const FilterSelect = <Value extends string>({
  label,
  value,
  onChange,
  options,
  on = false,
  ...keys
}: FilterSelectProps<Value>): ReactNode => (
  <span className={`filter-select${on ? ' on' : ''}`}>
    <select
      className="pick"
      aria-label={label}
      {...keys}
      value={value}
      onChange={(event) => onChange(event.target.value as Value)}
    >
      {options.map((option) => (
        <option key={option.value} value={option.value} disabled={option.disabled}>
          {option.label}
        </option>
      ))}
    </select>
    <Icon name="down" />
  </span>
);

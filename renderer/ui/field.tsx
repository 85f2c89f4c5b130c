import type { ComponentProps, ReactNode } from 'react';
import { useId, useState } from 'react';
import { isIsoDate } from '#shared/lib/dates.ts';
import type { IsoDate } from '#shared/lib/dates.ts';
import { Glyph } from './icon.tsx';

type FrameProps = {
  readonly label: ReactNode;
  readonly error?: ReactNode | undefined;
  readonly hint?: ReactNode | undefined;
};

type Described = { readonly id: string; readonly 'aria-describedby'?: string; readonly 'aria-invalid'?: true };

const Frame = ({
  label,
  error,
  hint,
  control,
}: FrameProps & { readonly control: (described: Described) => ReactNode }): ReactNode => {
  const id = useId();
  const refused = error !== undefined && error !== null && error !== '';
  const explained = refused || hint !== undefined;
  return (
    <div className="field-frame">
      <label className="label" htmlFor={id}>
        {label}
      </label>
      {control({
        id,
        ...(explained ? { 'aria-describedby': `${id}-more` } : {}),
        ...(refused ? { 'aria-invalid': true as const } : {}),
      })}
      {explained && (
        <p id={`${id}-more`} className={refused ? 'field-error' : 'field-hint'}>
          {refused ? (
            <>
              <Glyph name="refused" /> {error}
            </>
          ) : (
            hint
          )}
        </p>
      )}
    </div>
  );
};

type TextFieldProps = FrameProps & {
  readonly value: string;
  readonly onChange: (value: string) => void;
} & Omit<ComponentProps<'input'>, 'value' | 'onChange' | 'id'>;

/** One line of text with its label above and its reason below. */
export const TextField = ({ label, error, hint, onChange, className, ...rest }: TextFieldProps): ReactNode => (
  <Frame
    {...{ label, error, hint }}
    control={(described) => (
      <input
        type="text"
        {...rest}
        {...described}
        className={`field ${className ?? ''}`.trimEnd()}
        onChange={(event) => onChange(event.target.value)}
      />
    )}
  />
);

type TextAreaProps = FrameProps & {
  readonly value: string;
  readonly onChange: (value: string) => void;
} & Omit<ComponentProps<'textarea'>, 'value' | 'onChange' | 'id'>;

/** Several lines of text. */
export const TextArea = ({ label, error, hint, onChange, className, ...rest }: TextAreaProps): ReactNode => (
  <Frame
    {...{ label, error, hint }}
    control={(described) => (
      <textarea
        rows={3}
        {...rest}
        {...described}
        className={`field area ${className ?? ''}`.trimEnd()}
        onChange={(event) => onChange(event.target.value)}
      />
    )}
  />
);

export type Option<Value extends string = string> = {
  readonly value: Value;
  readonly label: string;
  readonly disabled?: boolean;
};

type SelectFieldProps<Value extends string> = FrameProps & {
  readonly value: Value;
  readonly onChange: (value: Value) => void;
  readonly options: readonly Option<Value>[];
} & Omit<ComponentProps<'select'>, 'value' | 'onChange' | 'id'>;

/** A choice of one from a list. */
export const SelectField = <Value extends string>({
  label,
  error,
  hint,
  options,
  onChange,
  className,
  ...rest
}: SelectFieldProps<Value>): ReactNode => (
  <Frame
    {...{ label, error, hint }}
    control={(described) => (
      <select
        {...rest}
        {...described}
        className={`field ${className ?? ''}`.trimEnd()}
        onChange={(event) => onChange(event.target.value as Value)}
      >
        {options.map((option) => (
          <option key={option.value} value={option.value} disabled={option.disabled}>
            {option.label}
          </option>
        ))}
      </select>
    )}
  />
);

type DateFieldProps = FrameProps & {
  /** `YYYY-MM-DD`, or empty for no day. */
  readonly value: IsoDate | '';
  readonly onChange: (value: IsoDate | '') => void;
} & Omit<ComponentProps<'input'>, 'value' | 'onChange' | 'id' | 'type'>;

/** A day of the calendar, in the order of the screen's language. While a year is typed it passes through years that are none: they stay in the field. */
export const DateField = ({
  label,
  error,
  hint,
  value,
  onChange,
  onBlur,
  className,
  ...rest
}: DateFieldProps): ReactNode => {
  const [typing, setTyping] = useState<string>();
  return (
    <Frame
      {...{ label, error, hint }}
      control={(described) => (
        <input
          max="9999-12-31"
          {...rest}
          {...described}
          type="date"
          className={`field ${className ?? ''}`.trimEnd()}
          value={typing ?? value}
          onChange={({ target }) => {
            const whole = target.value === '' || isIsoDate(target.value);
            setTyping(whole ? undefined : target.value);
            if (whole) onChange(target.value);
          }}
          onBlur={(event) => {
            setTyping(undefined);
            onBlur?.(event);
          }}
        />
      )}
    />
  );
};

type CheckFieldProps = {
  readonly label: ReactNode;
  readonly checked: boolean;
  readonly onChange: (checked: boolean) => void;
} & Omit<ComponentProps<'input'>, 'checked' | 'onChange' | 'type'>;

/** A yes or no. */
export const CheckField = ({ label, onChange, ...rest }: CheckFieldProps): ReactNode => (
  <label className="check">
    <input {...rest} type="checkbox" onChange={(event) => onChange(event.target.checked)} />
    <span>{label}</span>
  </label>
);

import type { ComponentProps, ReactNode } from 'react';
import { useState } from 'react';
import { DateField } from './field.tsx';
import { useText } from './text.tsx';

/** True where a form holds a day that was typed and does not exist, such as 30 February. */
export const hasBadDay = (form: HTMLFormElement): boolean =>
  [...form.querySelectorAll<HTMLInputElement>('input[type="date"]')].some((input) => input.validity.badInput);

/** A day of the calendar that says so where the day typed does not exist. */
export const DayField = ({ error, onChange, ...rest }: ComponentProps<typeof DateField>): ReactNode => {
  const { t } = useText();
  const [bad, setBad] = useState(false);
  return (
    <DateField
      {...rest}
      error={bad ? t('ui.noSuchDay') : error}
      onBlur={(event) => setBad(event.target.validity.badInput)}
      onChange={(value) => {
        if (value !== '') setBad(false);
        onChange(value);
      }}
    />
  );
};

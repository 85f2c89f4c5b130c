import type { ComponentProps, ReactNode } from 'react';

type ButtonProps = ComponentProps<'button'> & {
  /** `first` is the one filled button of a screen. */
  readonly kind?: 'first' | 'plain' | 'normal' | undefined;
  readonly size?: 'small' | 'tiny' | undefined;
};

export const Button = ({ kind = 'normal', size, className, ...rest }: ButtonProps): ReactNode => {
  const classes = ['btn', kind === 'normal' ? '' : kind, size ?? '', className ?? ''].filter((name) => name !== '');
  return <button type="button" {...rest} className={classes.join(' ')} />;
};

/** A square button that shows only its picture; `label` is its name and its hint. */
export const IconButton = ({
  label,
  className,
  ...rest
}: ComponentProps<'button'> & { readonly label: string }): ReactNode => (
  <button
    type="button"
    aria-label={label}
    title={label}
    {...rest}
    className={`btn icon ${className ?? ''}`.trimEnd()}
  />
);

import type { ReactNode } from 'react';
import { Icon } from '#renderer/ui/icon.tsx';

type SearchBoxProps = {
  readonly label: string;
  readonly value: string;
  readonly onChange: (text: string) => void;
  readonly wide?: boolean;
  readonly autoFocus?: boolean;
};

/** A search over what is on the page; Esc empties it. */
export const SearchBox = ({ label, value, onChange, wide = false, autoFocus = false }: SearchBoxProps): ReactNode => (
  <span className={wide ? 'search-box wide' : 'search-box'}>
    <Icon name="search" />
    <input
      type="search"
      className="field"
      aria-label={label}
      placeholder={label}
      value={value}
      autoFocus={autoFocus}
      autoComplete="off"
      spellCheck={false}
      onChange={(event) => onChange(event.target.value)}
      onKeyDown={(event) =>
        event.key === 'Escape' && value !== '' && (event.preventDefault(), event.stopPropagation(), onChange(''))
      }
    />
  </span>
);

import type { ReactNode } from 'react';
import { useId } from 'react';

type SheetProps = {
  readonly title: ReactNode;
  /** Stands in quiet ink beside the title. */
  readonly count?: ReactNode;
  readonly actions?: ReactNode;
  readonly className?: string;
  readonly children?: ReactNode;
};

/** A white surface with a heading row. No sheet inside a sheet. */
export const Sheet = ({ title, count, actions, className, children }: SheetProps): ReactNode => {
  const id = useId();
  return (
    <section className={`sheet ${className ?? ''}`.trimEnd()} aria-labelledby={id}>
      <header>
        <h2 id={id}>{title}</h2>
        {count !== undefined && <span className="count">{count}</span>}
        {actions !== undefined && <span className="push sheet-actions">{actions}</span>}
      </header>
      {children}
    </section>
  );
};

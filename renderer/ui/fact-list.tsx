import type { ReactNode } from 'react';

type FactListProps = { readonly className: string; readonly facts: readonly (readonly [string, ReactNode])[] };

/** Facts by name, one below the other. */
export const FactList = ({ className, facts }: FactListProps): ReactNode => (
  <dl className={className}>
    {facts.map(([name, value]) => (
      <div key={name}>
        <dt>{name}</dt>
        <dd>{value}</dd>
      </div>
    ))}
  </dl>
);

import type { ReactNode } from 'react';

/** The mark of the app: a course line that rises. Its name is a name in every language. */
export const Brand = (): ReactNode => (
  <div className="brand">
    <svg viewBox="0 0 24 24" fill="none" aria-hidden="true">
      <path d="M3 19c5 0 4-7 9-7s4-7 9-7" stroke="#F3B447" strokeWidth="2" strokeLinecap="round" />
      <circle cx="3.5" cy="19" r="2.5" fill="#F2A5C6" />
      <circle cx="12" cy="12" r="2.5" fill="#F2A5C6" />
      <circle cx="20.5" cy="5" r="2.5" fill="#fff" />
    </svg>
    <span>{'Fieldcourse'}</span>
  </div>
);

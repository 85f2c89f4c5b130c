import './alumni-places.css';
import type { ReactNode } from 'react';
import { Link } from 'wouter';
import { useText } from './text.tsx';

const places = [
  { id: 'due', href: '/alumni' },
  { id: 'register', href: '/alumni/register' },
  { id: 'plan', href: '/alumni/plan' },
  { id: 'questionnaires', href: '/alumni/questionnaires' },
] as const;

/** The ways from the due list to the register, the waves with their interviewers, and the questionnaires. */
export const AlumniPlaces = ({ here }: { readonly here: (typeof places)[number]['id'] }): ReactNode => {
  const { t } = useText();
  return (
    <nav className="alumni-places" aria-label={t('alumni.places.title')}>
      {places.map(({ id, href }) => (
        <Link key={id} href={href} className="pick" aria-current={id === here ? 'page' : undefined}>
          {t(`alumni.places.${id}`)}
        </Link>
      ))}
    </nav>
  );
};

import type { ReactNode } from 'react';
import { Link, useLocation } from 'wouter';
import { Brand } from '#renderer/ui/brand.tsx';
import type { IconName } from '#renderer/ui/icon.tsx';
import { Icon } from '#renderer/ui/icon.tsx';
import { useText } from '#renderer/ui/text.tsx';
import { places } from './places.ts';

const Entry = ({
  href,
  icon,
  name,
  current,
}: {
  readonly href: string;
  readonly icon: IconName;
  readonly name: string;
  readonly current: boolean;
}): ReactNode => (
  <li>
    <Link href={href} title={name} {...(current ? { 'aria-current': 'page' as const } : {})}>
      <Icon name={icon} />
      <span className="t">{name}</span>
    </Link>
  </li>
);

/** The dark rail: where one can go, and where one is. */
export const Rail = (): ReactNode => {
  const { t } = useText();
  const [location] = useLocation();
  const isAt = (href: string): boolean =>
    href === '/' ? location === '/' : location === href || location.startsWith(`${href}/`);
  const list = (apart: boolean): ReactNode =>
    places
      .filter((place) => (place.apart === true) === apart)
      .map(({ id, href, icon }) => (
        <Entry key={id} href={href} icon={icon} name={t(`app.places.${id}`)} current={isAt(href)} />
      ));
  return (
    <nav className="rail" aria-label={t('app.main')}>
      <Brand />
      <ul>{list(false)}</ul>
      <ul className="apart">{list(true)}</ul>
    </nav>
  );
};

import { element } from './element.ts';
import type { Programme } from './knowledge.ts';
import type { Words } from './words.ts';

const grouped = (fingerprint: string): string => fingerprint.replace(/(.{4})(?=.)/g, '$1 ');

/** Whose page this is, the day of its list and the fingerprints of its keys. */
export const aboutPart = ({ content, knows }: Programme, { t, date }: Words): HTMLElement => {
  const { owner } = content;
  return element(
    'details',
    { class: 'about' },
    element('summary', {}, t('about')),
    element('p', {}, t('aboutMade', { owner, date: date(content.madeOn) })),
    knows.list === undefined
      ? undefined
      : element('p', {}, t('aboutList', { date: date(knows.list.madeOn), count: knows.list.entries.length })),
    element('p', {}, t('aboutKeys', { owner })),
    element(
      'ul',
      { class: 'keys' },
      ...content.keys.map(({ id, owner: holder, since, fingerprint }) =>
        element(
          'li',
          {},
          element('b', { class: 'serial' }, id),
          ` ${holder}, ${date(since.slice(0, 10))}`,
          element('span', { class: 'serial fingerprint' }, grouped(fingerprint)),
        ),
      ),
    ),
    element('p', {}, t('aboutNewer')),
  );
};

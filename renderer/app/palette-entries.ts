import type { CertificateRecord } from '#shared/domain/certificates.ts';
import { cohortTitle } from '#shared/domain/cohorts.ts';
import type { Language } from '#shared/domain/languages.ts';
import { screenLanguages } from '#shared/domain/languages.ts';
import { parseSerial, serialBeginnings } from '#shared/domain/serials.ts';
import { fold } from '#shared/lib/fold.ts';
import type { Failure } from '#shared/lib/result.ts';
import type { MessageKey } from '#shared/i18n/message-key.ts';
import { searchPeople } from '#renderer/db/people-index.ts';
import { getRecord, listBeginning, listRecords } from '#renderer/db/records.ts';
import type { IconName } from '#renderer/ui/icon.tsx';
import type { Text } from '#renderer/ui/text.tsx';
import { cohortTabs, places } from './places.ts';

/** One line of the palette. */
export type Entry = {
  readonly id: string;
  readonly icon: IconName;
  readonly label: string;
  readonly more: string;
  /** Where it leads, or what it does. */
  readonly href?: string;
  readonly command?: Command;
};

export type Command = 'help' | 'undo' | 'redo' | 'light' | 'dark' | 'contrast' | Language;

export type Group = { readonly value: string; readonly items: readonly Entry[] };

const commands: readonly { readonly command: Command; readonly icon: IconName }[] = [
  { command: 'undo', icon: 'undo' },
  { command: 'redo', icon: 'redo' },
  { command: 'help', icon: 'help' },
  { command: 'light', icon: 'today' },
  { command: 'dark', icon: 'settings' },
  { command: 'contrast', icon: 'settings' },
  ...screenLanguages.map((command) => ({ command, icon: 'settings' as const })),
];

const peopleShown = 8;
const cohortsShown = 6;
const serialsShown = 6;

const matches = (label: string, words: readonly string[]): boolean => {
  const folded = fold(label);
  return words.every((word) => folded.includes(word));
};

type Cohorts = Awaited<ReturnType<typeof listRecords<'cohorts'>>>;

const peopleGroup = async (text: string, cohorts: Cohorts, t: Text['t']): Promise<Group> => {
  const codes = new Map(cohorts.map(({ id, code }) => [id as string, code]));
  const found = await searchPeople(text, peopleShown);
  return {
    value: t('app.palette.people'),
    items: found.map(({ id, name, number, cohortIds }) => ({
      id: `person:${id}`,
      icon: 'people',
      label: name,
      more: [...cohortIds.map((cohort) => codes.get(cohort) ?? ''), number].filter((part) => part !== '').join(' · '),
      href: `/people/${id}`,
    })),
  };
};

const cohortGroup = (words: readonly string[], cohorts: Cohorts, t: Text['t']): Group => {
  const fitting = cohorts
    .filter(({ code, name, place }) => matches(`${code} ${name} ${place}`, words))
    .sort((a, b) => (a.starts < b.starts ? 1 : -1));
  const overview = fitting.slice(0, cohortsShown).map(({ id, code, name, place }): Entry => ({
    id: `cohort:${id}`,
    icon: 'cohorts',
    label: cohortTitle({ code, name }),
    more: place,
    href: `/cohorts/${id}/overview`,
  }));
  const [only] = fitting;
  const tabs = fitting.length === 1 && only !== undefined ? cohortTabs.slice(1) : [];
  return {
    value: t('app.palette.cohorts'),
    items: [
      ...overview,
      ...tabs.map((tab): Entry => ({
        id: `tab:${tab}`,
        icon: 'right',
        label: `${only?.code ?? ''} ${t(`app.tabs.${tab}`)}`,
        more: '',
        href: `/cohorts/${only?.id ?? ''}/${tab}`,
      })),
    ],
  };
};

/** What is wrong with a text that is a whole serial but for a wrong part or a wrong check character. */
export const serialProblem = (text: string): Failure | undefined => {
  const parsed = parseSerial(text);
  return parsed.ok || parsed.error.code === 'serial-shape' || !/\d/.test(text) ? undefined : parsed.error;
};

/** A serial is looked up whole, however it is typed, else by its beginning or its number; those of earlier times have other shapes. */
const findSerials = async (text: string): Promise<readonly CertificateRecord[]> => {
  const parsed = parseSerial(text);
  const serial = parsed.ok ? parsed.value.serial : text.trim().toUpperCase();
  const whole = /^[A-Z0-9]+(-[A-Z0-9]+){2,}$/.test(serial) ? await getRecord('certificates', serial) : undefined;
  if (whole !== undefined) return [whole];
  // Of two years that gave the same number, the later one stands first.
  const beginnings = serialBeginnings(text, /\d/.test(text) ? await listRecords('serialBlocks') : []).toReversed();
  const found = await Promise.all(beginnings.map((one) => listBeginning('certificates', one, serialsShown)));
  return found.flat().slice(0, serialsShown);
};

const serialGroup = async (text: string, t: Text['t']): Promise<Group> => ({
  value: t('app.palette.certificates'),
  items: (await findSerials(text)).map(({ serial, snapshot, personId }) => ({
    id: `serial:${serial}`,
    icon: 'certs',
    label: serial,
    more: snapshot.name,
    href: `/people/${personId}`,
  })),
});

const commandGroup = (words: readonly string[], t: Text['t']): Group => {
  const went = places.map(({ id, href, icon }): Entry => ({
    id: `place:${id}`,
    icon,
    label: t('app.palette.goTo', { place: t(`app.places.${id}`) }),
    more: '',
    href,
  }));
  const done = commands.map(({ command, icon }): Entry => ({
    id: `command:${command}`,
    icon,
    label: t(`app.palette.commands.${command}` as MessageKey),
    more: '',
    command,
  }));
  return {
    value: t('app.palette.commandsTitle'),
    items: [...went, ...done].filter(({ label }) => matches(label, words)),
  };
};

/** What the palette finds for a text: certificates by their serial or a part of it, a cohort by its code, people, cohorts, places and commands. Groups without a line are left out. */
export const paletteEntries = async (text: string, t: Text['t']): Promise<readonly Group[]> => {
  const words = fold(text)
    .split(' ')
    .filter((word) => word !== '');
  const cohorts = await listRecords('cohorts');
  const people = words.length === 0 ? undefined : await peopleGroup(text, cohorts, t);
  const byCode = words.length > 0 && cohorts.some(({ code }) => fold(code).startsWith(fold(text)));
  const named = people === undefined ? [] : [people];
  const intakes = [cohortGroup(words, cohorts, t)];
  const groups = [
    await serialGroup(text, t),
    ...(byCode ? [...intakes, ...named] : [...named, ...intakes]),
    commandGroup(words, t),
  ];
  return groups.filter(({ items }) => items.length > 0);
};

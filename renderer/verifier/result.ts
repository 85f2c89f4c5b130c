import type { OfflineVerdict } from '#shared/domain/certificate-verdicts.ts';
import type { Result } from '#shared/lib/result.ts';
import { drawing, element } from './element.ts';
import type { Programme } from './knowledge.ts';
import type { Words } from './words.ts';
import { isWord } from './words.ts';

type Look = 'ok' | 'warn' | 'bad';
type Shown = { readonly look: Look; readonly title: string; readonly sentence: string };

const paths: Readonly<Record<Look, string>> = {
  ok: 'M4 12.5l5 5L20 6.5',
  warn: 'M12 4l9 16H3zM12 10v4.5M12 17.4v.2',
  bad: 'M8.5 3h7L21 8.5v7L15.5 21h-7L3 15.5v-7zM9 9l6 6M15 9l-6 6',
};

const verdictWords = (found: OfflineVerdict, owner: string, { t }: Words): Shown => {
  const { ended, content } = found;
  if (found.verdict === 'altered') return { look: 'bad', title: t('altered'), sentence: t('alteredMore', { owner }) };
  if (found.verdict === 'unknown-key')
    return { look: 'bad', title: t('unknown'), sentence: t('unknownMore', { owner, key: content?.keyId ?? '' }) };
  if (ended?.state === 'revoked') return { look: 'bad', title: t('revoked'), sentence: t('revokedMore', { owner }) };
  if (ended !== undefined) {
    const sentence =
      ended.by === undefined ? t('supersededPlain', { owner }) : t('supersededMore', { owner, by: ended.by });
    return { look: 'warn', title: t('superseded'), sentence };
  }
  return found.verdict === 'genuine'
    ? { look: 'ok', title: t('genuine'), sentence: t('genuineMore', { owner: found.owner ?? owner }) }
    : { look: 'warn', title: t('serial'), sentence: t('serialMore') };
};

const listWords = (
  { ended, listed, verdict }: OfflineVerdict,
  owner: string,
  { t, date }: Words,
): string | undefined => {
  if (verdict === 'altered' || verdict === 'unknown-key') return undefined;
  if (listed === undefined) return t('noList', { owner });
  if (ended === undefined) return t('notOnList', { date: date(listed) });
  return ended.on === undefined
    ? t('onListPlain', { date: date(listed) })
    : t('onList', { date: date(listed), on: date(ended.on) });
};

const facts = (found: OfflineVerdict, { t, date }: Words): HTMLElement => {
  const { content, serial, owner } = found;
  const list = element('dl');
  const fact = (name: string, value: string, kind = ''): void =>
    list.append(element('div', { class: kind }, element('dt', {}, name), element('dd', { lang: 'und' }, value)));
  if (content !== undefined) {
    fact(t('to'), content.name, 'name');
    fact(t('what'), content.award);
    fact(t('on'), date(content.date));
  }
  if (owner !== undefined) fact(t('by'), owner);
  fact(t('number'), serial, 'serial');
  if (content !== undefined) fact(t('key'), content.keyId, 'serial');
  return list;
};

const refusal = (code: string, owner: string, { t }: Words): Shown => ({
  look: 'bad',
  title: t('unreadable'),
  sentence: isWord(code) ? t(code, { owner }) : t('serial-bad'),
});

const card = ({ look, title, sentence }: Shown, ...more: readonly (Node | undefined)[]): HTMLElement =>
  element(
    'div',
    { class: `verdict ${look}` },
    element('p', { class: 'verdict-title' }, drawing(paths[look]), element('strong', {}, title)),
    element('p', {}, sentence),
    ...more,
  );

/** What was found of one code or serial, in words; the content of the code is always shown, not a bare verdict. */
export const resultCard = (
  found: Result<OfflineVerdict>,
  { content: { owner } }: Programme,
  words: Words,
): HTMLElement => {
  if (!found.ok) return card(refusal(found.error.code, owner, words));
  const list = listWords(found.value, owner, words);
  return card(
    verdictWords(found.value, owner, words),
    facts(found.value, words),
    list === undefined ? undefined : element('p', { class: 'list-word' }, list),
  );
};

/** A sentence that is not about a certificate: no code in the picture, no camera, another list. */
export const noteCard = (sentence: string, good = false): HTMLElement =>
  element('p', { class: good ? 'note ok' : 'note', role: 'status' }, sentence);

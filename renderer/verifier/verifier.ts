import './verifier.css';
import { judgeOffline } from '#shared/domain/certificate-verdicts.ts';
import { readRevocations } from '#shared/domain/revocations.ts';
import { decodeBitmap } from '#renderer/ui/read-code.ts';
import { aboutPart } from './about.ts';
import { hasCamera, scan } from './camera.ts';
import { drawing, element } from './element.ts';
import type { Programme } from './knowledge.ts';
import { holds, readProgramme } from './knowledge.ts';
import { noteCard, resultCard } from './result.ts';
import type { VerifierLanguage, Words } from './words.ts';
import { isVerifierLanguage, ownName, verifierLanguages, wordsIn } from './words.ts';

type Page = { programme: Programme; language: VerifierLanguage; show: (words: Words) => Node | undefined };

const brand = 'M3.5 19c5 0 3.7-7 8.5-7s3.5-7 8.5-7';
const cameraPath = 'M3 8h4l2-3h6l2 3h4v11H3zM12 17a3.6 3.6 0 1 0 0-7.2 3.6 3.6 0 0 0 0 7.2z';
const picturePath = 'M4 5h16v14H4zM4 16l5-5 4 4 3-3 4 4M15.5 9.4v.2';

const takeList = async (page: Page, file: File): Promise<void> => {
  const { programme } = page;
  const { owner } = programme.content;
  const list = readRevocations(await file.text(), programme.knows.keys, holds);
  if (!list.ok) {
    const { code } = list.error;
    page.show = ({ t }) => noteCard(t(code, { owner }));
    return;
  }
  const { madeOn } = list.value;
  const older = programme.knows.list !== undefined && madeOn < programme.knows.list.madeOn;
  if (!older) page.programme = { ...programme, knows: { ...programme.knows, list: list.value }, broken: false };
  page.show = ({ t, date }) => noteCard(t(older ? 'older' : 'newer', { date: date(madeOn) }), !older);
};

const judge = (page: Page, text: string): void => {
  const found = judgeOffline(text, page.programme.knows, holds);
  page.show = (words) => resultCard(found, page.programme, words);
};

const takePicture = async (page: Page, file: File): Promise<void> => {
  const bitmap = await createImageBitmap(file).catch(() => undefined);
  if (bitmap === undefined) {
    page.show = ({ t }) => noteCard(t('pictureBad'));
    return;
  }
  const text = await decodeBitmap(bitmap);
  bitmap.close();
  if (text === undefined) page.show = ({ t }) => noteCard(t('pictureNone'));
  else judge(page, text);
};

const takeFile = (page: Page, file: File): Promise<void> =>
  file.name.toLowerCase().endsWith('.json') ? takeList(page, file) : takePicture(page, file);

/** The parts that read a code: camera, picture, typing. `done` draws the result that came of them. */
const readers = (page: Page, { t }: Words, done: () => void): HTMLElement => {
  const video = element('video', { muted: true, playsinline: true, 'aria-hidden': 'true' });
  const frame = element('div', { class: 'frame', hidden: true }, video, element('p', {}, t('cameraHint')));
  const cameraWords = element('span', {}, t('camera'));
  const camera = element('button', { type: 'button', class: 'first' }, drawing(cameraPath), cameraWords);
  let running: AbortController | undefined;
  const useCamera = async (): Promise<void> => {
    if (running !== undefined) return running.abort();
    running = new AbortController();
    frame.hidden = false;
    cameraWords.textContent = t('cameraStop');
    try {
      const text = await scan(video, running.signal);
      if (text !== undefined) judge(page, text);
    } catch {
      page.show = ({ t: say }) => noteCard(say('cameraRefused'));
    }
    running = undefined;
    done();
  };
  camera.addEventListener('click', () => void useCamera());
  const file = element('input', { type: 'file', accept: 'image/*,.json,application/json', id: 'picture', class: 'vh' });
  file.addEventListener('change', () => {
    const [chosen] = file.files ?? [];
    if (chosen !== undefined) void takeFile(page, chosen).then(done);
  });
  const label = element(
    'label',
    { for: 'picture', class: 'button' },
    drawing(picturePath),
    element('span', {}, t('picture')),
  );
  const text = element('textarea', {
    id: 'typed',
    rows: '2',
    spellcheck: 'false',
    autocomplete: 'off',
    autocapitalize: 'characters',
  });
  const form = element(
    'form',
    {},
    element('label', { for: 'typed' }, t('typed')),
    text,
    element('button', { type: 'submit' }, t('check')),
  );
  form.addEventListener('submit', (event) => {
    event.preventDefault();
    if (text.value.trim() === '') return text.focus();
    judge(page, text.value);
    done();
  });
  return element(
    'div',
    { class: 'readers' },
    hasCamera() ? camera : element('p', { class: 'note' }, t('cameraNone')),
    frame,
    element('div', { class: 'pick' }, file, label, element('span', { class: 'quiet' }, t('drop'))),
    form,
  );
};

const languageChoice = (page: Page, { t }: Words, draw: () => void): HTMLElement => {
  const select = element('select', { 'aria-label': t('language') });
  for (const language of verifierLanguages) {
    select.append(
      element('option', { value: language, lang: language, selected: language === page.language }, ownName(language)),
    );
  }
  select.addEventListener('change', () => {
    if (isVerifierLanguage(select.value)) page.language = select.value;
    draw();
    document.querySelector('select')?.focus();
  });
  return select;
};

const draw = (page: Page): void => {
  const words = wordsIn(page.language);
  const { owner } = page.programme.content;
  document.documentElement.lang = page.language;
  document.title = `${words.t('title')} · ${owner}`;
  const result = element('section', {
    'aria-label': words.t('result'),
    'aria-live': 'polite',
    class: 'result',
    tabindex: '-1',
  });
  const again = (): void => {
    draw(page);
    const shown = document.querySelector<HTMLElement>('.result');
    shown?.scrollIntoView({ block: 'nearest' });
    shown?.focus({ preventScroll: true });
  };
  const card = page.show(words);
  if (page.programme.broken) result.append(noteCard(words.t('listBroken', { owner })));
  if (card !== undefined) result.append(card);
  const main = element(
    'main',
    {},
    element('h1', {}, words.t('title')),
    element('p', { class: 'lead' }, words.t('lead', { owner })),
    result,
    readers(page, words, again),
    aboutPart(page.programme, words),
  );
  const header = element(
    'header',
    {},
    drawing(brand),
    element('b', {}, owner),
    languageChoice(page, words, () => draw(page)),
  );
  document.querySelectorAll('body > header, body > main').forEach((part) => part.remove());
  document.body.prepend(header, main);
};

/** Pictures may also be dropped and pasted anywhere; nothing dropped leads the browser away. */
const listen = (page: Page): void => {
  const take = (files: FileList | undefined): void => {
    const [file] = files ?? [];
    if (file !== undefined) void takeFile(page, file).then(() => draw(page));
  };
  document.addEventListener('dragover', (event) => event.preventDefault());
  document.addEventListener('drop', (event) => {
    event.preventDefault();
    take(event.dataTransfer?.files);
  });
  document.addEventListener('paste', (event) => {
    if ((event.clipboardData?.files.length ?? 0) > 0) take(event.clipboardData?.files);
  });
};

const firstLanguage = (own: string): VerifierLanguage => {
  const wanted = [...navigator.languages.map((tag) => tag.slice(0, 2)), own].find(isVerifierLanguage);
  return wanted ?? 'en';
};

const start = (): void => {
  const programme = readProgramme(document.getElementById('programme')?.textContent ?? 'null');
  if (programme === undefined) {
    const { t } = wordsIn(firstLanguage('en'));
    document.body.prepend(element('main', {}, element('h1', {}, t('title')), noteCard(t('empty'))));
    return;
  }
  const page: Page = { programme, language: firstLanguage(programme.content.language), show: () => undefined };
  draw(page);
  listen(page);
};

start();

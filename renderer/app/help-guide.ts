/** Words within a line of the guide. A link leads to a section of the guide; where it leads elsewhere, its words stay. */
export type Words =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'code'; readonly text: string }
  | { readonly kind: 'strong'; readonly words: readonly Words[] }
  | { readonly kind: 'emphasis'; readonly words: readonly Words[] }
  | { readonly kind: 'link'; readonly to: string; readonly words: readonly Words[] };

type Line = readonly Words[];

export type Block =
  | { readonly kind: 'paragraph'; readonly words: Line }
  | { readonly kind: 'list'; readonly start: number | undefined; readonly items: readonly Line[] }
  | { readonly kind: 'table'; readonly head: readonly Line[]; readonly rows: readonly (readonly Line[])[] };

/** What stands under one heading of the guide, without what stands under the headings below it. */
export type Section = {
  readonly id: string;
  readonly level: number;
  readonly title: string;
  readonly blocks: readonly Block[];
};

const marked =
  /`(?<code>[^`]+)`|\*\*(?<strong>.+?)\*\*|\*(?<emphasis>[^*]+)\*|!\[[^\]]*\]\([^)]*\)|\[(?<label>[^\]]+)\]\((?<to>[^)]+)\)/gu;

/** Reads what a line marks: code, bold, slanted, links. Pictures are left out: they stand in the guide's own files. */
const readWords = (source: string): Line => {
  const words: Words[] = [];
  let from = 0;
  for (const found of source.matchAll(marked)) {
    if (found.index > from) words.push({ kind: 'text', text: source.slice(from, found.index) });
    from = found.index + found[0].length;
    const { code, strong, emphasis, label, to } = found.groups ?? {};
    if (code !== undefined) words.push({ kind: 'code', text: code });
    else if (strong !== undefined) words.push({ kind: 'strong', words: readWords(strong) });
    else if (emphasis !== undefined) words.push({ kind: 'emphasis', words: readWords(emphasis) });
    else if (label !== undefined && to?.startsWith('#') === true)
      words.push({ kind: 'link', to: to.slice(1), words: readWords(label) });
    else if (label !== undefined) words.push(...readWords(label));
  }
  if (from < source.length) words.push({ kind: 'text', text: source.slice(from) });
  return words;
};

const readRow = (line: string): readonly Line[] =>
  line
    .trim()
    .replace(/^\||\|$/g, '')
    .split(/(?<!\\)\|/u)
    .map((cell) => readWords(cell.trim().replaceAll('\\|', '|')));

const item = /^(?:-|(?<number>\d+)\.) +(?<text>.*)$/u;
const isPicture = (line: string): boolean => /^!\[[^\]]*\]\([^)]*\)$/u.test(line);

/** A list line begins an item; another one goes on with it. */
const readList = (lines: readonly string[]): Block => {
  const items: string[] = [];
  for (const line of lines) {
    const text = item.exec(line)?.groups?.['text'];
    if (text === undefined) items.push(`${items.pop() ?? ''} ${line.trim()}`);
    else items.push(text);
  }
  const start = item.exec(lines[0] ?? '')?.groups?.['number'];
  return { kind: 'list', start: start === undefined ? undefined : Number(start), items: items.map(readWords) };
};

const readBlock = (lines: readonly string[]): Block => {
  const [first = '', , ...rows] = lines;
  if (first.startsWith('|')) return { kind: 'table', head: readRow(first), rows: rows.map(readRow) };
  if (item.test(first)) return readList(lines);
  return { kind: 'paragraph', words: readWords(lines.map((line) => line.trim()).join(' ')) };
};

/** A table or a list may follow a paragraph without an empty line between them. */
const begins = (line: string, before: string): boolean =>
  line.startsWith('|') ? !before.startsWith('|') : item.test(line) && !item.test(before) && !/^ /u.test(before);

const readBlocks = (lines: readonly string[]): readonly Block[] => {
  const groups: string[][] = [];
  let open: string[] | undefined;
  let isList = false;
  for (const line of lines) {
    if (line.trim() === '' || isPicture(line)) {
      open = undefined;
      continue;
    }
    if (open === undefined || (!isList && begins(line, open.at(-1) ?? ''))) {
      groups.push((open = []));
      isList = item.test(line);
    }
    open.push(line);
  }
  return groups.map(readBlock);
};

/** The address of a heading, as places that show Markdown make it. */
const idOf = (title: string): string =>
  title
    .toLowerCase()
    .replace(/[^\p{L}\p{N} -]/gu, '')
    .replaceAll(' ', '-');

/**
 * Splits the guide by its headings; what stands before the first one below the title is left out. `english` is the same guide in English: its
 * sections stand in the same order, and their ids hold in every language.
 */
export const readGuide = (markdown: string, english?: string): readonly Section[] => {
  const ids = english === undefined ? undefined : readGuide(english).map(({ id }) => id);
  return markdown
    .split(/^(?=##+ )/mu)
    .filter((part) => part.startsWith('##'))
    .map((part, at) => {
      const [heading = '', ...lines] = part.split(/\r?\n/u);
      const [, signs = '', title = ''] = /^(#+) +(.*)$/u.exec(heading.trim()) ?? [];
      return { id: ids?.[at] ?? idOf(title), level: signs.length, title, blocks: readBlocks(lines) };
    });
};

/** A section with those below it. */
export const sectionsOf = (guide: readonly Section[], id: string): readonly Section[] => {
  const at = guide.findIndex((section) => section.id === id);
  const first = guide[at];
  if (first === undefined) return [];
  const end = guide.findIndex(({ level }, index) => index > at && level <= first.level);
  return guide.slice(at, end < 0 ? undefined : end);
};

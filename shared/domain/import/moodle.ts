import { fold } from '#shared/lib/fold.ts';
import type { ColumnMapping } from './import-kinds.ts';

/** Moodle's two files with marks: the gradebook's export, and the offline grading worksheet of one assignment. */
export type MoodleFile = 'grades' | 'worksheet';

const words = (text: string): ReadonlySet<string> => new Set(text.split(', '));

/**
 * Headings of Moodle's language packs in English, French, Spanish and Portuguese, folded. Sources: `recordid`, `maxgrade`, `gradecanbechanged` and
 * `status` of mod_assign, `pluginname` of assignfeedback_comments, `real` and `percentage` of grades, `modulename` of mod_assign.
 */
const headings = {
  identifier: words('identifier, identifiant, identificador'),
  changeable: words(
    'grade can be changed, la note peut etre modifiee, la calificacion puede ser cambiada, la calificacion se puede cambiar, a nota pode ser alterada',
  ),
  grade: words('grade, note, calificacion, nota, avaliacao'),
  maximum: words('maximum grade, note maximale, calificacion maxima, puntuacion maxima, nota maxima, avaliacao maxima'),
  comments: words(
    'feedback comments, feedback par commentaires, commentaires de feedback, comentarios de retroalimentacion, comentarios de feedback, comentarios',
  ),
  email: words(
    'email address, adresse de courriel, adresse courriel, direccion de correo, direccion email, correo electronico, direccion de correo electronico, endereco de email, endereco de e-mail, endereco de correio eletronico, endereco de correio electronico',
  ),
  number: words(
    "id number, numero d'identification, numero de id, numero de identificacion, numero de identificacao, numero id",
  ),
  name: words('nombre completo, nombre completo del estudiante'),
  givenNames: words('nombre, nombres'),
  familyName: words('apellido, apellidos, apellido(s)'),
} as const;

const activities = 'assignment|devoir|tarea|trabalho|tarefa';
const feedbacks = 'feedback|retroalimentacion|comentarios?|commentaires?|retour';
const shown = new RegExp(String.raw`\(\s*(real|brute?|brut|${feedbacks}|[^()]*)\s*\)\s*$`);
const prefixed = new RegExp(String.raw`^(${activities}|${feedbacks})\s*:\s*`);

/** A column of the gradebook's export: an activity with what is shown of it. `name` is folded. */
type GradeColumn = { readonly kind: 'mark' | 'feedback' | 'other'; readonly name: string };

const isActivity = (word: string | undefined): boolean => new RegExp(`^(?:${activities})$`).test(word ?? '');
const isFeedback = (word: string | undefined): boolean => new RegExp(`^(?:${feedbacks})$`).test(word ?? '');
const isReal = (word: string | undefined): boolean => /^(?:real|brute?)$/.test(word ?? '');

/**
 * Reads a heading such as `Assignment: Essay (Real)`, `Devoir : Essai (Brut)`, `Feedback: Essay` or `Essay (Feedback)`; percentages and letters are
 * `other`. Undefined where it is no activity of a gradebook.
 */
export const gradeColumn = (heading: string): GradeColumn | undefined => {
  const text = fold(heading).replace(/\s+/g, ' ').trim();
  const prefix = prefixed.exec(text);
  const ending = shown.exec(text);
  const bare = text.slice(prefix?.[0].length ?? 0);
  const name = (ending === null ? bare : bare.replace(shown, '')).trim();
  if (isFeedback(prefix?.[1]) || isFeedback(ending?.[1])) return { kind: 'feedback', name };
  if (isReal(ending?.[1])) return { kind: 'mark', name };
  if (!isActivity(prefix?.[1])) return undefined;
  const other = /^(?:percentage|pourcentage|porcentaje|percentagem|letter|lettre|letra|echelle)$/.test(
    ending?.[1] ?? '',
  );
  return { kind: other ? 'other' : 'mark', name: other ? name : bare.trim() };
};

const plain = (heading: string): string =>
  fold(heading)
    .replace(/[.:]+$/, '')
    .replace(/\s+/g, ' ')
    .trim();

const holds = (all: readonly string[], known: ReadonlySet<string>): boolean =>
  all.some((each) => known.has(plain(each)));

/** Which of Moodle's files has these headings; undefined where it is neither. */
export const moodleFileOf = (all: readonly string[]): MoodleFile | undefined => {
  if (holds(all, headings.identifier) && (holds(all, headings.changeable) || holds(all, headings.maximum)))
    return 'worksheet';
  return all.some((each) => gradeColumn(each) !== undefined) ? 'grades' : undefined;
};

/** What a heading of either file says of the learner, or of the greatest mark. */
export const moodleField = (
  heading: string,
): 'email' | 'number' | 'name' | 'givenNames' | 'familyName' | 'maximum' | undefined =>
  (['email', 'number', 'name', 'givenNames', 'familyName', 'maximum'] as const).find((field) =>
    headings[field].has(plain(heading)),
  );

/** What a heading of the offline worksheet holds of the assignment that the file is about. */
export const worksheetColumn = (heading: string): 'mark' | 'feedback' | undefined => {
  if (headings.grade.has(plain(heading))) return 'mark';
  return headings.comments.has(plain(heading)) ? 'feedback' : undefined;
};

/** A mapping with another target for a column; in an offline worksheet the feedback follows the grade to its assignment. */
export const withTarget = (mapping: ColumnMapping, heading: string, target: string): ColumnMapping => {
  const next = { ...mapping, [heading]: target };
  const all = Object.keys(mapping);
  if (moodleFileOf(all) !== 'worksheet' || worksheetColumn(heading) !== 'mark') return next;
  const comments = all.find((each) => worksheetColumn(each) === 'feedback');
  if (comments === undefined) return next;
  return { ...next, [comments]: target.startsWith('mark:') ? target.replace('mark:', 'feedback:') : 'ignore' };
};

/** Moodle writes marks with more decimals than they have: `12.50000` is 12.50. */
export const withoutSpareDecimals = (text: string): string => text.replace(/^(\d+[.,]\d{2})0+$/, '$1');

const named: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: ' ',
  rsquo: '’',
  lsquo: '‘',
  ldquo: '“',
  rdquo: '”',
  laquo: '«',
  raquo: '»',
  ndash: '–',
  mdash: '—',
  hellip: '…',
  eacute: 'é',
  egrave: 'è',
  ecirc: 'ê',
  agrave: 'à',
  aacute: 'á',
  atilde: 'ã',
  ccedil: 'ç',
  iacute: 'í',
  oacute: 'ó',
  otilde: 'õ',
  uacute: 'ú',
  ntilde: 'ñ',
};

const character = (code: number): string =>
  code > 31 && code <= 0x10ffff && !(code >= 0xd800 && code <= 0xdfff) ? String.fromCodePoint(code) : ' ';

const entity = (whole: string, name: string): string => {
  const digits = /^#(?:x([0-9a-f]+)|(\d+))$/i.exec(name);
  if (digits !== null) return character(digits[1] === undefined ? Number(digits[2]) : Number.parseInt(digits[1], 16));
  return named[name.toLowerCase()] ?? whole;
};

/** The text of a feedback that Moodle keeps as HTML: paragraphs and list items on lines of their own, entities as signs, no mark-up, no scripts. */
export const textOfHtml = (html: string): string => {
  const isHtml = /<\/?[a-z][^>]*>|&(?:[a-z]+|#\d+|#x[0-9a-f]+);/i.test(html);
  if (!isHtml) return html.replace(/\r\n?/g, '\n').trim();
  return html
    .replace(/<(script|style)\b[^>]*>.*?<\/\1\s*>/gis, '')
    .replace(/<!--.*?-->/gs, '')
    .replace(/\s+/g, ' ')
    .replace(/<li\b[^>]*>/gi, '\n• ')
    .replace(/<br\s*\/?>|<\/(?:p|div|h[1-6]|tr|ul|ol|blockquote)\s*>/gi, '\n')
    .replace(/<\/?[a-z!][^>]*>/gi, '')
    .replace(/&(#x?[0-9a-f]+|[a-z]+);/gi, entity)
    .replace(/[^\S\n]+/g, ' ')
    .replace(/ ?\n ?/g, '\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim();
};

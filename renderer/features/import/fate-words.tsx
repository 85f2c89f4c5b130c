import type { ReactNode } from 'react';
import type { Fate, ImportRow } from '#shared/domain/import/import-kinds.ts';
import type { Message } from '#shared/domain/message.ts';
import type { GlyphName } from '#renderer/ui/icon.tsx';
import { Glyph } from '#renderer/ui/icon.tsx';
import type { Text } from '#renderer/ui/text.tsx';
import { useText } from '#renderer/ui/text.tsx';

/** The sign of each fate; the word stands beside it always. */
export const fateGlyphs: Readonly<Record<Fate, GlyphName>> = {
  new: 'received',
  changed: 'marked',
  same: 'dot',
  unsure: 'clash',
  refused: 'refused',
};

const tones: Readonly<Record<Fate, string>> = {
  new: 't-ok',
  changed: 't-info',
  same: 'quiet',
  unsure: 't-warn',
  refused: 't-bad',
};

export const FateWord = ({ fate }: { readonly fate: Fate }): ReactNode => {
  const { t } = useText();
  return (
    <span className={`fate-word ${tones[fate]}`}>
      <Glyph name={fateGlyphs[fate]} />
      {t(`import.fate.${fate}`)}
    </span>
  );
};

type Line = { readonly text: string; readonly tone?: 'bad' | 'quiet' };

const list = ({ say }: Text, messages: readonly Message[]): string => messages.map(say).join(', ');

const candidateLines = (text: Text, row: ImportRow): readonly Line[] =>
  row.decided !== undefined
    ? []
    : row.candidates.map(({ name, details, agrees, differs }) => {
        const parts = [
          [name, ...details.map(text.say)].join(', '),
          agrees.length === 0 ? '' : text.t('import.agrees', { fields: list(text, agrees) }),
          differs.length === 0 ? '' : text.t('import.differs', { fields: list(text, differs) }),
        ];
        return { text: parts.filter((part) => part !== '').join(' · '), tone: 'quiet' as const };
      });

const clashLines = ({ t, say }: Text, { clashes = [] }: ImportRow): readonly Line[] =>
  clashes.map(({ field, here, file }) => ({
    text: t('import.clash', {
      field: say(field),
      here: say(here) || t('import.blank'),
      file: say(file) || t('import.blank'),
    }),
  }));

const changeLines = (text: Text, row: ImportRow): readonly Line[] => {
  const changes = row.changes.map(({ field, before, after }) => {
    const values = { field: text.say(field), after: text.say(after) };
    return before === undefined
      ? text.t('import.addsList', values)
      : text.t('import.changesList', { ...values, before: text.say(before) });
  });
  return changes.length === 0 ? [] : [{ text: changes.join(' · ') }];
};

/** Everything there is to say about a row, a line each: why, what changes, what is left out, what is to be known. */
export const rowLines = (text: Text, row: ImportRow): readonly Line[] => {
  const { t, say } = text;
  const reason = row.reason === undefined ? [] : [{ text: say(row.reason) }];
  const problems = row.problems
    .filter((problem) => row.fate !== 'refused' || problem.reason !== row.reason || row.problems.length > 1)
    .map(({ column, value, reason: why }) => ({
      text: t('import.cellsRefused', { column, value, reason: say(why) }),
      tone: 'bad' as const,
    }));
  const notes = row.notes.map((note) => ({ text: say(note), tone: 'quiet' as const }));
  const own =
    row.fate === 'new' && row.changes.length === 0 ? [{ text: t('import.newLearner'), tone: 'quiet' as const }] : [];
  const same = row.fate === 'same' && notes.length === 0 ? [{ text: t('import.nothing'), tone: 'quiet' as const }] : [];
  return [
    ...reason,
    ...clashLines(text, row),
    ...changeLines(text, row),
    ...problems,
    ...candidateLines(text, row),
    ...notes,
    ...(notes.length + reason.length === 0 ? own : []),
    ...same,
  ];
};

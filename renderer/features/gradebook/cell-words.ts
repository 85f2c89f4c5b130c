import type { Text } from '#renderer/ui/text.tsx';
import type { Message } from '#shared/domain/message.ts';
import { formatMark, formatPercent } from '#shared/domain/mark-text.ts';
import type { Verdict } from '#shared/domain/module-results.ts';

/** The words and figures of cells in the language of the screen; equal ones are put into words once, for putting into words costs more than painting. */
export type CellWords = {
  readonly say: (message: Message) => string;
  readonly mark: (hundredths: number) => string;
  readonly percent: (tenths: number) => string;
  /** A computed figure with what it is: so far, or the verdict on a final one; nothing where there is no figure yet. */
  readonly result: (kind: 'soFar' | Verdict, tenths: number | undefined) => string;
};

export const makeCellWords = ({ say, t, language }: Pick<Text, 'say' | 't' | 'language'>): CellWords => {
  const said = new Map<string, string>();
  const once = (key: string, make: () => string): string => {
    const known = said.get(key);
    if (known !== undefined) return known;
    const made = make();
    said.set(key, made);
    return made;
  };
  const percent = (tenths: number): string => formatPercent(tenths, language);
  return {
    say: (message) => once(message.values === undefined ? message.key : JSON.stringify(message), () => say(message)),
    mark: (hundredths) => formatMark(hundredths, language),
    percent,
    result: (kind, tenths) =>
      once(`${kind} ${tenths ?? ''}`, () =>
        tenths === undefined ? t('marks.noResult') : t(`marks.spoken.${kind}`, { percent: percent(tenths) }),
      ),
  };
};

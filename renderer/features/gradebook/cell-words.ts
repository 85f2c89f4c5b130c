import type { Text } from '#renderer/ui/text.tsx';
import type { Message } from '#shared/domain/message.ts';
import { formatMark, formatPercent } from '#shared/domain/mark-text.ts';

/** The words and figures of cells in the language of the screen; equal messages are put into words once. */
export type CellWords = {
  readonly say: (message: Message) => string;
  readonly mark: (hundredths: number) => string;
  readonly percent: (tenths: number) => string;
};

export const makeCellWords = ({ say, language }: Pick<Text, 'say' | 'language'>): CellWords => {
  const said = new Map<string, string>();
  return {
    say: (message) => {
      const key = message.values === undefined ? message.key : JSON.stringify(message);
      let words = said.get(key);
      if (words === undefined) said.set(key, (words = say(message)));
      return words;
    },
    mark: (hundredths) => formatMark(hundredths, language),
    percent: (tenths) => formatPercent(tenths, language),
  };
};

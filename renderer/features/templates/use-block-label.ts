import { useCallback } from 'react';
import type { Block, Placeholder } from '#shared/domain/template-design.ts';
import { placeholders } from '#shared/domain/template-design.ts';
import { wordsIn } from '#shared/domain/template-designs.ts';
import { useText } from '#renderer/ui/text.tsx';

const longest = 40;

const isPlaceholder = (name: string): name is Placeholder => placeholders.some((one) => one === name);

/** What a block is called: its title, or its kind and the words it begins with. */
export const useBlockLabel = (language: string): ((block: Block) => string) => {
  const { t } = useText();
  return useCallback(
    (block) => {
      if (block.title !== undefined && block.title !== '') return block.title;
      const kind = t(`templates.kind.${block.kind}`);
      if (block.kind === 'shape') return t(`templates.shape.${block.shape}`);
      const words =
        'texts' in block
          ? wordsIn(block.texts, language)
          : 'alt' in block && block.kind !== 'code'
            ? wordsIn(block.alt ?? {}, language)
            : '';
      if (words === '') return kind;
      const plain = words
        .replace(/\{\{(\w+)\}\}/g, (place, name: string) =>
          isPlaceholder(name) ? `‹${t(`templates.place.${name}`)}›` : place,
        )
        .replace(/\s+/g, ' ');
      return t('templates.blockLabel', { kind, words: plain.length > longest ? `${plain.slice(0, longest)}…` : plain });
    },
    [t, language],
  );
};

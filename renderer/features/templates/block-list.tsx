import type { ReactNode } from 'react';
import type { TemplateDesign } from '#shared/domain/template-design.ts';
import { blockWarnings } from '#shared/domain/template-designs.ts';
import { Glyph } from '#renderer/ui/icon.tsx';
import { useText } from '#renderer/ui/text.tsx';
import { useBlockLabel } from './use-block-label.ts';

/** All blocks from back to front, which is also the order in which they are read out. */
export const BlockList = ({
  design,
  language,
  selected,
  onSelect,
}: {
  readonly design: TemplateDesign;
  readonly language: string;
  readonly selected: string | undefined;
  readonly onSelect: (id: string) => void;
}): ReactNode => {
  const { t } = useText();
  const labelOf = useBlockLabel(language);
  return (
    <section className="sheet block-list" aria-label={t('templates.blocks')}>
      <h2 className="inspector-title">{t('templates.blocks')}</h2>
      <ol>
        {design.blocks.map((block) => (
          <li key={block.id}>
            <button
              type="button"
              aria-pressed={block.id === selected}
              className="block-row"
              onClick={() => onSelect(block.id)}
            >
              <span className="block-name">{labelOf(block)}</span>
              {blockWarnings(design, block).includes('off-page') && (
                <span className="t-bad">
                  <Glyph name="anomaly" />
                  <span className="vh">{t('templates.warning.off-page')}</span>
                </span>
              )}
            </button>
          </li>
        ))}
      </ol>
    </section>
  );
};

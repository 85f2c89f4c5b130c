import type { ReactNode } from 'react';
import { placeholders } from '#shared/domain/template-design.ts';
import { blockWarnings } from '#shared/domain/template-designs.ts';
import { Button } from '#renderer/ui/button.tsx';
import { SelectField, TextField } from '#renderer/ui/field.tsx';
import { Note } from '#renderer/ui/note.tsx';
import { useText } from '#renderer/ui/text.tsx';
import { NumberField } from './fields.tsx';
import { BlockFields } from './inspector-kinds.tsx';
import type { InspectorProps } from './inspector-props.ts';
import { useBlockLabel } from './use-block-label.ts';

const Warnings = ({ design, block }: Pick<InspectorProps, 'design' | 'block'>): ReactNode => {
  const { t } = useText();
  return blockWarnings(design, block).map((warning) => (
    <Note key={warning} tone={warning === 'off-page' ? 'bad' : 'warn'}>
      {t(`templates.warning.${warning}`)}
    </Note>
  ));
};

const Measures = ({ block, onChange }: Pick<InspectorProps, 'block' | 'onChange'>): ReactNode => {
  const { t } = useText();
  return (
    <div className="inspector-grid">
      <NumberField label={t('templates.x')} value={block.x} onChange={(x) => onChange({ ...block, x })} />
      <NumberField label={t('templates.y')} value={block.y} onChange={(y) => onChange({ ...block, y })} />
      <NumberField
        label={t('templates.width')}
        value={block.width}
        least={0}
        onChange={(width) => onChange({ ...block, width })}
      />
      <NumberField
        label={t('templates.height')}
        value={block.height}
        least={0}
        onChange={(height) => onChange({ ...block, height })}
      />
    </div>
  );
};

/** Exact measures and everything else about the block that is taken. */
export const Inspector = (props: InspectorProps): ReactNode => {
  const { design, block, language, partner, onChange, onOrder, onDuplicate, onRemove } = props;
  const { t } = useText();
  const labelOf = useBlockLabel(language);
  const { when, ...always } = block;
  return (
    <section className="sheet inspector" aria-label={t('templates.inspector')}>
      <h2 className="inspector-title">{labelOf(block)}</h2>
      {partner !== '' && <p className="second">{t('templates.partnerOnly', { partner })}</p>}
      <Warnings design={design} block={block} />
      <Measures block={block} onChange={onChange} />
      <BlockFields {...props} />
      <details className="inspector-more">
        <summary>{t('templates.more')}</summary>
        <TextField
          label={t('templates.blockTitle')}
          value={block.title ?? ''}
          onChange={(title) => onChange({ ...block, title })}
        />
        <SelectField
          label={t('templates.when')}
          value={when ?? ''}
          options={[
            { value: '', label: t('templates.always') },
            ...placeholders.map((name) => ({ value: name, label: t(`templates.place.${name}`) })),
          ]}
          onChange={(name) => onChange(name === '' ? always : { ...block, when: name })}
        />
      </details>
      <div className="inspector-actions">
        <Button size="small" onClick={() => onOrder(-1)}>
          {t('templates.back')}
        </Button>
        <Button size="small" onClick={() => onOrder(1)}>
          {t('templates.front')}
        </Button>
        <Button size="small" onClick={onDuplicate}>
          {t('templates.duplicateBlock')}
        </Button>
        <Button size="small" onClick={onRemove}>
          {t('templates.removeBlock')}
        </Button>
      </div>
    </section>
  );
};

import type { ReactNode } from 'react';
import type { TemplateAsset } from '#shared/domain/own-templates.ts';
import type { FontStyle, TextLook } from '#shared/domain/template-design.ts';
import { shippedFamilies } from '#shared/domain/template-design.ts';
import { SelectField } from '#renderer/ui/field.tsx';
import { useText } from '#renderer/ui/text.tsx';
import { ColourField, NumberField } from './fields.tsx';

const stylesOf = (family: string): readonly FontStyle[] =>
  family in shippedFamilies ? shippedFamilies[family as keyof typeof shippedFamilies].styles : ['regular'];

type TypeProps = {
  readonly look: TextLook;
  readonly fonts: readonly TemplateAsset[];
  readonly onChange: (look: TextLook) => void;
};

const FontFields = ({ look, fonts, onChange }: TypeProps): ReactNode => {
  const { t } = useText();
  const families = [
    ...Object.entries(shippedFamilies).map(([value, { name }]) => ({ value, label: name })),
    ...fonts.map(({ id, name }) => ({ value: `own:${id}`, label: t('templates.ownFont', { name }) })),
  ];
  const styles = stylesOf(look.font.family);
  const setFamily = (family: string): void => {
    const own = stylesOf(family);
    const style = own.includes(look.font.style) ? look.font.style : 'regular';
    onChange({ ...look, font: { family, style } });
  };
  return (
    <>
      <SelectField label={t('templates.font')} value={look.font.family} options={families} onChange={setFamily} />
      <SelectField
        label={t('templates.style')}
        value={look.font.style}
        options={styles.map((value) => ({ value, label: t(`templates.styles.${value}`) }))}
        onChange={(style) => onChange({ ...look, font: { ...look.font, style } })}
      />
    </>
  );
};

/** Font, size, colour, spacing and alignment of words. */
export const TypeFields = (props: TypeProps): ReactNode => {
  const { t } = useText();
  const { look, onChange } = props;
  return (
    <div className="inspector-grid">
      <FontFields {...props} />
      <NumberField
        label={t('templates.size')}
        value={look.size}
        least={4}
        most={200}
        step={0.5}
        onChange={(size) => onChange({ ...look, size })}
      />
      <NumberField
        label={t('templates.tracking')}
        value={look.tracking ?? 0}
        least={-2}
        most={30}
        step={0.05}
        onChange={(tracking) => onChange({ ...look, tracking })}
      />
      <SelectField
        label={t('templates.align')}
        value={look.align}
        options={(['left', 'centre', 'right'] as const).map((value) => ({
          value,
          label: t(`templates.aligns.${value}`),
        }))}
        onChange={(align) => onChange({ ...look, align })}
      />
      <ColourField
        label={t('templates.colour')}
        value={look.colour}
        onChange={(colour) => onChange({ ...look, colour })}
      />
    </div>
  );
};

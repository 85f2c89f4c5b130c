import type { ReactNode } from 'react';
import { useState } from 'react';
import type { DesignLanguage, TemplateDesign } from '#shared/domain/template-design.ts';
import { designLanguages, sheets, type SheetSize } from '#shared/domain/template-design.ts';
import { Button } from '#renderer/ui/button.tsx';
import { CheckField, SelectField, TextField } from '#renderer/ui/field.tsx';
import { useText } from '#renderer/ui/text.tsx';

type DesignProps = { readonly design: TemplateDesign; readonly onChange: (design: TemplateDesign) => void };

const Variants = ({ design, onChange }: DesignProps): ReactNode => {
  const { t } = useText();
  const [partner, setPartner] = useState('');
  const add = (): void => {
    const name = partner.trim();
    if (name === '' || design.variants.some((one) => one.partner === name)) return;
    const id = `variant-${String(design.variants.length + 1)}`;
    onChange({ ...design, variants: [...design.variants, { id, partner: name, texts: {}, pictures: {} }] });
    setPartner('');
  };
  return (
    <fieldset className="inspector-set">
      <legend className="label">{t('templates.variants')}</legend>
      <p className="second">{t('templates.variantsHint')}</p>
      <ul>
        {design.variants.map((one) => (
          <li key={one.id} className="variant">
            <span>{one.partner}</span>
            <Button
              size="tiny"
              onClick={() => onChange({ ...design, variants: design.variants.filter((other) => other !== one) })}
            >
              {t('templates.removeVariant')}
            </Button>
          </li>
        ))}
      </ul>
      <TextField label={t('templates.partner')} value={partner} onChange={setPartner} />
      <Button size="small" onClick={add} disabled={partner.trim() === ''}>
        {t('templates.addVariant')}
      </Button>
    </fieldset>
  );
};

const PaperFields = ({ design, onChange }: DesignProps): ReactNode => {
  const { t } = useText();
  const { page } = design;
  return (
    <div className="inspector-grid">
      <SelectField<SheetSize>
        label={t('templates.paper')}
        value={page.size}
        options={(Object.keys(sheets) as SheetSize[]).map((value) => ({ value, label: value }))}
        onChange={(size) => onChange({ ...design, page: { ...page, size } })}
      />
      <SelectField
        label={t('templates.orientation')}
        value={page.orientation}
        options={(['landscape', 'portrait'] as const).map((value) => ({
          value,
          label: t(`templates.orientations.${value}`),
        }))}
        onChange={(orientation) => onChange({ ...design, page: { ...page, orientation } })}
      />
      <SelectField
        label={t('templates.stock')}
        value={design.stock}
        options={(['plain', 'pre-printed'] as const).map((value) => ({
          value,
          label: t(`templates.stocks.${value}`),
        }))}
        onChange={(stock) => onChange({ ...design, stock })}
      />
    </div>
  );
};

const LanguageFields = ({ design, onChange }: DesignProps): ReactNode => {
  const { t } = useText();
  const { second, ...rest } = design;
  const toggle = (language: DesignLanguage, on: boolean): void => {
    const languages = designLanguages.filter((one) => (one === language ? on : design.languages.includes(one)));
    if (languages.length > 0) onChange({ ...design, languages });
  };
  const secondOf = (language: DesignLanguage, other: string): void => {
    const { [language]: _, ...others } = second ?? {};
    const next = other === '' ? others : { ...others, [language]: other as DesignLanguage };
    onChange(Object.keys(next).length === 0 ? rest : { ...design, second: next });
  };
  return (
    <fieldset className="inspector-set">
      <legend className="label">{t('templates.languages')}</legend>
      {designLanguages.map((language) => (
        <div key={language} className="language-row">
          <CheckField
            label={t(`templates.language.${language}`)}
            checked={design.languages.includes(language)}
            onChange={(on) => toggle(language, on)}
          />
          {design.languages.includes(language) && (
            <SelectField
              label={t('templates.secondTo', { language: t(`templates.language.${language}`) })}
              value={second?.[language] ?? ''}
              options={[
                { value: '', label: t('templates.noSecond') },
                ...design.languages
                  .filter((one) => one !== language)
                  .map((value) => ({ value, label: t(`templates.language.${value}`) })),
              ]}
              onChange={(other) => secondOf(language, other)}
            />
          )}
        </div>
      ))}
    </fieldset>
  );
};

/** What holds for the whole template: its title, paper, languages and partners. */
export const DesignFields = ({ design, onChange }: DesignProps): ReactNode => {
  const { t } = useText();
  return (
    <section className="sheet inspector" aria-label={t('templates.designTitle')}>
      <h2 className="inspector-title">{t('templates.designTitle')}</h2>
      <TextField
        label={t('templates.title')}
        value={design.title}
        onChange={(title) => title.trim() !== '' && onChange({ ...design, title })}
      />
      <PaperFields design={design} onChange={onChange} />
      <LanguageFields design={design} onChange={onChange} />
      <Variants design={design} onChange={onChange} />
      <p className="second">{t('templates.keysHint')}</p>
    </section>
  );
};

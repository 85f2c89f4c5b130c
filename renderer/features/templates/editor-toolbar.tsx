import type { ReactNode } from 'react';
import type { DesignLanguage, TemplateDesign } from '#shared/domain/template-design.ts';
import { Button } from '#renderer/ui/button.tsx';
import { FilterSelect } from '#renderer/ui/filter-select.tsx';
import { useText } from '#renderer/ui/text.tsx';
import type { AddableKind } from './work/blocks.ts';
import { addableKinds } from './work/blocks.ts';
import { specimenNames } from './work/specimen.ts';

export type View = {
  readonly name: string;
  readonly language: DesignLanguage;
  readonly partner: string;
  readonly zoom: string;
};

type ToolbarProps = {
  readonly design: TemplateDesign;
  readonly view: View;
  readonly onView: (view: View) => void;
  readonly onAdd: (kind: AddableKind) => void;
  readonly onPicture: () => void;
  readonly onFont: () => void;
};

const zooms = ['1', '1.5', '2', '3'] as const;

/** What is added, and whom and in which language the preview shows. */
export const EditorToolbar = ({ design, view, onView, onAdd, onPicture, onFont }: ToolbarProps): ReactNode => {
  const { t, formatNumber } = useText();
  return (
    <div className="editor-bar" role="toolbar" aria-label={t('templates.toolbar')}>
      <FilterSelect
        label={t('templates.add')}
        value=""
        options={[
          { value: '', label: t('templates.add') },
          ...addableKinds.map((kind) => ({ value: kind, label: t(`templates.kind.${kind}`) })),
        ]}
        onChange={(kind) => kind !== '' && onAdd(kind)}
      />
      <Button size="small" onClick={onPicture}>
        {t('templates.addPicture')}
      </Button>
      <Button size="small" onClick={onFont}>
        {t('templates.addFont')}
      </Button>
      <span className="editor-views">
        <FilterSelect
          label={t('templates.shownName')}
          value={view.name}
          options={specimenNames.map((value) => ({ value, label: value }))}
          onChange={(name) => onView({ ...view, name })}
        />
        <FilterSelect
          label={t('templates.shownLanguage')}
          value={view.language}
          options={design.languages.map((value) => ({ value, label: t(`templates.language.${value}`) }))}
          onChange={(language) => onView({ ...view, language })}
        />
        {design.variants.length > 0 && (
          <FilterSelect
            label={t('templates.shownPartner')}
            value={view.partner}
            options={[
              { value: '', label: t('templates.allPartners') },
              ...design.variants.map(({ partner }) => ({ value: partner, label: partner })),
            ]}
            onChange={(partner) => onView({ ...view, partner })}
          />
        )}
        <FilterSelect
          label={t('templates.zoom')}
          value={view.zoom}
          options={zooms.map((value) => ({
            value,
            label:
              value === '1'
                ? t('templates.wholePage')
                : t('templates.zoomTo', { percent: formatNumber(Number(value) * 100) }),
          }))}
          onChange={(zoom) => onView({ ...view, zoom })}
        />
      </span>
    </div>
  );
};

import type { ReactNode } from 'react';
import { tableSources } from '#shared/domain/template-design.ts';
import { Button } from '#renderer/ui/button.tsx';
import { CheckField, SelectField, TextField } from '#renderer/ui/field.tsx';
import { useText } from '#renderer/ui/text.tsx';
import { NumberField } from './fields.tsx';
import type { PropsOf } from './inspector-props.ts';
import { TypeFields } from './inspector-type.tsx';

/** Who signs, and with which picture. */
export const SignatureBlock = ({ block, language, fonts, onChange, onPicture }: PropsOf<'signature'>): ReactNode => {
  const { t } = useText();
  const { person, office, picture, ...open } = block;
  const own = person !== undefined || office !== undefined;
  return (
    <>
      <CheckField
        label={t('templates.ownSignatory')}
        checked={own}
        onChange={(on) =>
          onChange({
            ...open,
            ...(picture === undefined ? {} : { picture }),
            ...(on ? { person: '', office: {} } : {}),
          })
        }
      />
      {own && (
        <>
          <TextField
            label={t('templates.person')}
            value={person ?? ''}
            onChange={(next) => onChange({ ...block, person: next })}
          />
          <TextField
            label={t('templates.office')}
            value={office?.[language] ?? ''}
            lang={language}
            onChange={(next) => onChange({ ...block, office: { ...office, [language]: next } })}
          />
        </>
      )}
      <div className="inspector-actions">
        <Button size="small" onClick={onPicture}>
          {t(picture === undefined ? 'templates.addSignature' : 'templates.replacePicture')}
        </Button>
        {picture !== undefined && (
          <Button size="small" onClick={() => onChange({ ...open, ...(own ? { person, office } : {}) })}>
            {t('templates.removePicture')}
          </Button>
        )}
      </div>
      <TypeFields look={block.nameLook} fonts={fonts} onChange={(nameLook) => onChange({ ...block, nameLook })} />
    </>
  );
};

/** Which results a table shows, and its columns. */
export const TableBlock = ({ block, language, fonts, onChange }: PropsOf<'table'>): ReactNode => {
  const { t } = useText();
  return (
    <>
      <SelectField
        label={t('templates.source')}
        value={block.source}
        options={tableSources.map((value) => ({ value, label: t(`templates.sources.${value}`) }))}
        onChange={(source) => onChange({ ...block, source })}
      />
      <NumberField
        label={t('templates.rowHeight')}
        value={block.rowHeight}
        least={3}
        most={40}
        onChange={(rowHeight) => onChange({ ...block, rowHeight })}
      />
      {block.columns.map((column, at) => (
        <div key={column.key} className="inspector-grid">
          <TextField
            label={t('templates.columnTitle', { number: at + 1 })}
            value={column.titles[language] ?? ''}
            lang={language}
            onChange={(title) =>
              onChange({
                ...block,
                columns: block.columns.map((one) =>
                  one === column ? { ...one, titles: { ...one.titles, [language]: title } } : one,
                ),
              })
            }
          />
          <NumberField
            label={t('templates.columnWidth')}
            value={column.width}
            least={1}
            onChange={(width) =>
              onChange({ ...block, columns: block.columns.map((one) => (one === column ? { ...one, width } : one)) })
            }
          />
        </div>
      ))}
      <TypeFields look={block.look} fonts={fonts} onChange={(look) => onChange({ ...block, look })} />
    </>
  );
};

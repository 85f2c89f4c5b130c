import type { ReactNode } from 'react';
import { Button } from '#renderer/ui/button.tsx';
import { CheckField, SelectField } from '#renderer/ui/field.tsx';
import { useText } from '#renderer/ui/text.tsx';
import { ColourField, NumberField } from './fields.tsx';
import type { InspectorProps, PropsOf } from './inspector-props.ts';
import { SignatureBlock, TableBlock } from './inspector-people.tsx';
import { TypeFields } from './inspector-type.tsx';
import { FitFields, WordsField } from './inspector-words.tsx';

type WordedProps = Pick<PropsOf<'text' | 'watermark'>, 'block' | 'language' | 'fonts' | 'onChange'>;

/** What a block says, and in which type. */
const WordsAndType = ({ block, language, fonts, onChange }: WordedProps): ReactNode => {
  const { t } = useText();
  return (
    <>
      <WordsField
        label={t('templates.words')}
        texts={block.texts}
        language={language}
        onChange={(texts) => onChange({ ...block, texts })}
      />
      <TypeFields look={block.look} fonts={fonts} onChange={(look) => onChange({ ...block, look })} />
    </>
  );
};

const StrokeField = ({
  width,
  onChange,
}: {
  readonly width: number;
  readonly onChange: (width: number) => void;
}): ReactNode => {
  const { t } = useText();
  return (
    <NumberField label={t('templates.stroke')} value={width} least={0.05} most={20} step={0.05} onChange={onChange} />
  );
};

const TextBlock = (props: PropsOf<'text'>): ReactNode => {
  const { t } = useText();
  const { design, block, onChange } = props;
  return (
    <>
      <WordsAndType {...props} />
      <div className="inspector-grid">
        <NumberField
          label={t('templates.baseline')}
          value={block.baseline}
          onChange={(baseline) => onChange({ ...block, baseline })}
        />
        <NumberField
          label={t('templates.lines')}
          value={block.lines}
          least={1}
          most={40}
          step={1}
          onChange={(lines) => onChange({ ...block, lines: Math.round(lines) })}
        />
        {block.lines > 1 && (
          <NumberField
            label={t('templates.lead')}
            value={block.lead}
            least={0}
            onChange={(lead) => onChange({ ...block, lead })}
          />
        )}
        <SelectField
          label={t('templates.role')}
          value={block.role}
          options={(['text', 'heading'] as const).map((value) => ({ value, label: t(`templates.roles.${value}`) }))}
          onChange={(role) => onChange({ ...block, role })}
        />
        {design.second !== undefined && (
          <SelectField
            label={t('templates.voice')}
            value={block.voice}
            options={(['first', 'second'] as const).map((value) => ({ value, label: t(`templates.voices.${value}`) }))}
            onChange={(voice) => onChange({ ...block, voice })}
          />
        )}
      </div>
      <FitFields block={block} onChange={onChange} />
    </>
  );
};

const PictureBlock = ({ block, language, onChange, onPicture }: PropsOf<'picture'>): ReactNode => {
  const { t } = useText();
  return (
    <>
      <Button size="small" onClick={onPicture}>
        {t('templates.replacePicture')}
      </Button>
      <WordsField
        label={t('templates.alt')}
        texts={block.alt}
        language={language}
        onChange={(alt) => onChange({ ...block, alt })}
      />
    </>
  );
};

const ShapeBlock = ({ block, onChange }: PropsOf<'shape'>): ReactNode => {
  const { t } = useText();
  const { fill, ...unfilled } = block;
  return (
    <>
      <SelectField
        label={t('templates.shapeKind')}
        value={block.shape}
        options={(['rectangle', 'ellipse', 'guilloche', 'diamonds'] as const).map((value) => ({
          value,
          label: t(`templates.shape.${value}`),
        }))}
        onChange={(shape) => onChange({ ...block, shape })}
      />
      <div className="inspector-grid">
        <ColourField
          label={t('templates.strokeColour')}
          value={block.stroke?.colour ?? '#ffffff'}
          onChange={(colour) => onChange({ ...block, stroke: { width: block.stroke?.width ?? 0.3, colour } })}
        />
        <StrokeField
          width={block.stroke?.width ?? 0.3}
          onChange={(width) => onChange({ ...block, stroke: { colour: block.stroke?.colour ?? '#1a1a1a', width } })}
        />
        {block.shape === 'rectangle' && (
          <NumberField
            label={t('templates.radius')}
            value={block.radius ?? 0}
            least={0}
            onChange={(radius) => onChange({ ...block, radius })}
          />
        )}
        {(block.shape === 'guilloche' || block.shape === 'diamonds') && (
          <ColourField
            label={t('templates.accent')}
            value={block.accent ?? '#a06a1c'}
            onChange={(accent) => onChange({ ...block, accent })}
          />
        )}
      </div>
      {(block.shape === 'rectangle' || block.shape === 'ellipse') && (
        <CheckField
          label={t('templates.filled')}
          checked={fill !== undefined}
          onChange={(on) => onChange(on ? { ...block, fill: '#f3efe8' } : unfilled)}
        />
      )}
      {fill !== undefined && (
        <ColourField label={t('templates.fill')} value={fill} onChange={(next) => onChange({ ...block, fill: next })} />
      )}
    </>
  );
};

const LineBlock = ({ block, onChange }: PropsOf<'line'>): ReactNode => {
  const { t } = useText();
  return (
    <div className="inspector-grid">
      <ColourField
        label={t('templates.colour')}
        value={block.colour}
        onChange={(colour) => onChange({ ...block, colour })}
      />
      <StrokeField width={block.stroke} onChange={(stroke) => onChange({ ...block, stroke })} />
    </div>
  );
};

const WatermarkBlock = (props: PropsOf<'watermark'>): ReactNode => {
  const { t } = useText();
  const { block, onChange } = props;
  return (
    <>
      <WordsAndType {...props} />
      <NumberField
        label={t('templates.angle')}
        value={block.angle}
        least={-90}
        most={90}
        step={1}
        onChange={(angle) => onChange({ ...block, angle })}
      />
    </>
  );
};

const SealBlock = ({ block, onChange }: PropsOf<'seal'>): ReactNode => {
  const { t } = useText();
  return (
    <div className="inspector-grid">
      <ColourField
        label={t('templates.colour')}
        value={block.colour}
        onChange={(colour) => onChange({ ...block, colour })}
      />
      <ColourField
        label={t('templates.accent')}
        value={block.accent}
        onChange={(accent) => onChange({ ...block, accent })}
      />
    </div>
  );
};

/** The fields of one kind of block. */
export const BlockFields = (props: InspectorProps): ReactNode => {
  const { t } = useText();
  const { block, fonts, onChange } = props;
  switch (block.kind) {
    case 'text':
      return <TextBlock {...props} block={block} />;
    case 'picture':
      return <PictureBlock {...props} block={block} />;
    case 'shape':
      return <ShapeBlock {...props} block={block} />;
    case 'signature':
      return <SignatureBlock {...props} block={block} />;
    case 'table':
      return <TableBlock {...props} block={block} />;
    case 'serial':
      return <TypeFields look={block.look} fonts={fonts} onChange={(look) => onChange({ ...block, look })} />;
    case 'code':
      return (
        <NumberField
          label={t('templates.largest')}
          value={block.largest}
          least={20}
          most={80}
          onChange={(largest) => onChange({ ...block, largest })}
        />
      );
    case 'line':
      return <LineBlock {...props} block={block} />;
    case 'watermark':
      return <WatermarkBlock {...props} block={block} />;
    case 'seal':
      return <SealBlock {...props} block={block} />;
    case 'drawing':
      return <p className="second">{t('templates.drawing')}</p>;
  }
};

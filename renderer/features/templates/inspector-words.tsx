import type { ReactNode } from 'react';
import { useRef } from 'react';
import type { BlockOf, DesignLanguage, DesignTexts } from '#shared/domain/template-design.ts';
import { placeholders } from '#shared/domain/template-design.ts';
import { CheckField, SelectField, TextArea } from '#renderer/ui/field.tsx';
import { useText } from '#renderer/ui/text.tsx';
import { NumberField } from './fields.tsx';

type WordsProps = {
  readonly label: string;
  readonly texts: DesignTexts;
  readonly language: DesignLanguage;
  readonly places?: boolean;
  readonly onChange: (texts: DesignTexts) => void;
};

/** Words in the language that is shown, with a list of the places that are filled at issue. */
export const WordsField = ({ label, texts, language, places = true, onChange }: WordsProps): ReactNode => {
  const { t } = useText();
  const frame = useRef<HTMLDivElement>(null);
  const words = texts[language] ?? '';
  const set = (next: string): void => onChange({ ...texts, [language]: next });
  const insert = (name: string): void => {
    const area = frame.current?.querySelector('textarea');
    const [from, to] = [area?.selectionStart ?? words.length, area?.selectionEnd ?? words.length];
    set(`${words.slice(0, from)}{{${name}}}${words.slice(to)}`);
    area?.focus();
  };
  return (
    <div ref={frame} className="words-field">
      <TextArea label={label} value={words} rows={3} lang={language} onChange={set} />
      {places && (
        <SelectField
          label={t('templates.insert')}
          value=""
          options={[
            { value: '', label: t('templates.insertChoose') },
            ...placeholders.map((name) => ({ value: name, label: t(`templates.place.${name}`) })),
          ]}
          onChange={(name) => name !== '' && insert(name)}
        />
      )}
    </div>
  );
};

type TextFit = NonNullable<BlockOf<'text'>['fit']>;
type TwoLines = NonNullable<TextFit['two']>;

/** Where the two lines stand, and how small they may become. */
const TwoLineFields = ({
  two,
  onChange,
}: {
  readonly two: TwoLines;
  readonly onChange: (two: TwoLines) => void;
}): ReactNode => {
  const { t } = useText();
  const [upper, lower] = two.baselines;
  return (
    <div className="inspector-grid">
      <NumberField
        label={t('templates.twoSize')}
        value={two.size}
        least={4}
        most={200}
        step={1}
        onChange={(size) => onChange({ ...two, size })}
      />
      <NumberField
        label={t('templates.twoFloor')}
        value={two.floor}
        least={4}
        most={two.size}
        step={1}
        onChange={(floor) => onChange({ ...two, floor })}
      />
      <NumberField
        label={t('templates.firstBaseline')}
        value={upper}
        onChange={(at) => onChange({ ...two, baselines: [at, lower] })}
      />
      <NumberField
        label={t('templates.secondBaseline')}
        value={lower}
        onChange={(at) => onChange({ ...two, baselines: [upper, at] })}
      />
    </div>
  );
};

/** How words that are too wide are made to fit: smaller to a floor, then on two lines. */
export const FitFields = ({
  block,
  onChange,
}: {
  readonly block: BlockOf<'text'>;
  readonly onChange: (block: BlockOf<'text'>) => void;
}): ReactNode => {
  const { t } = useText();
  const { fit, ...plain } = block;
  const small = Math.max(4, Math.round(block.look.size * 0.65));
  const set = (next: TextFit): void => onChange({ ...block, fit: next });
  const firstTwo = (): TwoLines => ({
    size: small,
    floor: Math.max(4, small - 4),
    baselines: [block.baseline * 0.55, block.baseline * 1.15],
  });
  return (
    <>
      <CheckField
        label={t('templates.fit')}
        checked={fit !== undefined}
        onChange={(on) => (on ? set({ floor: small }) : onChange(plain))}
      />
      {fit !== undefined && (
        <div className="inspector-grid">
          <NumberField
            label={t('templates.floor')}
            value={fit.floor}
            least={4}
            most={block.look.size}
            step={1}
            onChange={(floor) => set({ ...fit, floor })}
          />
          <CheckField
            label={t('templates.twoLines')}
            checked={fit.two !== undefined}
            onChange={(on) => set(on ? { ...fit, two: firstTwo() } : { floor: fit.floor })}
          />
        </div>
      )}
      {fit?.two !== undefined && <TwoLineFields two={fit.two} onChange={(two) => set({ ...fit, two })} />}
    </>
  );
};

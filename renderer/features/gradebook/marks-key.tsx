import './marks-key.css';
import type { ReactNode } from 'react';
import { memo } from 'react';
import type { GlyphName } from '#renderer/ui/icon.tsx';
import { Glyph } from '#renderer/ui/icon.tsx';
import { useText } from '#renderer/ui/text.tsx';

const keys = [
  'awaited',
  'received',
  'marker',
  'marked',
  'moderated',
  'released',
  'ns',
  'ex',
  'def',
  'hold',
  'late',
  'attempt',
  'capped',
  'revised',
  'anomaly',
] as const;

type MarksKeyProps = {
  /** The figures of the selection in words, empty where one cell is selected. */
  readonly summary: string;
  /** What there is to say of the active cell. */
  readonly remark: string;
  readonly refused: number;
  readonly failed: number;
  readonly onRefused: () => void;
  readonly onRetry: () => void;
};

const Legend = memo((): ReactNode => {
  const { t } = useText();
  return (
    <ul aria-label={t('marks.key')}>
      {keys.map((glyph) => (
        <li key={glyph} className={`c-${glyph}`}>
          <Glyph name={glyph} />
          <span>{t(`domain.cell.word.${glyph}`)}</span>
        </li>
      ))}
      <li className="fail">
        <Glyph name={'below' satisfies GlyphName} />
        <span>{t('marks.belowPass')}</span>
      </li>
    </ul>
  );
});
Legend.displayName = 'Legend';

/** The strip under the grid: what the glyphs mean, what is selected, and what was not accepted or not saved. */
export const MarksKey = memo(({ summary, remark, refused, failed, onRefused, onRetry }: MarksKeyProps): ReactNode => {
  const { t } = useText();
  return (
    <div className="marks-key">
      <Legend />
      {failed > 0 && (
        <button type="button" className="strip-action" onClick={onRetry}>
          <Glyph name="refused" /> {t('marks.notSaved', { count: failed })}
        </button>
      )}
      {refused > 0 && (
        <button type="button" className="strip-action" onClick={onRefused}>
          <Glyph name="refused" /> {t('marks.refused', { count: refused })}
        </button>
      )}
      {(summary !== '' || remark !== '') && (
        <output className="summary cut">{summary === '' ? remark : summary}</output>
      )}
    </div>
  );
});
MarksKey.displayName = 'MarksKey';

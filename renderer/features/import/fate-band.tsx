import './fate-band.css';
import type { ReactNode } from 'react';
import type { Fate, ImportRow } from '#shared/domain/import/import-kinds.ts';
import { countFates, fates } from '#shared/domain/import/import-kinds.ts';
import { Glyph } from '#renderer/ui/icon.tsx';
import { useText } from '#renderer/ui/text.tsx';
import { fateGlyphs } from './fate-words.tsx';

type FateBandProps = {
  readonly file: string;
  readonly detail: string;
  readonly rows: readonly ImportRow[];
  readonly shown: Fate | undefined;
  readonly onShow: (fate: Fate | undefined) => void;
  /** True once it has happened: nothing is announced any more. */
  readonly past: boolean;
  readonly children?: ReactNode;
};

/** How many rows have each fate; pressing one shows only them. */
export const FateBand = ({ file, detail, rows, shown, onShow, past, children }: FateBandProps): ReactNode => {
  const { t, formatNumber } = useText();
  const counts = countFates(rows);
  return (
    <section className="sheet import-fates" aria-label={t('import.fateHead')}>
      <div className="src">
        <b className="cut" title={file}>
          {file}
        </b>
        <span>{detail}</span>
        {children}
      </div>
      {fates.map((fate) => (
        <button
          key={fate}
          type="button"
          aria-pressed={shown === fate}
          disabled={counts[fate] === 0}
          onClick={() => onShow(shown === fate ? undefined : fate)}
        >
          <b>{formatNumber(counts[fate])}</b>
          <span>
            <Glyph name={fateGlyphs[fate]} />
            {t(`import.fate.${fate}`)}
          </span>
          {!past && <small>{t(`import.fateLong.${fate}`)}</small>}
        </button>
      ))}
    </section>
  );
};

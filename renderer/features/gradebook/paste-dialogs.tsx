import type { ReactNode } from 'react';
import { useState } from 'react';
import { Button } from '#renderer/ui/button.tsx';
import { Dialog } from '#renderer/ui/dialog.tsx';
import { TextArea } from '#renderer/ui/field.tsx';
import { Glyph } from '#renderer/ui/icon.tsx';
import type { Text } from '#renderer/ui/text.tsx';
import { useText } from '#renderer/ui/text.tsx';
import { inLanguage } from '#shared/domain/languages.ts';
import type { ColumnPlan } from './grid-columns.ts';
import type { MarksRow } from './marks-rows.ts';
import type { PastedCell, PastePlan } from './paste-block.ts';

const listed = 200;

const fateText = ({ fate }: PastedCell, { t, failure }: Text): string => {
  if (fate.kind === 'refused') return failure(fate.failure);
  return fate.kind === 'set' ? t('marks.paste.goesIn') : t(`marks.paste.${fate.kind}`);
};

type PreviewProps = {
  readonly plan: PastePlan;
  readonly rows: readonly MarksRow[];
  readonly columns: ColumnPlan;
  readonly onDone: (go: boolean) => void;
};

/** What becomes of each cell of a pasted block that does not fit, before anything is changed. */
export const PastePreview = ({ plan, rows, columns, onDone }: PreviewProps): ReactNode => {
  const text = useText();
  const { t, language } = text;
  const [all, setAll] = useState(false);
  const fits = plan.cells.filter(({ fate }) => fate.kind === 'set');
  const stays = plan.cells.filter(({ fate }) => fate.kind !== 'set' && fate.kind !== 'blank');
  const shown = (all ? plan.cells.filter(({ fate }) => fate.kind !== 'blank') : stays).slice(0, listed);
  const total = all ? plan.cells.filter(({ fate }) => fate.kind !== 'blank').length : stays.length;
  const whereOf = ({ at }: PastedCell): readonly [string, string] => {
    const column = columns.columns[at.column];
    const title =
      column?.kind === 'assignment' ? `${column.module.number} ${inLanguage(column.assignment.title, language)}` : '–';
    return [rows[at.row]?.name ?? '–', title];
  };
  return (
    <Dialog
      open
      size="wide"
      onClose={() => onDone(false)}
      title={t('marks.paste.title', { count: stays.length })}
      footer={
        <>
          <Button onClick={() => onDone(false)}>{t('marks.paste.leave')}</Button>
          {fits.length > 0 && (
            <Button kind="first" onClick={() => onDone(true)}>
              {t('marks.paste.apply', { count: fits.length })}
            </Button>
          )}
        </>
      }
    >
      <p className="second">{t('marks.paste.nothingYet', { fits: t('marks.paste.fit', { count: fits.length }) })}</p>
      <label className="check">
        <input type="checkbox" checked={all} onChange={(event) => setAll(event.target.checked)} />
        <span>{t('marks.paste.showAll')}</span>
      </label>
      <div className="paste-list" tabIndex={0} role="group" aria-label={t('marks.paste.list')}>
        <table className="list">
          <thead>
            <tr>
              <th scope="col">{t('marks.learner')}</th>
              <th scope="col">{t('marks.paste.assignment')}</th>
              <th scope="col">{t('marks.paste.pasted')}</th>
              <th scope="col">{t('marks.paste.fate')}</th>
            </tr>
          </thead>
          <tbody>
            {shown.map((cell) => {
              const [name, title] = whereOf(cell);
              return (
                <tr key={`${cell.at.row}-${cell.at.column}`}>
                  <td>{name}</td>
                  <td>{title}</td>
                  <td className="num">{cell.text}</td>
                  <td className={cell.fate.kind === 'set' ? 't-ok' : 't-bad'}>
                    <Glyph name={cell.fate.kind === 'set' ? 'pass' : 'refused'} /> {fateText(cell, text)}
                  </td>
                </tr>
              );
            })}
          </tbody>
        </table>
      </div>
      {total > shown.length && <p className="quiet">{t('marks.paste.more', { count: total - shown.length })}</p>}
    </Dialog>
  );
};

/** How to paste, and a field for those who would rather paste with the mouse. */
export const PasteHelp = ({
  into,
  onDone,
}: {
  readonly into: string;
  readonly onDone: (block: string | undefined) => void;
}): ReactNode => {
  const { t } = useText();
  const [block, setBlock] = useState('');
  return (
    <Dialog
      open
      onClose={() => onDone(undefined)}
      title={t('marks.pasteFrom')}
      footer={
        <>
          <Button onClick={() => onDone(undefined)}>{t('marks.paste.leave')}</Button>
          <Button kind="first" disabled={block.trim() === ''} onClick={() => onDone(block)}>
            {t('marks.paste.here')}
          </Button>
        </>
      }
    >
      <p className="second">{t('marks.paste.how')}</p>
      <TextArea
        label={t('marks.paste.block', { into })}
        hint={t('marks.paste.rules')}
        value={block}
        onChange={setBlock}
        rows={6}
        autoFocus
      />
    </Dialog>
  );
};

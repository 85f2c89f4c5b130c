import type { ReactNode } from 'react';
import { useState } from 'react';
import { Button } from '#renderer/ui/button.tsx';
import { Dialog } from '#renderer/ui/dialog.tsx';
import { CheckField, TextArea } from '#renderer/ui/field.tsx';
import { Glyph } from '#renderer/ui/icon.tsx';
import type { Text } from '#renderer/ui/text.tsx';
import { useText } from '#renderer/ui/text.tsx';
import { inLanguage } from '#shared/domain/languages.ts';
import type { ColumnPlan } from './grid-columns.ts';
import type { MarksRow } from './marks-row.ts';
import type { PastedCell, PastePlan } from './paste-block.ts';
import type { PasteAnswer } from './use-paste.ts';

const listed = 200;

const fateText = ({ fate }: PastedCell, emptying: boolean, { t, failure }: Text): string => {
  if (fate.kind === 'refused') return failure(fate.failure);
  if (fate.kind === 'over') return t(emptying ? 'marks.paste.empties' : 'marks.paste.blank');
  return fate.kind === 'set' ? t('marks.paste.goesIn') : t(`marks.paste.${fate.kind}`);
};

/** Blank cells on empty ones and figures that stand there already are no news. */
const quiet: ReadonlySet<PastedCell['fate']['kind']> = new Set(['blank', 'same']);

type PreviewProps = {
  readonly plan: PastePlan;
  readonly rows: readonly MarksRow[];
  readonly columns: ColumnPlan;
  readonly onDone: (answer: PasteAnswer | undefined) => void;
};

/** What becomes of each cell of a pasted block that does not fit, before anything is changed. */
export const PastePreview = ({ plan, rows, columns, onDone }: PreviewProps): ReactNode => {
  const text = useText();
  const { t } = text;
  const [all, setAll] = useState(false);
  const [emptying, setEmptying] = useState(false);
  const over = plan.cells.filter(({ fate }) => fate.kind === 'over').length;
  const goesIn = ({ fate }: PastedCell): boolean => fate.kind === 'set' || (emptying && fate.kind === 'over');
  const told = plan.cells.filter(({ fate }) => !quiet.has(fate.kind));
  const fits = told.filter(goesIn).length;
  const stays = told.filter((cell) => !goesIn(cell) && cell.fate.kind !== 'over');
  const listedCells = all ? told : told.filter(({ fate }) => fate.kind !== 'set');
  const shown = listedCells.slice(0, listed);
  return (
    <Dialog
      open
      size="wide"
      onClose={() => onDone(undefined)}
      title={stays.length === 0 ? t('marks.paste.look') : t('marks.paste.title', { count: stays.length })}
      footer={
        <>
          <Button onClick={() => onDone(undefined)}>{t('marks.paste.leave')}</Button>
          {fits > 0 && (
            <Button kind="first" onClick={() => onDone({ emptying })}>
              {t('marks.paste.apply', { count: fits })}
            </Button>
          )}
        </>
      }
    >
      <p className="second">{t('marks.paste.nothingYet', { fits: t('marks.paste.fit', { count: fits }) })}</p>
      {plan.shapes !== undefined && (
        <p>
          {t('marks.paste.shapes', {
            block: t('marks.paste.size', plan.shapes.block),
            selected: t('marks.paste.size', plan.shapes.selected),
          })}
        </p>
      )}
      {over > 0 && (
        <CheckField label={t('marks.paste.emptying', { count: over })} checked={emptying} onChange={setEmptying} />
      )}
      <CheckField label={t('marks.paste.showAll')} checked={all} onChange={setAll} />
      {shown.length > 0 && (
        <PastedList
          cells={shown}
          fateOf={(cell) => [goesIn(cell), fateText(cell, emptying, text)]}
          {...{ rows, columns }}
        />
      )}
      {listedCells.length > shown.length && (
        <p className="quiet">{t('marks.paste.more', { count: listedCells.length - shown.length })}</p>
      )}
    </Dialog>
  );
};

type PastedListProps = Pick<PreviewProps, 'rows' | 'columns'> & {
  readonly cells: readonly PastedCell[];
  readonly fateOf: (cell: PastedCell) => readonly [goesIn: boolean, words: string];
};

/** Each cell by its learner and assignment, what was pasted and what becomes of it. */
const PastedList = ({ cells, rows, columns, fateOf }: PastedListProps): ReactNode => {
  const { t, language } = useText();
  const titleOf = ({ at }: PastedCell): string => {
    const column = columns.columns[at.column];
    if (column === undefined) return t('marks.paste.beyondColumns', { column: at.column + 1 - columns.columns.length });
    if (column.kind === 'assignment') return `${column.module.number} ${inLanguage(column.assignment.title, language)}`;
    const figure = t(
      column.kind === 'overall' ? 'marks.overall' : column.kind === 'final' ? 'marks.final' : 'marks.soFar',
    );
    return column.kind === 'overall' ? figure : `${column.module.number} ${figure}`;
  };
  const nameOf = ({ at }: PastedCell): string =>
    rows[at.row]?.name ?? t('marks.paste.beyondRows', { row: at.row + 1 - rows.length });
  return (
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
          {cells.map((cell) => {
            const [goesIn, fate] = fateOf(cell);
            return (
              <tr key={`${cell.at.row}-${cell.at.column}`}>
                <td>{nameOf(cell)}</td>
                <td>{titleOf(cell)}</td>
                <td className="num">{cell.text}</td>
                <td className={goesIn ? 't-ok' : cell.fate.kind === 'over' ? 'quiet' : 't-bad'}>
                  <Glyph name={goesIn ? 'pass' : cell.fate.kind === 'over' ? 'awaited' : 'refused'} /> {fate}
                </td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </div>
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

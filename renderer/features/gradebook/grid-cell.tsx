import './grid-cell.css';
import type { ReactNode } from 'react';
import { memo, useLayoutEffect, useRef } from 'react';
import { Glyph } from '#renderer/ui/icon.tsx';
import type { Text } from '#renderer/ui/text.tsx';
import { inLanguage } from '#shared/domain/languages.ts';
import type { Verdict } from '#shared/domain/module-results.ts';
import type { CellWords } from './cell-words.ts';
import type { GridColumn } from './grid-columns.ts';
import { figureIn, widthClass } from './grid-columns.ts';
import { cellId } from './cell-place.ts';
import type { Edit } from './grid-state.ts';
import type { MarksRow } from './marks-row.ts';
import type { RowView } from './marks-rows.ts';
import type { Pending } from './pending-cells.ts';

type GridCellProps = {
  readonly at: number;
  /** Where the cell begins, in px from the left edge of the grid, when it does not stand beside the others in sight. */
  readonly left: number | undefined;
  readonly row: number;
  readonly column: GridColumn;
  readonly model: MarksRow;
  readonly view: RowView;
  readonly words: CellWords;
  readonly text: Text;
  readonly pending: Pending | undefined;
  readonly active: boolean;
  readonly edit: Edit | undefined;
  readonly onText: (text: string) => void;
  readonly edges: string;
};

/** `abridged`: what is drawn is not part of what is said (NS, 2 d), so that it is hidden from those who hear the words. */
type Painted = {
  readonly className: string;
  readonly spoken: string;
  readonly content: ReactNode;
  readonly abridged?: boolean;
};

const verdictOf = (column: Exclude<GridColumn, { kind: 'assignment' }>, { result }: RowView): Verdict => {
  if (column.kind !== 'overall')
    return result.modules.find((one) => one.module.id === column.module.id)?.verdict ?? 'open';
  if (result.overall === undefined) return 'open';
  return result.modules.every((one) => one.verdict === 'passed') ? 'passed' : 'below';
};

const computed = (column: Exclude<GridColumn, { kind: 'assignment' }>, view: RowView, words: CellWords): Painted => {
  const [value, verdict] = [figureIn(column, view.result), verdictOf(column, view)];
  const spoken = words.result(column.kind === 'so-far' ? 'soFar' : verdict, value);
  if (value === undefined) return { className: column.kind === 'so-far' ? 'sofar' : 'final', spoken, content: null };
  const figure = words.percent(value);
  if (column.kind === 'so-far') return { className: 'sofar', spoken, content: figure };
  const tone = verdict === 'passed' ? 'pass' : verdict === 'sign-off' || verdict === 'open' ? 'hold-on' : 'fail';
  const glyph = tone === 'pass' ? 'pass' : tone === 'fail' ? 'below' : 'anomaly';
  return {
    className: `final ${tone}`,
    spoken,
    content: (
      <>
        <Glyph name={glyph} />
        {figure}
      </>
    ),
  };
};

const assignment = (
  column: GridColumn & { kind: 'assignment' },
  model: MarksRow,
  view: RowView,
  words: CellWords,
  t: Text['t'],
): Painted => {
  const look = view.looks.get(column.assignment.id);
  if (look === undefined || (model.locked && look.figure === undefined && look.glyph === 'awaited')) {
    return { className: '', spoken: t('marks.notKeyed'), content: null };
  }
  const small =
    look.figure === undefined && look.text !== undefined && !['ns', 'ex', 'hold', 'clash'].includes(look.tone);
  return {
    className: `c-${look.tone}`,
    spoken: words.say(look.screenReader),
    abridged: look.text !== undefined,
    content: (
      <>
        {look.glyph !== undefined && <Glyph name={look.glyph} />}
        {look.text !== undefined &&
          (small || look.figure !== undefined ? <em>{words.say(look.text)}</em> : <b>{words.say(look.text)}</b>)}
        {look.figure !== undefined && `${look.text === undefined ? '' : ' '}${words.mark(look.figure)}`}
      </>
    ),
  };
};

const stopped = (pending: Pending & { kind: 'refused' | 'failed' }, painted: Painted, failure: string): Painted => ({
  className: 'c-refused',
  spoken: failure,
  abridged: true,
  content:
    pending.kind === 'refused' ? (
      <>
        <Glyph name="refused" />
        {pending.text}
      </>
    ) : (
      <>
        <Glyph name="refused" />
        {painted.content}
      </>
    ),
});

const Editor = ({
  edit,
  label,
  onText,
}: {
  readonly edit: Edit;
  readonly label: string;
  readonly onText: (text: string) => void;
}): ReactNode => {
  const input = useRef<HTMLInputElement>(null);
  useLayoutEffect(() => {
    const element = input.current;
    element?.focus({ preventScroll: true });
    element?.setSelectionRange(element.value.length, element.value.length);
  }, []);
  return (
    <input
      ref={input}
      className="cell-editor"
      aria-label={label}
      autoComplete="off"
      spellCheck={false}
      value={edit.text}
      onChange={(event) => onText(event.target.value)}
    />
  );
};

const spokenContent = ({ abridged, content, spoken }: Painted): ReactNode =>
  abridged === true ? (
    <>
      <span aria-hidden="true">{content}</span>
      <span className="vh">{spoken}</span>
    </>
  ) : (
    content
  );

/**
 * One cell, painted again only when something in it changed. It is one element with its figure as text and its state in words as its name: hundreds of
 * cells come into sight in one turn of the wheel.
 */
export const GridCell = memo((props: GridCellProps): ReactNode => {
  const { at, left, row, column, model, view, words, text, pending, active, edit, edges } = props;
  const painted =
    column.kind === 'assignment' ? assignment(column, model, view, words, text.t) : computed(column, view, words);
  const shown =
    pending?.kind === 'refused' || pending?.kind === 'failed'
      ? stopped(pending, painted, text.failure(pending.failure))
      : painted;
  const classes = `cell ${widthClass(column)} ${shown.className}${column.first ? ' m1' : ''}${left === undefined ? '' : ' apart'}${edges === '' ? '' : ` ${edges}`}${active ? ' active' : ''}${edit === undefined ? '' : ' editing'}`;
  return (
    <div
      role="gridcell"
      id={cellId(row, at)}
      aria-colindex={at + 2}
      {...(shown.abridged === true ? {} : { 'aria-label': shown.spoken })}
      className={classes}
      {...(active || edges !== '' ? { 'aria-selected': true } : {})}
      {...(column.kind !== 'assignment' || model.locked ? { 'aria-readonly': true } : {})}
      {...(pending?.kind === 'refused' || pending?.kind === 'failed' ? { 'aria-invalid': true } : {})}
      {...(active ? { tabIndex: 0 } : {})}
      {...(left === undefined ? {} : { style: { left } })}
    >
      {edit === undefined || column.kind !== 'assignment' ? (
        spokenContent(shown)
      ) : (
        <Editor
          edit={edit}
          onText={props.onText}
          label={text.t('marks.editing', {
            assignment: inLanguage(column.assignment.title, text.language),
            name: model.name,
          })}
        />
      )}
    </div>
  );
});
GridCell.displayName = 'GridCell';

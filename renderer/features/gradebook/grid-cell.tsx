import type { ReactNode } from 'react';
import { useLayoutEffect, useRef } from 'react';
import { Glyph } from '#renderer/ui/icon.tsx';
import type { Text } from '#renderer/ui/text.tsx';
import { inLanguage } from '#shared/domain/languages.ts';
import type { TenthsOfPercent, Verdict } from '#shared/domain/module-results.ts';
import type { CellWords } from './cell-words.ts';
import type { GridColumn } from './grid-columns.ts';
import type { Edit } from './grid-state.ts';
import type { MarksRow, RowView } from './marks-rows.ts';
import type { Pending } from './pending-cells.ts';

type GridCellProps = {
  readonly at: number;
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

type Painted = { readonly className: string; readonly spoken: string; readonly content: ReactNode };

/** The id of a cell's element, by its place in the grid. */
export const cellId = (row: number, column: number): string => `mark-${row}-${column}`;

const resultOf = (
  column: GridColumn,
  view: RowView,
): { readonly value: TenthsOfPercent | undefined; readonly verdict: Verdict } => {
  if (column.kind === 'overall') {
    const { overall, modules } = view.result;
    const passed = modules.every((one) => one.verdict === 'passed');
    return { value: overall, verdict: overall === undefined ? 'open' : passed ? 'passed' : 'below' };
  }
  const result =
    column.kind === 'assignment' ? undefined : view.result.modules.find((one) => one.module.id === column.module.id);
  return { value: column.kind === 'so-far' ? result?.soFar : result?.final, verdict: result?.verdict ?? 'open' };
};

const computed = (column: GridColumn, view: RowView, words: CellWords, t: Text['t']): Painted => {
  const { value, verdict } = resultOf(column, view);
  if (value === undefined)
    return { className: column.kind === 'so-far' ? 'sofar' : 'final', spoken: t('marks.noResult'), content: null };
  const figure = words.percent(value);
  if (column.kind === 'so-far')
    return { className: 'sofar', spoken: t('marks.spoken.soFar', { percent: figure }), content: <span>{figure}</span> };
  const tone = verdict === 'passed' ? 'pass' : verdict === 'sign-off' || verdict === 'open' ? 'hold-on' : 'fail';
  const glyph = tone === 'pass' ? 'pass' : tone === 'fail' ? 'below' : 'anomaly';
  return {
    className: `final ${tone}`,
    spoken: t(`marks.spoken.${verdict}`, { percent: figure }),
    content: (
      <>
        <Glyph name={glyph} />
        <span>{figure}</span>
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
    content: (
      <>
        {look.glyph !== undefined && <Glyph name={look.glyph} />}
        {look.text !== undefined &&
          (small || look.figure !== undefined ? <em>{words.say(look.text)}</em> : <b>{words.say(look.text)}</b>)}
        {look.figure !== undefined && <span>{words.mark(look.figure)}</span>}
      </>
    ),
  };
};

const stopped = (pending: Pending & { kind: 'refused' | 'failed' }, painted: Painted, failure: string): Painted => ({
  className: 'c-refused',
  spoken: failure,
  content:
    pending.kind === 'refused' ? (
      <>
        <Glyph name="refused" />
        <span>{pending.text}</span>
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

export const GridCell = (props: GridCellProps): ReactNode => {
  const { at, row, column, model, view, words, text, pending, active, edit, edges } = props;
  const painted =
    column.kind === 'assignment'
      ? assignment(column, model, view, words, text.t)
      : computed(column, view, words, text.t);
  const shown =
    pending?.kind === 'refused' || pending?.kind === 'failed'
      ? stopped(pending, painted, text.failure(pending.failure))
      : painted;
  const classes = `cell ${shown.className}${column.first ? ' m1' : ''}${edges === '' ? '' : ` ${edges}`}${active ? ' active' : ''}${edit === undefined ? '' : ' editing'}`;
  return (
    <div
      role="gridcell"
      id={cellId(row, at)}
      data-row={row}
      data-column={at}
      aria-colindex={at + 2}
      aria-selected={active || edges !== ''}
      aria-readonly={column.kind !== 'assignment' || model.locked}
      {...(pending?.kind === 'refused' || pending?.kind === 'failed' ? { 'aria-invalid': true } : {})}
      tabIndex={active ? 0 : -1}
      className={classes}
      style={{ width: column.width }}
    >
      {edit === undefined || column.kind !== 'assignment' ? (
        <>
          <span className="fig" aria-hidden="true">
            {shown.content}
          </span>
          <span className="vh">{shown.spoken}</span>
        </>
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
};

import type { ReactNode } from 'react';
import { useMemo, useState } from 'react';
import { formatPercent } from '#shared/domain/mark-text.ts';
import { fullName } from '#shared/domain/people.ts';
import { noteLearner } from '#renderer/db/repositories/award-board.ts';
import type { CohortResults } from '#renderer/db/repositories/results.ts';
import { Button } from '#renderer/ui/button.tsx';
import { TextArea } from '#renderer/ui/field.tsx';
import { Glyph } from '#renderer/ui/icon.tsx';
import { Sheet } from '#renderer/ui/sheet.tsx';
import { useText } from '#renderer/ui/text.tsx';
import type { BoardRow } from './board-rows.ts';
import { Missing } from './learner-panel.tsx';
import { Needs, needsOf } from './needs.tsx';
import { useDoing } from './use-doing.ts';

type BoardLearnerProps = { readonly row: BoardRow; readonly results: CohortResults };

const NoteForm = ({ row, results }: BoardLearnerProps): ReactNode => {
  const { t } = useText();
  const doing = useDoing();
  const [text, setText] = useState(row.note);
  const changed = text.trim() !== row.note;
  const save = (): void =>
    doing(noteLearner(results.cohort.id, row.line.enrolment.id, text), {
      tone: 'ok',
      text: t('awards.board.noteKept'),
      undo: true,
    });
  return (
    <form
      className="panel-form"
      onSubmit={(event) => {
        event.preventDefault();
        save();
      }}
    >
      <TextArea
        label={t('awards.board.note')}
        hint={t('awards.board.noteHint')}
        value={text}
        rows={3}
        onChange={setText}
        onKeyDown={(event) => {
          if (event.key !== 'Enter' || !event.ctrlKey || !changed) return;
          event.preventDefault();
          save();
        }}
      />
      {changed && (
        <Button type="submit" size="small">
          {t('awards.board.keepNote')}
        </Button>
      )}
    </form>
  );
};

const BorderlineLines = ({ row }: { readonly row: BoardRow }): ReactNode => {
  const { t, language } = useText();
  if (row.borderline.length === 0) return null;
  return (
    <>
      <h3>{t('awards.board.borderline.title')}</h3>
      <ul className="result-missing">
        {row.borderline.map(({ result, points }) => (
          <li key={result.module.id}>
            <span className={points < 0 ? 't-bad' : 't-warn'}>
              <Glyph name={points < 0 ? 'below' : 'half'} />
            </span>
            {t(points < 0 ? 'awards.board.borderline.below' : 'awards.board.borderline.above', {
              number: result.module.number,
              percent: formatPercent(result.final ?? 0, language),
              count: Math.abs(points) / 10,
            })}
          </li>
        ))}
      </ul>
    </>
  );
};

/** One learner before the board: what is missing and needed, where it is close, and the board's note. */
export const BoardLearner = ({ row, results }: BoardLearnerProps): ReactNode => {
  const { language } = useText();
  const { line } = row;
  const needs = useMemo(() => needsOf(line, results, language), [line, results, language]);
  return (
    <Sheet
      className="board-learner"
      title={<span lang="und">{line.enrolment.confirmedName ?? fullName(line.person)}</span>}
    >
      <div className="result-panel-body">
        <Missing line={line} />
        <Needs needs={needs} />
        <BorderlineLines row={row} />
        <NoteForm key={`${line.enrolment.id} ${row.note}`} {...{ row, results }} />
      </div>
    </Sheet>
  );
};

import type { ReactNode } from 'react';
import { memo } from 'react';
import { Glyph } from '#renderer/ui/icon.tsx';
import { Tag } from '#renderer/ui/tag.tsx';
import type { Text } from '#renderer/ui/text.tsx';
import type { Risk } from '#shared/domain/at-risk.ts';
import type { CellWords } from './cell-words.ts';
import type { MarksRow } from './marks-row.ts';

type NameProps = {
  readonly row: MarksRow;
  readonly risks: readonly Risk[];
  readonly text: Text;
  readonly words: CellWords;
};

const statusOf = (row: MarksRow, { t }: Text): string =>
  t(`marks.status.${row.learner.enrolment.status}` as 'marks.status.withdrawn');

const whyOf = ({ risks, text, words }: NameProps): string =>
  risks.length === 0 ? '' : text.t('marks.atRiskWhy', { why: risks.map((risk) => words.say(risk.text)).join(' · ') });

/** The name of a row for those who hear it; it is drawn in the frozen column. */
export const RowHeader = (props: NameProps): ReactNode => {
  const { row, text } = props;
  const why = whyOf(props);
  return (
    <div role="rowheader" aria-colindex={1} className="vh" {...(why === '' ? {} : { 'aria-description': why })}>
      <span>{row.name}</span>
      {row.locked && <span>{statusOf(row, text)}</span>}
    </div>
  );
};

/** A name as it is drawn. All of them lie in one frozen column: a frozen cell in every row makes scrolling slow. */
export const RowName = memo(
  (props: NameProps & { readonly index: number; readonly height: number; readonly on: boolean }): ReactNode => {
    const { row, text, index, height, on } = props;
    const why = whyOf(props);
    return (
      <div className={`who${row.locked ? ' out' : ''}${on ? ' on' : ''}`} style={{ height, top: index * height }}>
        <span className="cut" title={row.name}>
          {row.name}
        </span>
        {row.locked && <Tag>{statusOf(row, text)}</Tag>}
        {why !== '' && (
          <span className="at-risk" title={why}>
            <Glyph name="flag" />
          </span>
        )}
      </div>
    );
  },
);
RowName.displayName = 'RowName';

import type { ReactNode } from 'react';
import type { Cohort } from '#shared/domain/cohorts.ts';
import { inLanguage } from '#shared/domain/languages.ts';
import type { ProgrammeVersion } from '#shared/domain/programmes.ts';
import type { ResultLine } from '#renderer/db/repositories/results.ts';
import { Button } from '#renderer/ui/button.tsx';
import { Glyph } from '#renderer/ui/icon.tsx';
import { RowList } from '#renderer/ui/row-list.tsx';
import { useText } from '#renderer/ui/text.tsx';
import type { Explain } from './figures.tsx';
import { Figure } from './figures.tsx';
import { ResultStateCell } from './result-state.tsx';
import { nameOf, RowName } from './row-name.tsx';

type ResultListProps = {
  readonly programme: ProgrammeVersion;
  /** The modules whose marks the learners have been given. */
  readonly released: Cohort['released'];
  readonly lines: readonly ResultLine[];
  readonly explain: Explain;
  readonly selected: string | undefined;
  readonly onSelect: (enrolmentId: string) => void;
  readonly onConfirm: (line: ResultLine) => void;
};

const Head = ({ programme, released }: Pick<ResultListProps, 'programme' | 'released'>): ReactNode => {
  const { t, language } = useText();
  return (
    <>
      <span role="columnheader">{t('results.column.name')}</span>
      {programme.modules.map((module) => (
        <span key={module.id} role="columnheader" className="num" title={inLanguage(module.title, language)}>
          {released[module.id] !== undefined && (
            <>
              <Glyph name="released" />
              <span className="vh">{t('results.column.released')}</span>{' '}
            </>
          )}
          {t('results.column.module', { number: module.number })}
        </span>
      ))}
      <span role="columnheader" className="num">
        {t('results.column.overall')}
      </span>
      <span role="columnheader" className="num">
        {t('results.column.hours')}
      </span>
      <span role="columnheader" className="result-gap">
        {t('results.column.state')}
      </span>
      <span role="columnheader">{t('results.column.confirmed')}</span>
    </>
  );
};

const Confirmed = ({
  line,
  onConfirm,
}: {
  readonly line: ResultLine;
  readonly onConfirm: (line: ResultLine) => void;
}): ReactNode => {
  const { t, formatDate } = useText();
  const on = line.enrolment.nameConfirmedOn;
  if (on !== undefined) {
    return (
      <span className="second nowrap" title={t('results.confirmedOn', { date: formatDate(on) })}>
        <Glyph name="pass" /> {formatDate(on, 'short')}
      </span>
    );
  }
  if (line.eligibility.missing.some(({ code }) => code === 'status')) return <span className="quiet">–</span>;
  return (
    <Button
      size="tiny"
      className="over"
      aria-label={t('results.confirmName', { name: nameOf(line) })}
      onClick={() => onConfirm(line)}
    >
      {t('results.confirm')}
    </Button>
  );
};

const Row = ({
  line,
  index,
  props,
}: {
  readonly line: ResultLine;
  readonly index: number;
  readonly props: ResultListProps;
}): ReactNode => {
  const { formatNumber } = useText();
  const { programme, explain, onSelect, onConfirm } = props;
  const { hours } = line.eligibility;
  return (
    <>
      <RowName line={line} index={index} onSelect={onSelect} />
      {programme.modules.map((module, at) => (
        <span key={module.id} role="cell" className="num">
          <Figure line={line} figure={at} explain={explain} inList />
        </span>
      ))}
      <span role="cell" className="num">
        <Figure line={line} figure="overall" explain={explain} inList />
      </span>
      <span role="cell" className={hours.enough ? 'num' : 'num t-bad'}>
        {!hours.enough && <Glyph name="late" />} {formatNumber(hours.attended)}
      </span>
      <span role="cell" className="cut result-gap">
        <ResultStateCell line={line} />
      </span>
      <span role="cell">
        <Confirmed line={line} onConfirm={onConfirm} />
      </span>
    </>
  );
};

/** One line a learner; the row that has the focus is explained beside the list. */
export const ResultList = (props: ResultListProps): ReactNode => {
  const { t } = useText();
  const { programme, released, lines, selected } = props;
  return (
    <RowList
      label={t('results.list')}
      items={lines}
      idOf={({ enrolment }) => enrolment.id}
      rowHeight={36}
      columns={`minmax(120px, 1.2fr) repeat(${programme.modules.length}, 44px) 52px 48px minmax(124px, 1.2fr) 76px`}
      least={`${480 + programme.modules.length * 52}px`}
      head={<Head programme={programme} released={released} />}
      row={(line, index) => <Row line={line} index={index} props={props} />}
      here={selected}
    />
  );
};

import type { ReactNode } from 'react';
import { Glyph } from '#renderer/ui/icon.tsx';
import { RowList } from '#renderer/ui/row-list.tsx';
import { useText } from '#renderer/ui/text.tsx';
import type { LearnerRow } from './learner-rows.ts';
import { lacksName } from './learner-rows.ts';
import { StatusTag } from './status-tag.tsx';

type TableProps = {
  readonly rows: readonly LearnerRow[];
  readonly chosen: ReadonlySet<string>;
  readonly needed: number;
  readonly planned: number;
  /** The learner whose panel is open: then only the columns that the panel does not show are drawn. */
  readonly open: string | undefined;
  readonly onOpen: (id: string) => void;
  readonly onChoose: (chosen: ReadonlySet<string>) => void;
};

type RowProps = Omit<TableProps, 'rows'> & { readonly row: LearnerRow; readonly index: number };

const Baseline = ({ row }: { readonly row: LearnerRow }): ReactNode => {
  const { t } = useText();
  const { baseline } = row.enrolment;
  const activity = baseline === undefined ? undefined : t(`questionnaire.activity.choice.${baseline.activity}`);
  return (
    <span
      role="cell"
      className={activity === undefined ? 'cut t-warn' : 'cut'}
      title={activity ?? t('people.baselineMissingWhy')}
    >
      {activity ?? (
        <>
          <Glyph name="anomaly" /> {t('people.baselineMissing')}
        </>
      )}
    </span>
  );
};

const Hours = ({ row, needed, planned }: Pick<RowProps, 'row' | 'needed' | 'planned'>): ReactNode => {
  const { t, formatNumber } = useText();
  return (
    <span role="cell" className="num nowrap" title={t('people.hours.needed', { needed, planned })}>
      {row.hours >= needed && row.hours > 0 && (
        <span className="t-ok">
          <Glyph name="pass" />{' '}
        </span>
      )}
      {formatNumber(row.hours)}
    </span>
  );
};

const NameState = ({ row }: { readonly row: LearnerRow }): ReactNode => {
  const { t } = useText();
  const { enrolment, current } = row;
  if (!current && enrolment.nameConfirmedOn === undefined) return <span className="quiet">–</span>;
  const lacking = lacksName(row);
  return (
    <span className={lacking ? 'second' : 't-ok'} title={lacking ? undefined : enrolment.confirmedName}>
      <Glyph name={lacking ? 'awaited' : 'pass'} /> {t(lacking ? 'people.nameNotConfirmed' : 'people.nameConfirmed')}
    </span>
  );
};

const Check = ({ row: { id, name }, chosen, onChoose }: Pick<RowProps, 'row' | 'chosen' | 'onChoose'>): ReactNode => {
  const { t } = useText();
  const choose = (on: boolean): void => {
    const next = new Set(chosen);
    if (on) next.add(id);
    else next.delete(id);
    onChoose(next);
  };
  return (
    <span role="cell" className="row-check">
      <input
        type="checkbox"
        aria-label={t('people.choose', { name })}
        checked={chosen.has(id)}
        onChange={(event) => choose(event.target.checked)}
      />
    </span>
  );
};

const Cells = ({ row, index, chosen, open, onOpen, onChoose, ...hours }: RowProps): ReactNode => {
  const { id, name, person, enrolment } = row;
  return (
    <>
      <Check row={row} chosen={chosen} onChoose={onChoose} />
      <span role="rowheader" className="cut">
        <button
          type="button"
          className="row-name cut"
          data-row={index}
          title={name}
          aria-expanded={open === id}
          onClick={() => onOpen(id)}
        >
          {row.current ? name : <s>{name}</s>}
        </button>
      </span>
      <span role="cell" className="cut second">
        {person.number ?? '–'}
      </span>
      {open === undefined && (
        <span role="cell" className="cut">
          {enrolment.site ?? '–'}
        </span>
      )}
      {open === undefined && (
        <span role="cell" className="cut">
          {enrolment.mentorGroup ?? '–'}
        </span>
      )}
      <span role="cell">
        <StatusTag status={enrolment.status} />
      </span>
      {open === undefined && (
        <span role="cell" className="nowrap cut">
          {person.phone ?? '–'}
        </span>
      )}
      {open === undefined && <Baseline row={row} />}
      <Hours row={row} {...hours} />
      <span role="cell" className="nowrap cut">
        <NameState row={row} />
      </span>
    </>
  );
};

const Head = ({ rows, chosen, open, planned, onChoose }: Omit<TableProps, 'needed' | 'onOpen'>): ReactNode => {
  const { t } = useText();
  const all = rows.length > 0 && rows.every(({ id }) => chosen.has(id));
  const columns =
    open === undefined
      ? (['name', 'number', 'site', 'group', 'status', 'phone', 'activity', 'hours', 'confirmed'] as const)
      : (['name', 'number', 'status', 'hours', 'confirmed'] as const);
  return (
    <>
      <span role="columnheader" className="row-check">
        <input
          type="checkbox"
          aria-label={t('people.chooseAll', { count: rows.length })}
          checked={all}
          onChange={() => onChoose(all ? new Set() : new Set(rows.map(({ id }) => id)))}
        />
      </span>
      {columns.map((column) => (
        <span key={column} role="columnheader" className={column === 'hours' ? 'num' : ''}>
          {column === 'hours' ? t('people.hours.column', { planned }) : t(`people.column.${column}`)}
        </span>
      ))}
    </>
  );
};

const wide =
  '16px minmax(176px, 1.9fr) 100px minmax(72px, .7fr) minmax(88px, .8fr) 96px 126px minmax(120px, 1.2fr) 84px 104px';
const narrow = '16px minmax(150px, 1fr) 104px 112px 92px 96px';

/** The register of learners. A name opens the learner beside the list; the boxes choose learners for what is done to many. */
export const LearnersTable = (props: TableProps): ReactNode => {
  const { t } = useText();
  const { rows, open } = props;
  return (
    <RowList
      label={t('people.register')}
      items={rows}
      idOf={({ id }) => id}
      rowHeight={36}
      columns={open === undefined ? wide : narrow}
      least={open === undefined ? '1080px' : '600px'}
      here={open}
      head={<Head {...props} />}
      row={(row, index) => <Cells {...props} row={row} index={index} />}
    />
  );
};

import type { ReactNode } from 'react';
import type { CompetencyFramework } from '#shared/domain/competencies.ts';
import type { FrameworkColumn, FrameworkFate, FrameworkPlan, FrameworkRow } from '#shared/domain/competency-import.ts';
import { frameworkColumns } from '#shared/domain/competency-import.ts';
import type { ProgrammeId } from '#shared/domain/ids.ts';
import { Button } from '#renderer/ui/button.tsx';
import { Dialog } from '#renderer/ui/dialog.tsx';
import { SelectField, TextField } from '#renderer/ui/field.tsx';
import type { GlyphName } from '#renderer/ui/icon.tsx';
import { Glyph } from '#renderer/ui/icon.tsx';
import { Note } from '#renderer/ui/note.tsx';
import { useNotices } from '#renderer/ui/notices.tsx';
import { useText } from '#renderer/ui/text.tsx';
import type { FrameworkImporting } from './use-framework-import.ts';
import { useFrameworkImport } from './use-framework-import.ts';

const looks: Readonly<Record<FrameworkFate, { readonly glyph: GlyphName; readonly tone: string }>> = {
  new: { glyph: 'pass', tone: 't-ok' },
  changed: { glyph: 'revised', tone: 't-info' },
  same: { glyph: 'moderated', tone: 'second' },
  refused: { glyph: 'refused', tone: 't-bad' },
};

const fates = ['new', 'changed', 'same', 'refused'] as const;

const Fate = ({ row }: { readonly row: FrameworkRow }): ReactNode => {
  const { t, say } = useText();
  return (
    <span>
      <span className={`${looks[row.fate].tone} nowrap`}>
        <Glyph name={looks[row.fate].glyph} /> {t(`competencies.fate.${row.fate}`)}
      </span>
      {row.reason !== undefined && <small>{say(row.reason)}</small>}
      {row.changes.length > 0 && (
        <small>{row.changes.map((column) => t(`competencies.column.${column}`)).join(', ')}</small>
      )}
    </span>
  );
};

const Rows = ({ plan }: { readonly plan: FrameworkPlan }): ReactNode => {
  const { t } = useText();
  return (
    <div className="framework-rows" tabIndex={0} role="group" aria-label={t('competencies.import.rows')}>
      <table className="list">
        <caption className="vh">{t('competencies.import.rows')}</caption>
        <thead>
          <tr>
            <th scope="col" className="num">
              {t('competencies.column.line')}
            </th>
            <th scope="col">{t('competencies.column.code')}</th>
            <th scope="col">{t('competencies.column.title')}</th>
            <th scope="col">{t('competencies.column.area')}</th>
            <th scope="col">{t('competencies.column.fate')}</th>
          </tr>
        </thead>
        <tbody>
          {plan.rows.map((row) => (
            <tr key={row.line}>
              <td className="num second">{row.line}</td>
              <th scope="row">{row.code === '' ? '–' : row.code}</th>
              <td>
                {row.title === '' ? '–' : row.title}
                {row.description !== '' && <small className="second">{row.description}</small>}
              </td>
              <td className="second">{row.area === '' ? '–' : row.area}</td>
              <td>
                <Fate row={row} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
};

const Columns = ({ plan, work }: { readonly plan: FrameworkPlan; readonly work: FrameworkImporting }): ReactNode => {
  const { t } = useText();
  const choose = (column: FrameworkColumn, place: string): void => {
    const { [column]: _before, ...others } = plan.mapping;
    work.map(place === '' ? others : { ...others, [column]: Number(place) });
  };
  return (
    <div className="framework-columns">
      {frameworkColumns.map((column) => (
        <SelectField
          key={column}
          label={t(`competencies.column.${column}`)}
          value={String(plan.mapping[column] ?? '')}
          onChange={(place) => choose(column, place)}
          options={[
            { value: '', label: t('competencies.import.noColumn') },
            ...plan.headings.map((heading, place) => ({ value: String(place), label: heading })),
          ]}
        />
      ))}
    </div>
  );
};

const Preview = ({
  plan,
  work,
  known,
}: {
  readonly plan: FrameworkPlan;
  readonly work: FrameworkImporting;
  readonly known: boolean;
}): ReactNode => {
  const { t, formatNumber } = useText();
  const count = (fate: FrameworkFate): number => plan.rows.filter((row) => row.fate === fate).length;
  return (
    <>
      <TextField
        label={t('competencies.import.name')}
        hint={
          plan.next === undefined
            ? undefined
            : known
              ? t('competencies.import.nextVersion', { version: plan.next.version })
              : t('competencies.import.firstVersion')
        }
        value={work.name}
        onChange={work.rename}
      />
      <Columns plan={plan} work={work} />
      <p className="framework-counts" role="status">
        {fates.map((fate) => (
          <span key={fate} className={count(fate) === 0 ? 'second' : looks[fate].tone}>
            <Glyph name={looks[fate].glyph} /> <b>{formatNumber(count(fate))}</b> {t(`competencies.fate.${fate}`)}
          </span>
        ))}
      </p>
      <Rows plan={plan} />
      {plan.gone.length > 0 && (
        <Note tone="warn">
          {t('competencies.import.gone', {
            count: plan.gone.length,
            codes: plan.gone.map(({ code }) => code).join(', '),
          })}
        </Note>
      )}
    </>
  );
};

type ImportFrameworkProps = {
  readonly programmeId: ProgrammeId;
  readonly frameworks: readonly CompetencyFramework[];
  readonly onClose: () => void;
};

/** Imports a competency framework from a spreadsheet: every row with its fate before anything is written. */
export const ImportFramework = ({ programmeId, frameworks, onClose }: ImportFrameworkProps): ReactNode => {
  const { t, failure } = useText();
  const { tell } = useNotices();
  const work = useFrameworkImport(programmeId);
  const { plan, opened, error } = work;
  const count = plan?.rows.filter(({ fate }) => fate !== 'refused').length ?? 0;
  const known = frameworks.some(({ name }) => name === plan?.next?.name);
  const write = async (): Promise<void> => {
    if (!(await work.write())) return;
    tell({ tone: 'ok', text: t('competencies.import.done', { name: work.name, count }), undo: true });
    onClose();
  };
  return (
    <Dialog
      open
      size="wide"
      title={t('competencies.import.title')}
      onClose={onClose}
      footer={
        <>
          <Button onClick={onClose}>{t('competencies.cancel')}</Button>
          <Button onClick={() => void work.choose()} {...(opened === undefined ? { kind: 'first' as const } : {})}>
            {opened === undefined ? t('competencies.import.choose') : t('competencies.import.chooseOther')}
          </Button>
          {opened !== undefined && (
            <Button
              kind="first"
              disabled={work.busy || count === 0 || work.name.trim() === ''}
              onClick={() => void write()}
            >
              {t('competencies.import.do', { count })}
            </Button>
          )}
        </>
      }
    >
      {plan === undefined ? (
        <p className="second">{t('competencies.import.what')}</p>
      ) : (
        <Preview plan={plan} work={work} known={known} />
      )}
      {error !== undefined && <Note tone="bad">{failure(error)}</Note>}
    </Dialog>
  );
};

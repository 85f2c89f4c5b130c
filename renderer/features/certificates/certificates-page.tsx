import './certificates.css';
import type { ReactNode } from 'react';
import { useMemo, useState } from 'react';
import { Link } from 'wouter';
import type { CertificateStatus } from '#shared/domain/certificates.ts';
import { certificateStatuses } from '#shared/domain/certificates.ts';
import type { Cohort } from '#shared/domain/cohorts.ts';
import { cohortCertificates } from '#renderer/db/repositories/certificate-files.ts';
import type { RegisterFilter, RegisterRow } from '#renderer/db/repositories/certificate-register.ts';
import { filterRegister, loadRegister } from '#renderer/db/repositories/certificate-register.ts';
import { templateNames } from '#renderer/db/repositories/certificate-templates.ts';
import { getRecord } from '#renderer/db/records.ts';
import { useLive } from '#renderer/db/use-live.ts';
import { Button } from '#renderer/ui/button.tsx';
import { EmptyState } from '#renderer/ui/empty-state.tsx';
import { FilterSelect } from '#renderer/ui/filter-select.tsx';
import { Icon } from '#renderer/ui/icon.tsx';
import { PageTop } from '#renderer/ui/page-top.tsx';
import { Sheet } from '#renderer/ui/sheet.tsx';
import { useText } from '#renderer/ui/text.tsx';
import { RegisterTable } from './register-table.tsx';
import type { Mode, RunAsked } from './run-dialog.tsx';
import { RunDialog } from './run-dialog.tsx';
import { RunProgress } from './run-progress.tsx';
import { VerifySheet } from './verify-sheet.tsx';

const everything = 'all';

type FiltersProps = {
  readonly filter: RegisterFilter;
  readonly cohorts: readonly Cohort[];
  readonly onFilter: (filter: RegisterFilter) => void;
};

const Filters = ({ filter, cohorts, onFilter }: FiltersProps): ReactNode => {
  const { t, compare } = useText();
  const states: readonly (CertificateStatus | typeof everything)[] = [everything, ...certificateStatuses];
  return (
    <div className="register-filters" role="search" aria-label={t('certificates.page.search')}>
      <label className="register-search">
        <Icon name="search" />
        <span className="vh">{t('certificates.page.search')}</span>
        <input
          type="search"
          value={filter.search}
          placeholder={t('certificates.page.search')}
          onChange={(event) => onFilter({ ...filter, search: event.target.value })}
        />
      </label>
      <FilterSelect
        label={t('certificates.register.cohort')}
        value={filter.cohortId ?? everything}
        on={filter.cohortId !== undefined}
        options={[
          { value: everything, label: t('certificates.page.allCohorts') },
          ...cohorts.map(({ id, code }) => ({ value: id, label: code })).toSorted((a, b) => compare(a.label, b.label)),
        ]}
        onChange={(id) => onFilter({ ...filter, cohortId: id === everything ? undefined : id })}
      />
      <FilterSelect
        label={t('certificates.register.state')}
        value={filter.status ?? everything}
        on={filter.status !== undefined}
        options={states.map((value) => ({
          value,
          label: value === everything ? t('certificates.page.allStates') : t(`certificates.state.${value}`),
        }))}
        onChange={(status) => onFilter({ ...filter, status: status === everything ? undefined : status })}
      />
    </div>
  );
};

type Reprint = { readonly asked: Extract<RunAsked, { readonly kind: 'reprint' }>; readonly cohort: Cohort };

const useReprint = (rows: readonly RegisterRow[]) => {
  const [reprint, setReprint] = useState<Reprint>();
  const [latest, setLatest] = useState<string>();
  const ask = async (serial: string): Promise<void> => {
    const row = rows.find((one) => one.serial === serial);
    const cohort = row && (await getRecord('cohorts', row.cohortId));
    if (cohort === undefined) return;
    const all = await cohortCertificates(cohort.id);
    const record = all.find((one) => one.serial === serial);
    if (record === undefined) return;
    setLatest(cohort.id);
    setReprint({ asked: { kind: 'reprint', record, all }, cohort });
  };
  return { reprint, latest, ask: (serial: string) => void ask(serial), close: () => setReprint(undefined) };
};

const Register = ({
  rows,
  cohorts,
}: {
  readonly rows: readonly RegisterRow[];
  readonly cohorts: readonly Cohort[];
}): ReactNode => {
  const { t } = useText();
  const [filter, setFilter] = useState<RegisterFilter>({ search: '' });
  const [selected, setSelected] = useState<string>();
  const [mode, setMode] = useState<Mode>('merged');
  const { reprint, latest, ask, close } = useReprint(rows);
  const shown = useMemo(() => filterRegister(rows, filter), [rows, filter]);
  return (
    <Sheet
      className="cert-register"
      title={t('certificates.register.title')}
      count={t('certificates.register.count', { count: rows.length })}
      actions={<Filters filter={filter} cohorts={cohorts} onFilter={setFilter} />}
    >
      {latest !== undefined && <RunProgress cohortId={latest} />}
      {shown.length === 0 ? (
        <EmptyState
          sentence={t('certificates.page.noMatch')}
          action={<Button onClick={() => setFilter({ search: '' })}>{t('certificates.page.lift')}</Button>}
        />
      ) : (
        <RegisterTable
          label={t('certificates.register.title')}
          rows={shown}
          wide
          selected={selected}
          onSelect={setSelected}
          onReprint={ask}
        />
      )}
      {reprint !== undefined && (
        <RunDialog {...reprint} template={templateNames[0] ?? ''} mode={mode} onMode={setMode} onClose={close} />
      )}
    </Sheet>
  );
};

/** Every certificate ever issued here, and the verification of any. */
export const CertificatesPage = (): ReactNode => {
  const { t } = useText();
  const register = useLive(loadRegister, []);
  if (register === undefined) return <PageTop title={t('app.places.certificates')} />;
  return (
    <div className="cert-page">
      <PageTop title={t('app.places.certificates')} />
      {register.rows.length === 0 ? (
        <section className="sheet">
          <EmptyState
            sentence={t('certificates.page.empty')}
            action={
              <Link className="btn" href="/cohorts">
                {t('certificates.page.emptyAction')}
              </Link>
            }
          />
        </section>
      ) : (
        <Register rows={register.rows} cohorts={register.cohorts} />
      )}
      <VerifySheet />
    </div>
  );
};
